import type { Command, Facts, Matter } from '@liren/core/engine/types.ts';
import type { PollFacts } from '@liren/core/voting/facts.ts';
import { type Listed, readListed } from '@liren/core/voting/listed.ts';
import { type RollEntry, rollSum } from '@liren/core/voting/roll.ts';
import type { RollRule } from '@liren/core/voting/types.ts';
import {
  entryOf,
  type NewEntry,
  type PollRow,
  readEntries,
  readRollKeys,
  setDigest,
} from '../../store/polls/polls.ts';
import type { Queryable } from '../../store/write-record.ts';
import type { Shell } from '../shell.ts';
import { keepAdded } from './keep-roll.ts';
import { newRoll } from './new-roll.ts';
import type { PollGround } from './poll-facts.ts';
import type { PollStep } from './poll-step.ts';

export const listedIn = ({ input }: Command): readonly Listed[] =>
  typeof input['people'] === 'string' ? readListed(input['people']) : [];

interface Correcting {
  readonly step: PollStep;
  readonly poll: PollRow;
  readonly matter: Matter;
  readonly command: Command;
}
interface Corrected {
  readonly entries: readonly RollEntry[];
  readonly write: (client: Queryable) => Promise<unknown>;
}

/** On a list whoever is named without a telephone is new; elsewhere a line that nobody answers to is none. */
const isNew = ({ from }: RollRule, keys: readonly string[], known: ReadonlySet<string>): boolean =>
  (keys.length > 0 || from === 'listed') && keys.every((key) => !known.has(key));

/** Whoever the rule names by now and the roll lacks: first set right in the registry, then here. */
async function added(
  shell: Shell,
  { step, poll, matter, command }: Correcting,
  held: readonly RollEntry[],
): Promise<Corrected> {
  const known = await readRollKeys(shell.pool, matter.community, poll.id);
  const after = Math.max(0, ...held.map(({ no }) => no)) + 1;
  const fresh: readonly NewEntry[] = (await newRoll(shell, step.rule, matter, { people: listedIn(command) }))
    .filter(({ keys }) => isNew(step.rule, keys, known))
    .map((entry, i) => ({ ...entry, no: after + i }));
  return { entries: [...held, ...fresh], write: (client) => keepAdded(shell, client, poll, fresh) };
}

function changed({ poll, command }: Correcting, held: readonly RollEntry[], no: number): Corrected {
  const isRecusal = command.type === 'recuse' || command.input['change'] === 'recused';
  const values = [poll.community_id, poll.id, no];
  const of = 'community_id = $1 AND poll_id = $2::uuid AND no = $3';
  return isRecusal
    ? {
        entries: held.map((entry) => (entry.no === no ? { ...entry, recused: true } : entry)),
        write: (client) => client.query(`UPDATE roll_entry SET recused = true WHERE ${of}`, values),
      }
    : {
        entries: held.filter((entry) => entry.no !== no),
        write: (client) => client.query(`DELETE FROM roll_entry WHERE ${of}`, values),
      };
}

/** What the roll adds up to after the correction, and how it is written. A number that the roll does not have changes nothing. */
export async function correctedRoll(
  shell: Shell,
  correcting: Correcting,
  facts: Facts,
  known: PollFacts,
): Promise<PollGround> {
  const { poll, command } = correcting;
  const held = (await readEntries(shell.pool, poll.community_id, poll.id)).map(entryOf);
  const corrected =
    command.input['change'] === 'added'
      ? await added(shell, correcting, held)
      : changed(correcting, held, Number(command.input['no']));
  const roll = rollSum(corrected.entries);
  return {
    facts: { ...facts, poll: { ...known, roll } },
    also: async (client) => {
      await corrected.write(client);
      await setDigest(client, poll.community_id, poll.id, roll.digest);
    },
  };
}
