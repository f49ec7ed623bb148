SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 划转: a building that came to lie in another community, when communities were divided or joined.
ALTER TABLE building ADD COLUMN handed_to text;
ALTER TABLE building ADD CONSTRAINT building_handed CHECK (handed_to IS NULL OR closed_on IS NOT NULL);
