import type { CivilDate } from '@liren/core/basics/ids.ts';
import { ok } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import {
  decideReason,
  explainedBy,
  type ReasonState,
  type ReasonWish,
} from '@liren/core/fieldwork/reasons.ts';
import type { Fieldwork } from '@liren/core/fieldwork/types.ts';
import { findNames, type PeopleDeps } from '../signin/people.ts';
import {
  addReason,
  findReason,
  type ReasonRow,
  readReasons,
  reasonPlace,
  takeBack,
  writeAnswer,
} from '../store/duty-reasons.ts';
import type { Asker } from './actor.ts';
import { type FieldworkDeps, fieldworkOf, fieldworkSeats } from './fieldwork-seats.ts';
import { type Changed, refusing } from './registry-refusal.ts';
import { communitiesIn } from './scope.ts';
import type { Shell } from './shell.ts';

type Person = Extract<Asker, { kind: 'person' }>;
type Deps = FieldworkDeps & { readonly shell: Shell; readonly people: PeopleDeps };
interface Key {
  readonly community: string;
  readonly id: string;
}

const faultTexts = {
  'unknown-kind': '章程里没有这种说明，请从列出的几种里选。',
  'bad-days': '日期不对：最后一天要在第一天之后，一次最多说明 92 天。',
  'too-far': '只能说明前后 92 天以内的日子。',
} as const;

/** Takes down why the asker could not go on these days. The figures stay as they are. */
export async function giveReason(
  deps: Deps,
  asker: Person,
  { community, id, words, ...wish }: Key & ReasonWish & { readonly words: string },
): Promise<Changed<undefined>> {
  const seat = fieldworkSeats(deps, asker).find((each) => each.community === community);
  if (seat === undefined) return refusing('not-allowed', { message: '说明由走访的人自己写。' });
  const { shell } = deps;
  const decided = decideReason(seat.fieldwork, wish, civilDateOf(shell.now()));
  if (!decided.ok) return refusing('bad-value', { about: 'days', message: faultTexts[decided.error] });
  const { kind, from, until } = decided.value;
  await addReason(shell.pool, community, {
    id,
    kind,
    from_date: from,
    until_date: until,
    person_id: asker.person,
    post: seat.post.post,
    organ_id: seat.post.organ,
    words_sealed: words === '' ? null : shell.sealer.seal(reasonPlace(id, 'words_sealed'), words),
    at: shell.now(),
  });
  return ok(undefined);
}

export async function withdrawReason({ shell }: Deps, asker: Person, key: Key): Promise<boolean> {
  return takeBack(shell.pool, key.community, key.id, asker.person, shell.now());
}

/** Whether the asker holds a post that answers reasons there. */
export const answersReasons = (deps: Deps, asker: Asker, community: string): boolean =>
  asker.kind === 'person' &&
  asker.posts.some(({ post, organ }) => {
    const area = deps.directory.findOrgan(organ)?.area;
    return (
      fieldworkOf(deps, community)?.reasons?.answeredBy.includes(post) === true &&
      area !== undefined &&
      communitiesIn(deps.directory, area).includes(community)
    );
  });

/** Says whether a reason holds, once, with a word; never one's own. */
export async function answerReason(
  deps: Deps,
  asker: Person,
  { community, id }: Key,
  { accepted, words }: { readonly accepted: boolean; readonly words: string },
): Promise<Changed<undefined>> {
  if (!answersReasons(deps, asker, community))
    return refusing('not-allowed', { message: '说明由章程里写明的岗位来看，你的岗位只看数字。' });
  const { shell } = deps;
  const found = await findReason(shell.pool, community, id);
  if (found === undefined) return refusing('not-found');
  if (found.person_id === asker.person)
    return refusing('not-allowed', { message: '自己写的说明，请另一位同事来看。' });
  const answered = await writeAnswer(shell.pool, community, id, {
    by: asker.person,
    at: shell.now(),
    accepted,
    sealed: words === '' ? null : shell.sealer.seal(reasonPlace(id, 'answer_sealed'), words),
  });
  return answered
    ? ok(undefined)
    : refusing('answered', { message: '这条说明已经有人答复，或者本人撤回了。' });
}

const stateOf = ({ accepted }: ReasonRow): ReasonState => {
  if (accepted === null) return 'waiting';
  return accepted ? 'accepted' : 'refused';
};

function reasonBody(
  { shell }: Deps,
  { reasons }: Fieldwork,
  row: ReasonRow,
  names: ReadonlyMap<string, string>,
  readsWords: boolean,
) {
  const opened = (column: 'words_sealed' | 'answer_sealed') => {
    const sealed = row[column];
    if (sealed === null || !readsWords) return undefined;
    const words = shell.sealer.open(reasonPlace(row.id, column), sealed);
    if (!words.ok) throw new Error(`${column} of reason ${row.id} does not open: ${words.error}`);
    return words.value;
  };
  const words = opened('words_sealed');
  const answer = opened('answer_sealed');
  return {
    id: row.id,
    title: reasons?.kinds.find(({ value }) => value === row.kind)?.title ?? row.kind,
    from: row.from_date,
    until: row.until_date,
    at: row.at,
    state: stateOf(row),
    ...(words !== undefined && { words }),
    ...(answer !== undefined && { answer }),
    ...(row.answered_by !== null && { answeredBy: names.get(row.answered_by) ?? '' }),
  };
}
export type ReasonBody = ReturnType<typeof reasonBody>;

/** The reasons of these workers, by person; their words only for themselves and whoever answers. */
export async function reasonsOf(
  deps: Deps,
  asker: Asker,
  { community, fieldwork }: { readonly community: string; readonly fieldwork: Fieldwork },
  people: readonly string[],
  since: CivilDate,
): Promise<ReadonlyMap<string, readonly ReasonBody[]>> {
  const rows = await readReasons(deps.shell.pool, community, people, since);
  const names = await findNames(
    deps.people,
    rows.flatMap(({ answered_by }) => answered_by ?? []),
  );
  const answers = answersReasons(deps, asker, community);
  const isOwn = (row: ReasonRow) => asker.kind === 'person' && row.person_id === asker.person;
  const bodies = new Map<string, ReasonBody[]>(people.map((person) => [person, []]));
  for (const row of rows)
    bodies.get(row.person_id)?.push(reasonBody(deps, fieldwork, row, names, answers || isOwn(row)));
  return bodies;
}

/** A duty with what stands beside it. */
export const explained = <D extends { readonly from: CivilDate; readonly until: CivilDate }>(
  duty: D,
  reasons: readonly ReasonBody[],
) => {
  const state = explainedBy(duty, reasons);
  return { ...duty, ...(state !== undefined && { explained: state }) };
};
