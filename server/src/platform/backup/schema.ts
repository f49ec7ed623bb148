import type pg from 'pg';

/** What a backup must know of the database's shape. All of Liren's tables stand in the schema `public`. */

export interface TableShape {
  readonly name: string;
  /** In order, without generated columns, which the database computes itself. */
  readonly columns: readonly string[];
}

export async function listTables(client: pg.ClientBase): Promise<TableShape[]> {
  const answer = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     GROUP BY c.oid, c.relname ORDER BY c.relname`,
  );
  return answer.rows;
}

export interface SequenceState {
  readonly name: string;
  /** Decimal digits: a bigint. */
  readonly lastValue: string;
  readonly isCalled: boolean;
}

/** Sequences stand outside transactions; read after the snapshot was taken, they are at or past every value in it. */
export async function readSequences(client: pg.ClientBase): Promise<SequenceState[]> {
  const names = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' ORDER BY relname`,
  );
  const states: SequenceState[] = [];
  for (const { name } of names.rows) {
    const state = await client.query<{ last: string; called: boolean }>(
      `SELECT last_value::text AS last, is_called AS called FROM public.${client.escapeIdentifier(name)}`,
    );
    const row = state.rows[0];
    if (row) states.push({ name, lastValue: row.last, isCalled: row.called });
  }
  return states;
}

export async function writeSequences(client: pg.ClientBase, states: readonly SequenceState[]): Promise<void> {
  for (const state of states) {
    await client.query('SELECT setval(to_regclass($1), $2::bigint, $3)', [
      `public.${client.escapeIdentifier(state.name)}`,
      state.lastValue,
      state.isCalled,
    ]);
  }
}

/**
 * Takes every foreign key away for the time of loading, so that tables may come in any order, and returns the
 * statements that put them back. PostgreSQL checks all rows again when they are put back.
 */
export async function dropForeignKeys(client: pg.ClientBase): Promise<readonly string[]> {
  const keys = await client.query<{ target: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS target, conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0`,
  );
  const restore: string[] = [];
  for (const { target, name, definition } of keys.rows) {
    const quoted = client.escapeIdentifier(name);
    await client.query(`ALTER TABLE ${target} DROP CONSTRAINT ${quoted}`);
    restore.push(`ALTER TABLE ${target} ADD CONSTRAINT ${quoted} ${definition}`);
  }
  return restore;
}

/** Removes all that migrations made; what extensions own stays. */
export async function dropEverything(client: pg.ClientBase): Promise<void> {
  await client.query(`
    DO $$
    DECLARE thing record;
    BEGIN
      FOR thing IN
        SELECT format('DROP %s IF EXISTS %s CASCADE',
          CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
          oid::regclass) AS statement
        FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = pg_class.oid AND d.deptype IN ('e', 'i'))
        ORDER BY relkind = 'S'
      LOOP EXECUTE thing.statement; END LOOP;
      FOR thing IN
        SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', oid::regprocedure) AS statement FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = pg_proc.oid AND d.deptype = 'e')
      LOOP EXECUTE thing.statement; END LOOP;
      FOR thing IN
        SELECT format('DROP TYPE IF EXISTS %s CASCADE', oid::regtype) AS statement FROM pg_type
        WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd')
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = pg_type.oid AND d.deptype = 'e')
      LOOP EXECUTE thing.statement; END LOOP;
    END $$`);
}
