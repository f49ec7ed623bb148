import { type CivilDate, instant } from '@liren/core/basics/ids.ts';
import { ok } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import type { Relation } from '@liren/core/registry/relations.ts';
import { checkFirstDay } from '@liren/core/registry/stays.ts';
import { writeChanges } from '../store/correct-registry.ts';
import { findErasedMarks, forgetErasedMarks, readHomeKey } from '../store/erased-marks.ts';
import { orderedIds } from '../store/ordered-ids.ts';
import {
  addResidences,
  addResidents,
  findByIdentity,
  findLivingIn,
  openResident,
  residentPlace,
} from '../store/registry.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Asker } from './actor.ts';
import { changeOf, type Source, whileKept } from './change-resident.ts';
import type { RegistryDeps } from './import-residents.ts';
import { type Door, settleDoor } from './move-resident.ts';
import { type ReadValues, readDoor, readValues } from './read-correction.ts';
import { type Changed, refusing, refusingDay } from './registry-refusal.ts';

export interface RegisterWish extends Door {
  readonly community: string;
  readonly name: string;
  readonly identity: string;
  readonly phone: string;
  readonly relation: Relation;
  /** First day in this home. */
  readonly day: CivilDate;
  readonly source: Source;
  /** Why somebody who asked to be erased is registered again; '' where nobody was asked. */
  readonly again: string;
}

/** Writes down somebody new in a home, by hand. Whoever may be in the registry already is named instead of added twice. */
export async function registerResident(
  deps: RegistryDeps,
  asker: Extract<Asker, { kind: 'person' }>,
  wish: RegisterWish,
): Promise<Changed<string>> {
  const { community } = wish;
  const now = deps.shell.now();
  const values = readValues(wish, now);
  if (!values.ok) return values;
  const address = readDoor(deps.directory, community, wish.address);
  if (!address.ok) return address;
  const fault = checkFirstDay(undefined, wish.day, civilDateOf(now));
  if (fault !== undefined) return refusingDay(fault);
  return whileKept(deps, asker, community, async (client) => {
    const index =
      values.value.identity && deps.registry.identityIndex(community, values.value.identity.number);
    const [same] = index === undefined ? [] : await findByIdentity(client, community, [index]);
    if (same !== undefined) return refusing('known-identity', { about: same.id });
    const home = await settleDoor(deps, client, community, address.value, wish.isNew);
    if (!home.ok) return home;
    const namesake = await findNamesake(deps, client, community, home.value, values.value);
    if (namesake !== undefined) return refusing('namesake', { about: namesake });
    const marks = await marksOf(deps, client, community, home.value, values.value);
    const [erasedAt] = (await findErasedMarks(client, community, marks)).values();
    if (erasedAt !== undefined && wish.again === '') return refusingErased(erasedAt);
    const id = orderedIds(now)();
    await addResidents(client, community, [recordOf(deps, community, id, values.value, index)]);
    await addResidences(client, community, [
      { resident_id: id, home_id: home.value, from_date: wish.day, relation: wish.relation },
    ]);
    await writeChanges(client, community, id, [
      changeOf(deps, asker, { id, source: wish.source }, { field: 'added', reason: wish.again || undefined }),
    ]);
    await forgetErasedMarks(client, community, marks);
    return ok(id);
  });
}

const refusingErased = (at: number) =>
  refusing('asked-erased', {
    about: 'again',
    message: `这个人 ${civilDateOf(instant(at))} 按要求删除过。确有理由再登记的，在下面写明理由再交一次。`,
  });

async function marksOf(
  { registry }: RegistryDeps,
  client: Queryable,
  community: string,
  home: string,
  { name = '', identity }: ReadValues,
): Promise<readonly string[]> {
  const homes = await readHomeKey(client, community, home);
  return registry.erased(community, { name, identity: identity?.number, homes });
}

/** Somebody of this name in this home who may be the same: only two identity numbers tell two people apart. */
async function findNamesake(
  { shell }: RegistryDeps,
  client: Queryable,
  community: string,
  home: string,
  { name, identity }: ReadValues,
): Promise<string | undefined> {
  const inside = await findLivingIn(client, community, [home]);
  return inside.find(
    (each) =>
      openResident(shell.sealer, each.id, 'name', each.nameSealed) === name &&
      (identity === undefined || each.identityIndex === null),
  )?.id;
}

function recordOf(
  { shell, registry }: RegistryDeps,
  community: string,
  id: string,
  { name = '', identity, phone }: ReadValues,
  index: string | undefined,
) {
  const seal = (column: 'name' | 'identity' | 'phone', text: string) =>
    shell.sealer.seal(residentPlace(id, column), text);
  return {
    id,
    name_sealed: seal('name', name),
    identity_sealed: identity === undefined ? null : seal('identity', identity.number),
    identity_index: index ?? null,
    phone_sealed: phone === undefined ? null : seal('phone', phone),
    born_year: identity === undefined ? null : Number(identity.bornOn.slice(0, 4)),
    sex: identity?.sex ?? null,
    tokens: registry.of(community, { name, identity: identity?.number, phone }).join(' '),
  };
}
