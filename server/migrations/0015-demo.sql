SET LOCAL citus.multi_shard_modify_mode TO 'sequential';

-- One row where the demonstration street stands: from which instant its two months are told, so that a build that
-- was broken off goes on where it stopped, and when it was finished.
CREATE TABLE demo_street (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  told_at bigint NOT NULL,
  finished_at bigint
);
SELECT distribute('demo_street', 'local');
