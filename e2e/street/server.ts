// A whole server on the small test street, as its own process on its own data folder, with a clock that the parent
// moves: `pass` milliseconds over IPC lets that much time go by, due clocks speak and checkpoints be sealed.

import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { civilDate, instant } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { createSilentNews } from '../../server/src/adapters/sms/news-gateway.ts';
import { startJobs } from '../../server/src/jobs/jobs.ts';
import { open311Routes } from '../../server/src/open311/routes.ts';
import { openInstallation } from '../../server/src/platform/installation.ts';
import { silentLog } from '../../server/src/platform/log.ts';
import { importRoutes } from '../../server/src/routes/imports/routes.ts';
import { addStaff } from '../../server/src/signin/credentials.ts';
import { givePost } from '../../server/src/signin/people.ts';
import { createPool } from '../../server/src/store/pool.ts';
import { type Served, startStreet } from '../../server/src/testing/street.ts';
import { sealAll } from '../../server/src/usecases/make-checkpoint.ts';
import { wakeDueMatters } from '../../server/src/usecases/wake-matter.ts';
import { raiseCharter } from './charters.ts';
import { type FromServer, realStaff, type ToServer } from './messages.ts';
import { type Plant, plants } from './plants.ts';

const tell = (message: FromServer): void => {
  process.send?.(message);
};

const startAt = Number(process.env['STREET_START_AT']);
const began = performance.now();
let passed = 0;
/** Flows like any clock, from `startAt`, with leaps. */
const now = () => instant(Math.floor(startAt + passed + performance.now() - began));

const installation = unwrap(
  await openInstallation({ environment: process.env, log: silentLog, now: Date.now(), access: 'alone' }),
);
const pool = createPool(installation.database.connection, { maxConnections: 8 });
const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url));
const common = { now, webFolder, doors: [open311Routes, importRoutes] };
const street = await raise(process.env['STREET_PLANT'] as keyof typeof plants, process.env['STREET_CHARTER']);
const { shell } = street.wired.deps;
const jobs = startJobs({
  shell,
  grids: street.wired.deps,
  law: street.wired.deps.library.law,
  signIn: street.wired.signIn,
  fileStore: street.wired.files.store,
  news: createSilentNews(),
  log: silentLog,
});
await street.app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });

type Raised = Omit<Served, 'as'>;
/** The plain street with what was asked for besides, or one under another charter than its own. */
async function raise(plantName: keyof typeof plants, charter = ''): Promise<Raised> {
  return charter === '' ? raisePlain(plants[plantName]) : raiseCharter(pool, charter, common);
}
async function raisePlain(plant: Plant | undefined): Promise<Raised> {
  const library = await plant?.library?.();
  const plain = await startStreet(pool, {
    ...common,
    ...(plant?.ground !== undefined && { plantMore: plant.ground }),
    ...(library !== undefined && { library }),
  });
  // One who signs in as in life: every other role of the street has neither password nor second factor.
  const added = await addStaff(plain.wired.signIn, realStaff, now());
  // A server that is back after it went away finds her already there.
  if (added.ok || added.error !== 'login-name-taken') {
    const seat = { post: 'dispatcher', organ: 'street-office', from: civilDate('2026-01-01') };
    await givePost(pool, { person: unwrap(added), ...seat });
  }
  await plant?.people?.(plain, pool);
  return plain;
}

async function pass(milliseconds: number): Promise<void> {
  passed += milliseconds;
  await wakeDueMatters(shell, (error) => {
    throw error;
  });
  await sealAll(shell);
  tell({ passed: now() });
}

async function stop(): Promise<void> {
  await street.close();
  await jobs.stop();
  await pool.end();
  await installation.database.stop();
  process.exit(0);
}

process.on('message', (message: ToServer) => void ('pass' in message ? pass(message.pass) : stop()));
process.on('disconnect', () => void stop());
const { port } = street.app.server.address() as AddressInfo;
tell({ ready: port });
