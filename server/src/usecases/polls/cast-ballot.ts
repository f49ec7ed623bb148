import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { dueAt } from '@liren/core/calendar/calendar.ts';
import { envelopeLength } from '@liren/core/voting/envelope.ts';
import { cast, type Mark, type MarkRefusal } from '@liren/core/voting/mark.ts';
import type { Channel } from '@liren/core/voting/types.ts';
import { isPresent, type MarkRow, putMark, readMarks } from '../../store/polls/box.ts';
import { type EntryRow, findEntry } from '../../store/polls/polls.ts';
import type { Asker } from '../actor.ts';
import { type FoundPoll, findSeenPoll } from './find-poll.ts';
import { isOnBallot } from './on-ballot.ts';
import { findOwnEntries, holderMark, ownKeys, type VoterDeps } from './own-entries.ts';

export interface CastWish {
  readonly community: string;
  readonly matter: string;
  readonly entry: string;
  readonly channel: Channel;
  /** Of a named vote: the code of the receipt, and the options. */
  readonly said?: { readonly code: string; readonly choice: readonly string[] } | undefined;
  /** Of a secret one. */
  readonly envelope?: string | undefined;
}
export type CastFailure = 'not-found' | 'not-yours' | 'bad-ballot' | 'not-present' | MarkRefusal;
type Person = Extract<Asker, { kind: 'person' }>;

export const markOf = (row: MarkRow | undefined): Mark =>
  row === undefined
    ? { status: 'none' }
    : {
        status: 'voted',
        channel: row.channel,
        ...(row.revocable_until !== null && { until: row.revocable_until }),
      };

type VotedLine = Pick<EntryRow, 'id' | 'recused'>;

/** The line, if this person may cast for it in this way: its own people, whoever holds its authority, whoever keeps the desk. */
async function lineFor(
  deps: VoterDeps,
  asker: Person,
  found: FoundPoll,
  wish: CastWish,
): Promise<Result<VotedLine, CastFailure>> {
  const { community, entry, channel } = wish;
  const { pool } = deps.shell;
  if (channel === 'desk' || channel === 'paper') {
    if (!found.keeper) return err('not-yours');
    const line = await findEntry(pool, community, found.poll.id, entry);
    return line === undefined ? err('not-found') : ok(line);
  }
  const { keys } = await ownKeys(deps, asker, community);
  const holder = channel === 'proxy' ? await holderMark(deps, asker.person, community) : undefined;
  const own = await findOwnEntries(pool, community, found.poll.id, { keys, holder });
  const line = own.find(({ id }) => id === entry);
  if (line?.as === (channel === 'proxy' ? 'proxy' : 'self')) return ok(line);
  return err(channel === 'proxy' ? 'no-authority' : 'not-yours');
}

/** A named ballot says what it says; a secret one is as long as every other and opens at the count. Paper waits for its readers. */
function isWhole(found: FoundPoll, { said, envelope, channel }: CastWish): boolean {
  const { poll, step } = found;
  if (poll.ballot === 'secret')
    return (
      said === undefined &&
      (channel === 'paper' ? envelope === undefined : envelope?.length === envelopeLength)
    );
  if (envelope !== undefined || said === undefined || step.config === undefined) return false;
  return isOnBallot(found, said.choice);
}

/** One ballot into the box, once, whatever channel, however often the network repeats it. */
export async function castBallot(
  deps: VoterDeps,
  asker: Person,
  wish: CastWish,
): Promise<Result<{ readonly at: number }, CastFailure>> {
  const found = await findSeenPoll(deps, asker, wish);
  if (found?.step.config === undefined) return err('not-found');
  const line = await lineFor(deps, asker, found, wish);
  if (!line.ok) return line;
  if (!isWhole(found, wish)) return err('bad-ballot');
  // In the room only whoever came to it votes.
  const { pool } = deps.shell;
  if (found.step.kind === 'meet' && !(await isPresent(pool, wish.community, found.poll.id, wish.entry)))
    return err('not-present');
  return put(deps, asker, found, line.value, wish);
}

async function put(
  { shell }: VoterDeps,
  asker: Person,
  { poll, step }: FoundPoll,
  entry: VotedLine,
  wish: CastWish,
): Promise<Result<{ readonly at: number }, CastFailure>> {
  const at = shell.now();
  const { revocable, channels = [] } = step.config ?? {};
  const revocableMilliseconds = revocable === undefined ? 0 : dueAt(shell.calendar, at, revocable) - at;
  const rule = {
    opensAt: poll.opens_at ?? 0,
    closesAt: poll.closes_at ?? 0,
    channels,
    revocableMilliseconds,
  };
  const authorised = wish.channel === 'proxy';
  const casting = { channel: wish.channel, at, authorised };
  const decided = cast(rule, { recused: entry.recused, mark: { status: 'none' } }, casting);
  if (!decided.ok) return decided;
  const mark = decided.value;
  const until = mark.status === 'voted' ? mark.until : undefined;
  const done = await putMark(shell.pool, wish.community, poll.id, {
    entry: entry.id,
    channel: wish.channel,
    at,
    person: asker.person,
    ...(until !== undefined && { revocableUntil: until }),
    ...(wish.said !== undefined && { said: wish.said }),
    ...(wish.envelope !== undefined && { envelope: wish.envelope }),
  });
  if (done) return ok({ at });
  const held = (await readMarks(shell.pool, wish.community, poll.id, [entry.id])).get(entry.id);
  // The same ballot sent again, because the answer was lost on the way.
  if (held !== undefined && isRepeat(held, wish)) return ok({ at: held.at });
  const again = cast(rule, { recused: entry.recused, mark: markOf(held) }, casting);
  return err(again.ok ? 'not-open' : again.error);
}

const isRepeat = (held: MarkRow, { said, envelope }: CastWish): boolean =>
  (said !== undefined && held.code === said.code) || (envelope !== undefined && held.envelope === envelope);
