import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { addRegistryLook, type FoundResident, readResidents } from '../store/read-registry.ts';
import type { Asker } from './actor.ts';
import { readPeople, seatsSeeing } from './count-people.ts';
import { reasonPlace } from './find-visible.ts';
import type { RegistryDeps } from './import-residents.ts';
import type { RegistryArea } from './registry-area.ts';
import { type Found, lineOf } from './search-registry.ts';

type Person = Extract<Asker, { kind: 'person' }>;
export interface PeopleWish {
  readonly community: string;
  /** Undefined for everybody. */
  readonly group?: string | undefined;
  /** Undefined for all that the asker may see. */
  readonly grid?: string | undefined;
  /** Why; a sensitive group is not shown without. */
  readonly reason?: string | undefined;
  /** Id of the resident before the page. */
  readonly after?: string | undefined;
}
const pageRows = 50;

/** Who stands behind a figure, as far as the asker may see them. Of a sensitive group each look is kept first. */
export async function listPeople(
  deps: RegistryDeps,
  asker: Person,
  wish: PeopleWish,
): Promise<Result<Found, 'not-found' | 'not-allowed' | 'reason'>> {
  const { community, grid: wanted } = wish;
  if (deps.directory.findCommunity(community) === undefined) return err('not-found');
  const { residents, rows } = await readPeople(deps, community);
  const row = rows.find(({ group }) => group?.id === wish.group);
  if (row === undefined) return err('not-found');
  const seatsIn = new Map<string, readonly RegistryArea[]>();
  for (const grid of new Set(residents.map(({ grid_id }) => grid_id)))
    if (wanted === undefined || wanted === grid)
      seatsIn.set(grid, seatsSeeing(deps, asker, { community, grid, group: row.group }));
  const [seat] = [...seatsIn.values()].flat();
  if (seat === undefined) return err('not-allowed');
  const isSensitive = row.group?.sensitive !== undefined;
  if (isSensitive && wish.reason === undefined) return err('reason');
  const { after = '' } = wish;
  const ids = residents
    .filter(({ id, grid_id }) => id > after && row.members.has(id) && (seatsIn.get(grid_id)?.length ?? 0) > 0)
    .slice(0, pageRows + 1)
    .map(({ id }) => id);
  const page = await readResidents(deps.shell.pool, community, ids.slice(0, pageRows));
  if (isSensitive) await keepLooks(deps, asker, community, page, { seat, reason: wish.reason ?? '' });
  const lines = page.map((each) => lineOf(deps, community, each));
  return ok({ rows: lines, last: ids.length > pageRows ? lines.at(-1) : undefined });
}

async function keepLooks(
  { shell }: RegistryDeps,
  asker: Person,
  community: string,
  residents: readonly FoundResident[],
  { seat, reason }: { readonly seat: RegistryArea; readonly reason: string },
): Promise<void> {
  for (const { id: resident } of residents) {
    const id = randomUUID();
    await addRegistryLook(shell.pool, community, {
      id,
      resident_id: resident,
      field: 'groups',
      reason_sealed: shell.sealer.seal(reasonPlace(id), reason),
      person_id: asker.person,
      post: seat.post.post,
      organ_id: seat.post.organ,
      at: shell.now(),
    });
  }
}
