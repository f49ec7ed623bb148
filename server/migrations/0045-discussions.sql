SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 议事: statements and votes beside a discussion. The record holds opinions with their answers, and in the end sums and a
-- digest; thousands may vote at once, so votes stand here.

-- One for each stay of a matter in a discussion with statements.
CREATE TABLE discussion (
  community_id text NOT NULL,
  id uuid NOT NULL,
  matter_id uuid NOT NULL,
  step text NOT NULL,
  -- The stay in that step, from 1.
  n integer NOT NULL CHECK (n > 0),
  -- Numbers given out: to statements, and to votes and changed votes. Votes carry no time of day, only this order.
  statements integer NOT NULL DEFAULT 0,
  changes integer NOT NULL DEFAULT 0,
  closed_at bigint,
  -- 谁没来, as last told, and of how many: told anew only when enough others have come, so that nobody is found by waiting.
  attended integer NOT NULL DEFAULT 0,
  attendance jsonb,
  PRIMARY KEY (community_id, id),
  UNIQUE (community_id, matter_id, step, n),
  FOREIGN KEY (community_id, matter_id) REFERENCES matter (community_id, id)
);
SELECT distribute('discussion', 'distributed');

-- 观点: public once it is shown; sealed, so that whoever wrote it may have it erased.
CREATE TABLE statement (
  community_id text NOT NULL,
  discussion_id uuid NOT NULL,
  n integer NOT NULL CHECK (n > 0),
  -- The writer as this discussion knows them: another pseudonym than in the record, so that opinions and votes are not tied.
  handle text NOT NULL,
  words_sealed text,
  written_at bigint NOT NULL,
  status text NOT NULL CHECK (status IN ('waiting', 'shown', 'removed')),
  reason text CHECK (reason IN ('personal', 'insult', 'unlawful', 'advert', 'off-topic', 'duplicate', 'several')),
  decided_by uuid,
  decided_at bigint,
  appealed_at bigint,
  appeal_sealed text,
  upheld boolean,
  appeal_decided_by uuid CHECK (appeal_decided_by <> decided_by),
  appeal_decided_at bigint,
  PRIMARY KEY (community_id, discussion_id, n),
  FOREIGN KEY (community_id, discussion_id) REFERENCES discussion (community_id, id) ON DELETE CASCADE,
  CHECK (status <> 'removed' OR reason IS NOT NULL),
  CHECK ((upheld IS NULL) = (appeal_decided_by IS NULL))
);
SELECT distribute('statement', 'distributed');
CREATE INDEX statement_by_handle ON statement (community_id, discussion_id, handle);

-- One for each person and statement. When the discussion closes, handles become numbers drawn by lot.
CREATE TABLE statement_vote (
  community_id text NOT NULL,
  discussion_id uuid NOT NULL,
  handle text NOT NULL,
  statement_n integer NOT NULL,
  vote smallint NOT NULL CHECK (vote IN (-1, 0, 1)),
  -- Numbers of the first answer and of the one that stands.
  first_no integer NOT NULL,
  no integer NOT NULL,
  PRIMARY KEY (community_id, discussion_id, handle, statement_n),
  FOREIGN KEY (community_id, discussion_id, statement_n) REFERENCES statement (community_id, discussion_id, n) ON DELETE CASCADE
);
SELECT distribute('statement_vote', 'distributed');
CREATE INDEX statement_vote_by_no ON statement_vote (community_id, discussion_id, no);

-- Who of the registry took part. It leads to no vote: there is neither handle nor time.
CREATE TABLE discussion_part (
  community_id text NOT NULL,
  discussion_id uuid NOT NULL,
  resident_id uuid NOT NULL,
  PRIMARY KEY (community_id, discussion_id, resident_id),
  FOREIGN KEY (community_id, discussion_id) REFERENCES discussion (community_id, id) ON DELETE CASCADE
);
SELECT distribute('discussion_part', 'distributed');
