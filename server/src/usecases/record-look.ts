import { randomUUID } from 'node:crypto';
import type { Asker } from './actor.ts';
import type { Seen } from './seen.ts';
import type { Shell } from './shell.ts';

/**
 * Writes down that somebody in office looked at personal words or numbers of a matter (invariant 8). The
 * person concerned reads these; the public record and one's own matter need no note.
 */
export async function recordLook(
  shell: Shell,
  asker: Asker,
  { matter, sight, facts }: Seen,
  what: string,
  reason: string,
): Promise<void> {
  if (asker.kind !== 'person' || sight !== 'handlers' || facts.actor.handle === matter.opener) return;
  const [post] = asker.posts;
  await shell.pool.query(
    `INSERT INTO look (community_id, id, matter_id, person_id, post, organ_id, what, reason, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      matter.community,
      randomUUID(),
      matter.id,
      asker.person,
      post?.post ?? '',
      post?.organ ?? '',
      what,
      reason,
      shell.now(),
    ],
  );
}
