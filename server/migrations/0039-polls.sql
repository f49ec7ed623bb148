SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 表决和会议: one poll for each stay of a matter in a step that has a roll. The record holds sums and digests; who is on the
-- roll, who came and who voted stand here.

CREATE TABLE poll (
  community_id text NOT NULL,
  id uuid NOT NULL,
  matter_id uuid NOT NULL,
  step text NOT NULL,
  -- The stay in that step, from 1.
  n integer NOT NULL CHECK (n > 0),
  ballot text NOT NULL CHECK (ballot IN ('named', 'secret', 'hands', 'none')),
  -- Of the roll as it stands.
  digest text NOT NULL,
  opens_at bigint,
  -- Not inside.
  closes_at bigint CHECK (closes_at > opens_at),
  -- Of a secret vote: ballots are sealed to this key; its other half is gone once they are counted.
  public_key text,
  private_key_sealed text,
  counted_at bigint,
  PRIMARY KEY (community_id, id),
  UNIQUE (community_id, matter_id, step, n),
  FOREIGN KEY (community_id, matter_id) REFERENCES matter (community_id, id),
  CHECK ((opens_at IS NULL) = (closes_at IS NULL)),
  CHECK (counted_at IS NULL OR private_key_sealed IS NULL)
);
SELECT distribute('poll', 'distributed');
CREATE INDEX poll_open ON poll (community_id, closes_at) WHERE closes_at IS NOT NULL;

-- 名册: one line for each vote. Who it is stands sealed.
CREATE TABLE roll_entry (
  community_id text NOT NULL,
  poll_id uuid NOT NULL,
  id uuid NOT NULL,
  no integer NOT NULL CHECK (no > 0),
  heads integer NOT NULL CHECK (heads > 0),
  area_square_centimetres bigint NOT NULL CHECK (area_square_centimetres >= 0),
  recused boolean NOT NULL,
  label_sealed text NOT NULL,
  -- 送达: when the papers reached them, with proof.
  delivered_at bigint,
  PRIMARY KEY (community_id, poll_id, id),
  UNIQUE (community_id, poll_id, no),
  FOREIGN KEY (community_id, poll_id) REFERENCES poll (community_id, id) ON DELETE CASCADE
);
SELECT distribute('roll_entry', 'distributed');

-- By what somebody is found on the roll: person:…, resident:…, home:… or owner:….
CREATE TABLE roll_key (
  community_id text NOT NULL,
  poll_id uuid NOT NULL,
  key text NOT NULL,
  entry_id uuid NOT NULL,
  PRIMARY KEY (community_id, poll_id, key, entry_id),
  FOREIGN KEY (community_id, poll_id, entry_id) REFERENCES roll_entry (community_id, poll_id, id) ON DELETE CASCADE
);
SELECT distribute('roll_key', 'distributed');
CREATE INDEX roll_key_by_key ON roll_key (community_id, key);

-- 已投: one line votes once, by whatever channel. Of a secret vote what was said lies in its envelope until the count.
CREATE TABLE mark (
  community_id text NOT NULL,
  poll_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('online', 'desk', 'paper', 'proxy')),
  at bigint NOT NULL,
  -- Who did it: the voter, the helper at the desk, the holder of the authority.
  person_id uuid NOT NULL,
  -- 反悔期: before this an assisted vote may be taken back.
  revocable_until bigint,
  -- Of a named vote.
  code text,
  choice text[],
  -- Of a secret vote.
  envelope text CHECK (length(envelope) <= 2000),
  PRIMARY KEY (community_id, poll_id, entry_id),
  FOREIGN KEY (community_id, poll_id, entry_id) REFERENCES roll_entry (community_id, poll_id, id) ON DELETE CASCADE,
  CHECK ((code IS NULL) = (choice IS NULL))
);
SELECT distribute('mark', 'distributed');

-- 纸质票: entered by two people who see nothing of each other's.
CREATE TABLE paper_ballot (
  community_id text NOT NULL,
  poll_id uuid NOT NULL,
  -- Printed on it.
  code text NOT NULL,
  -- Of a named vote: whose it is.
  entry_id uuid,
  first text[] NOT NULL,
  first_by uuid NOT NULL,
  second text[],
  second_by uuid CHECK (second_by <> first_by),
  -- What a third person found on it where the two differ.
  settled text[],
  settled_by uuid CHECK (settled_by <> first_by AND settled_by <> second_by),
  PRIMARY KEY (community_id, poll_id, code),
  UNIQUE (community_id, poll_id, entry_id),
  FOREIGN KEY (community_id, poll_id) REFERENCES poll (community_id, id) ON DELETE CASCADE
);
SELECT distribute('paper_ballot', 'distributed');

-- 计出的票: in the order of their codes, which are random; of a secret vote nothing here leads to the roll.
CREATE TABLE ballot (
  community_id text NOT NULL,
  poll_id uuid NOT NULL,
  code text NOT NULL,
  choice text[] NOT NULL,
  heads integer NOT NULL,
  area_square_centimetres bigint NOT NULL,
  PRIMARY KEY (community_id, poll_id, code),
  FOREIGN KEY (community_id, poll_id) REFERENCES poll (community_id, id) ON DELETE CASCADE
);
SELECT distribute('ballot', 'distributed');

-- 到会
CREATE TABLE attendance (
  community_id text NOT NULL,
  poll_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  at bigint NOT NULL,
  way text NOT NULL CHECK (way IN ('phone', 'desk', 'paper')),
  person_id uuid NOT NULL,
  PRIMARY KEY (community_id, poll_id, entry_id),
  FOREIGN KEY (community_id, poll_id, entry_id) REFERENCES roll_entry (community_id, poll_id, id) ON DELETE CASCADE
);
SELECT distribute('attendance', 'distributed');

-- 委托书: written, for one vote, capped by holder.
CREATE TABLE authority (
  community_id text NOT NULL,
  poll_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  -- HMAC of the holder's telephone number within the community: how many each holds is counted by it.
  holder_mark text NOT NULL CHECK (holder_mark ~ '^[0-9a-f]{64}$'),
  holder_sealed text NOT NULL,
  given_at bigint NOT NULL,
  person_id uuid NOT NULL,
  PRIMARY KEY (community_id, poll_id, entry_id),
  FOREIGN KEY (community_id, poll_id, entry_id) REFERENCES roll_entry (community_id, poll_id, id) ON DELETE CASCADE
);
SELECT distribute('authority', 'distributed');
CREATE INDEX authority_by_holder ON authority (community_id, poll_id, holder_mark);
