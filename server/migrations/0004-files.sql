SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- Photos that people attach to matters. Bytes lie on disk or in object storage; here stands what they are and whose.

CREATE TABLE file (
  community_id text NOT NULL,
  id uuid NOT NULL,
  -- Null until a command attaches the photo; unattached photos expire.
  matter_id uuid,
  bytes bigint NOT NULL CHECK (bytes > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text NOT NULL,
  width_pixels integer NOT NULL CHECK (width_pixels > 0),
  height_pixels integer NOT NULL CHECK (height_pixels > 0),
  uploaded_by uuid NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (community_id, id)
);
SELECT distribute('file', 'distributed');
CREATE INDEX file_by_id ON file (id);
CREATE INDEX file_by_matter ON file (community_id, matter_id) WHERE matter_id IS NOT NULL;
CREATE INDEX file_unattached ON file (created_at) WHERE matter_id IS NULL;

-- Uploads under way, local to the coordinator: any server of several can resume what another began.
CREATE TABLE upload (
  id uuid PRIMARY KEY,
  community_id text NOT NULL,
  person_id uuid NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes > 0),
  received_bytes bigint NOT NULL CHECK (received_bytes BETWEEN 0 AND size_bytes),
  state text NOT NULL CHECK (state IN ('receiving', 'stored', 'refused')),
  created_at bigint NOT NULL
);
SELECT distribute('upload', 'local');
CREATE INDEX upload_by_person ON upload (person_id, created_at);
CREATE INDEX upload_by_age ON upload (created_at);

CREATE TABLE upload_part (
  upload_id uuid NOT NULL REFERENCES upload (id) ON DELETE CASCADE,
  start_byte bigint NOT NULL,
  body bytea NOT NULL,
  PRIMARY KEY (upload_id, start_byte)
);
SELECT distribute('upload_part', 'local');
-- Photos are compressed already.
ALTER TABLE upload_part ALTER COLUMN body SET STORAGE external;
