import { ok } from '@liren/core/basics/result.ts';
import type { Relation } from '@liren/core/registry/relations.ts';
import { findLatestStay, rewriteResident, setRelation } from '../store/correct-registry.ts';
import { findByIdentity, residentPlace } from '../store/registry.ts';
import type { Asker } from './actor.ts';
import { type ChangeWish, changeResident, type Former, type Held } from './change-resident.ts';
import type { RegistryDeps } from './import-residents.ts';
import { type ReadValues, readValues, type ToldValues } from './read-correction.ts';
import { type Changed, refusing } from './registry-refusal.ts';

export type CorrectWish = ChangeWish & ToldValues & { readonly relation?: Relation | undefined };

/** Puts values of a resident right; what they were stays in the history, sealed, and search follows. */
export async function correctResident(
  deps: RegistryDeps,
  asker: Extract<Asker, { kind: 'person' }>,
  wish: CorrectWish,
): Promise<Changed<undefined>> {
  const values = readValues(wish, deps.shell.now());
  if (!values.ok) return values;
  return changeResident(deps, asker, wish, (held) => correct(deps, held, values.value, wish.relation));
}

/** What of the told values is another than it was. */
function formerOf(held: Held, told: ReadValues): readonly Former[] {
  const now = { ...told, ...('identity' in told && { identity: told.identity?.number }) };
  return (['name', 'identity', 'phone'] as const).flatMap((field) =>
    field in told && now[field] !== held[field] ? [{ field, value: held[field] }] : [],
  );
}

export async function correct(
  deps: RegistryDeps,
  held: Held,
  told: ReadValues,
  relation?: Relation,
): Promise<Changed<readonly Former[]>> {
  const { client, community, row } = held;
  const former = [...formerOf(held, told)];
  const stay = relation === undefined ? undefined : await findLatestStay(client, community, row.id);
  if (relation !== undefined && stay?.relation !== relation) {
    if (stay === undefined || stay.until_date !== null)
      return refusing('bad-value', { about: 'relation', message: '已经搬走的人，没有和户主的关系。' });
    former.push({ field: 'relation', value: stay.relation });
  }
  if (former.length === 0) return refusing('no-change');
  if (told.identity !== undefined) {
    const index = deps.registry.identityIndex(community, told.identity.number);
    const [other] = await findByIdentity(client, community, [index]);
    if (other !== undefined && other.id !== row.id) return refusing('known-identity', { about: other.id });
  }
  if (relation !== undefined) await setRelation(client, community, row.id, relation);
  await rewriteResident(client, community, valuesOf(deps, held, told));
  return ok(former);
}

function valuesOf({ shell, registry }: RegistryDeps, held: Held, told: ReadValues) {
  const { row, community } = held;
  const seal = (column: 'name' | 'identity' | 'phone', text: string | undefined) =>
    text === undefined ? null : shell.sealer.seal(residentPlace(row.id, column), text);
  const name = told.name ?? held.name;
  const identity = 'identity' in told ? told.identity?.number : held.identity;
  const phone = 'phone' in told ? told.phone : held.phone;
  return {
    ...row,
    name_sealed: shell.sealer.seal(residentPlace(row.id, 'name'), name),
    phone_sealed: seal('phone', phone),
    ...('identity' in told && {
      identity_sealed: seal('identity', told.identity?.number),
      identity_index:
        told.identity === undefined ? null : registry.identityIndex(community, told.identity.number),
      born_year: told.identity === undefined ? null : Number(told.identity.bornOn.slice(0, 4)),
      sex: told.identity?.sex ?? null,
    }),
    tokens: registry.of(community, { name, identity, phone }),
  };
}
