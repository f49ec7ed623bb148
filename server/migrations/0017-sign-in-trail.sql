SET LOCAL citus.multi_shard_modify_mode TO 'sequential';

-- What happened to a staff member's account: entered, refused, changed. No address, no name; kept for a year.
CREATE TABLE sign_in_trail (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  what text NOT NULL,
  at bigint NOT NULL
);
SELECT distribute('sign_in_trail', 'local');
CREATE INDEX sign_in_trail_by_person ON sign_in_trail (person_id, at);
CREATE INDEX sign_in_trail_by_time ON sign_in_trail (at);
