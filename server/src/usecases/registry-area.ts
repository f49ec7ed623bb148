import type { Post, Right } from '@liren/core/engine/types.ts';
import type { FullDirectory } from '../store/directory.ts';
import type { Asker } from './actor.ts';
import { charterOf, communitiesIn } from './scope.ts';

/** A community whose registry somebody may use: the whole of it, or who lives in some grids. */
export interface RegistryArea {
  readonly community: string;
  /** Undefined for the whole community. */
  readonly grids: readonly string[] | undefined;
  /** The seat that opens it. */
  readonly post: Post;
}

function areasOf(directory: FullDirectory, post: Post): readonly RegistryArea[] {
  const area = directory.findOrgan(post.organ)?.area;
  if (area === undefined) return [];
  const whole = communitiesIn(directory, area);
  if (whole.length > 0) return whole.map((community) => ({ community, grids: undefined, post }));
  const around = directory.findCommunityOf(area);
  if (around === undefined) return [];
  const grids = directory.places
    .filter(({ id }) => directory.pathTo(id).some((place) => place.id === area))
    .map(({ id }) => id);
  return [{ community: around.id, grids, post }];
}

/** What each seat opens; a seat must hold every one of the rights itself. Whole communities first. */
export function registryAreas(
  directory: FullDirectory,
  asker: Asker,
  rights: readonly Right[] = ['registry'],
): readonly RegistryArea[] {
  if (asker.kind !== 'person') return [];
  return asker.posts
    .filter((post) => {
      const held = charterOf(directory, post)?.posts[post.post]?.rights ?? [];
      return rights.every((right) => held.includes(right));
    })
    .flatMap((post) => areasOf(directory, post))
    .toSorted((a, b) => Number(a.grids !== undefined) - Number(b.grids !== undefined));
}

/** The widest area of the asker in each community, by community. */
export function widestAreas(areas: readonly RegistryArea[]): readonly RegistryArea[] {
  const widest = new Map<string, RegistryArea>();
  for (const area of areas) {
    const known = widest.get(area.community);
    if (known === undefined) widest.set(area.community, area);
    else if (known.grids !== undefined && area.grids !== undefined)
      widest.set(area.community, { ...known, grids: [...known.grids, ...area.grids] });
  }
  return [...widest.values()].toSorted((a, b) => (a.community < b.community ? -1 : 1));
}

/** Whether the asker keeps this community's registry: tables are taken in for the whole of it. */
export const keepsRegistry = (directory: FullDirectory, asker: Asker, community: string): boolean =>
  registryAreas(directory, asker).some((area) => area.community === community && area.grids === undefined);
