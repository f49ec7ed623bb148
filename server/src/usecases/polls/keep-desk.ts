import { setImmediate } from 'node:timers/promises';
import type { Json } from '@liren/core/basics/json.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { linesMeant } from '@liren/core/registry/find-line.ts';
import { mayTell } from '@liren/core/voting/published.ts';
import { enterPaper, putMark, readCounted, readPapers } from '../../store/polls/box.ts';
import { findEntry, type RollWish, readEntries, readRoll, setDelivered } from '../../store/polls/polls.ts';
import type { Asker } from '../actor.ts';
import { type FoundPoll, findSeenPoll } from './find-poll.ts';
import { holderIn } from './holder-place.ts';
import { isOnBallot } from './on-ballot.ts';
import type { VoterDeps } from './own-entries.ts';
import { openLabel } from './view-polls.ts';

/** What whoever keeps a vote does at the desk: its roll, its papers, its authorities, its deliveries. */
export type Person = Extract<Asker, { kind: 'person' }>;
export interface PollKey {
  readonly community: string;
  readonly matter: string;
  readonly at?: { readonly step: string; readonly n: number } | undefined;
}
export type DeskFailure =
  | 'not-found'
  | 'not-yours'
  | 'bad-ballot'
  | 'not-open'
  | 'already-voted'
  | 'too-many-authorities'
  | 'bad-phone'
  | 'candidate-holds-none'
  | 'no-such-authority'
  | 'same-reader';

/** The poll, for whoever keeps it. */
export async function kept(
  deps: VoterDeps,
  asker: Person,
  key: PollKey,
): Promise<Result<FoundPoll, DeskFailure>> {
  const found = await findSeenPoll(deps, asker, key);
  if (found === undefined) return err('not-found');
  return found.keeper ? ok(found) : err('not-yours');
}

/** Opened at once, before requests of other people have their turn. */
const linesAtOnce = 1000;
/** The lines that somebody means who types these words: names stand sealed, so that the whole roll is opened for it. */
async function idsMeant(deps: VoterDeps, { poll }: FoundPoll, words: string): Promise<readonly string[]> {
  const isMeant = linesMeant(words);
  const ids: string[] = [];
  for (const [at, row] of (await readEntries(deps.shell.pool, poll.community_id, poll.id)).entries()) {
    if (at % linesAtOnce === 0) await setImmediate();
    if (isMeant({ no: row.no, label: openLabel(deps, row) })) ids.push(row.id);
  }
  return ids;
}

/**
 * Who is on the roll, who has voted and by which channel, who is there. Never what was voted.
 * @param key `find`: a number, a name or a door
 */
export async function keptRoll(
  deps: VoterDeps,
  asker: Person,
  { find, ...key }: PollKey & Omit<RollWish, 'among'> & { readonly find?: string | undefined },
) {
  const found = await kept(deps, asker, key);
  if (!found.ok) return found;
  const among = find === undefined ? undefined : await idsMeant(deps, found.value, find);
  const rows = await readRoll(deps.shell.pool, key.community, found.value.poll.id, { ...key, among });
  return ok(
    rows.map((row) => ({
      id: row.id,
      no: row.no,
      label: openLabel(deps, row),
      heads: row.heads,
      area: row.area_square_centimetres,
      recused: row.recused,
      ...(row.channel !== null && { channel: row.channel, votedAt: row.at ?? 0 }),
      ...(row.revocable_until !== null && { revocableUntil: row.revocable_until }),
      ...(row.present_at !== null && { presentAt: row.present_at }),
      ...(row.delivered_at !== null && { deliveredAt: row.delivered_at }),
      ...(row.holder_sealed !== null && {
        authority: { holder: holderIn(deps, row.id, row.holder_sealed), held: row.held ?? 0 },
      }),
    })),
  );
}

/**
 * One reading of a paper ballot. The first reading of a named one marks the roll; a second by somebody else confirms it; where
 * they differ, a third person settles it. `choice` without any option is a ballot that says nothing valid.
 */
