import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { type FieldFault, readOrganisation, type ToldOrganisation } from '../import/read-organisation.ts';
import { drawOrganisations } from '../store/grids.ts';
import { orderedIds } from '../store/ordered-ids.ts';
import {
  addOrganisationChanges,
  addOrganisations,
  closeOrganisation,
  contactFields,
  findOrganisations,
  forgetFormer,
  type HeldOrganisation,
  holdOrganisation,
  openContact,
  organisationChangePlace,
  rewriteOrganisation,
} from '../store/organisations.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Asker } from './actor.ts';
import { type Source, whileKept } from './change-resident.ts';
import type { RegistryDeps } from './import-residents.ts';
import {
  gridsOf,
  type OrganisationFrame,
  organisationFrame,
  organisationValues,
} from './organisation-frame.ts';
import { type Changed, refusing, refusingDay } from './registry-refusal.ts';

type Person = Extract<Asker, { kind: 'person' }>;
export interface OrganisationWish {
  readonly community: string;
  readonly source: Source;
}
export interface OrganisationChangeWish extends OrganisationWish {
  readonly id: string;
  /** As the clerk saw it. */
  readonly version: number;
}

const badValue = ([first]: readonly FieldFault[]) =>
  refusing('bad-value', first && { about: first.field, message: first.message });
const sealFormer = ({ shell }: RegistryDeps, id: string, value: string | undefined): string | null =>
  value === undefined ? null : shell.sealer.seal(organisationChangePlace(id), value);

/** Somebody who keeps the registry of a community whose charter knows organisations. */
function whileFramed<T>(
  deps: RegistryDeps,
  asker: Person,
  community: string,
  work: (client: Queryable, frame: OrganisationFrame) => Promise<Changed<T>>,
): Promise<Changed<T>> {
  return whileKept(deps, asker, community, async (client) => {
    const frame = await organisationFrame(client, deps.directory, community);
    return frame === undefined ? refusing('not-found') : work(client, frame);
  });
}

/** Another organisation that stands where this one would: of the same code, or of the same name and address. */
async function findSame(
  client: Queryable,
  community: string,
  read: { readonly code?: string | undefined; readonly key: string },
  own?: string,
): Promise<Result<undefined, ReturnType<typeof refusing>['error']>> {
  const codes = read.code === undefined ? [] : [read.code];
  const same = (await findOrganisations(client, community, codes, [read.key])).find(({ id }) => id !== own);
  if (same === undefined) return ok(undefined);
  const isCode = same.credit_code !== null && same.credit_code === read.code;
  return refusing(isCode ? 'known-code' : 'known-organisation', { about: same.id });
}

/** Writes down a new organisation, by hand. */
export async function registerOrganisation(
  deps: RegistryDeps,
  asker: Person,
  { community, source, ...told }: OrganisationWish & ToldOrganisation,
): Promise<Changed<string>> {
  const now = deps.shell.now();
  return whileFramed(deps, asker, community, async (client, frame) => {
    const read = readOrganisation(told, frame);
    if (!read.ok) return badValue(read.error);
    const same = await findSame(client, community, read.value);
    if (!same.ok) return err(same.error);
    const id = orderedIds(now)();
    const grid_id = (await gridsOf(client, frame, [read.value]))(read.value);
    await addOrganisations(client, community, [
      { id, grid_id, ...organisationValues(deps.shell, id, read.value) },
    ]);
    await addOrganisationChanges(
      client,
      community,
      [{ id: randomUUID(), organisation_id: id, field: 'added', former_sealed: null }],
      { source, person: asker.person, at: now },
    );
    return ok(id);
  });
}

/** What changed: the field, and the value that it had. */
interface Former {
  readonly field: string;
  readonly value?: string | undefined;
}

