SET LOCAL citus.multi_shard_modify_mode TO 'sequential';

-- Every later migration calls distribute(table, kind) after each CREATE TABLE, reference tables first, parents
-- before children:
--   'distributed'  a table of communities: community_id stands first in its primary key and in every unique key
--   'reference'    small, the same everywhere: places, organs, affairs, calendars, charters
--   'local'        stays on the coordinator: jobs, sign-in
-- On plain PostgreSQL it changes nothing, yet refuses a table that could not be distributed later.
CREATE FUNCTION distribute(table_name text, kind text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  target regclass := table_name::regclass;
  offending text;
  has_citus boolean := EXISTS (SELECT FROM pg_extension WHERE extname = 'citus');
BEGIN
  IF kind NOT IN ('distributed', 'reference', 'local') THEN
    RAISE EXCEPTION 'distribute(%): kind must be distributed, reference or local, not %', table_name, kind;
  END IF;
  IF kind = 'distributed' THEN
    IF NOT EXISTS (SELECT FROM pg_index WHERE indrelid = target AND indisprimary) THEN
      RAISE EXCEPTION 'distribute(%): a distributed table needs a primary key', table_name;
    END IF;
    SELECT i.indexrelid::regclass::text INTO offending
    FROM pg_index i
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
    WHERE i.indrelid = target AND i.indisunique AND a.attname <> 'community_id'
    LIMIT 1;
    IF offending IS NOT NULL THEN
      RAISE EXCEPTION 'distribute(%): community_id must stand first in %', table_name, offending;
    END IF;
  END IF;
  IF NOT has_citus OR kind = 'local' THEN
    RETURN;
  END IF;
  IF kind = 'reference' THEN
    EXECUTE format('SELECT create_reference_table(%L)', table_name);
  ELSE
    -- One type of community_id everywhere, so Citus places all distributed tables together.
    EXECUTE format('SELECT create_distributed_table(%L, %L)', table_name, 'community_id');
  END IF;
END
$$;
