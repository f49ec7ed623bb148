import { organId } from '@liren/core/basics/ids.ts';
import type { DemoPeople, Housed } from './lay-street.ts';
import type { Person } from './life.ts';
import { communityPlans, streetPlaces } from './street.ts';
import type { Spoken } from './told.ts';

export interface Home {
  readonly building: string;
  readonly community: string;
  readonly position: readonly [number, number];
  readonly spoken: Spoken;
}
export type Neighbour = Housed & { readonly as: Person; readonly at: Home };

/** Everybody of the demonstration, ready to act. */
export interface Cast {
  /** `n` chooses among those who share the seat. */
  readonly seat: (post: string, organ: string, n?: number) => Person;
  readonly neighbours: readonly Neighbour[];
  readonly role: (role: string) => Neighbour;
}

/** The grid of a building, whose id begins with the grid's. */
export const gridOf = ({ building }: Pick<Home, 'building'>): string => building.replace(/-\d+$/, '');

/** Where a building stands, and how people there speak of it. */
export function homeAt(building: string): Home {
  const place = streetPlaces.find((each) => each.id === building);
  const plan = communityPlans.find(({ id }) => building.startsWith(`${id}-`));
  if (place?.shape?.type !== 'Point' || plan === undefined) throw new Error(`no building ${building}`);
  const compound = place.title.replace(/\d+号楼$/, '');
  return {
    building,
    community: plan.id,
    position: place.shape.coordinates,
    spoken: { compound, building: place.title, road: plan.road },
  };
}

export function castOf({ staff, residents }: DemoPeople): Cast {
  const seats = new Map<string, Person[]>();
  for (const { person, posts } of staff) {
    const as: Person = {
      kind: 'person',
      person,
      posts: posts.map(({ post, organ }) => ({ post, organ: organId(organ) })),
    };
    for (const { post, organ } of posts) {
      const key = `${post}@${organ}`;
      seats.set(key, [...(seats.get(key) ?? []), as]);
    }
  }
  const neighbours = residents.map(
    (each): Neighbour => ({
      ...each,
      as: { kind: 'person', person: each.person, posts: [] },
      at: homeAt(each.home),
    }),
  );
  return {
    seat: (post, organ, n = 0) => {
      const sitting = seats.get(`${post}@${organ}`) ?? [];
      const found = sitting[n % sitting.length];
      if (found === undefined) throw new Error(`nobody is ${post} of ${organ}`);
      return found;
    },
    neighbours,
    role: (role) => {
      const found = neighbours.find((each) => each.role === role);
      if (found === undefined) throw new Error(`nobody lives as ${role}`);
      return found;
    },
  };
}
