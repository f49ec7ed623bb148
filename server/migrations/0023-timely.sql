SET LOCAL citus.multi_shard_modify_mode TO 'sequential';

-- 及时率: matters that left the step which their procedure names, or outstayed its limit, and those that left in time.
ALTER TABLE measure ADD COLUMN timed integer NOT NULL DEFAULT 0;
ALTER TABLE measure ADD COLUMN timely integer NOT NULL DEFAULT 0;
