import { fileURLToPath } from 'node:url';
import type { Instant } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import type { Problem } from '@liren/core/checker/problem.ts';
import type pg from 'pg';
import { loadCheckedLibrary } from './adapters/charters/check-library.ts';
import type { Library } from './adapters/charters/library.ts';
import { createBlindIndex } from './adapters/crypto/blind-index.ts';
import { createRegistryTokens } from './adapters/crypto/registry-tokens.ts';
import { createSealer } from './adapters/crypto/sealer.ts';
import { createDiskStore } from './adapters/files/disk-store.ts';
import type { FilesDeps } from './adapters/files/files-plugin.ts';
import { createS3Store } from './adapters/files/s3-store.ts';
import { createDemoGateway } from './adapters/sms/demo-gateway.ts';
import { createWebhookGateway } from './adapters/sms/webhook-gateway.ts';
import { createAskerFor } from './http/asker.ts';
import type { Deps } from './http/deps.ts';
import { createLive, type Live } from './http/live.ts';
import type { Config } from './platform/config.ts';
import type { Keys } from './platform/keys.ts';
import type { Session } from './signin/sessions.ts';
import { createSignIn, type SignIn } from './signin/sign-in.ts';
import { loadDefinitions } from './store/definitions.ts';
import { directoryVersion, type FullDirectory, loadDirectory } from './store/directory.ts';
import { createDatabase } from './store/pool.ts';
import type { Tables } from './store/schema.ts';
import { loadTextTools } from './text/load-text-tools.ts';
import { mayReadFile } from './usecases/may-read-file.ts';
import { proveInDemo } from './usecases/prove-own.ts';
import { ratesFigures } from './usecases/published-figures.ts';
import type { Shell } from './usecases/shell.ts';

export const chartersFolder = fileURLToPath(new URL('../../charters', import.meta.url));

export interface WiringOptions {
  readonly config: Pick<Config, 'mode' | 'publicUrl' | 'sms' | 's3'> & { readonly oidc?: Config['oidc'] };
  readonly keys: Keys;
  readonly pool: pg.Pool;
  readonly filesFolder: string;
  readonly now: () => Instant;
  readonly serverId: string;
  /** Read from `charters/` unless given. */
  readonly library?: Library;
}
/** Every part of a server, joined; nothing listens and no job runs yet. */
export interface Wired {
  readonly deps: Deps;
  readonly signIn: SignIn;
  readonly files: FilesDeps<Session>;
  readonly live: Live;
  /** Reads places, communities and organs anew, for whoever changed them. */
  readonly reloadDirectory: () => Promise<void>;
}

/** A directory whose content may be exchanged while others hold it. */
function exchangeable(first: FullDirectory): {
  readonly directory: FullDirectory;
  exchange(next: FullDirectory): void;
} {
  let current = first;
  const directory = new Proxy(first, { get: (_, name) => Reflect.get(current, name) });
  return {
    directory,
    exchange: (next) => {
      current = next;
    },
  };
}

export async function wire(options: WiringOptions): Promise<Result<Wired, readonly Problem[]>> {
  const { config, keys, pool, now } = options;
  const library =
    options.library === undefined
      ? loadCheckedLibrary(chartersFolder, civilDateOf(now()))
      : ok(options.library);
  if (!library.ok) return err(library.error);
  const charters = new Map([...library.value.charters].map(([id, loaded]) => [id, loaded.charter]));
  const { directory, exchange } = exchangeable(await loadDirectory(pool, charters, civilDateOf(now())));
  let read: string | undefined;
  const reloadDirectory = async (): Promise<void> => {
    read = undefined;
    exchange(await loadDirectory(pool, charters, civilDateOf(now())));
  };
  const refreshDirectory = async (): Promise<void> => {
    const found = `${await directoryVersion(pool)} ${civilDateOf(now())}`;
    if (found === read) return;
    await reloadDirectory();
    read = found;
  };
  const sealer = createSealer(keys.sealing);
  const blindIndex = createBlindIndex(keys.blindIndex);
  const live = createLive(pool, options.serverId);
  const text = loadTextTools(library.value.catalogue.affairs.values());
  const shell: Shell = {
    pool,
    now,
    calendar: library.value.calendar,
    directory,
    definitions: await loadDefinitions(pool, library.value),
    sealer,
    blindIndex,
    handleKey: keys.handle,
    segment: text.forIndex,
    moved: live.moved,
    figuresOf: (community, month) =>
      ratesFigures({ shell, directory, library: library.value }, community, month),
  };
  const signIn = createSignIn({
    pool,
    sealer,
    blindIndex,
    sms: config.sms === undefined ? createDemoGateway() : createWebhookGateway(config.sms),
    secret: keys.authSecret,
    publicUrl: config.publicUrl,
    mode: config.mode,
    oidc: config.oidc,
    now,
    demoEntered: (person, session) => proveInDemo(deps, person, session),
  });
  const { findSession } = signIn;
  const askerFor = createAskerFor(pool, now);
  const deps: Deps = {
    shell,
    db: createDatabase<Tables>(pool),
    directory,
    refreshDirectory,
    library: library.value,
    people: { pool, sealer, blindIndex },
    attempts: signIn.attempts,
    registry: createRegistryTokens(keys.blindIndex),
    text,
    fileStore: config.s3 === undefined ? createDiskStore(options.filesFolder) : createS3Store(config.s3),
    mode: config.mode,
    publicUrl: config.publicUrl,
    findSession,
    askerOf: async (request) => askerFor(await findSession(request)),
  };
  return ok({
    deps,
    signIn,
    live,
    files: filesDeps(options, deps, askerFor),
    reloadDirectory,
  });
}

function filesDeps(
  { pool, now }: WiringOptions,
  deps: Deps,
  askerFor: ReturnType<typeof createAskerFor>,
): FilesDeps<Session> {
  return {
    pool,
    store: deps.fileStore,
    now,
    findSession: deps.findSession,
    mayUpload: async (_session, community) => deps.directory.findCommunity(community) !== undefined,
    mayReadFile: async (session, file) => mayReadFile(deps, await askerFor(session), file),
  };
}
