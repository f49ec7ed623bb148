import type pg from 'pg';

/** Every row of every table as text: what somebody reads who has carried off the whole database. */
export async function dumpOf(pool: pg.Pool): Promise<ReadonlyMap<string, string>> {
  const tables = await pool.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname = 'public'`,
  );
  const all = new Map<string, string>();
  for (const { name: table } of tables.rows) {
    const { rows } = await pool.query<{ row: string }>(`SELECT t::text AS row FROM ${table} t`);
    all.set(table, rows.map(({ row }) => row).join('\n'));
  }
  return all;
}
