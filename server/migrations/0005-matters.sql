SET LOCAL citus.multi_shard_modify_mode TO 'sequential';

-- Instants are bigint epoch milliseconds: they stand in hashes and must come back as they went in.

-- Projection of a record; `state` is the fold itself, the columns are what lists filter by.
CREATE TABLE matter (
  community_id text NOT NULL,
  id uuid NOT NULL,
  -- What people say on the telephone.
  number text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  head text NOT NULL,
  procedure text NOT NULL,
  procedure_version text NOT NULL,
  charter text NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'ended')),
  step text NOT NULL,
  outcome text,
  channel text NOT NULL,
  affair text,
  class text,
  urgency text NOT NULL,
  place_id text,
  grid_id text,
  organ_id text,
  parent_id uuid,
  opened_at bigint NOT NULL,
  ended_at bigint,
  due_at bigint,
  next_clock_at bigint,
  late boolean NOT NULL,
  excluded boolean NOT NULL,
  rated text,
  joined integer NOT NULL,
  -- Where it is, rounded to about 100 m; the exact place is sealed.
  lat double precision,
  long double precision,
  state jsonb NOT NULL,
  PRIMARY KEY (community_id, id)
);
CREATE INDEX matter_clock ON matter (next_clock_at) WHERE next_clock_at IS NOT NULL;
CREATE INDEX matter_number ON matter (number);
-- Lists are read newest first, each way into somebody's scope by an index of its own: a community, a grid, an organ,
-- or, by who sees a whole city, all at once.
CREATE INDEX matter_newest ON matter (opened_at DESC, id DESC) INCLUDE (community_id);
CREATE INDEX matter_opened ON matter (community_id, opened_at DESC, id DESC);
CREATE INDEX matter_organ ON matter (organ_id, opened_at DESC, id DESC) INCLUDE (community_id);
CREATE INDEX matter_grid ON matter (grid_id, opened_at DESC, id DESC) WHERE grid_id IS NOT NULL;
-- What is seldom and often asked for, so that no list walks through years to fill a page. The overview counts what
-- stands open, and what was settled in the last days, from the index alone.
CREATE INDEX matter_open ON matter (community_id, opened_at DESC, id DESC) INCLUDE (class, due_at) WHERE status = 'open';
CREATE INDEX matter_late ON matter (community_id, opened_at DESC, id DESC) WHERE late;
CREATE INDEX matter_displeased ON matter (community_id, opened_at DESC, id DESC) WHERE rated = 'dissatisfied';
CREATE INDEX matter_excluded ON matter (community_id, opened_at DESC, id DESC) WHERE excluded;
CREATE INDEX matter_affair ON matter (community_id, affair, opened_at DESC, id DESC);
CREATE INDEX matter_organ_open ON matter (organ_id, opened_at DESC, id DESC) WHERE status = 'open';
CREATE INDEX matter_organ_late ON matter (organ_id, opened_at DESC, id DESC) WHERE late;
CREATE INDEX matter_organ_displeased ON matter (organ_id, opened_at DESC, id DESC) WHERE rated = 'dissatisfied';
CREATE INDEX matter_organ_excluded ON matter (organ_id, opened_at DESC, id DESC) WHERE excluded;
CREATE INDEX matter_organ_affair ON matter (organ_id, affair, opened_at DESC, id DESC);
CREATE INDEX matter_ended ON matter (community_id, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX matter_parent ON matter (community_id, parent_id) WHERE parent_id IS NOT NULL;
SELECT distribute('matter', 'distributed');

-- 案卷: append-only and hash-chained. Nothing updates or deletes here.
CREATE TABLE event (
  community_id text NOT NULL,
  matter_id uuid NOT NULL,
  seq integer NOT NULL,
  type text NOT NULL,
  step text,
  at bigint NOT NULL,
  actor jsonb NOT NULL,
  data jsonb NOT NULL,
  -- Name → commitment; the values stand in `sealed`.
  commitments jsonb,
  prev text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (community_id, matter_id, seq),
  FOREIGN KEY (community_id, matter_id) REFERENCES matter (community_id, id)
);
SELECT distribute('event', 'distributed');

-- What people said: encrypted salt and value; erased rows are deleted, and the chain still verifies.
CREATE TABLE sealed (
  community_id text NOT NULL,
  matter_id uuid NOT NULL,
  seq integer NOT NULL,
  name text NOT NULL,
  audience text NOT NULL CHECK (audience IN ('public', 'parties', 'handlers')),
  body text NOT NULL,
  PRIMARY KEY (community_id, matter_id, seq, name),
  FOREIGN KEY (community_id, matter_id, seq) REFERENCES event (community_id, matter_id, seq)
);
SELECT distribute('sealed', 'distributed');

-- A command acts once: its id is kept with what it did.
CREATE TABLE command (
  community_id text NOT NULL,
  id uuid NOT NULL,
  matter_id uuid NOT NULL,
  version integer NOT NULL,
  person_id uuid,
  PRIMARY KEY (community_id, id)
);
SELECT distribute('command', 'distributed');

-- Who stands behind a pseudonym; erased with the person.
CREATE TABLE participant (
  community_id text NOT NULL,
  matter_id uuid NOT NULL,
  handle text NOT NULL,
  person_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('opener', 'joined', 'staff')),
  PRIMARY KEY (community_id, matter_id, handle)
);
CREATE INDEX participant_person ON participant (person_id, role);
SELECT distribute('participant', 'distributed');

