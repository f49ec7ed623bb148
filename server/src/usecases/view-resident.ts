import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { showHomeAddress } from '@liren/core/registry/address.ts';
import { type IdentityNumber, maskIdentityNumber } from '@liren/core/registry/identity-number.ts';
import { maskPhone } from '../adapters/crypto/mask.ts';
import { findNames, type PeopleDeps } from '../signin/people.ts';
import { changePlace } from '../store/correct-registry.ts';
import {
  addRegistryLook,
  type ChangeColumns,
  type RegistryLook,
  readChanges,
  readRegistryLooks,
  readStays,
  type Stay,
} from '../store/read-registry.ts';
import { openResident } from '../store/registry.ts';
import { type RequestRow, readRequests, requestPlace } from '../store/registry-requests.ts';
import type { Asker } from './actor.ts';
import { findIn, findVisible, type ResidentKey, reasonPlace } from './find-visible.ts';
import type { RegistryDeps } from './import-residents.ts';
import { keepsRegistry, registryAreas } from './registry-area.ts';
import { charterOf } from './scope.ts';
import { lineOf } from './search-registry.ts';
import { residentGroups } from './view-groups.ts';

type Deps = RegistryDeps & { readonly people: PeopleDeps };
type Person = Extract<Asker, { kind: 'person' }>;
/** A resident with every home, where each value came from, and who had a number shown; numbers masked. */
export async function readResidentPage(deps: Deps, asker: Person, key: ResidentKey) {
  const found = await findVisible(deps, asker, key);
  if (found === undefined) return undefined;
  const { pool } = deps.shell;
  const stays = await readStays(pool, key.community, key.id);
  const changes = await readChanges(pool, key.community, key.id);
  const looks = await readRegistryLooks(pool, key.community, key.id);
  const asked = await readRequests(pool, key.community, key.id);
  const requests = asked.filter(
    ({ answered_at, value_sealed }) => answered_at === null && value_sealed !== null,
  );
  const names = await findNames(deps.people, [
    ...changes.flatMap(({ person_id }) => person_id ?? []),
    ...looks.map(({ person_id }) => person_id),
    ...requests.map(({ person_id }) => person_id),
  ]);
  const reveals = await findIn(deps, revealAreas(deps, asker), key);
  const groups = await residentGroups(deps, asker, key, found.resident);
  const { version, erased_at, merged_into: mergedInto = null } = found.resident;
  const stands = erased_at === null && mergedInto === null;
  return {
    ...lineOf(deps, key.community, found.resident),
    version,
    ...(erased_at !== null && { erasedAt: erased_at }),
    ...(mergedInto !== null && { mergedInto }),
    mayReveal: reveals !== undefined && stands,
    mayChange: stands && keepsRegistry(deps.directory, asker, key.community),
    homes: staysBody(stays),
    ...(groups !== undefined && stands && { groups }),
    changes: changes.map((change) => changeLine(deps, change, names)),
    looks: looksBody(deps, looks).map(({ person, ...look }) => ({ ...look, by: names.get(person) ?? '' })),
    requests: requests.map((request) => askedLine(deps, request, names)),
  };
}

export const staysBody = (stays: readonly Stay[]) =>
  stays.map((stay) => ({
    address: showHomeAddress(stay),
    relation: stay.relation,
    from: stay.from_date,
    ...(stay.until_date !== null && { until: stay.until_date }),
  }));

/** A correction that somebody asks for, as whoever keeps the registry reads it. */
function askedLine({ shell }: Deps, request: RequestRow, names: ReadonlyMap<string, string>) {
  const { id, field, at, by_self: bySelf, person_id, value_sealed: sealed } = request;
  const value = sealed === null ? undefined : shell.sealer.open(requestPlace(id, 'value_sealed'), sealed);
  if (value?.ok === false) throw new Error(`the value of request ${id} does not open: ${value.error}`);
  return {
    id,
    field,
    at,
    bySelf,
    by: names.get(person_id) ?? '',
    value: maskFormer(field, value?.value ?? ''),
  };
}

function changeLine({ shell }: Deps, change: ChangeColumns, names: ReadonlyMap<string, string>) {
  const { id, field, source, person_id, at } = change;
  const open = (column: 'former_sealed' | 'reason_sealed'): string | undefined => {
    const sealed = change[column];
    if (sealed === null) return undefined;
    const text = shell.sealer.open(changePlace(id, column), sealed);
    if (!text.ok) throw new Error(`${column} of change ${id} does not open: ${text.error}`);
    return text.value;
  };
  const former = open('former_sealed');
  const reason = open('reason_sealed');
  return {
    field,
    source,
    at,
    ...(former !== undefined && { former: maskFormer(field, former) }),
    ...(reason !== undefined && { reason }),
    ...(person_id !== null && { by: names.get(person_id) ?? '' }),
  };
}
/** A value as it was, in the way in which its kind may stand on a screen. */
function maskFormer(field: string, value: string): string {
  if (field === 'identity') return maskIdentityNumber(value as IdentityNumber);
  return field === 'phone' ? maskPhone(value) : value;
}

const revealAreas = ({ directory }: Deps, asker: Person) =>
  registryAreas(directory, asker, ['registry', 'see-contact']);

/** Looks with their reasons; whose number was erased keeps who looked and when. */
export function looksBody({ shell, directory }: RegistryDeps, looks: readonly RegistryLook[]) {
  return looks.map((look) => {
    const reason =
      look.reason_sealed === '' ? ok('') : shell.sealer.open(reasonPlace(look.id), look.reason_sealed);
    if (!reason.ok) throw new Error(`the reason of look ${look.id} does not open: ${reason.error}`);
    const organ = directory.findOrgan(look.organ_id);
    const post = organ && charterOf(directory, { post: look.post, organ: organ.id })?.posts[look.post];
    return {
      field: look.field,
      reason: reason.value,
      at: look.at,
      person: look.person_id,
      organ: organ?.title ?? '',
      post: post?.title ?? '',
    };
  });
}

/** Shows one number whole to a seat that keeps this registry, may see numbers, and says why. The look is kept first. */
export async function revealResident(
  deps: Deps,
  asker: Person,
  wish: ResidentKey & { readonly field: 'identity' | 'phone'; readonly reason: string },
): Promise<Result<string, 'not-found' | 'not-allowed'>> {
  const found = await findIn(deps, registryAreas(deps.directory, asker), wish);
  if (found === undefined) return err('not-found');
  const opened = await findIn(deps, revealAreas(deps, asker), wish);
  if (opened === undefined) return err('not-allowed');
  const { area, resident } = opened;
  const sealed = wish.field === 'identity' ? resident.identity_sealed : resident.phone_sealed;
  if (sealed === null) return err('not-found');
  const id = randomUUID();
  await addRegistryLook(deps.shell.pool, wish.community, {
    id,
    resident_id: wish.id,
    field: wish.field,
    reason_sealed: deps.shell.sealer.seal(reasonPlace(id), wish.reason),
    person_id: asker.person,
    post: area.post.post,
    organ_id: area.post.organ,
    at: deps.shell.now(),
  });
  return ok(openResident(deps.shell.sealer, wish.id, wish.field, sealed));
}
