import { randomUUID } from 'node:crypto';
import { instant } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { createPool } from '../server/src/store/pool.ts';
import { startStreet } from '../server/src/testing/street.ts';
import { openMatter } from '../server/src/usecases/open-matter.ts';
import { replayAll } from '../server/src/usecases/replay.ts';
import { openBenchDatabase } from './database.ts';
import { type BenchOptions, median, ratios, type Say, spread, table } from './measure.ts';

/** Every projection computed again from the records, against merely reading the same rows. */
export async function bench({ sizes = [2000], rounds = 5 }: BenchOptions, say: Say): Promise<void> {
  const database = await openBenchDatabase();
  const pool = createPool(database.url, { maxConnections: 8, limitStatementMilliseconds: 0 });
  const street = await startStreet(pool, { now: () => instant(Date.now()) });
  try {
    const { shell } = street.wired.deps;
    const person = street.people.get('resident');
    if (person === undefined) throw new Error('the street has no resident');
    const asker = { kind: 'person', person, posts: [] } as const;
    const openOne = async () =>
      unwrap(
        await openMatter(shell, asker, {
          commandId: randomUUID(),
          procedure: 'complaint',
          community: 'c1',
          affair: 'event/exposed-rubbish',
          urgency: 'normal',
          channel: 'web',
          input: { title: '楼下的垃圾三天没人收', text: '柳荫里 3 号楼北侧，垃圾桶满了三天，气味很大。' },
        }),
      );
    const count = sizes[0] ?? 2000;
    for (let done = 0; done < count; done += 8)
      await Promise.all(Array.from({ length: Math.min(8, count - done) }, openOne));
    const replays: number[] = [];
    const reads: number[] = [];
    let events = 0;
    for (let round = 0; round < rounds; round++) {
      const began = performance.now();
      const report = await replayAll(shell, { repair: false });
      const between = performance.now();
      await pool.query('SELECT * FROM event ORDER BY community_id, matter_id, seq');
      await pool.query('SELECT * FROM sealed ORDER BY community_id, matter_id, seq');
      replays.push(between - began);
      reads.push(performance.now() - between);
      if (report.matters !== count || report.differences.length > 0) throw new Error('a replay that differs');
      events = report.events;
    }
    const each = (total: number): string => `${((median(replays) * 1000) / total).toFixed(0)} µs`;
    say(
      table([
        ['', 'milliseconds: median (lowest–highest)'],
        [`replay of ${count} matters, ${events} events, compared`, spread(replays)],
        ['only reading the same rows', spread(reads)],
      ]),
    );
    say(`${each(count)} a matter, ${each(events)} an event`);
    say(`ratio: replay ÷ reading = ${spread(ratios(replays, reads))}`);
  } finally {
    await street.close();
    await pool.end();
    await database.close();
  }
}
