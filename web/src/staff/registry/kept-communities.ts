import type { MeBody, Titled } from '../../shared/api/bodies.ts';

/** Communities whose whole registry the reader keeps; a grid's worker keeps none. */
export function keptCommunities({ posts, communities }: MeBody): readonly Titled[] {
  const ids = new Set(
    posts.filter(({ rights }) => rights.includes('registry')).flatMap((post) => post.communities),
  );
  return communities.filter(({ id }) => ids.has(id));
}
