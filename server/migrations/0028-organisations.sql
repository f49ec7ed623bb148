SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 单位: firms, shops, stationed units, social organisations of a community. What stands on a licence or a signboard is
-- plain; whom to call there stands sealed.

CREATE TABLE organisation (
  community_id text NOT NULL,
  id uuid NOT NULL,
  -- As the charter names its kinds.
  kind text NOT NULL,
  name text NOT NULL,
  -- 统一社会信用代码 (GB 32100); small shops may have none.
  credit_code text CHECK (credit_code ~ '^[0-9A-Z]{18}$'),
  address text NOT NULL,
  -- Name and address as one text, whatever their spelling.
  key text NOT NULL,
  -- The building of the address, in the spelling of homes; null on a street or in a market.
  compound text,
  building text,
  unit text,
  -- What it shows as its grid: that of its latest row below.
  grid_id text NOT NULL REFERENCES place (id),
  grid_from date NOT NULL DEFAULT '-infinity',
  contact_sealed text,
  phone_sealed text,
  qualification text,
  qualified_until date,
  -- The last day on which it was there.
  closed_on date,
  version integer NOT NULL DEFAULT 0,
  PRIMARY KEY (community_id, id),
  CHECK ((building IS NULL) = (compound IS NULL) AND (building IS NULL) = (unit IS NULL)),
  CHECK ((qualification IS NULL) = (qualified_until IS NULL)),
  -- Nobody is called at what is no longer there.
  CHECK (closed_on IS NULL OR (contact_sealed IS NULL AND phone_sealed IS NULL))
);
SELECT distribute('organisation', 'distributed');
CREATE UNIQUE INDEX organisation_code ON organisation (community_id, credit_code)
  WHERE closed_on IS NULL AND credit_code IS NOT NULL;
CREATE UNIQUE INDEX organisation_key ON organisation (community_id, key) WHERE closed_on IS NULL;
CREATE INDEX organisation_by_grid ON organisation (community_id, grid_id);

-- Which grid an organisation lies in from which day on, as for homes.
CREATE TABLE organisation_grid (
  community_id text NOT NULL,
  organisation_id uuid NOT NULL,
  from_date date NOT NULL DEFAULT '-infinity',
  grid_id text NOT NULL,
  holds_homes boolean NOT NULL DEFAULT true CHECK (holds_homes),
  PRIMARY KEY (community_id, organisation_id, from_date),
  UNIQUE (community_id, organisation_id, from_date, grid_id),
  FOREIGN KEY (community_id, organisation_id) REFERENCES organisation (community_id, id) ON DELETE CASCADE,
  FOREIGN KEY (grid_id, holds_homes) REFERENCES place (id, holds_homes)
);
SELECT distribute('organisation_grid', 'distributed');
CREATE INDEX organisation_grid_by_grid ON organisation_grid (community_id, grid_id, from_date);
ALTER TABLE organisation ADD CONSTRAINT organisation_grid_known
  FOREIGN KEY (community_id, id, grid_from, grid_id)
  REFERENCES organisation_grid (community_id, organisation_id, from_date, grid_id) DEFERRABLE INITIALLY DEFERRED;

-- The history of every value: who wrote it, when, from what source, and what it replaced, sealed.
CREATE TABLE organisation_change (
  community_id text NOT NULL,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  field text NOT NULL,
  former_sealed text,
  source text NOT NULL,
  -- Null where it was done at the server's own command line.
  person_id uuid,
  at bigint NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, organisation_id) REFERENCES organisation (community_id, id)
);
SELECT distribute('organisation_change', 'distributed');
CREATE INDEX organisation_change_by_one ON organisation_change (community_id, organisation_id, at);

-- Who had the name or number of a contact shown whole, and why.
CREATE TABLE organisation_look (
  community_id text NOT NULL,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  field text NOT NULL CHECK (field IN ('contact', 'phone')),
  reason_sealed text NOT NULL,
  person_id uuid NOT NULL,
  post text NOT NULL,
  organ_id text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, organisation_id) REFERENCES organisation (community_id, id)
);
SELECT distribute('organisation_look', 'distributed');
CREATE INDEX organisation_look_by_one ON organisation_look (community_id, organisation_id, at);
CREATE INDEX organisation_look_by_person ON organisation_look (person_id, at);
