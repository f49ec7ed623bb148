import { personId } from '@liren/core/basics/ids.ts';
import type { SealedPlace, Sealer } from '../adapters/crypto/sealer.ts';
import { findPerson, type PeopleDeps } from '../signin/people.ts';
import { lookPlace } from '../store/own-matters.ts';
import { exportPlace } from '../store/registry-exports.ts';
import { readSeen, type SeenRow } from '../store/seen-trail.ts';
import { reasonPlace } from './find-visible.ts';
import type { RegistryDeps } from './import-residents.ts';
import { charterOf } from './scope.ts';
import { organisationReasonPlace } from './view-organisation.ts';

type Deps = RegistryDeps & { readonly people: PeopleDeps };

/** One time that somebody saw personal data: who in office, what, of whom by id alone. */
export interface SeenLine {
  readonly at: number;
  readonly name: string;
  readonly organ: string;
  readonly post: string;
  readonly kind: SeenRow['kind'];
  readonly what: string;
  readonly about: string;
  readonly residents: number;
  readonly reason: string;
}
const pageRows = 500;

/**
 * Who saw what of a community's personal data in a span of time, for the day on which something got out (PIPL 57): numbers
 * of the registry, contacts of organisations, what stands in matters, and whole grids taken onto a phone. The first first.
 */
export async function* whoSaw(
  deps: Deps,
  community: string,
  span: { readonly since: number; readonly until: number },
): AsyncGenerator<SeenLine> {
  const names = new Map<string, string>();
  for (let after: SeenRow | undefined; ; ) {
    const page = await readSeen(deps.shell.pool, community, { ...span, after, limit: pageRows });
    for (const row of page) {
      const name = names.get(row.person_id) ?? (await findPerson(deps.people, personId(row.person_id)))?.name;
      names.set(row.person_id, name ?? '');
      yield lineOf(deps, row, name ?? '');
    }
    after = page.at(-1);
    if (page.length < pageRows) return;
  }
}

function lineOf({ directory, shell }: Deps, row: SeenRow, name: string): SeenLine {
  const organ = directory.findOrgan(row.organ_id);
  const post = organ && charterOf(directory, { post: row.post, organ: organ.id })?.posts[row.post];
  return {
    at: row.at,
    name,
    organ: organ?.title ?? row.organ_id,
    post: post?.title ?? row.post,
    kind: row.kind,
    what: row.what,
    about: row.about,
    residents: row.residents,
    reason: reasonOf(shell.sealer, row),
  };
}

const reasonPlaces: Readonly<Record<SeenRow['kind'], (row: SeenRow) => SealedPlace>> = {
  resident: ({ id }) => reasonPlace(id),
  organisation: ({ id }) => organisationReasonPlace(id),
  matter: ({ id }) => lookPlace(id),
  phone: ({ id }) => lookPlace(id),
  export: ({ about }) => exportPlace(about, 'purpose_sealed'),
};
function reasonOf(sealer: Sealer, row: SeenRow): string {
  const { kind, id, reason } = row;
  if (reason === '') return '';
  const opened = sealer.open(reasonPlaces[kind](row), reason);
  if (!opened.ok) throw new Error(`the reason of look ${id} does not open: ${opened.error}`);
  return opened.value;
}
