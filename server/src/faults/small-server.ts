// A whole server on a small street, as its own process, for tests that kill it. Prints `ready PORT`.

import type { AddressInfo } from 'node:net';
import { instant } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { createSilentNews } from '../adapters/sms/news-gateway.ts';
import { startJobs } from '../jobs/jobs.ts';
import { openInstallation } from '../platform/installation.ts';
import { silentLog } from '../platform/log.ts';
import { createPool } from '../store/pool.ts';
import { startStreet } from '../testing/street.ts';

const installation = unwrap(
  await openInstallation({ environment: process.env, log: silentLog, now: Date.now(), access: 'alone' }),
);
const { database } = installation;
const pool = createPool(database.connection, { maxConnections: 8 });
const street = await startStreet(pool, { now: () => instant(Date.now()) });
const { shell } = street.wired.deps;
startJobs({
  shell,
  grids: street.wired.deps,
  law: street.wired.deps.library.law,
  signIn: street.wired.signIn,
  fileStore: street.wired.files.store,
  news: createSilentNews(),
  log: silentLog,
});
await street.app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
const { port } = street.app.server.address() as AddressInfo;
process.stdout.write(`ready ${port}\n`);
