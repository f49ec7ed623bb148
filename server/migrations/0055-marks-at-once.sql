SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
-- Who has a telephone is asked by every vote and every sign-in. A mark that waits in the list of late entries is read by
-- walking that list, 4 MB long unless told; with 64 kB an import of a town still enters its marks by the hundred.
ALTER INDEX resident_tokens SET (gin_pending_list_limit = 64);
