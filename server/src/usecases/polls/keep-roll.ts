import type { Matter } from '@liren/core/engine/types.ts';
import { addEntries, labelPlace, type NewEntry, writeRoll } from '../../store/polls/polls.ts';
import type { Queryable } from '../../store/write-record.ts';
import type { Shell } from '../shell.ts';
import type { PollStep } from './poll-step.ts';

const sealing =
  ({ sealer }: Shell) =>
  ({ id, label }: NewEntry): string =>
    sealer.seal(labelPlace(id), label);

/** Writes a new roll; of a meeting that is convened anew in place of the old one. */
export const keepRoll = (
  shell: Shell,
  client: Queryable,
  { step, matter, digest }: { readonly step: PollStep; readonly matter: Matter; readonly digest: string },
  entries: readonly NewEntry[],
): Promise<void> =>
  writeRoll(
    client,
    {
      community_id: matter.community,
      id: step.id,
      matter_id: matter.id,
      step: step.step,
      n: step.n,
      ballot: step.ballot,
      digest,
    },
    entries,
    sealing(shell),
  );

export const keepAdded = (
  shell: Shell,
  client: Queryable,
  poll: { readonly community_id: string; readonly id: string },
  entries: readonly NewEntry[],
): Promise<void> => addEntries(client, poll.community_id, poll.id, entries, sealing(shell));
