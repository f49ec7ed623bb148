import { addVotes, computeMap, type MapState } from '@liren/core/opinion/opinion-map.ts';
import { type DiscussionRow, findDiscussion } from '../../store/discussions/discussions.ts';
import { readVotes } from '../../store/discussions/votes.ts';
import type { Shell } from '../shell.ts';

interface Kept {
  /** What else than votes the map depends on. */
  readonly key: string;
  /** Votes up to this number are in it. */
  readonly changes: number;
  readonly state: MapState;
  readonly tookMs: number;
  readonly atMs: number;
}

/** So many maps are kept at hand. */
const mostKept = 50;
/** A map that takes longer than this to bring up to date is shown a little late, so that no more than a tenth of the time goes there. */
const quickMs = 50;

const kept = new WeakMap<Shell, Map<string, Promise<Kept | undefined>>>();

/** The map of a discussion as of now; only what came since the last look is read and added. */
export async function liveMap(
  shell: Shell,
  discussion: DiscussionRow,
  out: ReadonlySet<string>,
): Promise<MapState> {
  const maps = kept.get(shell) ?? new Map<string, Promise<Kept | undefined>>();
  kept.set(shell, maps);
  const { id } = discussion;
  const before = maps.get(id) ?? Promise.resolve(undefined);
  // One after the other: who asks meanwhile gets the same map.
  const next = before.catch(() => undefined).then((last) => upToDate(shell, discussion, out, last));
  maps.delete(id);
  maps.set(id, next);
  const [oldest] = maps.keys();
  if (maps.size > mostKept && oldest !== undefined) maps.delete(oldest);
  return (await next).state;
}

async function upToDate(
  { pool }: Shell,
  { community_id, id }: DiscussionRow,
  out: ReadonlySet<string>,
  last: Kept | undefined,
): Promise<Kept> {
  const now = await findDiscussion(pool, community_id, id);
  const key = `${now?.closed_at ?? ''}|${[...out].toSorted().join(',')}`;
  const from = last?.key === key ? last : undefined;
  if (from !== undefined && (from.changes === now?.changes || isFresh(from))) return from;
  const began = performance.now();
  const votes = await readVotes(pool, community_id, id, from?.changes ?? 0);
  const state = from === undefined ? computeMap(votes, { out }) : addVotes(from.state, votes);
  const ended = performance.now();
  // Votes that came after the row was read are in it too, and are added again without changing anything.
  return { key, changes: now?.changes ?? 0, state, tookMs: ended - began, atMs: ended };
}

const isFresh = ({ tookMs, atMs }: Kept): boolean =>
  tookMs > quickMs && performance.now() - atMs < 9 * tookMs;
