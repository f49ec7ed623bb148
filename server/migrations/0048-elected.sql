SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 当选: whom an election put into which office, for which term, and by which account it is held. What they are called stands
-- in the record.

CREATE TABLE elected (
  community_id text NOT NULL,
  matter_id uuid NOT NULL,
  -- The candidate, as the matter numbers them.
  candidate text NOT NULL,
  post text NOT NULL,
  organ_id text NOT NULL,
  from_date date NOT NULL,
  -- The last day of the term.
  until_date date NOT NULL CHECK (until_date >= from_date),
  -- Absent until an account is known by which the office is held.
  person_id uuid,
  PRIMARY KEY (community_id, matter_id, candidate),
  FOREIGN KEY (community_id, matter_id) REFERENCES matter (community_id, id)
);
SELECT distribute('elected', 'distributed');