function changing(
  deps: RegistryDeps,
  asker: Person,
  wish: OrganisationChangeWish,
  work: (
    client: Queryable,
    held: HeldOrganisation,
    frame: OrganisationFrame,
  ) => Promise<Changed<readonly Former[]>>,
): Promise<Changed<undefined>> {
  const { community, id, version, source } = wish;
  return whileFramed(deps, asker, community, async (client, frame) => {
    const held = await holdOrganisation(client, community, id);
    if (held === undefined) return refusing('not-found');
    if (held.closed_on !== null) return refusing('closed');
    if (held.version !== version)
      return refusing('moved-on', { message: '你打开以后，别人改过这个单位。核对以后再交一次。' });
    const former = await work(client, held, frame);
    if (!former.ok) return former;
    const changes = former.value.map(({ field, value }) => {
      const change = randomUUID();
      return { id: change, organisation_id: id, field, former_sealed: sealFormer(deps, change, value) };
    });
    await addOrganisationChanges(client, community, changes, {
      source,
      person: asker.person,
      at: deps.shell.now(),
    });
    return ok(undefined);
  });
}

/** The organisation as somebody would have told it. */
function toldOf({ shell }: RegistryDeps, held: HeldOrganisation, { undrawn }: OrganisationFrame) {
  const open = (field: 'contact' | 'phone') => {
    const sealed = held[`${field}_sealed`];
    return sealed === null ? undefined : openContact(shell.sealer, held.id, field, sealed);
  };
  return {
    kind: held.kind,
    name: held.name,
    code: held.credit_code ?? undefined,
    address: held.address,
    grid: held.grid_id === undrawn ? undefined : held.grid_id,
    contact: open('contact'),
    phone: open('phone'),
    qualification: held.qualification ?? undefined,
    qualifiedUntil: held.qualified_until ?? undefined,
  };
}

/**
 * Puts values of an organisation right; what is not told stays, '' takes a value away. A contact that is taken away is
 * erased from the history as well. Another grid holds from today on.
 */
export function correctOrganisation(
  deps: RegistryDeps,
  asker: Person,
  { community, id, version, source, ...told }: OrganisationChangeWish & ToldOrganisation,
): Promise<Changed<undefined>> {
  return changing(deps, asker, { community, id, version, source }, async (client, held, frame) => {
    const before = toldOf(deps, held, frame);
    const movesAway = told.address !== undefined && told.address !== held.address && told.grid === undefined;
    const read = readOrganisation({ ...before, ...(movesAway && { grid: undefined }), ...told }, frame);
    if (!read.ok) return badValue(read.error);
    const grid = (await gridsOf(client, frame, [read.value]))(read.value);
    const after = { ...read.value, grid: grid === frame.undrawn ? undefined : grid };
    const changed = (Object.keys(before) as (keyof typeof before)[]).filter(
      (field) => before[field] !== after[field],
    );
    if (changed.length === 0) return refusing('no-change', { message: '没有改动：填的和登记的一样。' });
    const same = await findSame(client, community, read.value, id);
    if (!same.ok) return err(same.error);
    await rewriteOrganisation(client, community, id, organisationValues(deps.shell, id, read.value));
    if (grid !== held.grid_id)
      await drawOrganisations(client, community, civilDateOf(deps.shell.now()), [{ id, grid_id: grid }]);
    const taken = contactFields.filter((field) => changed.includes(field) && after[field] === undefined);
    await forgetFormer(client, community, id, taken);
    return ok(
      changed.map((field) => ({
        field,
        ...(!taken.some((each) => each === field) && { value: before[field] }),
      })),
    );
  });
}

/** The organisation is there no more; whom to call there is erased. */
export function endOrganisation(
  deps: RegistryDeps,
  asker: Person,
  wish: OrganisationChangeWish & { readonly day: CivilDate },
): Promise<Changed<undefined>> {
  return changing(deps, asker, wish, async (client) => {
    if (wish.day > civilDateOf(deps.shell.now())) return refusingDay('in-future');
    await closeOrganisation(client, wish.community, wish.id, wish.day);
    await forgetFormer(client, wish.community, wish.id, contactFields);
    return ok([{ field: 'closed' }]);
  });
}
