SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- 业主: how large a home is, by what paper, and who owns which part of it.

ALTER TABLE home ADD COLUMN area_square_centimetres bigint CHECK (area_square_centimetres > 0);
ALTER TABLE home ADD COLUMN area_basis text CHECK (area_basis IN ('registered', 'surveyed', 'contract'));
ALTER TABLE home ADD CONSTRAINT home_area CHECK ((area_square_centimetres IS NULL) = (area_basis IS NULL));

CREATE TABLE home_owner (
  community_id text NOT NULL,
  id uuid NOT NULL,
  home_id uuid NOT NULL,
  -- A person or an organisation, who may live elsewhere; '' once they were erased.
  name_sealed text NOT NULL,
  -- The identity number or credit code.
  number_sealed text,
  -- HMAC of that number within the community: who owns several homes is found as one.
  owner_mark text CHECK (owner_mark ~ '^[0-9a-f]{64}$'),
  -- The part of the home, in lowest terms.
  share_top integer NOT NULL CHECK (share_top > 0),
  share_bottom integer NOT NULL CHECK (share_bottom >= share_top),
  from_date date NOT NULL,
  -- The last day, or null while it lasts.
  until_date date CHECK (until_date >= from_date),
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, home_id) REFERENCES home (community_id, id)
);
SELECT distribute('home_owner', 'distributed');
CREATE INDEX home_owner_by_home ON home_owner (community_id, home_id);
CREATE INDEX home_owner_by_mark ON home_owner (community_id, owner_mark);
