import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@liren/core/basics/ids.ts';
import { ok } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import {
  changePlace,
  type HeldResident,
  holdResident,
  keepImportsOut,
  type OneChange,
  writeChanges,
} from '../store/correct-registry.ts';
import { openResident } from '../store/registry.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Asker } from './actor.ts';
import type { RegistryDeps } from './import-residents.ts';
import { keepsRegistry } from './registry-area.ts';
import { type Changed, refusing } from './registry-refusal.ts';
import { inTransaction } from './transact.ts';

type Person = Extract<Asker, { kind: 'person' }>;

/** From whom the office knows it: a closed list, so that no name stands in it. */
export const sources = ['told', 'document', 'visit', 'authority'] as const;
export type Source = (typeof sources)[number];

export interface ChangeWish {
  readonly community: string;
  readonly id: string;
  /** As the clerk saw the resident. */
  readonly version: number;
  readonly source: Source | 'asked';
}
/** What changed: the field, and the value that it had. */
export interface Former {
  readonly field: string;
  readonly value?: string | undefined;
  readonly reason?: string | undefined;
}
/** One resident held for a change, opened. */
export interface Held {
  readonly client: Queryable;
  readonly community: string;
  readonly row: HeldResident;
  readonly name: string;
  readonly identity: string | undefined;
  readonly phone: string | undefined;
  readonly today: CivilDate;
}

/** Somebody who keeps the registry of the whole community, while no table is being taken in. */
export const whileKept = async <T>(
  deps: RegistryDeps,
  asker: Person,
  community: string,
  work: (client: Queryable) => Promise<Changed<T>>,
): Promise<Changed<T>> =>
  keepsRegistry(deps.directory, asker, community)
    ? betweenImports(deps, community, work)
    : refusing('not-allowed');

/** In a transaction, while no table is being taken in. */
async function betweenImports<T>(
  deps: RegistryDeps,
  community: string,
  work: (client: Queryable) => Promise<Changed<T>>,
): Promise<Changed<T>> {
  try {
    return await inTransaction(deps.shell.pool, async (client) =>
      (await keepImportsOut(client, community)) ? work(client) : refusing('busy'),
    );
  } catch (error) {
    // Two wrote the same identity number at once: the database kept the first.
    if (isTaken(error, 'resident_community_id_identity_index')) return refusing('known-identity');
    if (isTaken(error, 'organisation_code')) return refusing('known-code');
    if (isTaken(error, 'organisation_key')) return refusing('known-organisation');
    // Or the same new home: now it is known.
    if (isTaken(error, 'home_community_id_key')) return refusing('moved-on');
    throw error;
  }
}
const isTaken = (error: unknown, constraint: string): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'constraint' in error &&
  String(error.constraint).startsWith(constraint);

export function openHeld(
  { shell }: RegistryDeps,
  client: Queryable,
  community: string,
  row: HeldResident,
): Held {
  const open = (column: 'identity' | 'phone', sealed: string | null) =>
    sealed === null ? undefined : openResident(shell.sealer, row.id, column, sealed);
  return {
    client,
    community,
    row,
    name: openResident(shell.sealer, row.id, 'name', row.name_sealed),
    identity: open('identity', row.identity_sealed),
    phone: open('phone', row.phone_sealed),
    today: civilDateOf(shell.now()),
  };
}

/**
 * Changes one resident, if they still stand as the clerk saw them. `work` looks, then writes, and answers with what was
 * before; all of it is kept with who, when and from whom.
 */
export const changeResident = async (
  deps: RegistryDeps,
  asker: Person,
  wish: ChangeWish,
  work: (held: Held) => Promise<Changed<readonly Former[]>>,
): Promise<Changed<undefined>> =>
  keepsRegistry(deps.directory, asker, wish.community)
    ? changeHeld(deps, asker, wish, work)
    : refusing('not-allowed');

/** The same by somebody of whom it was already asked whether they may. */
export function changeHeld(
  deps: RegistryDeps,
  asker: Person,
  wish: ChangeWish,
  work: (held: Held) => Promise<Changed<readonly Former[]>>,
): Promise<Changed<undefined>> {
  return betweenImports(deps, wish.community, async (client) => {
    const row = await holdResident(client, wish.community, wish.id);
    if (row === undefined) return refusing('not-found');
    if (row.erased_at !== null) return refusing('erased');
    if (row.merged_into !== null) return refusing('merged', { about: row.merged_into });
    if (row.version !== wish.version) return refusing('moved-on');
    const former = await work(openHeld(deps, client, wish.community, row));
    if (!former.ok) return former;
    const changes = former.value.map((each) => changeOf(deps, asker, wish, each));
    await writeChanges(client, wish.community, wish.id, changes);
    return ok(undefined);
  });
}

export function changeOf(
  { shell }: RegistryDeps,
  asker: Person,
  { id: resident, source }: { readonly id: string; readonly source: string },
  { field, value, reason }: Former,
): OneChange {
  const id = randomUUID();
  return {
    id,
    resident,
    field,
    formerSealed: value === undefined ? null : shell.sealer.seal(changePlace(id, 'former_sealed'), value),
    reasonSealed: reason === undefined ? null : shell.sealer.seal(changePlace(id, 'reason_sealed'), reason),
    source,
    person: asker.person,
    at: shell.now(),
  };
}
