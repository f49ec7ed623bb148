SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- People, their posts, and how they sign in. No name, phone number or address stands here in the clear.

CREATE TABLE person (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('resident', 'staff')),
  -- Encrypted with keys held outside the database, bound to this row and column.
  name_sealed text,
  phone_sealed text,
  -- HMAC of the phone number: finds a person by exact number, tells nothing to who has only the database.
  phone_index text UNIQUE CHECK (phone_index ~ '^[0-9a-f]{64}$'),
  demo boolean NOT NULL DEFAULT FALSE,
  demo_role text UNIQUE,
  -- Epoch milliseconds, as everywhere but in the library's tables.
  created_at bigint NOT NULL,
  erased_at bigint,
  CHECK (demo_role IS NULL OR demo),
  CHECK (erased_at IS NULL OR (name_sealed IS NULL AND phone_sealed IS NULL AND phone_index IS NULL)),
  CHECK ((phone_sealed IS NULL) = (phone_index IS NULL))
);
SELECT distribute('person', 'local');
CREATE INDEX person_demo ON person (id) WHERE demo;

CREATE TABLE post (
  person_id uuid NOT NULL REFERENCES person (id),
  post text NOT NULL,
  organ_id text NOT NULL,
  from_date date NOT NULL,
  -- The last day in office; null while it lasts.
  until_date date CHECK (until_date >= from_date),
  PRIMARY KEY (person_id, post, organ_id, from_date)
);
SELECT distribute('post', 'local');
CREATE INDEX post_by_organ ON post (organ_id, post);

-- The tables of the sign-in library. Its "name", "email" and "username" hold derived values, never what a person typed.
CREATE TABLE auth_user (
  id uuid PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  email_verified boolean NOT NULL,
  image text,
  username text UNIQUE,
  phone_number text UNIQUE,
  phone_number_verified boolean,
  two_factor_enabled boolean,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
SELECT distribute('auth_user', 'local');

CREATE TABLE auth_session (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
  -- Useless without the server's key, which signs it in the cookie.
  token text NOT NULL UNIQUE,
  -- True only for a session that itself passed the second factor.
  second_factor boolean NOT NULL DEFAULT FALSE,
  ip_address text,
  user_agent text,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
SELECT distribute('auth_session', 'local');
CREATE INDEX auth_session_by_user ON auth_session (user_id);
CREATE INDEX auth_session_by_expiry ON auth_session (expires_at);

CREATE TABLE auth_account (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (provider_id, account_id)
);
SELECT distribute('auth_account', 'local');
CREATE INDEX auth_account_by_user ON auth_account (user_id);

CREATE TABLE auth_verification (
  id uuid PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
SELECT distribute('auth_verification', 'local');
CREATE INDEX auth_verification_by_identifier ON auth_verification (identifier);

CREATE TABLE auth_two_factor (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz
);
SELECT distribute('auth_two_factor', 'local');
CREATE INDEX auth_two_factor_by_user ON auth_two_factor (user_id);

-- Attempts within a window, for limits that outlive a restart and are shared by all servers.
CREATE TABLE sign_in_attempt (
  -- Purpose and HMAC of what is limited (a number, a name, an address).
  bucket text PRIMARY KEY,
  count integer NOT NULL,
  resets_at bigint NOT NULL
);
SELECT distribute('sign_in_attempt', 'local');
CREATE INDEX sign_in_attempt_by_reset ON sign_in_attempt (resets_at);
