SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 人群: which groups of the charter a resident is in, from when until when. Whoever carries off the database learns of
-- nobody which group it is.

CREATE TABLE resident_group (
  community_id text NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  -- HMAC of the resident with the group: nobody is in a group twice at once, and no two residents have one in common.
  mark text NOT NULL CHECK (mark ~ '^[0-9a-f]{64}$'),
  -- The group, and who put the resident in and took them out, when, why and from what source.
  entry_sealed text NOT NULL,
  from_date date NOT NULL,
  -- The last day, or null while it lasts.
  until_date date CHECK (until_date >= from_date),
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id)
);
SELECT distribute('resident_group', 'distributed');
CREATE INDEX resident_group_by_resident ON resident_group (community_id, resident_id);
CREATE UNIQUE INDEX resident_group_current ON resident_group (community_id, mark) WHERE until_date IS NULL;

-- 结对帮扶: who looks after somebody in need, by name and seat, one at a time.
CREATE TABLE resident_carer (
  community_id text NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  person_id uuid NOT NULL,
  post text NOT NULL,
  organ_id text NOT NULL,
  from_date date NOT NULL,
  until_date date CHECK (until_date >= from_date),
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id)
);
SELECT distribute('resident_carer', 'distributed');
CREATE INDEX resident_carer_by_resident ON resident_carer (community_id, resident_id);
CREATE UNIQUE INDEX resident_carer_current ON resident_carer (community_id, resident_id) WHERE until_date IS NULL;

ALTER TABLE registry_look DROP CONSTRAINT registry_look_field_check;
ALTER TABLE registry_look ADD CONSTRAINT registry_look_field_check CHECK (field IN ('identity', 'phone', 'groups'));
