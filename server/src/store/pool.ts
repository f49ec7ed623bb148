import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

export interface PoolOptions {
  /** Sessions open at once; 10 unless told. */
  readonly maxConnections?: number;
  /** No single statement may hold a session longer; 30 seconds unless told, 0 for no limit (backup, migration). */
  readonly limitStatementMilliseconds?: number;
  /**
   * How timestamptz columns arrive: 'instant' (epoch milliseconds, as the core counts time) unless told, or
   * 'date' for libraries that expect JavaScript dates, such as sign-in.
   */
  readonly timestamps?: 'instant' | 'date';
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** Told when an idle session breaks, as it does when the database restarts; the pool replaces it by itself. */
  readonly onIdleError?: (error: Error) => void;
}

/** Sessions on the database at `connection` (a postgresql:// address). Nothing is opened before the first query. */
export function createPool(connection: string, options: PoolOptions = {}): pg.Pool {
  const limit = options.limitStatementMilliseconds ?? 30_000;
  const pool = new pg.Pool({
    connectionString: connection,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: limit,
    idle_in_transaction_session_timeout: 60_000,
    application_name: options.name ?? 'liren',
    types: { getTypeParser: typeParsers(options.timestamps ?? 'instant') },
  });
  // Without a listener one broken idle session would end the whole process.
  pool.on('error', options.onIdleError ?? (() => {}));
  // The same holds for a session that is lent out, say inside a transaction, when the database is killed: whoever
  // holds it learns of it from the statement that fails.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Typed queries over `pool`; `Tables` is the interface of the schema. */
export const createDatabase = <Tables>(pool: pg.Pool): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });

const int8 = 20;
const dateType = 1082;
const timestamptz = 1184;

/**
 * bigint → number (throws beyond 2⁵³, which no amount in fen nor identity reaches), date → 'YYYY-MM-DD'
 * (the driver's own Date would shift with the machine's zone), timestamptz → epoch milliseconds.
 */
function typeParsers(timestamps: 'instant' | 'date'): pg.CustomTypesConfig['getTypeParser'] {
  const parsers = new Map<number, (text: string) => unknown>([
    [int8, parseBigint],
    [dateType, (text) => text],
  ]);
  if (timestamps === 'instant') parsers.set(timestamptz, (text) => parseTimestamp(text));
  return (type: number, format?: 'text' | 'binary') => {
    const parser = format === 'binary' ? undefined : parsers.get(type);
    return parser ?? (pg.types.getTypeParser(type, format as 'text') as (text: string) => unknown);
  };
}

function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`bigint ${text} does not fit a JavaScript number`);
  return value;
}

const usualDate = pg.types.getTypeParser(timestamptz, 'text') as (text: string) => unknown;

function parseTimestamp(text: string): unknown {
  const value = usualDate(text);
  return value instanceof Date ? value.getTime() : value;
}
