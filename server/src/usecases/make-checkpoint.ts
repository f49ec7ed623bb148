import { communityId, instant } from '@liren/core/basics/ids.ts';
import { type Checkpoint, type Leaf, makeCheckpoint, rootOfLeaves } from '@liren/core/record/checkpoint.ts';
import type { Shell } from './shell.ts';
import { inTransaction } from './transact.ts';

/**
 * Seals all records of a community as they stand; nothing when none changed since the last time. One at a time:
 * the newest checkpoint is locked while the next is made.
 */
export async function sealCommunity(shell: Shell, community: string): Promise<Checkpoint | undefined> {
  return inTransaction(shell.pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`checkpoint/${community}`]);
    const last = await client.query<{ body: Checkpoint }>(
      'SELECT body FROM checkpoint WHERE community_id = $1 ORDER BY n DESC LIMIT 1',
      [community],
    );
    const heads = await client.query<Leaf>(
      'SELECT id AS matter, version AS seq, head FROM matter WHERE community_id = $1 ORDER BY id',
      [community],
    );
    const previous = last.rows[0]?.body;
    const leaves = heads.rows;
    if (leaves.length === 0 || previous?.root === rootOfLeaves(leaves)) return undefined;
    // Published times never run backwards, even when the machine's clock does.
    const at = instant(Math.max(shell.now(), previous?.at ?? 0));
    const made = makeCheckpoint(previous, { community: communityId(community), at, leaves });
    await client.query('UPDATE checkpoint SET leaves = NULL WHERE community_id = $1 AND leaves IS NOT NULL', [
      community,
    ]);
    await client.query(
      'INSERT INTO checkpoint (community_id, n, at, body, leaves) VALUES ($1, $2, $3, $4, $5)',
      [community, made.n, made.at, JSON.stringify(made), JSON.stringify(leaves)],
    );
    return made;
  });
}

/** Seals every community; returns how many had changed. */
export async function sealAll(shell: Shell): Promise<number> {
  let sealed = 0;
  for (const community of shell.directory.communities)
    if ((await sealCommunity(shell, community.id)) !== undefined) sealed++;
  return sealed;
}
