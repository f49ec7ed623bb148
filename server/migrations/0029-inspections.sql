SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 安全检查: an entry may be about an organisation; what it found not in order stands item by item.

ALTER TABLE field_entry ADD COLUMN organisation_id uuid;
ALTER TABLE field_entry ADD CONSTRAINT field_entry_organisation FOREIGN KEY (community_id, organisation_id)
  REFERENCES organisation (community_id, id);
ALTER TABLE field_entry ADD CONSTRAINT field_entry_about CHECK (home_id IS NULL OR organisation_id IS NULL);
CREATE INDEX field_entry_by_organisation ON field_entry (community_id, organisation_id, at)
  WHERE organisation_id IS NOT NULL;

CREATE TABLE inspection_fault (
  community_id text NOT NULL,
  entry_id uuid NOT NULL,
  -- Of the checklist, as the charter names it.
  item text NOT NULL,
  organisation_id uuid NOT NULL,
  -- To be put right, or put right on the spot.
  finding text NOT NULL CHECK (finding IN ('fail', 'fixed')),
  -- The matter that follows it up; null until it is opened, and for what was put right on the spot.
  matter_id uuid CHECK (matter_id IS NULL OR finding = 'fail'),
  PRIMARY KEY (community_id, entry_id, item),
  FOREIGN KEY (community_id, entry_id) REFERENCES field_entry (community_id, id),
  FOREIGN KEY (community_id, organisation_id) REFERENCES organisation (community_id, id)
);
SELECT distribute('inspection_fault', 'distributed');
CREATE INDEX inspection_fault_by_organisation ON inspection_fault (community_id, organisation_id, item);
