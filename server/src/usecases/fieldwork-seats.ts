import type { Post } from '@liren/core/engine/types.ts';
import type { Fieldwork } from '@liren/core/fieldwork/types.ts';
import type { Library } from '../adapters/charters/library.ts';
import type { FullDirectory } from '../store/directory.ts';
import type { Asker } from './actor.ts';
import { registryAreas } from './registry-area.ts';

/** The grids of one community in which the asker goes from door to door. */
export interface FieldworkSeat {
  readonly community: string;
  readonly grids: readonly string[];
  readonly fieldwork: Fieldwork;
  readonly post: Post;
}
export interface FieldworkDeps {
  readonly directory: FullDirectory;
  readonly library: Library;
}

/** What the charter of this community asks of those who go from door to door. */
export function fieldworkOf({ directory, library }: FieldworkDeps, community: string): Fieldwork | undefined {
  const charter = directory.findCommunity(community)?.charter.id;
  return charter === undefined ? undefined : library.charters.get(charter)?.fieldwork;
}

/** One seat for each community: whoever holds the post that does the round, in the grids of all such seats. */
export function fieldworkSeats(deps: FieldworkDeps, asker: Asker): readonly FieldworkSeat[] {
  const seats = new Map<string, FieldworkSeat>();
  for (const { community, grids, post } of registryAreas(deps.directory, asker)) {
    const fieldwork = fieldworkOf(deps, community);
    if (fieldwork === undefined || grids === undefined || post.post !== fieldwork.by) continue;
    const known = seats.get(community);
    const own = grids.filter((id) => deps.directory.findPlace(id)?.level === 'grid');
    seats.set(community, {
      community,
      fieldwork,
      post: known?.post ?? post,
      grids: [...new Set([...(known?.grids ?? []), ...own])],
    });
  }
  return [...seats.values()];
}
