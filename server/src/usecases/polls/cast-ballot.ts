import type { Instant } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { dueAt } from '@liren/core/calendar/calendar.ts';
import { envelopeLength } from '@liren/core/voting/envelope.ts';
import { cast, type Mark, type MarkRefusal, type Poll } from '@liren/core/voting/mark.ts';
import type { Channel } from '@liren/core/voting/types.ts';
import { isPresent, type MarkRow, type NewMark, putMark, readMarks } from '../../store/polls/box.ts';
import { type EntryRow, findEntry } from '../../store/polls/polls.ts';
import type { Queryable } from '../../store/write-record.ts';
import type { Asker } from '../actor.ts';
import type { Shell } from '../shell.ts';
import { type FoundPoll, findSeenPoll } from './find-poll.ts';
import { isOnBallot } from './on-ballot.ts';
import { findOwnEntries, type Voter, type VoterDeps, voterOf } from './own-entries.ts';

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

type Right = NewMark['right'];
/** What must hold of the line that this person casts for in this way: that it is their own, or that they hold its authority. */
function rightOf(voter: Voter, { keeper }: FoundPoll, channel: Channel): Result<Right, CastFailure> {
  if (channel === 'desk' || channel === 'paper') return keeper ? ok(undefined) : err('not-yours');
  if (channel === 'online') return ok({ keys: voter.keys });
  return voter.holder === undefined ? err('no-authority') : ok({ holder: voter.holder });
}

/** A named ballot says what it says; a secret one is as long as every other and opens at the count. Paper waits for its readers. */
function isWhole(found: FoundPoll, { said, envelope, channel }: CastWish): boolean {
  const { poll } = found;
  if (poll.ballot === 'secret')
    return (
      said === undefined &&
      (channel === 'paper' ? envelope === undefined : envelope?.length === envelopeLength)
    );
  if (envelope !== undefined || said === undefined) return false;
  return isOnBallot(found, said.choice);
}

/** When and how the box takes ballots, and how long one of this moment could be taken back. */
function ruleOf({ calendar }: Shell, { poll, step }: FoundPoll, at: Instant): Poll {
  const { revocable, channels = [] } = step.config ?? {};
  return {
    opensAt: poll.opens_at ?? 0,
    closesAt: poll.closes_at ?? 0,
    channels,
    revocableMilliseconds: revocable === undefined ? 0 : dueAt(calendar, at, revocable) - at,
  };
}

/** One ballot into the box, once, whatever channel, however often the network repeats it. */
export async function castBallot(
  deps: VoterDeps,
  asker: Person,
  wish: CastWish,
): Promise<Result<{ readonly at: number }, CastFailure>> {
  const { shell } = deps;
  const found = await findSeenPoll(deps, asker, wish);
  if (found?.step.config === undefined) return err('not-found');
  const voter = await voterOf(deps, asker, wish.community);
  const right = rightOf(voter, found, wish.channel);
  if (!right.ok) return right;
  if (!isWhole(found, wish)) return err('bad-ballot');
  const at = shell.now();
  const rule = ruleOf(shell, found, at);
  const casting = { channel: wish.channel, at, authorised: wish.channel === 'proxy' };
  const whether = (recused: boolean, mark: Mark) => cast(rule, { recused, mark }, casting);
  const decided = whether(false, { status: 'none' });
  if (decided.ok && (await put(shell, asker, found, wish, { at, right: right.value, mark: decided.value })))
    return ok({ at });
  return whyNot(shell, voter, found, wish, whether);
}

const put = (
  { pool }: Shell,
  asker: Person,
  { poll, step }: FoundPoll,
  { community, entry, channel, said, envelope }: CastWish,
  { at, right, mark }: { readonly at: number; readonly right: Right; readonly mark: Mark },
): Promise<boolean> =>
  putMark(pool, community, poll.id, {
    entry,
    channel,
    at,
    person: asker.person,
    mustBePresent: step.kind === 'meet',
    ...(mark.status === 'voted' && mark.until !== undefined && { revocableUntil: mark.until }),
    ...(said !== undefined && { said }),
    ...(envelope !== undefined && { envelope }),
    ...(right !== undefined && { right }),
  });

async function whyNot(
  { pool }: Shell,
  voter: Voter,
  found: FoundPoll,
  wish: CastWish,
  whether: (recused: boolean, mark: Mark) => Result<Mark, MarkRefusal>,
): Promise<Result<{ readonly at: number }, CastFailure>> {
  const { poll, step } = found;
  const line = await lineFor(pool, voter, found, wish);
  if (!line.ok) return line;
  const held = (await readMarks(pool, wish.community, poll.id, [wish.entry])).get(wish.entry);
  // The same ballot sent again, because the answer was lost on the way.
  if (held !== undefined && isRepeat(held, wish)) return ok({ at: held.at });
  if (step.kind === 'meet' && !(await isPresent(pool, wish.community, poll.id, wish.entry)))
    return err('not-present');
  const again = whether(line.value.recused, markOf(held));
  return err(again.ok ? 'not-open' : again.error);
}

/** Whose line it is, first: who may not cast for it learns nothing more of it. */
async function lineFor(
  pool: Queryable,
  voter: Voter,
  { poll }: FoundPoll,
  { community, entry, channel }: CastWish,
): Promise<Result<Pick<EntryRow, 'recused'>, CastFailure>> {
  if (channel === 'desk' || channel === 'paper') {
    const line = await findEntry(pool, community, poll.id, entry);
    return line === undefined ? err('not-found') : ok(line);
  }
  const line = (await findOwnEntries(pool, community, poll.id, voter)).find(({ id }) => id === entry);
  if (channel === 'online') return line?.as === 'self' ? ok(line) : err('not-yours');
  return line === undefined ? err('no-authority') : ok(line);
}

const isRepeat = (held: MarkRow, { said, envelope }: CastWish): boolean =>
  (said !== undefined && held.code === said.code) || (envelope !== undefined && held.envelope === envelope);
