import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { instant } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { problemsText } from '@liren/core/checker/problem.ts';
import pino from 'pino';
import { createNewsGateway, createSilentNews } from './adapters/sms/news-gateway.ts';
import { buildApp } from './http/app.ts';
import { startJobs } from './jobs/jobs.ts';
import { open311Routes } from './open311/routes.ts';
import type { Installation } from './platform/installation.ts';
import { explainListenFailure } from './platform/listen-failure.ts';
import { describePlatformError, type PlatformError } from './platform/platform-error.ts';
import { importRoutes } from './routes/imports/routes.ts';
import { assertProductionSafe, describeUnsafe } from './signin/production-safety.ts';
import { createPool } from './store/pool.ts';
import { sessionNameOf } from './store/reseal.ts';
import { sealAll } from './usecases/make-checkpoint.ts';
import { wire } from './wiring.ts';

const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url));

export interface Served {
  /** Address to open. */
  readonly address: string;
  /** Lets running requests end, then jobs, then the pool. */
  readonly stop: () => Promise<void>;
}

/** Structured logs; people, words and addresses never stand in them. */
const createLogger = (mode: Installation['config']['mode']) =>
  // A demonstration is started by hand: its terminal stays readable.
  pino({ level: mode === 'demo' ? 'warn' : 'info', base: null });

/** Joins every part over an open installation and listens. */
export async function serve(
  { config, keys, database, folder }: Installation,
  say: (text: string) => void,
): Promise<Result<Served, string>> {
  const log = createLogger(config.mode);
  const pool = createPool(database.connection, {
    maxConnections: 12,
    name: sessionNameOf(keys.sealing[0]?.id ?? ''),
    onIdleError: (error) => log.warn({ problem: error.message }, 'the database closed an idle session'),
  });
  const safe = await assertProductionSafe(pool, { mode: config.mode, hasDemoSms: config.sms === undefined });
  if (!safe.ok) {
    await pool.end();
    return err(describeUnsafe(safe.error));
  }
  const now = () => instant(Date.now());
  const wired = await wire({ config, keys, pool, filesFolder: folder.files, now, serverId: randomUUID() });
  if (!wired.ok) {
    await pool.end();
    return err(problemsText(wired.error));
  }
  const { deps, signIn, files, live, reloadDirectory } = wired.value;
  if (config.mode === 'demo') {
    const { ensureDemo } = await import('./demo/ensure-demo.ts');
    await ensureDemo({ deps, reloadDirectory, store: files.store }, say);
    await sealAll(deps.shell);
  }
  const app = await buildApp({
    deps,
    signIn,
    files,
    live,
    doors: [open311Routes, importRoutes],
    logger: log,
    trustedProxies: config.trustedProxies,
    ...(existsSync(webFolder) && { webFolder }),
  });
  const listening = await listen(() => app.listen({ host: config.host, port: config.port }), config);
  if (!listening.ok) {
    await live.close();
    await pool.end();
    return err(describePlatformError(listening.error));
  }
  const news = config.sms === undefined ? createSilentNews() : createNewsGateway(config.sms);
  const jobs = startJobs({
    shell: deps.shell,
    grids: deps,
    law: deps.library.law,
    signIn,
    fileStore: files.store,
    news,
    log,
  });
  return ok({
    address: listening.value,
    stop: async () => {
      await app.close();
      await jobs.stop();
      await live.close();
      await pool.end();
    },
  });
}

async function listen(
  start: () => Promise<string>,
  config: Installation['config'],
): Promise<Result<string, PlatformError>> {
  try {
    return ok(await start());
  } catch (error) {
    const explained = explainListenFailure(error, config.host, config.port);
    if (explained === undefined) throw error;
    return err(explained);
  }
}
