import { fail, failPlatform, terminalLog } from './report.ts';

type Wired = import('../wiring.ts').Wired;
type Installation = import('../platform/installation.ts').Installation;

/** Opens the installation beside a running server, joins its parts for one piece of work, and closes all again. */
export async function withWorld(
  work: (wired: Wired, installation: Installation) => Promise<void>,
): Promise<void> {
  const { openInstallation } = await import('../platform/installation.ts');
  const installation = await openInstallation({
    environment: process.env,
    log: terminalLog,
    now: Date.now(),
    access: 'beside',
  });
  if (!installation.ok) return failPlatform(installation.error);
  try {
    await joinParts(installation.value, work);
  } finally {
    await installation.value.database.stop();
  }
}

async function joinParts(
  installation: Installation,
  work: (wired: Wired, installation: Installation) => Promise<void>,
): Promise<void> {
  const { config, keys, database, folder } = installation;
  const { randomUUID } = await import('node:crypto');
  const { instant } = await import('@liren/core/basics/ids.ts');
  const { problemsText } = await import('@liren/core/checker/problem.ts');
  const { createPool } = await import('../store/pool.ts');
  const { wire } = await import('../wiring.ts');
  const { sessionNameOf } = await import('../store/reseal.ts');
  const name = sessionNameOf(keys.sealing[0]?.id ?? '');
  const pool = createPool(database.connection, { maxConnections: 4, name });
  const now = () => instant(Date.now());
  const wired = await wire({ config, keys, pool, filesFolder: folder.files, now, serverId: randomUUID() });
  try {
    if (!wired.ok) return fail(problemsText(wired.error));
    await work(wired.value, installation);
  } finally {
    if (wired.ok) await wired.value.live.close();
    await pool.end();
  }
}
