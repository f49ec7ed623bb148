import type { JsonObject } from '@liren/core/basics/json.ts';
import { instantOfMoment, isMoment } from '@liren/core/engine/moment.ts';
import type { Command, Definition, Draft, Facts, Matter } from '@liren/core/engine/types.ts';
import type { PollFacts } from '@liren/core/voting/facts.ts';
import type { Listed } from '@liren/core/voting/listed.ts';
import { rollSum } from '@liren/core/voting/roll.ts';
import { nothing } from '@liren/core/voting/types.ts';
import { readPresentBy } from '../../store/meetings.ts';
import { findPoll, type PollRow, type PollSums, readSums } from '../../store/polls/polls.ts';
import type { Queryable } from '../../store/write-record.ts';
import { closingGround, withConversation } from '../discussions/close-talk.ts';
import type { Shell } from '../shell.ts';
import { correctedRoll, listedIn } from './correct-roll.ts';
import { ballotsToCount, emptyBox } from './count-box.ts';
import { keepRoll } from './keep-roll.ts';
import { newRoll } from './new-roll.ts';
import { openBox } from './open-box.ts';
import { findPollStep, type PollStep } from './poll-step.ts';

/** What a command on a stage with a roll decides by, and what is written beside its events, in the same transaction. */
export interface PollGround {
  readonly facts: Facts;
  readonly also?: (client: Queryable, drafts: readonly Draft[]) => Promise<void>;
}

export const factsOf = (poll: Pick<PollRow, 'digest'>, sums: PollSums): PollFacts => ({
  roll: {
    entries: sums.entries,
    recused: sums.recused,
    heads: sums.heads,
    area: sums.area,
    digest: poll.digest,
  },
  present: { heads: sums.present_heads, area: sums.present_area },
  taken: { heads: sums.taken_heads, area: sums.taken_area },
  silent: { heads: sums.silent_heads, area: sums.silent_area },
  differences: sums.differences,
});

/** The roll and box of the open stage, for whoever looks at it; nothing before a roll is frozen, nor where there is none. */
export async function withPoll(
  shell: Shell,
  definition: Definition,
  matter: Matter,
  facts: Facts,
): Promise<Facts> {
  const step = findPollStep(definition, matter);
  if (step === undefined) return withConversation(shell, definition, matter, facts);
  const poll = await findPoll(shell.pool, matter.community, step.id);
  if (poll === undefined) return facts;
  return { ...facts, poll: factsOf(poll, await readSums(shell.pool, matter.community, poll.id)) };
}

/** As `withPoll`, for one command: a roll is made, changed, opened or counted by it. */
export async function groundFor(
  shell: Shell,
  definition: Definition,
  matter: Matter,
  command: Command,
  facts: Facts,
): Promise<PollGround> {
  const step = findPollStep(definition, matter);
  if (step === undefined)
    return command.type === 'close' ? closingGround(shell, definition, matter, facts) : { facts };
  if (command.type === 'freeze-roll' || command.type === 'convene')
    return frozen(shell, step, matter, facts, listedIn(command));
  const poll = await findPoll(shell.pool, matter.community, step.id);
  if (poll === undefined) return { facts };
  const known = factsOf(poll, await readSums(shell.pool, matter.community, poll.id));
  const usual = { ...facts, poll: known };
  switch (command.type) {
    case 'correct-roll':
    case 'recuse':
      return correctedRoll(shell, { step, poll, matter, command }, usual, known);
    case 'begin': {
      const begun = { ...usual, poll: await begunWith(shell, poll, known, command) };
      if (step.config === undefined) return { facts: begun };
      return { facts: begun, also: (client, drafts) => openBox(shell, client, poll, drafts) };
    }
    case 'announce':
      return {
        facts: step.allocate === undefined ? usual : { ...usual, opening: await openingOf(shell, matter) },
        also: (client, drafts) => openBox(shell, client, poll, drafts),
      };
    case 'count':
    case 'resolve': {
      if (step.ballot === 'hands' || step.ballot === 'none') return { facts: usual };
      const ballots = await ballotsToCount(shell, poll);
      return {
        facts: { ...usual, poll: { ...known, ballots } },
        also: (client) => emptyBox(client, poll, known.taken, ballots, facts.now),
      };
    }
    default:
      return { facts: usual };
  }
}

/** Entered afterwards, a meeting begins with those who were there by then. */
async function begunWith(
  { pool }: Shell,
  poll: PollRow,
  known: PollFacts,
  { input }: Command,
): Promise<PollFacts> {
  const began = input['began'];
  if (typeof began !== 'string' || !isMoment(began)) return known;
  const present = await readPresentBy(pool, poll.community_id, poll.id, instantOfMoment(began));
  return { ...known, present };
}

/** Plain answers of the form that opened it. */
async function openingOf({ pool }: Shell, { community, id }: Matter): Promise<JsonObject> {
  const { rows } = await pool.query<{ data: JsonObject }>(
    'SELECT data FROM event WHERE community_id = $1 AND matter_id = $2::uuid AND seq = 1',
    [community, id],
  );
  return rows[0]?.data ?? {};
}

async function frozen(
  shell: Shell,
  step: PollStep,
  matter: Matter,
  facts: Facts,
  people: readonly Listed[],
): Promise<PollGround> {
  const entries = await newRoll(shell, step.rule, matter, { people });
  const roll = rollSum(entries);
  const poll: PollFacts = { roll, present: nothing, taken: nothing, silent: nothing, differences: 0 };
  return {
    facts: { ...facts, poll },
    also: (client) => keepRoll(shell, client, { step, matter, digest: roll.digest }, entries),
  };
}
