import { freshness, gradeOf, likenessAt, type Spot } from '@liren/core/text/nearby.ts';
import { distanceMeters } from '../store/geometry.ts';
import { findCandidates, findOfAffairs, type SimilarRow } from '../store/similar.ts';
import type { TextTools } from '../text/text-tools.ts';
import type { Asker } from './actor.ts';
import type { LineDeps } from './lines.ts';
import { readWords } from './read-words.ts';
import { mayUse } from './scope.ts';

const dayMilliseconds = 86_400_000;
const lookBackDays = 60;
/** The same affair this close is likely the same thing; places are public to about 100 m. */
const closeMeters = 300;
const mostShown = 3;

export interface Typing {
  readonly text: string;
  readonly place?: string | undefined;
  readonly lat?: number | undefined;
  readonly long?: number | undefined;
  /** As people write it. */
  readonly address?: string | undefined;
}
type Deps = LineDeps & { readonly text: TextTools };

/** While somebody types: the likely class and affairs, and open matters nearby that seem to tell of the same. */
export async function suggestFor(deps: Deps, asker: Asker, typing: Typing) {
  const known = deps.text.suggestClass(typing.text);
  return {
    ...(known !== undefined && {
      class: { id: known.class, confidence: known.confidence, why: [...known.why] },
    }),
    affairs: deps.text
      .suggestAffairs(typing.text)
      .map(({ id, title, why }) => ({ id, title, why: [...why] })),
    similar: await similarTo(deps, asker, typing),
  };
}

async function similarTo(deps: Deps, asker: Asker, typing: Typing) {
  const { directory, shell, text, library } = deps;
  const query = text.candidateQuery(typing.text);
  if (query === undefined) return [];
  const place = typing.place ?? placeAt(deps, typing);
  const home = place === undefined ? undefined : directory.findCommunityOf(place);
  const around = directory.communities.filter(
    (each) => home === undefined || each.streetId === home.streetId,
  );
  const since = shell.now() - lookBackDays * dayMilliseconds;
  const rows = await findCandidates(
    shell.pool,
    around.map((each) => each.id),
    query,
    since,
  );
  const words = await readWords(deps, rows);
  const mayReadAll = mayUse(directory, asker, 'intake');
  const here = spotAt(deps, typing, place, home?.id);
  const alike = rows
    .map((row) => ({ row, said: words.get(row.id), away: awayFrom(row, typing) }))
    // Only words that the asker may read are compared: an answer must not tell what somebody else wrote.
    .filter(({ said }) => mayReadAll || said?.open === true)
    .map(({ row, said, away }) => {
      const there = spotOf(row, mayReadAll ? said?.address : undefined);
      const near = gradeOf(here, there, away);
      const { score, why } = text.similarity(typing.text, `${said?.title ?? ''}\n${said?.text ?? ''}`);
      const days = (shell.now() - row.opened_at) / dayMilliseconds;
      return { row, said, away, near, why, likeness: likenessAt(score, near), fresh: freshness(days) };
    })
    .filter(({ likeness }) => likeness >= text.similarFrom)
    .sort((a, b) => b.likeness * b.fresh - a.likeness * a.fresh);
  const same = mayReadAll ? [] : await ofSameAffair(deps, around, typing, since);
  const known = new Set(alike.map(({ row }) => row.id));
  return [...alike, ...same.filter(({ row }) => !known.has(row.id))]
    .slice(0, mostShown)
    .map(({ row, said, away, near, why }) => {
      const { procedure } = shell.definitions.at(row.charter, row.procedure, row.procedure_version);
      const shown = mayReadAll || said?.open === true ? said?.title : undefined;
      const affair = row.affair === null ? undefined : library.affairs[row.affair]?.title;
      return {
        community: row.community_id,
        id: row.id,
        number: row.number,
        title: shown ?? affair ?? procedure.title,
        written: shown !== undefined,
        openedAt: row.opened_at,
        step: procedure.steps[row.step]?.title ?? row.step,
        joined: row.joined,
        ...(away !== undefined && { distanceMeters: Math.round(away) }),
        near,
        why: shown === undefined ? [] : [...why],
      };
    });
}

/** For who may not read the words: matters of the affair that was most likely meant, close by. All of it is public. */
async function ofSameAffair(
  { shell, text }: Deps,
  around: readonly { readonly id: string }[],
  typing: Typing,
  since: number,
) {
  const [likeliest] = text.suggestAffairs(typing.text);
  if (likeliest === undefined || typing.lat === undefined) return [];
  const communities = around.map((each) => each.id);
  const rows = await findOfAffairs(shell.pool, communities, [likeliest.id], since);
  return rows
    .map((row) => {
      const away = awayFrom(row, typing);
      return { row, said: undefined, away, near: gradeOf({}, spotOf(row, undefined), away), why: [] };
    })
    .filter(({ away }) => away !== undefined && away <= closeMeters)
    .sort((a, b) => (a.away ?? 0) - (b.away ?? 0));
}

/** Where the one who types is, as far as they said. */
function spotAt(
  { directory }: Deps,
  { address }: Typing,
  place: string | undefined,
  community: string | undefined,
): Spot {
  const path = place === undefined ? [] : directory.pathTo(place);
  return { address, community, grid: path.findLast(({ level }) => level === 'grid')?.id };
}
const spotOf = (row: SimilarRow, address: string | undefined): Spot => ({
  address,
  community: row.community_id,
  grid: row.grid_id ?? undefined,
});

const placeAt = ({ directory }: Deps, { lat, long }: Typing): string | undefined =>
  lat === undefined || long === undefined ? undefined : directory.findPlaceAt(lat, long);

function awayFrom(row: SimilarRow, { lat, long }: Typing): number | undefined {
  if (lat === undefined || long === undefined || row.lat === null || row.long === null) return undefined;
  return distanceMeters({ lat, long }, { lat: row.lat, long: row.long });
}
