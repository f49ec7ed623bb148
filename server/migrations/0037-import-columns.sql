SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 导入对照: what the columns of a community's own tables mean, as somebody once said it.

CREATE TABLE import_column (
  community_id text NOT NULL,
  -- Which import: residents, …
  kind text NOT NULL,
  title text NOT NULL,
  -- Null where the column fills nothing on purpose.
  field text,
  person_id uuid NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (community_id, kind, title)
);
SELECT distribute('import_column', 'distributed');
