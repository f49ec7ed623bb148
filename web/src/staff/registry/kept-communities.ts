import type { MeBody, Titled } from '../../shared/api/bodies.ts';

/** Communities whose whole registry, or whose grids, the reader keeps; a grid's worker keeps none. */
export function keptCommunities(
  { posts, communities }: MeBody,
  right: 'registry' | 'manage-grids' = 'registry',
): readonly Titled[] {
  const ids = new Set(
    posts.filter(({ rights }) => rights.includes(right)).flatMap((post) => post.communities),
  );
  return communities.filter(({ id }) => ids.has(id));
}
