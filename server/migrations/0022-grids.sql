SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 网格: what kind each is, from when until when places stand, and which grid a home lies in from which day on.

-- Of places that are grids: general (总网格) holds smaller grids, never homes; micro (微网格); exclusive (专属网格), one
-- unit such as a school. Null for a grid that was laid before kinds were told: a micro grid.
ALTER TABLE place ADD COLUMN grid_kind text;
-- First and last day on which a place stands; null where nobody has said.
ALTER TABLE place ADD COLUMN opened_on date;
ALTER TABLE place ADD COLUMN closed_on date;
ALTER TABLE place ADD COLUMN holds_homes boolean NOT NULL DEFAULT true;
ALTER TABLE place ADD CONSTRAINT place_grid_kind
  CHECK (grid_kind IN ('general', 'micro', 'exclusive') AND level = 'grid' OR grid_kind IS NULL);
ALTER TABLE place ADD CONSTRAINT place_holds_homes CHECK (holds_homes = (grid_kind IS DISTINCT FROM 'general'));
ALTER TABLE place ADD CONSTRAINT place_days CHECK (closed_on >= opened_on);
ALTER TABLE place ADD CONSTRAINT place_homes_key UNIQUE (id, holds_homes);

-- A home lies in the grid of its latest row: one grid on any day, without gap or overlap, because a row has no end and
-- a day has no two rows. The first row reaches back for ever.
CREATE TABLE home_grid (
  community_id text NOT NULL,
  home_id uuid NOT NULL,
  from_date date NOT NULL DEFAULT '-infinity',
  grid_id text NOT NULL,
  -- Always true: together with the key it points to, no home lies in a general grid.
  holds_homes boolean NOT NULL DEFAULT true CHECK (holds_homes),
  PRIMARY KEY (community_id, home_id, from_date),
  UNIQUE (community_id, home_id, from_date, grid_id),
  FOREIGN KEY (community_id, home_id) REFERENCES home (community_id, id) ON DELETE CASCADE,
  FOREIGN KEY (grid_id, holds_homes) REFERENCES place (id, holds_homes)
);
SELECT distribute('home_grid', 'distributed');
CREATE INDEX home_grid_by_grid ON home_grid (community_id, grid_id, from_date);
INSERT INTO home_grid (community_id, home_id, grid_id) SELECT community_id, id, grid_id FROM home;

-- What a home shows as its grid is one of its rows: a home without a row, or with a grid that none names, is refused
-- when the transaction ends.
ALTER TABLE home ADD COLUMN grid_from date NOT NULL DEFAULT '-infinity';
ALTER TABLE home ADD CONSTRAINT home_grid_known FOREIGN KEY (community_id, id, grid_from, grid_id)
  REFERENCES home_grid (community_id, home_id, from_date, grid_id) DEFERRABLE INITIALLY DEFERRED;
