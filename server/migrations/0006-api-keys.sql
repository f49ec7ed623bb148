SET LOCAL citus.multi_shard_modify_mode TO 'sequential';

-- Keys of third-party programs. A key is 32 random bytes, so its plain SHA-256 tells nothing; what a program may do
-- follows from the posts of its account, as for any person.
CREATE TABLE api_key (
  key_hash text PRIMARY KEY CHECK (key_hash ~ '^[0-9a-f]{64}$'),
  person_id uuid NOT NULL REFERENCES person (id),
  -- Which program, and whom to ask about it.
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
  created_at bigint NOT NULL,
  revoked_at bigint
);
SELECT distribute('api_key', 'local');
CREATE INDEX api_key_by_person ON api_key (person_id);
