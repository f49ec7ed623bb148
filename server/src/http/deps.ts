import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Library } from '../adapters/charters/library.ts';
import type { RegistryTokens } from '../adapters/crypto/registry-tokens.ts';
import type { FileStore } from '../adapters/files/file-store.ts';
import type { Attempts } from '../signin/attempts.ts';
import type { PeopleDeps } from '../signin/people.ts';
import type { Session } from '../signin/sessions.ts';
import type { FullDirectory } from '../store/directory.ts';
import type { Tables } from '../store/schema.ts';
import type { TextTools } from '../text/text-tools.ts';
import type { Asker } from '../usecases/actor.ts';
import type { Shell } from '../usecases/shell.ts';

/** Everything that routes may reach; `main` builds it once. */
export interface Deps {
  readonly shell: Shell;
  readonly db: Kysely<Tables>;
  readonly directory: FullDirectory;
  /** Reads places and organs anew, if anybody changed them. */
  readonly refreshDirectory: () => Promise<void>;
  readonly library: Library;
  readonly people: PeopleDeps;
  readonly attempts: Attempts;
  readonly registry: RegistryTokens;
  readonly text: TextTools;
  readonly fileStore: FileStore;
  readonly mode: 'demo' | 'production';
  /** Where people reach this server: what codes on paper lead to. */
  readonly publicUrl: string;
  readonly findSession: (request: FastifyRequest) => Promise<Session | undefined>;
  readonly askerOf: (request: FastifyRequest) => Promise<Asker>;
}
