SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- Whoever holds an authority finds the vote among their own.
CREATE INDEX authority_of_holder ON authority (community_id, holder_mark);
