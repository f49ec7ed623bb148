import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';

const timestamptz = 1184;

/** Elsewhere a timestamptz arrives as epoch milliseconds; the sign-in library reckons in JavaScript dates. */
const dateTypes: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === 20 ? Number : pg.types.getTypeParser(id === timestamptz ? timestamptz : id, format as 'text'),
};

/** The same sessions as `pool`, reading times as dates; so that sign-in needs no pool of its own. */
export const withDates = (pool: pg.Pool): PostgresPool => ({
  end: async () => undefined,
  connect: async () => {
    const client = await pool.connect();
    const query = (text: unknown, values?: unknown[]): unknown =>
      typeof text === 'string' ? client.query({ text, values: values ?? [], types: dateTypes }) : undefined;
    return { query, release: () => client.release() } as unknown as PostgresPoolClient;
  },
});
