SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- Grids shared anew: decided beforehand, from a day on, by somebody with a reason.

CREATE TABLE grid_change (
  community_id text NOT NULL,
  id uuid NOT NULL,
  -- Splits, merges, moves of buildings, and units that become a grid of their own are one kind of change: which grids
  -- open and close, and which buildings go where.
  draft jsonb NOT NULL,
  -- Who gets the post in which grid from that day on.
  seats jsonb NOT NULL,
  from_date date NOT NULL,
  reason text NOT NULL,
  decided_by uuid NOT NULL,
  post text NOT NULL,
  organ_id text NOT NULL,
  decided_at bigint NOT NULL,
  withdrawn_by uuid,
  withdrawn_at bigint,
  -- When it was done; on that day, or later where no server ran.
  effective_at bigint,
  -- Why it could not be done, in words of the code; it waits until somebody withdraws it.
  fault jsonb,
  PRIMARY KEY (community_id, id),
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL)),
  CHECK (withdrawn_at IS NULL OR effective_at IS NULL)
);
SELECT distribute('grid_change', 'distributed');
CREATE INDEX grid_change_due ON grid_change (from_date) WHERE withdrawn_at IS NULL AND effective_at IS NULL;

-- Counts up whenever places or organs change: every server then reads them anew.
CREATE TABLE directory_state (
  id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  version bigint NOT NULL
);
SELECT distribute('directory_state', 'reference');
INSERT INTO directory_state (version) VALUES (1);
