SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 底数: the homes of a community and who lives in them. Who a resident is stands sealed; what people search by stands
-- as HMACs that differ from community to community.

CREATE TABLE home (
  community_id text NOT NULL,
  id uuid NOT NULL,
  compound text NOT NULL,
  building text NOT NULL,
  unit text NOT NULL,
  number text NOT NULL,
  -- One text for one home, whatever its spelling.
  key text NOT NULL,
  -- 微网格: exactly one, at any time. The community itself until somebody has drawn its grids.
  grid_id text NOT NULL REFERENCES place (id),
  PRIMARY KEY (community_id, id),
  UNIQUE (community_id, key)
);
SELECT distribute('home', 'distributed');
CREATE INDEX home_by_grid ON home (community_id, grid_id);
CREATE INDEX home_by_compound ON home (community_id, compound);
CREATE INDEX home_by_building ON home (community_id, building, number);
CREATE INDEX home_by_number ON home (community_id, number);

CREATE TABLE resident (
  community_id text NOT NULL,
  id uuid NOT NULL,
  name_sealed text NOT NULL,
  identity_sealed text,
  identity_index text CHECK (identity_index ~ '^[0-9a-f]{64}$'),
  phone_sealed text,
  -- Both as the identity number tells.
  born_year smallint CHECK (born_year BETWEEN 1850 AND 2200),
  sex text CHECK (sex IN ('female', 'male')),
  -- HMACs of the name, its parts, both numbers and their last digits.
  tokens text[] NOT NULL,
  PRIMARY KEY (community_id, id),
  UNIQUE (community_id, identity_index),
  CHECK ((identity_sealed IS NULL) = (identity_index IS NULL))
);
SELECT distribute('resident', 'distributed');
CREATE INDEX resident_tokens ON resident USING gin (tokens);

-- Who lived where, from when until when; the last day, or null while it lasts.
CREATE TABLE residence (
  community_id text NOT NULL,
  resident_id uuid NOT NULL,
  home_id uuid NOT NULL,
  from_date date NOT NULL,
  until_date date CHECK (until_date >= from_date),
  relation text NOT NULL CHECK (relation IN ('head', 'family', 'tenant', 'owner', 'away', 'other')),
  PRIMARY KEY (community_id, resident_id, home_id, from_date),
  FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id),
  FOREIGN KEY (community_id, home_id) REFERENCES home (community_id, id)
);
SELECT distribute('residence', 'distributed');
CREATE INDEX residence_by_home ON residence (community_id, home_id);
-- Nobody is counted in two homes of a community at once.
CREATE UNIQUE INDEX residence_current ON residence (community_id, resident_id) WHERE until_date IS NULL;

-- The history of every value: who wrote it, when, from what source. A resident is `added` once; a later change keeps the
-- value that it replaced, sealed.
CREATE TABLE registry_change (
  community_id text NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  field text NOT NULL,
  former_sealed text,
  source text NOT NULL,
  -- Null where it was done at the server's own command line.
  person_id uuid,
  at bigint NOT NULL,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id)
);
SELECT distribute('registry_change', 'distributed');
CREATE INDEX registry_change_by_resident ON registry_change (community_id, resident_id, at);

-- Who had a number shown whole, and why; read by whoever keeps the registry.
CREATE TABLE registry_look (
  community_id text NOT NULL,
  id uuid NOT NULL,
  resident_id uuid NOT NULL,
  field text NOT NULL CHECK (field IN ('identity', 'phone')),
  reason_sealed text NOT NULL,
  person_id uuid NOT NULL,
  post text NOT NULL,
  organ_id text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id)
);
SELECT distribute('registry_look', 'distributed');
CREATE INDEX registry_look_by_resident ON registry_look (community_id, resident_id, at);
CREATE INDEX registry_look_by_person ON registry_look (person_id, at);
