SET LOCAL citus.multi_shard_modify_mode TO 'sequential';

-- One row, written at the first start: the fingerprint of the master key that this database's sealed values,
-- look-ups and pseudonyms were made with. Another key would silently find nobody, so Liren refuses to start.
CREATE TABLE installation (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  key_fingerprint text NOT NULL,
  made_at timestamptz NOT NULL
);
SELECT distribute('installation', 'local');
