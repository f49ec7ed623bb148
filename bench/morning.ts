import { randomUUID } from 'node:crypto';
import { instant } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { createPool } from '../server/src/store/pool.ts';
import { startStreet } from '../server/src/testing/street.ts';
import { system } from '../server/src/usecases/actor.ts';
import { importResidents } from '../server/src/usecases/import-residents.ts';
import { openBenchDatabase } from './database.ts';
import { gridTable } from './grid-table.ts';
import { type BenchOptions, quantile, type Say, table } from './measure.ts';

const limitMilliseconds = 3000;
const limitBytes = 1_000_000;
/** A phone hands over no more at once. */
const itemsPerCall = 50;

/** A grid worker's morning: the day of one grid onto the phone; and the evening: fifty visits back. */
export async function bench({ sizes = [600], rounds = 20 }: BenchOptions, say: Say): Promise<void> {
  const database = await openBenchDatabase();
  const pool = createPool(database.url, { maxConnections: 8, limitStatementMilliseconds: 0 });
  const street = await startStreet(pool, { now: () => instant(Date.now()) });
  try {
    const homes = sizes[0] ?? 600;
    const wish = { bytes: gridTable(homes), fileName: 'bench.csv', community: 'c1' };
    const report = unwrap(await importResidents(street.wired.deps, system, wish));
    const browser = await street.as('grid');
    const device = randomUUID();
    await browser.send('POST', '/api/grid/devices', { id: device, title: 'bench' });
    const days: number[] = [];
    const syncs: number[] = [];
    let bytes = 0;
    let plain = 0;
    for (let round = 0; round <= rounds; round++) {
      const started = performance.now();
      const day = await browser.send('GET', `/api/grid/day?device=${device}`, undefined, {
        'accept-encoding': 'gzip',
      });
      const span = performance.now() - started;
      bytes = day.rawPayload.length;
      const whole = await browser.send('GET', `/api/grid/day?device=${device}`);
      plain = whole.rawPayload.length;
      const doors: { id: string; grid: string }[] = whole.json().seats[0].homes;
      const items = doors.slice(0, itemsPerCall).map(({ id, grid }) => ({
        kind: 'entry',
        id: randomUUID(),
        at: Date.now(),
        community: 'c1',
        round: 'home-visit',
        grid,
        home: id,
        answers: { met: 'someone', people: 'same', needs: '楼道里的灯坏了两盏，老人上下楼看不清。' },
      }));
      const sent = performance.now();
      await browser.send('POST', '/api/grid/sync', { device, sentAt: Date.now(), items });
      // The first warms up.
      if (round === 0) continue;
      days.push(span);
      syncs.push(performance.now() - sent);
    }
    say(`one grid of ${homes} homes, ${report.accepted} people`);
    say(
      table([
        ['milliseconds', 'p50', 'p99'],
        ['the day onto the phone', quantile(days, 0.5), quantile(days, 0.99)],
        [`${itemsPerCall} visits back`, quantile(syncs, 0.5), quantile(syncs, 0.99)],
      ]),
    );
    say(`bytes of the day: ${plain}, packed ${bytes}`);
    say(`ratio: the day ÷ 3 s = ${(quantile(days, 0.99) / limitMilliseconds).toFixed(3)} (aim ≤ 1)`);
    say(`ratio: packed bytes ÷ 1 MB = ${(bytes / limitBytes).toFixed(3)} (aim ≤ 1)`);
  } finally {
    await street.close();
    await pool.end();
    await database.close();
  }
}
