SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 走访巡查: what those who go from door to door wrote down, most of it without a network. An entry is never changed.

ALTER TABLE home ADD COLUMN visited_at bigint;
-- How soon somebody should come again, by the charter's field work; null for its least urgent.
ALTER TABLE home ADD COLUMN risk text;

CREATE TABLE field_entry (
  community_id text NOT NULL,
  -- The phone's own id of what was done: it is taken down once.
  id uuid NOT NULL,
  round text NOT NULL,
  -- Where the home lay when the entry arrived, or the grid that was walked.
  grid_id text NOT NULL,
  home_id uuid,
  person_id uuid NOT NULL,
  post text NOT NULL,
  organ_id text NOT NULL,
  -- Somebody was met: only this counts as a visit.
  met boolean NOT NULL,
  -- When it was done as far as can be known, and its civil day; when it arrived.
  at bigint NOT NULL,
  day date NOT NULL,
  received_at bigint NOT NULL CHECK (received_at >= at),
  -- By how much the phone's clock was wrong, where it was.
  clock_off_ms bigint,
  plain jsonb NOT NULL,
  -- What was written freely, sealed as one text; null where nothing was.
  words_sealed text,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, home_id) REFERENCES home (community_id, id)
);
SELECT distribute('field_entry', 'distributed');
CREATE INDEX field_entry_by_person ON field_entry (community_id, person_id, day);
CREATE INDEX field_entry_by_grid ON field_entry (community_id, grid_id, day);
CREATE INDEX field_entry_by_home ON field_entry (community_id, home_id, at) WHERE home_id IS NOT NULL;

-- Matters that were raised from an entry, which may arrive after them.
CREATE TABLE field_entry_matter (
  community_id text NOT NULL,
  entry_id uuid NOT NULL,
  matter_id uuid NOT NULL,
  PRIMARY KEY (community_id, entry_id, matter_id)
);
SELECT distribute('field_entry_matter', 'distributed');

-- Which phones hold a part of the registry; local, like sessions.
CREATE TABLE field_device (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  title text NOT NULL,
  created_at bigint NOT NULL,
  seen_at bigint NOT NULL,
  -- Somebody asked that all on it be erased; when it did so.
  wipe_asked_at bigint,
  wiped_at bigint
);
SELECT distribute('field_device', 'local');
CREATE INDEX field_device_by_person ON field_device (person_id);

-- Each time the homes of some grids went onto a phone: who saw what, should a phone be lost.
CREATE TABLE field_day_taken (
  community_id text NOT NULL,
  id uuid NOT NULL,
  device_id uuid NOT NULL,
  person_id uuid NOT NULL,
  grids text[] NOT NULL,
  homes integer NOT NULL,
  residents integer NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (community_id, id)
);
SELECT distribute('field_day_taken', 'distributed');
CREATE INDEX field_day_taken_by_person ON field_day_taken (community_id, person_id, at);
