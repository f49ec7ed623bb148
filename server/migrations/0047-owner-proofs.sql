SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 业主核对: who owns a home here and lives elsewhere has no record with a telephone; in each session they show which owner
-- they are. One owner a session and community; gone with the session.
CREATE TABLE owner_proof (
  session_id uuid NOT NULL REFERENCES auth_session (id) ON DELETE CASCADE,
  community_id text NOT NULL,
  owner_mark text NOT NULL CHECK (owner_mark ~ '^[0-9a-f]{64}$'),
  at bigint NOT NULL,
  PRIMARY KEY (session_id, community_id)
);
SELECT distribute('owner_proof', 'local');

-- How many owners a line of the roll has.
CREATE INDEX roll_key_by_entry ON roll_key (community_id, poll_id, entry_id);
