SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- A telephone number changes hands: whoever signs in with it shows, once in each session, that the record of the
-- registry is theirs. Gone with the session.
CREATE TABLE resident_proof (
  session_id uuid NOT NULL REFERENCES auth_session (id) ON DELETE CASCADE,
  community_id text NOT NULL,
  resident_id uuid NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (session_id, community_id, resident_id)
);
SELECT distribute('resident_proof', 'local');

-- Master keys under which something may still be sealed; one that is missing at a start is asked for by its name.
CREATE TABLE sealing_key (
  id text PRIMARY KEY CHECK (id ~ '^[a-z0-9]{1,16}$'),
  fingerprint text NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{32}$'),
  -- The order in which they came into use: the highest seals.
  n integer NOT NULL UNIQUE,
  introduced_at bigint NOT NULL
);
SELECT distribute('sealing_key', 'local');

-- What pseudonyms, look-ups and sign-in are made with comes from the first master key and outlives it: sealed under
-- the newest, so that the first may be thrown away.
ALTER TABLE installation ADD COLUMN roots_sealed text;
