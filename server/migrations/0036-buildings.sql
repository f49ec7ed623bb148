SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 楼栋: what stands between a community and its homes, since when and until when, and what else people call it.

CREATE TABLE building (
  community_id text NOT NULL,
  compound text NOT NULL,
  building text NOT NULL,
  -- First and last day on which it stood; null where nobody has said.
  opened_on date,
  closed_on date CHECK (closed_on >= opened_on),
  PRIMARY KEY (community_id, compound, building)
);
SELECT distribute('building', 'distributed');
INSERT INTO building (community_id, compound, building)
  SELECT DISTINCT community_id, compound, building FROM home;
ALTER TABLE home ADD CONSTRAINT home_building FOREIGN KEY (community_id, compound, building)
  REFERENCES building (community_id, compound, building);

-- Last day on which the home stood. From then on its key is free for whatever is built there next.
ALTER TABLE home ADD COLUMN closed_on date;

-- 别名: another way to write a compound, or a building within one; what it means is never itself another way.
CREATE TABLE address_name (
  community_id text NOT NULL,
  level text NOT NULL CHECK (level IN ('compound', 'building')),
  -- The compound of a building, as it is called now; '' for a compound itself.
  within text NOT NULL CHECK (level = 'building' OR within = ''),
  said text NOT NULL,
  means text NOT NULL CHECK (means <> said),
  PRIMARY KEY (community_id, level, within, said)
);
SELECT distribute('address_name', 'distributed');

CREATE TABLE building_change (
  community_id text NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('opened', 'torn-down', 'renamed')),
  compound text NOT NULL,
  building text NOT NULL,
  -- Of what was renamed: its name now.
  to_compound text,
  to_building text,
  day date NOT NULL,
  -- What a tear-down closed, so that it can be taken back: homes, and stays that ended with it.
  closed_homes uuid[] NOT NULL DEFAULT '{}',
  ended_stays jsonb NOT NULL DEFAULT '[]',
  person_id uuid NOT NULL,
  post text NOT NULL,
  organ_id text NOT NULL,
  at bigint NOT NULL,
  undone_at bigint,
  undone_by uuid,
  PRIMARY KEY (community_id, id),
  CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
  CHECK ((kind = 'renamed') = (to_compound IS NOT NULL AND to_building IS NOT NULL))
);
SELECT distribute('building_change', 'distributed');
CREATE INDEX building_change_by_time ON building_change (community_id, at);
