import { randomUUID } from 'node:crypto';
import { lookPlace } from '../store/own-matters.ts';
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
  await write(shell, asker, [{ community: matter.community, matter: matter.id }], what, reason);
}

/** The same for a caller's earlier matters, all shown at once. */
export const recordCallerLook = (
  shell: Shell,
  asker: Person,
  rows: readonly { readonly community_id: string; readonly id: string }[],
): Promise<void> =>
  write(
    shell,
    asker,
    rows.map((row) => ({ community: row.community_id, matter: row.id })),
    'caller',
    '',
  );

type Person = Extract<Asker, { kind: 'person' }>;
async function write(
  shell: Shell,
  asker: Person,
  matters: readonly { readonly community: string; readonly matter: string }[],
  what: string,
  reason: string,
): Promise<void> {
  if (matters.length === 0) return;
  const [post] = asker.posts;
  const ids = matters.map(() => randomUUID());
  const reasons = ids.map((id) => (reason === '' ? '' : shell.sealer.seal(lookPlace(id), reason)));
  await shell.pool.query(
    `INSERT INTO look (community_id, id, matter_id, person_id, post, organ_id, what, reason, at)
     SELECT k.community_id, k.id, k.matter_id, $4, $5, $6, $7, k.reason, $9
     FROM unnest($1::text[], $2::uuid[], $3::uuid[], $8::text[]) AS k(community_id, id, matter_id, reason)`,
    [
      matters.map((each) => each.community),
      ids,
      matters.map((each) => each.matter),
      asker.person,
      post?.post ?? '',
      post?.organ ?? '',
      what,
      reasons,
      shell.now(),
    ],
  );
}
