import { personId } from '@liren/core/basics/ids.ts';
import type { Charter } from '@liren/core/engine/types.ts';
import { findPerson, type PeopleDeps } from '../signin/people.ts';
import type { FullDirectory } from '../store/directory.ts';
import { seatsIn } from '../store/grid-ground.ts';
import type { Queryable } from '../store/write-record.ts';
import type { GridGround } from './grid-ground.ts';

/** The kind of organ that a charter gives a grid, and the post in it. */
export function gridPostOf(charter: Charter): { readonly organ: string; readonly post: string } | undefined {
  const organ = Object.entries(charter.organs).find(([, { level }]) => level === 'grid')?.[0];
  const post =
    organ === undefined
      ? undefined
      : Object.entries(charter.posts).find(([, described]) => described.in.includes(organ))?.[0];
  return organ === undefined || post === undefined ? undefined : { organ, post };
}

export interface GridWorker {
  readonly person: string;
  readonly name: string;
  /** Grids in which they sit today. */
  readonly grids: readonly string[];
}

/** Who may be given a grid: whoever sits in one of the community's grids, or in its committee or station. */
export async function gridWorkers(
  { directory, people }: { readonly directory: FullDirectory; readonly people: PeopleDeps },
  client: Queryable,
  { community, grids }: GridGround,
  on: string,
): Promise<readonly GridWorker[]> {
  const areaOf = new Map(
    directory.organs
      .filter(({ area }) => grids.some(({ id }) => id === area))
      .map(({ id, area }) => [id as string, area as string]),
  );
  const sitting = new Map<string, string[]>();
  for (const { person_id, organ_id } of await seatsIn(client, [...areaOf.keys()], on)) {
    const area = areaOf.get(organ_id) ?? community.placeId;
    const known = sitting.get(person_id) ?? [];
    if (area !== community.placeId && !known.includes(area)) known.push(area);
    sitting.set(person_id, known);
  }
  const workers: GridWorker[] = [];
  for (const [person, own] of sitting) {
    const found = await findPerson(people, personId(person));
    if (found?.name !== undefined) workers.push({ person, name: found.name, grids: own });
  }
  return workers.toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}
