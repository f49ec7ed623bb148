SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 走访: what the office says of a home's risk, and what a worker says of days on which they could not go.

-- Each time the office set a home's risk, never changed; visits raise it besides.
CREATE TABLE home_risk_change (
  community_id text NOT NULL,
  id uuid NOT NULL,
  home_id uuid NOT NULL,
  before text NOT NULL,
  after text NOT NULL,
  reason_sealed text NOT NULL,
  person_id uuid NOT NULL,
  post text NOT NULL,
  organ_id text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, home_id) REFERENCES home (community_id, id),
  CHECK (before <> after)
);
SELECT distribute('home_risk_change', 'distributed');
CREATE INDEX home_risk_change_by_home ON home_risk_change (community_id, home_id, at);

-- 说明: why duties of some days were not met. It changes no figure; whoever answers says whether it holds.
CREATE TABLE duty_reason (
  community_id text NOT NULL,
  -- The page's or the phone's own id: it is taken down once.
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  post text NOT NULL,
  organ_id text NOT NULL,
  kind text NOT NULL,
  from_date date NOT NULL,
  until_date date NOT NULL,
  -- Null where the kind says enough.
  words_sealed text,
  at bigint NOT NULL,
  answered_at bigint,
  answered_by uuid,
  accepted boolean,
  answer_sealed text,
  -- Taken back by the worker before it was answered.
  withdrawn_at bigint,
  PRIMARY KEY (community_id, id),
  CHECK (from_date <= until_date),
  CHECK ((answered_at IS NULL) = (accepted IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL)),
  CHECK (withdrawn_at IS NULL OR answered_at IS NULL),
  CHECK (answered_by IS NULL OR answered_by <> person_id)
);
SELECT distribute('duty_reason', 'distributed');
CREATE INDEX duty_reason_by_person ON duty_reason (community_id, person_id, until_date);
CREATE INDEX duty_reason_open ON duty_reason (community_id, at) WHERE answered_at IS NULL AND withdrawn_at IS NULL;
