import { isUuid } from '@liren/core/basics/ids.ts';
import type { Refusal } from '@liren/core/engine/refusal.ts';
import type { Draft } from '@liren/core/engine/types.ts';
import type { Shell } from './shell.ts';

const tiedIn = (drafts: readonly Draft[]): readonly string[] =>
  drafts.flatMap(({ type, data: { matters } }) =>
    (type === 'linked' || type === 'opened') && Array.isArray(matters) ? (matters as readonly string[]) : [],
  );

/** What is tied in stands in the public chain for ever: only matters of the same street, nothing that somebody typed. */
export async function findUnknownMatters(
  { pool, directory }: Shell,
  community: string,
  drafts: readonly Draft[],
): Promise<Refusal | undefined> {
  const ids = tiedIn(drafts);
  if (ids.length === 0) return undefined;
  const unknown: Refusal = { code: 'field-invalid', about: 'matters' };
  if (!ids.every(isUuid)) return unknown;
  const streetId = directory.findCommunity(community)?.streetId;
  const homes = directory.communities.filter((each) => each.streetId === streetId).map((each) => each.id);
  const { rows } = await pool.query(
    'SELECT 1 FROM matter WHERE community_id = ANY($1::text[]) AND id = ANY($2::uuid[])',
    [homes, ids],
  );
  return rows.length === new Set(ids).size ? undefined : unknown;
}
