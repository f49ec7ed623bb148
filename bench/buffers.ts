import type pg from 'pg';

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}
interface Explained {
  readonly 'QUERY PLAN': readonly {
    readonly Plan: { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number };
  }[];
}
export type CountBuffers = (work: () => Promise<unknown>) => Promise<number>;

function statementOf([query, values]: readonly unknown[]): Statement {
  const { text, values: own } =
    typeof query === 'string' ? { text: query, values: undefined } : (query as Partial<Statement>);
  return { text: text ?? '', values: own ?? (Array.isArray(values) ? values : []) };
}

/**
 * Counts the 8 kB pages that the SELECTs of some work touch, in memory or not: a figure that no other load on the
 * machine disturbs. Call before the pool is used; the statements run once more, under EXPLAIN.
 */
export function tapBuffers(pool: pg.Pool): CountBuffers {
  let heard: Statement[] | undefined;
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const tapped = (...args: unknown[]): unknown => {
      heard?.push(statementOf(args));
      return query(...args);
    };
    Object.assign(client, { query: tapped });
  });
  return async (work) => {
    const statements: Statement[] = [];
    heard = statements;
    await work();
    heard = undefined;
    let buffers = 0;
    for (const { text, values } of statements) {
      const { rows } = await pool.query<Explained>(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`, [
        ...values,
      ]);
      const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
      buffers += (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
    }
    return buffers;
  };
}
