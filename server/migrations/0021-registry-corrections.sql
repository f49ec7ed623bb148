SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 底数 that stays true: one resident corrected, moved, erased; each change with its reason and the value before it.

-- Counts the changes of one resident: whoever read an older one is refused.
ALTER TABLE resident ADD COLUMN version integer NOT NULL DEFAULT 0;
ALTER TABLE resident ADD COLUMN erased_at bigint;
-- A tombstone keeps who lived where countable and says nothing of the person.
ALTER TABLE resident ADD CONSTRAINT resident_erased CHECK (erased_at IS NULL OR (
  name_sealed = '' AND identity_sealed IS NULL AND phone_sealed IS NULL
  AND born_year IS NULL AND sex IS NULL AND cardinality(tokens) = 0));

ALTER TABLE registry_change ADD COLUMN reason_sealed text;
-- The resident's version after it.
ALTER TABLE registry_change ADD COLUMN version integer;

-- What somebody who may not change the registry asks to have changed: the resident, or who goes from door to door.
CREATE TABLE registry_request (
  community_id text NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  field text NOT NULL CHECK (field IN ('name', 'identity', 'phone', 'relation')),
  -- Null once it is answered.
  value_sealed text,
  person_id uuid NOT NULL,
  by_self boolean NOT NULL,
  at bigint NOT NULL,
  answered_at bigint,
  answered_by uuid,
  accepted boolean,
  -- Why it was refused.
  answer_sealed text,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id),
  CHECK ((answered_at IS NULL) = (accepted IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL))
);
SELECT distribute('registry_request', 'distributed');
CREATE INDEX registry_request_by_resident ON registry_request (community_id, resident_id, at);
CREATE INDEX registry_request_open ON registry_request (community_id, at) WHERE answered_at IS NULL;
