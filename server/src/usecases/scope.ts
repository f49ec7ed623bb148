import { hasRight } from '@liren/core/access/access.ts';
import type { Charter, Post, Right } from '@liren/core/engine/types.ts';
import type { FullDirectory } from '../store/directory.ts';
import type { Asker } from './actor.ts';

/** Which matters a list may hold for somebody: whole communities, whole grids, and what their organs handle. */
export interface Scope {
  readonly communities: readonly string[];
  /** Streets, or places above them, in which all of this lies. */
  readonly areas: readonly string[];
  readonly grids: readonly string[];
  readonly organs: readonly string[];
}

const postsOf = (asker: Asker): readonly Post[] => (asker.kind === 'person' ? asker.posts : []);

const charterOf = (directory: FullDirectory, post: Post): Charter | undefined => {
  const organ = directory.findOrgan(post.organ);
  const community = directory.communities.find((each) =>
    directory.organsAround(each.id).some((around) => around.id === organ?.id),
  );
  return community?.charter;
};

/** Communities that lie in the area, or that the area lies in when it is smaller than a community. */
const communitiesIn = (directory: FullDirectory, area: string): readonly string[] =>
  directory.communities
    .filter((each) => directory.pathTo(each.placeId).some((place) => place.id === area))
    .map((each) => each.id);

/** An organ may be handed whatever lies in its area, and in its street when its area is smaller. */
function placeServedBy(directory: FullDirectory, organ: string): readonly string[] {
  const area = directory.findOrgan(organ)?.area;
  return area === undefined ? [] : [directory.findCommunityOf(area)?.streetId ?? area];
}

/** The grid itself and, of a general grid, those inside it. */
const gridsWithin = (directory: FullDirectory, grid: string): readonly string[] => [
  grid,
  ...(directory.findPlace(grid)?.gridKind === 'general'
    ? directory.places
        .filter(({ parentId, level }) => parentId === grid && level === 'grid')
        .map(({ id }) => id)
    : []),
];

export function scopeOf(directory: FullDirectory, asker: Asker): Scope {
  const posts = postsOf(asker);
  const organs = [...new Set(posts.map((post) => post.organ))];
  const areas = posts
    .filter((post) => charterOf(directory, post)?.posts[post.post]?.sees === 'area')
    .flatMap((post) => directory.findOrgan(post.organ)?.area ?? []);
  return {
    areas: [...new Set(organs.flatMap((organ) => placeServedBy(directory, organ)))],
    communities: [...new Set(areas.flatMap((area) => communitiesIn(directory, area)))],
    grids: areas
      .filter((area) => directory.findPlace(area)?.level === 'grid')
      .flatMap((area) => gridsWithin(directory, area)),
    organs,
  };
}

/** Whether any post of the asker holds the right under its own charter. */
export const mayUse = (directory: FullDirectory, asker: Asker, right: Right): boolean =>
  postsOf(asker).some((post) => {
    const charter = charterOf(directory, post);
    return charter !== undefined && hasRight({ posts: [post] }, right, charter);
  });

/** Everything the asker's posts let them use. */
export const rightsOf = (directory: FullDirectory, asker: Asker): readonly Right[] => [
  ...new Set(postsOf(asker).flatMap((post) => charterOf(directory, post)?.posts[post.post]?.rights ?? [])),
];
export { charterOf, communitiesIn };
