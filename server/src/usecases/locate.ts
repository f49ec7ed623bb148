import type { Community, Directory } from './shell.ts';

/** What a report from another system says of its place. */
export interface Whereabouts {
  readonly lat?: number | undefined;
  readonly long?: number | undefined;
  /** Id of a place. */
  readonly place?: string | undefined;
  /** As people write it. */
  readonly address?: string | undefined;
}
export interface Located {
  readonly community: string;
  readonly place: string;
}
/** `outside`: the point lies in no drawn place; `unknown-place`: no such id, or it belongs to no community. */
export type LocateFault = 'outside' | 'unknown-place' | 'no-community';

type Places = Directory & { readonly places: readonly { readonly id: string; readonly title: string }[] };

/** Shorter names are too common to tell a place by. */
const leastTitle = 3;

/** The place whose name stands in the address: the longest name tells most. */
function namedIn({ places }: Places, address: string): string | undefined {
  const named = places.filter(({ title }) => title.length >= leastTitle && address.includes(title));
  return named.sort((a, b) => b.title.length - a.title.length || (a.id < b.id ? -1 : 1))[0]?.id;
}

/** Where nothing is known of the place: the street itself, kept as a community of its own, or the only community. */
export function usualCommunity(communities: readonly Community[]): Community | undefined {
  return communities.find((each) => each.placeId === each.streetId) ?? communities[0];
}

/** Finds the community and the smallest place of a report, by id, point or written address, in that order. */
export function locate(
  directory: Places,
  communities: readonly Community[],
  { lat, long, place, address }: Whereabouts,
): Located | LocateFault {
  const point = lat !== undefined && long !== undefined ? { lat, long } : undefined;
  const drawn = point && directory.findPlaceAt(point.lat, point.long);
  const found = place ?? drawn ?? (address === undefined ? undefined : namedIn(directory, address));
  const community = found === undefined ? undefined : directory.findCommunityOf(found);
  if (found !== undefined && community !== undefined) return { community: community.id, place: found };
  if (place !== undefined) return 'unknown-place';
  if (point !== undefined && address === undefined) return 'outside';
  const usual = usualCommunity(communities);
  return usual === undefined ? 'no-community' : { community: usual.id, place: usual.placeId };
}
