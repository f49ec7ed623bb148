SET LOCAL citus.multi_shard_modify_mode TO 'sequential';

-- Reference tables: the same few thousand rows on every node. Ids are short words or official codes.

CREATE TABLE place (
  id text PRIMARY KEY,
  parent_id text REFERENCES place (id),
  level text NOT NULL CHECK (level IN ('district', 'street', 'community', 'grid', 'building')),
  title text NOT NULL,
  -- Official division code, where there is one.
  code text,
  -- GeoJSON Polygon or Point, WGS-84; null where nobody has drawn it.
  shape jsonb
);
CREATE INDEX place_parent ON place (parent_id);
SELECT distribute('place', 'reference');

-- A community is what all data of matters is keyed by. Matters of a street whose community is not known
-- yet are kept by the street itself, as a community of its own.
CREATE TABLE community (
  id text PRIMARY KEY,
  title text NOT NULL,
  place_id text NOT NULL REFERENCES place (id),
  street_id text NOT NULL REFERENCES place (id),
  charter text NOT NULL
);
SELECT distribute('community', 'reference');

CREATE TABLE organ (
  id text PRIMARY KEY,
  -- Key in the charter's organs.
  kind text NOT NULL,
  title text NOT NULL,
  area_id text NOT NULL REFERENCES place (id)
);
SELECT distribute('organ', 'reference');

-- Every version of a procedure that a matter may have begun under, in its normal form.
CREATE TABLE procedure_version (
  id text NOT NULL,
  version text NOT NULL,
  -- Not jsonb, which forgets the order in which the outcomes were written.
  body json NOT NULL,
  PRIMARY KEY (id, version)
);
SELECT distribute('procedure_version', 'reference');

CREATE TABLE calendar_year (
  calendar text NOT NULL,
  year integer NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (calendar, year)
);
SELECT distribute('calendar_year', 'reference');
