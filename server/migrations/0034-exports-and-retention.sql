SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 导出: many residents in one file, asked for by one person and approved by another.

CREATE TABLE registry_export (
  community_id text NOT NULL,
  id uuid NOT NULL,
  -- What stands on the file, counted in the community.
  n integer NOT NULL,
  -- Null for the whole community.
  grids text[],
  columns text[] NOT NULL,
  -- Those of the columns that show numbers whole.
  whole text[] NOT NULL,
  purpose_sealed text NOT NULL,
  asked_by uuid NOT NULL,
  asked_post text NOT NULL,
  asked_organ text NOT NULL,
  asked_at bigint NOT NULL,
  answered_by uuid,
  answered_post text,
  answered_organ text,
  answered_at bigint,
  approved boolean,
  -- Why it was refused.
  answer_sealed text,
  -- Until when it may be downloaded.
  until_at bigint,
  PRIMARY KEY (community_id, id),
  UNIQUE (community_id, n),
  CHECK (answered_by <> asked_by),
  CHECK ((answered_at IS NULL) = (approved IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL)),
  CHECK (coalesce(approved, false) = (until_at IS NOT NULL))
);
SELECT distribute('registry_export', 'distributed');
CREATE INDEX registry_export_newest ON registry_export (community_id, asked_at DESC);

-- Each copy that was taken; its seed marks the file, so that one that got out is known again.
CREATE TABLE registry_export_copy (
  community_id text NOT NULL,
  id uuid NOT NULL,
  export_id uuid NOT NULL,
  -- First, second …; no copy is beyond those that are allowed.
  n integer NOT NULL CHECK (n BETWEEN 1 AND 2),
  seed text NOT NULL CHECK (seed ~ '^[0-9a-f]{32}$'),
  residents integer NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (community_id, id),
  UNIQUE (community_id, export_id, n),
  FOREIGN KEY (community_id, export_id) REFERENCES registry_export (community_id, id)
);
SELECT distribute('registry_export_copy', 'distributed');
CREATE INDEX registry_export_copy_at ON registry_export_copy (community_id, at);

-- Who stood in a copy: shown to them among the looks.
CREATE TABLE registry_export_resident (
  community_id text NOT NULL,
  copy_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  PRIMARY KEY (community_id, copy_id, resident_id),
  FOREIGN KEY (community_id, copy_id) REFERENCES registry_export_copy (community_id, id) ON DELETE CASCADE
);
SELECT distribute('registry_export_resident', 'distributed');
CREATE INDEX registry_export_resident_by_resident ON registry_export_resident (community_id, resident_id);

-- 已删除: HMACs of whom was erased, so that the next table does not register them anew in silence. No value stands behind.
CREATE TABLE erased_mark (
  community_id text NOT NULL,
  mark text NOT NULL CHECK (mark ~ '^[0-9a-f]{64}$'),
  erased_at bigint NOT NULL,
  PRIMARY KEY (community_id, mark)
);
SELECT distribute('erased_mark', 'distributed');

-- 保存期: what a rule erased at one time; no word of what it was.
CREATE TABLE retention_act (
  id uuid PRIMARY KEY,
  rule text NOT NULL,
  -- Its term then, in months.
  months integer NOT NULL,
  erased integer NOT NULL CHECK (erased > 0),
  at bigint NOT NULL
);
SELECT distribute('retention_act', 'local');
CREATE INDEX retention_act_newest ON retention_act (at DESC);

-- Matters that nothing may be erased of: a court, an audit or a dispute still asks for them.
CREATE TABLE retention_hold (
  community_id text NOT NULL,
  matter_id uuid NOT NULL,
  reason_sealed text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (community_id, matter_id)
);
SELECT distribute('retention_hold', 'distributed');
