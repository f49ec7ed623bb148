import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { PeopleGroups } from '@liren/core/registry/groups.ts';
import { findNames, type PeopleDeps } from '../signin/people.ts';
import { addRegistryLook, type FoundResident } from '../store/read-registry.ts';
import { readCarers, readMemberships } from '../store/resident-groups.ts';
import type { Asker } from './actor.ts';
import { carersFor } from './carers.ts';
import { type ResidentKey, reasonPlace } from './find-visible.ts';
import type { RegistryDeps } from './import-residents.ts';
import type { RegistryArea } from './registry-area.ts';
import {
  areasHolding,
  carerLine,
  type GroupLine,
  groupsOf,
  type Membership,
  membershipLine,
  openMemberships,
  ruledLines,
  seenBy,
  setBy,
} from './resident-groups.ts';

type Deps = RegistryDeps & { readonly people: PeopleDeps };
type Person = Extract<Asker, { kind: 'person' }>;

async function lines(deps: Deps, memberships: readonly Membership[]): Promise<readonly GroupLine[]> {
  const names = await findNames(
    deps.people,
    memberships.flatMap(({ entry }) => (entry.ended ?? entry.set).by ?? []),
  );
  return memberships.map((each) => membershipLine(each, names));
}

/** What the page of a resident says of their groups. Of sensitive ones it says nothing, not even whether there are any. */
export async function residentGroups(
  deps: Deps,
  asker: Person,
  { community, id }: ResidentKey,
  resident: FoundResident,
) {
  const groups = groupsOf(deps, community);
  if (groups === undefined || resident.erased_at !== null) return undefined;
  const areas = areasHolding(deps, asker, community, resident);
  const memberships = openMemberships(deps, groups, await readMemberships(deps.shell.pool, community, id));
  const plain = memberships.filter(
    ({ group }) => group !== undefined && group.sensitive === undefined && seenBy(group, areas),
  );
  const seen = groups.groups.filter((group) => seenBy(group, areas));
  const sensitive = seen.filter((group) => group.sensitive !== undefined);
  return {
    rows: [...ruledLines(deps, groups, resident), ...(await lines(deps, plain))],
    sensitive: sensitive.map(({ title }) => title),
    maySet: groups.groups
      .filter((group) => setBy(group, areas))
      .map(({ id: name, title, sensitive: kind }) => ({ id: name, title, sensitive: kind !== undefined })),
    ...(await careBody(deps, { community, id }, groups, areas)),
  };
}

async function careBody(
  deps: Deps,
  { community, id }: ResidentKey,
  { groups }: PeopleGroups,
  areas: readonly RegistryArea[],
) {
  const caring = groups.filter(({ carers }) => carers.length > 0);
  if (!caring.some((group) => seenBy(group, areas))) return { carers: [], mayCare: [] };
  const rows = await readCarers(deps.shell.pool, community, id);
  const names = await findNames(
    deps.people,
    rows.map(({ person_id }) => person_id),
  );
  // Whether the resident needs one would say something of sensitive groups: it is asked when somebody is named.
  const posts = new Set(caring.filter((group) => setBy(group, areas)).flatMap(({ carers }) => carers));
  return {
    carers: rows.map((row) => carerLine(deps, row, names)),
    mayCare: await carersFor(deps, community, posts),
  };
}

/** The sensitive groups of a resident, to a seat that the charter lets see them and that says why. The look is kept first. */
export async function lookAtGroups(
  deps: Deps,
  asker: Person,
  { community, id, reason }: ResidentKey & { readonly reason: string },
  resident: FoundResident,
): Promise<Result<readonly GroupLine[], 'not-allowed'>> {
  const groups = groupsOf(deps, community);
  const areas = areasHolding(deps, asker, community, resident);
  const open = (groups?.groups ?? []).filter(
    (group) => group.sensitive !== undefined && seenBy(group, areas),
  );
  const area = areas.find((each) => open.some((group) => seenBy(group, [each])));
  if (groups === undefined || area === undefined) return err('not-allowed');
  const look = randomUUID();
  await addRegistryLook(deps.shell.pool, community, {
    id: look,
    resident_id: id,
    field: 'groups',
    reason_sealed: deps.shell.sealer.seal(reasonPlace(look), reason),
    person_id: asker.person,
    post: area.post.post,
    organ_id: area.post.organ,
    at: deps.shell.now(),
  });
  const memberships = openMemberships(deps, groups, await readMemberships(deps.shell.pool, community, id));
  return ok(
    await lines(
      deps,
      memberships.filter(({ group }) => group !== undefined && open.includes(group)),
    ),
  );
}

/** All of it, for the resident concerned (PIPL 45). */
export async function ownGroups(deps: Deps, community: string, resident: FoundResident) {
  const groups = groupsOf(deps, community);
  if (groups === undefined) return { groups: [], carers: [] };
  const { pool } = deps.shell;
  const memberships = openMemberships(deps, groups, await readMemberships(pool, community, resident.id));
  const carers = (await readCarers(pool, community, resident.id)).filter(
    ({ until_date }) => until_date === null,
  );
  const names = await findNames(
    deps.people,
    carers.map(({ person_id }) => person_id),
  );
  return {
    groups: [
      ...ruledLines(deps, groups, resident),
      ...memberships.map((each) => membershipLine(each, new Map())),
    ].map(({ title, from, until }) => ({
      title,
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
    })),
    carers: carers.map((row) => carerLine(deps, row, names)),
  };
}
