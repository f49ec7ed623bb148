import type { CivilDate } from '@liren/core/basics/ids.ts';
import type { PeopleGroup } from '@liren/core/registry/groups.ts';
import type { ResidentRow } from '../import/read-resident.ts';
import { changePlace } from '../store/correct-registry.ts';
import { forgetErasedMarks } from '../store/erased-marks.ts';
import { type Drawn, drawHomes } from '../store/grids.ts';
import {
  addChanges,
  addHomes,
  addIdentities,
  addResidences,
  addResidents,
  type ChangeRow,
  endResidences,
  type HomeRow,
  type IdentityRow,
  type KnownHome,
  type ResidenceRow,
  type ResidentRecord,
  residentPlace,
} from '../store/registry.ts';
import { addMemberships } from '../store/resident-groups.ts';
import type { Queryable } from '../store/write-record.ts';
import { membershipOf } from './change-groups.ts';
import type { RegistryDeps } from './import-residents.ts';
import type { Fate } from './plan-residents.ts';

/** One community's registry, and by whom and from what it is written. */
export interface RegistryFrame {
  readonly community: string;
  readonly ids: () => string;
  readonly today: CivilDate;
  readonly by: { readonly source: string; readonly person: string | undefined; readonly at: number };
}
export interface Fated {
  readonly row: ResidentRow;
  /** Of the identity number. */
  readonly index: string | undefined;
  readonly fate: Exclude<Fate, { kind: 'refused' }>;
  /** First day of a stay that begins with this row. */
  readonly since: CivilDate;
}
interface Where {
  readonly homes: ReadonlyMap<string, KnownHome>;
  readonly gridOf: (key: string) => string;
}

/** Writes what rows come to, inside the caller's transaction. */
export async function writeResidents(
  deps: RegistryDeps,
  client: Queryable,
  frame: RegistryFrame,
  all: readonly Fated[],
  where: Where,
): Promise<void> {
  const homeOf = await settleHomes(client, frame, all, where);
  const residents: ResidentRecord[] = [];
  const identities: IdentityRow[] = [];
  const begun: ResidenceRow[] = [];
  const changes: ChangeRow[] = [];
  const sorted: Sorted[] = [];
  for (const { row, index, fate, since } of all) {
    const id = fate.kind === 'new' ? frame.ids() : fate.resident;
    sorted.push({ resident: id, groups: row.groups });
    if (fate.kind === 'known') continue;
    const isNew = fate.kind === 'new';
    changes.push(
      changeRow(deps, frame.ids(), id, isNew ? 'added' : fate.kind, isNew ? row.again : undefined),
    );
    if (fate.kind === 'new') residents.push(recordOf(deps, frame.community, id, row, index));
    if (fate.kind === 'identity')
      identities.push({
        id,
        ...identityOf(deps, id, row, index),
        tokens: identityTokens(deps, frame.community, row),
      });
    else begun.push({ resident_id: id, home_id: homeOf(row.key), from_date: since, relation: row.relation });
  }
  await addResidents(client, frame.community, residents);
  await addIdentities(client, frame.community, identities);
  const added = new Set(residents.map(({ id }) => id));
  const moved = begun.filter((stay) => !added.has(stay.resident_id));
  await endResidences(client, frame.community, moved);
  await addResidences(client, frame.community, begun);
  changes.push(...(await sortIntoGroups(deps, client, frame, sorted)));
  await addChanges(client, frame.community, changes, frame.by);
  const back = all.filter(({ fate, row }) => fate.kind === 'new' && row.again !== undefined);
  const marks = back.flatMap(({ row: { name, identity, key } }) =>
    deps.registry.erased(frame.community, { name, identity: identity?.number, homes: [key] }),
  );
  if (marks.length > 0) await forgetErasedMarks(client, frame.community, marks);
}

function changeRow(
  { shell }: RegistryDeps,
  id: string,
  resident: string,
  field: ChangeRow['field'],
  reason: string | undefined,
): ChangeRow {
  const sealed = reason === undefined ? null : shell.sealer.seal(changePlace(id, 'reason_sealed'), reason);
  return { id, resident_id: resident, field, reason_sealed: sealed };
}

interface Sorted {
  readonly resident: string;
  readonly groups: readonly PeopleGroup[];
}

/** Puts residents in groups that they are not in yet, from today on; a table takes nobody out of any. */
async function sortIntoGroups(
  deps: RegistryDeps,
  client: Queryable,
  { community, ids, today, by }: RegistryFrame,
  all: readonly Sorted[],
): Promise<readonly ChangeRow[]> {
  const set = { source: by.source, at: by.at, ...(by.person !== undefined && { by: by.person }) };
  const rows = all.flatMap(({ resident, groups }) =>
    groups.map(({ id: group }) =>
      membershipOf(deps, community, resident, { id: ids(), from: today, entry: { group, set } }),
    ),
  );
  const added = await addMemberships(client, community, rows);
  return added.map(({ resident_id }) => ({
    id: ids(),
    resident_id,
    field: 'group-set' as const,
    reason_sealed: null,
  }));
}

/** Adds the homes that are new and draws known ones into their grid; answers with the home of a key. */
async function settleHomes(
  client: Queryable,
  { community, ids, today }: RegistryFrame,
  all: readonly Fated[],
  { homes, gridOf }: Where,
): Promise<(key: string) => string> {
  const fresh = new Map<string, HomeRow>();
  const drawn = new Map<string, Drawn>();
  for (const { row } of all) {
    const { key } = row;
    const known = homes.get(key);
    const grid_id = gridOf(key);
    if (known === undefined && !fresh.has(key)) fresh.set(key, { id: ids(), ...row.home, key, grid_id });
    if (known !== undefined && row.grid !== undefined && known.grid !== row.grid)
      drawn.set(key, { id: known.id, grid_id });
  }
  await addHomes(client, community, [...fresh.values()]);
  await drawHomes(client, community, today, [...drawn.values()]);
  return (key) => {
    const id = homes.get(key)?.id ?? fresh.get(key)?.id;
    if (id === undefined) throw new Error('a row whose home was never settled');
    return id;
  };
}

function recordOf(
  deps: RegistryDeps,
  community: string,
  id: string,
  row: ResidentRow,
  index: string | undefined,
): ResidentRecord {
  const { sealer } = deps.shell;
  const { name, phone, identity } = row;
  return {
    id,
    name_sealed: sealer.seal(residentPlace(id, 'name'), name),
    ...identityOf(deps, id, row, index),
    phone_sealed: phone === undefined ? null : sealer.seal(residentPlace(id, 'phone'), phone),
    tokens: deps.registry.of(community, { name, identity: identity?.number, phone }).join(' '),
  };
}

function identityOf(
  { shell }: RegistryDeps,
  id: string,
  { identity }: ResidentRow,
  index: string | undefined,
): Omit<IdentityRow, 'id' | 'tokens'> {
  if (identity === undefined)
    return { identity_sealed: null, identity_index: null, born_year: null, sex: null };
  return {
    identity_sealed: shell.sealer.seal(residentPlace(id, 'identity'), identity.number),
    identity_index: index ?? null,
    born_year: Number(identity.bornOn.slice(0, 4)),
    sex: identity.sex,
  };
}

/** Marks of the number alone: those of the name are there already. */
function identityTokens(
  { registry }: RegistryDeps,
  community: string,
  { name, identity }: ResidentRow,
): string {
  const known = new Set(registry.of(community, { name }));
  return registry
    .of(community, { name, identity: identity?.number })
    .filter((token) => !known.has(token))
    .join(' ');
}
