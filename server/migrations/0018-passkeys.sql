SET LOCAL citus.multi_shard_modify_mode TO 'sequential';

-- Passkeys of staff: public keys alone, worthless to who has only the database.
CREATE TABLE passkey (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
  -- As the authenticator names the key, base64url.
  credential_id text NOT NULL UNIQUE,
  public_key bytea NOT NULL,
  -- Rises with each use on authenticators that count; one that falls was copied.
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  -- What its owner calls it, encrypted like every word that a person typed.
  name_sealed text NOT NULL,
  created_at bigint NOT NULL,
  used_at bigint
);
SELECT distribute('passkey', 'local');
CREATE INDEX passkey_by_person ON passkey (person_id);
