import { randomUUID } from 'node:crypto';
import { instant } from '@liren/core/basics/ids.ts';
import { problemsText } from '@liren/core/checker/problem.ts';
import type { Installation } from '../platform/installation.ts';
import type { Wired } from '../wiring.ts';
import { fail, failPlatform, terminalLog } from './report.ts';

/** For tools that work on the database beside a running server, or alone: opens everything, and closes it again. */
export async function withServerParts(
  work: (installation: Installation, parts: Wired) => Promise<void>,
): Promise<void> {
  const { openInstallation } = await import('../platform/installation.ts');
  const installation = await openInstallation({
    environment: process.env,
    log: terminalLog,
    now: Date.now(),
    access: 'beside',
  });
  if (!installation.ok) return failPlatform(installation.error);
  const { config, keys, database, folder } = installation.value;
  const { createPool } = await import('../store/pool.ts');
  const { wire } = await import('../wiring.ts');
  const pool = createPool(database.connection, { maxConnections: 4, name: 'liren-tool' });
  try {
    const now = () => instant(Date.now());
    const wired = await wire({ config, keys, pool, filesFolder: folder.files, now, serverId: randomUUID() });
    if (!wired.ok) return fail(problemsText(wired.error));
    await work(installation.value, wired.value).finally(() => wired.value.live.close());
  } finally {
    await pool.end();
    await database.stop();
  }
}
