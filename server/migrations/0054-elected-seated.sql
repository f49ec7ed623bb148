SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- Who brought the number of somebody elected that nobody had left, and when.
ALTER TABLE elected ADD COLUMN seated_by uuid;
ALTER TABLE elected ADD COLUMN seated_at bigint;