export async function readPaper(
  deps: VoterDeps,
  asker: Person,
  wish: PollKey & {
    readonly code: string;
    readonly entry?: string | undefined;
    readonly choice: readonly string[];
  },
): Promise<Result<{ readonly reading: 'first' | 'second' | 'settled' }, DeskFailure>> {
  const found = await kept(deps, asker, wish);
  if (!found.ok) return found;
  const { poll, step } = found.value;
  const { config } = step;
  if (config === undefined || poll.counted_at !== null) return err('not-open');
  if (!config.channels.includes('paper')) return err('not-open');
  if ((poll.ballot === 'named') !== (wish.entry !== undefined)) return err('bad-ballot');
  if (wish.choice.length > 0 && !isOnBallot(found.value, wish.choice)) return err('bad-ballot');
  if (wish.entry !== undefined) {
    const marked = await markPaper(deps, asker, found.value, { ...wish, entry: wish.entry });
    if (!marked.ok) return marked;
  }
  const { code, entry, choice } = wish;
  const reading = await enterPaper(deps.shell.pool, wish.community, poll.id, {
    code,
    choice,
    person: asker.person,
    ...(entry !== undefined && { entry }),
  });
  return reading === undefined ? err('same-reader') : ok({ reading });
}

/** The paper takes the line's one vote; a second reading of the same paper finds it taken by itself. */
async function markPaper(
  { shell }: VoterDeps,
  asker: Person,
  { poll }: FoundPoll,
  {
    community,
    entry,
    code,
    choice,
  }: { community: string; entry: string; code: string; choice: readonly string[] },
): Promise<Result<undefined, DeskFailure>> {
  const known = (await readPapers(shell.pool, community, poll.id)).find((paper) => paper.code === code);
  if (known !== undefined) return known.entry_id === entry ? ok(undefined) : err('already-voted');
  const line = await findEntry(shell.pool, community, poll.id, entry);
  if (line === undefined) return err('not-found');
  // Papers are read after the box has closed, too: they were handed in while it was open.
  const at = Math.min(shell.now(), (poll.closes_at ?? 0) - 1);
  const mark = { entry, channel: 'paper' as const, at, person: asker.person, said: { code, choice } };
  return (await putMark(shell.pool, community, poll.id, mark)) ? ok(undefined) : err('already-voted');
}

/** 送达: the papers reached this line; the proof is kept with the matter. */
export async function keepDelivery(
  deps: VoterDeps,
  asker: Person,
  wish: PollKey & { readonly entry: string },
): Promise<Result<undefined, DeskFailure>> {
  const found = await kept(deps, asker, wish);
  if (!found.ok) return found;
  const { poll } = found.value;
  if (poll.counted_at !== null) return err('not-open');
  const { pool, now } = deps.shell;
  return (await setDelivered(pool, wish.community, poll.id, wish.entry, now()))
    ? ok(undefined)
    : err('not-found');
}

/**
 * The counted ballots as anybody may read them, with the rule that they were counted by (`recount`); undefined before the
 * count, and of a count that is held back.
 */
export async function countedList(deps: VoterDeps, asker: Asker, key: PollKey) {
  const found = await findSeenPoll(deps, asker, key);
  if (found === undefined || found.poll.counted_at === null) return undefined;
  const { poll, seen } = found;
  const rows = await readCounted(deps.shell.pool, key.community, poll.id);
  const ballots = rows.map(({ code, choice, heads, area }) => ({
    code,
    choice: [...choice],
    weight: { heads, area },
  }));
  if (poll.ballot === 'secret' && !mayTell(ballots)) return undefined;
  return {
    poll: { matter: poll.matter_id, step: poll.step, n: poll.n },
    procedure: seen.definition.procedure as unknown as Json,
    ballots: ballots.map(({ weight, ...ballot }) => ({ ...ballot, ...weight })),
  };
}
