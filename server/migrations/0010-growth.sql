SET LOCAL citus.multi_shard_modify_mode TO 'sequential';

-- Lists are read newest first, a community at a time or, by who sees a whole city, all at once.
DROP INDEX matter_opened;
CREATE INDEX matter_opened ON matter (community_id, opened_at DESC, id DESC);
DROP INDEX matter_organ;
CREATE INDEX matter_organ ON matter (organ_id, opened_at DESC, id DESC);
CREATE INDEX matter_newest ON matter (opened_at DESC, id DESC);
CREATE INDEX matter_grid ON matter (grid_id, opened_at DESC, id DESC) WHERE grid_id IS NOT NULL;

-- What is seldom and often asked for.
CREATE INDEX matter_late ON matter (community_id, opened_at DESC, id DESC) WHERE late;
CREATE INDEX matter_displeased ON matter (community_id, opened_at DESC, id DESC) WHERE rated = 'dissatisfied';
DROP INDEX matter_open_affair;
CREATE INDEX matter_affair ON matter (community_id, affair, opened_at DESC, id DESC);

-- The overview counts what stands open, and what was settled in the last days, from the index alone.
CREATE INDEX matter_open ON matter (community_id, opened_at DESC, id DESC) INCLUDE (class, due_at) WHERE status = 'open';
CREATE INDEX matter_ended ON matter (community_id, ended_at) WHERE ended_at IS NOT NULL;

-- Search entries name the community ('@…') and the five days ('#…') of the opening: see store/search-words.ts.
UPDATE matter_words
SET words = words || array_to_tsvector(ARRAY['@' || community_id, '#' || (opened_at / 432000000)]);
