import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '@liren/core/basics/result.ts';
import { verifyRecord } from '@liren/core/record/verify-record.ts';

import { expect, it } from 'vitest';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/installation.ts';
import { silentLog } from '../platform/log.ts';
import { createPool } from '../store/pool.ts';
import { readRecord } from '../store/read-record.ts';
import { killUnderLoad } from './kill-under-load.ts';

/** The full exercise is 50: `KILLS=50 npx vitest run server/src/faults`. */
const rounds = Number(process.env['KILLS'] ?? 4);

it(
  `killed ${rounds} times under load, loses no acknowledged command and doubles none`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'liren-kill-'));
    try {
      await killUnderLoad({ rounds, clients: 6, folder, say: () => {} }, async (report) => {
        expect(report.serverKills + report.databaseKills).toBe(rounds);
        // The generator reached what it is for: commands whose fate the client did not know.
        expect(report.unanswered).toBeGreaterThan(0);
        const config = unwrap(readConfig({ LIREN_DATA: folder, LIREN_MODE: 'demo' }));
        const database = unwrap(await openDatabase(config, { log: silentLog, access: 'beside' }));
        const pool = createPool(database.connection, { maxConnections: 2 });
        for (const sent of report.sent) {
          expect(new Set(sent.acknowledged).size).toBeLessThanOrEqual(1);
        }
        const opened = report.sent.filter((sent) => sent.kind === 'open');
        const assigned = report.sent.filter((sent) => sent.kind === 'assign' && sent.acknowledged.length > 0);
        const counts = await pool.query<{ matters: number; assignments: number; commands: number }>(
          `SELECT (SELECT count(*)::int FROM matter) AS matters,
                (SELECT count(*)::int FROM event WHERE type = 'assigned') AS assignments,
                (SELECT count(*)::int FROM command) AS commands`,
        );
        expect(counts.rows[0]).toEqual({
          matters: opened.length,
          assignments: assigned.length,
          commands: opened.length + assigned.length,
        });
        const rows = await pool.query<{ community_id: string; id: string; head: string }>(
          'SELECT community_id, id, head FROM matter',
        );
        for (const row of rows.rows) {
          const verified = verifyRecord(await readRecord(pool, row.community_id, row.id));
          expect(verified).toMatchObject({ ok: true, value: { head: row.head } });
        }
        await pool.end();
        await database.stop();
      });
    } finally {
      // The database ends a moment after its server.
      await rm(folder, { recursive: true, force: true, maxRetries: 25, retryDelay: 200 });
    }
  },
  60_000 + rounds * 45_000,
);
