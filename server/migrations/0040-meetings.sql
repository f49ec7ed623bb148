SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 会议场次: several matters that are convened together for the same people. Whoever checks in is there for all of them.

CREATE TABLE meeting (
  community_id text NOT NULL,
  -- The page's own id: it is convened once.
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (community_id, id)
);
SELECT distribute('meeting', 'distributed');

-- 议程. A matter that is convened anew has a new roll, and leaves the sitting that came to nothing.
CREATE TABLE meeting_item (
  community_id text NOT NULL,
  poll_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  -- On the agenda, from 1.
  position integer NOT NULL CHECK (position > 0),
  PRIMARY KEY (community_id, poll_id),
  UNIQUE (community_id, meeting_id, position),
  FOREIGN KEY (community_id, meeting_id) REFERENCES meeting (community_id, id),
  FOREIGN KEY (community_id, poll_id) REFERENCES poll (community_id, id) ON DELETE CASCADE
);
SELECT distribute('meeting_item', 'distributed');

-- 撤销签到: what was taken back, by whom and why.
CREATE TABLE attendance_undone (
  community_id text NOT NULL,
  id uuid NOT NULL,
  poll_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  -- As it had been.
  at bigint NOT NULL,
  way text NOT NULL,
  undone_at bigint NOT NULL,
  person_id uuid NOT NULL,
  reason_sealed text NOT NULL,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, poll_id, entry_id) REFERENCES roll_entry (community_id, poll_id, id) ON DELETE CASCADE
);
SELECT distribute('attendance_undone', 'distributed');