-- 待办, by audience: organ:ID, organ:ID/POST or handle:H. Rows of older versions are replaced as the matter moves.
CREATE TABLE task (
  community_id text NOT NULL,
  matter_id uuid NOT NULL,
  version integer NOT NULL,
  audience text NOT NULL,
  step text NOT NULL,
  -- The end of year 9999 where nothing limits it.
  due_at bigint NOT NULL,
  late boolean NOT NULL,
  since bigint NOT NULL,
  PRIMARY KEY (community_id, matter_id, version, audience)
);
CREATE INDEX task_inbox ON task (audience, due_at, matter_id);
SELECT distribute('task', 'distributed');

CREATE TABLE message (
  community_id text NOT NULL,
  id uuid NOT NULL,
  matter_id uuid NOT NULL,
  audience text NOT NULL,
  key text NOT NULL,
  params jsonb NOT NULL,
  at bigint NOT NULL,
  read_at bigint,
  PRIMARY KEY (community_id, id)
);
CREATE INDEX message_inbox ON message (audience, at DESC);
CREATE INDEX message_matter ON message (community_id, matter_id);
SELECT distribute('message', 'distributed');

-- What must leave the house (text messages, webhooks): drained after the transaction, at least once.
CREATE TABLE outbox (
  community_id text NOT NULL,
  id uuid NOT NULL,
  matter_id uuid NOT NULL,
  audience text NOT NULL,
  key text NOT NULL,
  params jsonb NOT NULL,
  at bigint NOT NULL,
  attempts integer NOT NULL,
  next_at bigint,
  PRIMARY KEY (community_id, id)
);
CREATE INDEX outbox_due ON outbox (next_at) WHERE next_at IS NOT NULL;
SELECT distribute('outbox', 'distributed');

-- 公示
CREATE TABLE notice (
  community_id text NOT NULL,
  matter_id uuid NOT NULL,
  seq integer NOT NULL,
  procedure text NOT NULL,
  published_at bigint NOT NULL,
  until_at bigint NOT NULL,
  PRIMARY KEY (community_id, matter_id, seq)
);
CREATE INDEX notice_latest ON notice (published_at DESC);
SELECT distribute('notice', 'distributed');

-- Running figures: each row is the sum of the shares of all matters.
CREATE TABLE measure (
  community_id text NOT NULL,
  month text NOT NULL,
  organ_id text NOT NULL,
  class text NOT NULL,
  procedure text NOT NULL,
  opened integer NOT NULL,
  ended integer NOT NULL,
  late integer NOT NULL,
  excluded integer NOT NULL,
  calls integer NOT NULL,
  contacted integer NOT NULL,
  solved integer NOT NULL,
  satisfied integer NOT NULL,
  basically integer NOT NULL,
  PRIMARY KEY (community_id, month, organ_id, class, procedure)
);
CREATE INDEX measure_month ON measure (month, organ_id);
SELECT distribute('measure', 'distributed');

-- Words of a matter for search, segmented by the application; digits of telephone and identity numbers left out.
CREATE TABLE matter_words (
  community_id text NOT NULL,
  matter_id uuid NOT NULL,
  words tsvector NOT NULL,
  opened_at bigint NOT NULL,
  PRIMARY KEY (community_id, matter_id)
);
CREATE INDEX matter_words_search ON matter_words USING gin (words);
SELECT distribute('matter_words', 'distributed');

-- Every look at sensitive data.
CREATE TABLE look (
  community_id text NOT NULL,
  id uuid NOT NULL,
  matter_id uuid NOT NULL,
  person_id uuid NOT NULL,
  post text NOT NULL,
  organ_id text NOT NULL,
  what text NOT NULL,
  reason text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (community_id, id)
);
CREATE INDEX look_matter ON look (community_id, matter_id, at DESC);
SELECT distribute('look', 'distributed');

-- A community's published seals over all its records; each chains to the one before.
CREATE TABLE checkpoint (
  community_id text NOT NULL,
  n integer NOT NULL,
  at bigint NOT NULL,
  body jsonb NOT NULL,
  -- Every record's length and head then; kept for the latest alone, from which proofs are made.
  leaves jsonb,
  PRIMARY KEY (community_id, n)
);
SELECT distribute('checkpoint', 'distributed');
