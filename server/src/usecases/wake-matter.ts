import { matterId } from '@liren/core/basics/ids.ts';
import { err } from '@liren/core/basics/result.ts';
import { advance } from '@liren/core/engine/decide.ts';
import { findMatter } from '../store/read-record.ts';
import { system } from './actor.ts';
import { factsFor, timeFor } from './settle.ts';
import type { Shell } from './shell.ts';
import { transact } from './transact.ts';

/** Lets the clocks of one matter speak; false when none is due. */
export async function wakeMatter(shell: Shell, community: string, id: string): Promise<boolean> {
  const result = await transact<'quiet'>(shell, community, undefined, async () => {
    const before = await findMatter(shell.pool, community, id);
    if (before === undefined) return { answer: err('quiet') };
    const { matter } = before;
    const definition = shell.definitions.at(matter.charter, matter.procedure, matter.procedureVersion);
    const facts = factsFor(shell, community, matterId(id), system, timeFor(shell, matter));
    const drafts = advance(definition, matter, facts);
    if (drafts.length === 0) return { answer: err('quiet') };
    return { decided: { definition, before, drafts, facts, participants: [] } };
  });
  return result.ok;
}

const batch = 200;
const dueText = `
SELECT community_id, id, next_clock_at FROM matter
WHERE next_clock_at <= $1 AND (next_clock_at, id) > ($2, $3::uuid)
ORDER BY next_clock_at, id LIMIT ${batch}`;
interface Due {
  readonly community_id: string;
  readonly id: string;
  readonly next_clock_at: number;
}

/**
 * Wakes every matter whose next clock is due, oldest first. Due times stand in the database, so nothing is missed
 * while the server was down; several servers may do this at once, for a clock speaks only once. A matter that
 * fails is reported and does not hold up the others.
 */
export async function wakeDueMatters(
  shell: Shell,
  failed: (error: unknown, matter: string) => void,
): Promise<number> {
  let woken = 0;
  let last: Pick<Due, 'next_clock_at' | 'id'> = {
    next_clock_at: 0,
    id: '00000000-0000-0000-0000-000000000000',
  };
  for (;;) {
    const values = [shell.now(), last.next_clock_at, last.id];
    const due = await shell.pool.query<Due>({ name: 'clocks-due', text: dueText, values });
    for (const row of due.rows) {
      last = row;
      try {
        if (await wakeMatter(shell, row.community_id, row.id)) woken++;
      } catch (error) {
        failed(error, row.id);
      }
    }
    if (due.rows.length < batch) return woken;
  }
}
