SET LOCAL citus.multi_shard_modify_mode TO 'sequential';

-- Who sent a command would tie the person to a pseudonym for ever, even after an erasure; nothing asks for it.
ALTER TABLE command DROP COLUMN person_id;

-- What an erasure has to find, and the bound on unattached photos of one person.
CREATE INDEX file_by_uploader ON file (uploaded_by);
