SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 合并: one person who was written down twice becomes one resident, until somebody takes it back.

-- The resident who stands for this one. It keeps its sealed values and nothing else: no marks, no home, no history.
ALTER TABLE resident ADD COLUMN merged_into uuid;
ALTER TABLE resident ADD CONSTRAINT resident_merged CHECK (
  merged_into IS NULL OR (merged_into <> id AND cardinality(tokens) = 0));
-- Of two identity numbers found by one resident the other's row keeps its mark: a table with that number still finds them.
ALTER TABLE resident DROP CONSTRAINT resident_check;
ALTER TABLE resident ADD CONSTRAINT resident_identity_marked CHECK (
  (identity_sealed IS NULL) = (identity_index IS NULL)
  OR (merged_into IS NOT NULL AND identity_index IS NULL));
CREATE INDEX resident_merged_into ON resident (community_id, merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE resident_merge (
  community_id text NOT NULL,
  id uuid NOT NULL,
  kept_id uuid NOT NULL,
  gone_id uuid NOT NULL,
  -- What takes it back: which rows came over, and how both stood. Ids, days and marks; no value of a person.
  undo jsonb NOT NULL,
  -- Of the kept resident, right before and right after: any other change since keeps it from being taken back.
  version_before integer NOT NULL,
  version_after integer NOT NULL,
  reason_sealed text,
  person_id uuid NOT NULL,
  at bigint NOT NULL,
  undone_at bigint,
  undone_by uuid,
  undo_reason_sealed text,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, kept_id) REFERENCES resident (community_id, id),
  FOREIGN KEY (community_id, gone_id) REFERENCES resident (community_id, id),
  CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);
SELECT distribute('resident_merge', 'distributed');
CREATE INDEX resident_merge_by_kept ON resident_merge (community_id, kept_id);
CREATE UNIQUE INDEX resident_merge_gone ON resident_merge (community_id, gone_id) WHERE undone_at IS NULL;

-- Two of whom somebody found that they are not the same; the smaller id first.
CREATE TABLE resident_distinct (
  community_id text NOT NULL,
  id uuid NOT NULL,
  one_id uuid NOT NULL,
  other_id uuid NOT NULL CHECK (other_id > one_id),
  reason_sealed text,
  person_id uuid NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (community_id, id),
  UNIQUE (community_id, one_id, other_id),
  FOREIGN KEY (community_id, one_id) REFERENCES resident (community_id, id),
  FOREIGN KEY (community_id, other_id) REFERENCES resident (community_id, id)
);
SELECT distribute('resident_distinct', 'distributed');
