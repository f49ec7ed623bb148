import { randomUUID } from 'node:crypto';
import { ok } from '@liren/core/basics/result.ts';
import { type HeldResident, holdResident, rewriteResident, writeChanges } from '../store/correct-registry.ts';
import {
  addDistinct,
  addMerge,
  carryUndo,
  distinctPlace,
  holdMerge,
  type MergeRow,
  type MergeUndo,
  makeAlias,
  markUndone,
  mergePlace,
  readTokens,
  unmakeAlias,
} from '../store/merges.ts';
import {
  moveCarers,
  moveCarersBack,
  moveHistory,
  moveHistoryBack,
  moveMembership,
  moveStays,
  moveStaysBack,
} from '../store/move-rows.ts';
import { residentPlace } from '../store/registry.ts';
import { openEntry, readMemberships } from '../store/resident-groups.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Asker } from './actor.ts';
import { changeOf, type Held, openHeld, type Source, whileKept } from './change-resident.ts';
import type { RegistryDeps } from './import-residents.ts';
import { type Changed, refusing } from './registry-refusal.ts';

type Person = Extract<Asker, { kind: 'person' }>;
export interface MergeWish {
  readonly community: string;
  readonly keep: string;
  readonly gone: string;
  /** As the clerk saw either of them. */
  readonly keepVersion: number;
  readonly goneVersion: number;
  readonly source: Source;
  readonly reason: string;
}

/** A resident who stands, held; both of a pair in one order, so that two clerks never wait for each other. */
async function holdStanding(
  deps: RegistryDeps,
  client: Queryable,
  community: string,
  id: string,
  version: number,
): Promise<Changed<Held>> {
  const row = await holdResident(client, community, id);
  if (row === undefined) return refusing('not-found');
  if (row.erased_at !== null) return refusing('erased');
  if (row.merged_into !== null) return refusing('merged', { about: row.merged_into });
  if (row.version !== version) return refusing('moved-on');
  return ok(openHeld(deps, client, community, row));
}

/**
 * Makes two residents one: the kept one takes over where the other lived, what was written down about them, their groups,
 * and the numbers that it lacks. The other stays as an alias with its values, so that all of it can be taken back.
 */
export function mergeResidents(deps: RegistryDeps, asker: Person, wish: MergeWish): Promise<Changed<string>> {
  const { community } = wish;
  return whileKept(deps, asker, community, async (client) => {
    if (wish.keep === wish.gone) return refusing('no-change');
    const versions = new Map([
      [wish.keep, wish.keepVersion],
      [wish.gone, wish.goneVersion],
    ]);
    const held = new Map<string, Held>();
    for (const [id, version] of [...versions].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const one = await holdStanding(deps, client, community, id, version);
      if (!one.ok) return one;
      held.set(id, one.value);
    }
    const [kept, gone] = [held.get(wish.keep), held.get(wish.gone)];
    if (kept === undefined || gone === undefined) throw new Error('two were held');
    const undo = await takeOver(deps, kept, gone);
    const change = changeOf(deps, asker, { id: wish.keep, source: wish.source }, { field: 'merged' });
    await writeChanges(client, community, wish.keep, [change]);
    const id = randomUUID();
    await addMerge(client, community, {
      id,
      kept_id: wish.keep,
      gone_id: wish.gone,
      undo,
      version_before: kept.row.version,
      version_after: kept.row.version + 1,
      reason_sealed: deps.shell.sealer.seal(mergePlace(id, 'reason_sealed'), wish.reason),
      person_id: asker.person,
      at: deps.shell.now(),
    });
    return ok(id);
  });
}

async function takeOver(deps: RegistryDeps, kept: Held, gone: Held): Promise<MergeUndo> {
  const { client, community, today } = kept;
  const [from, to] = [gone.row.id, kept.row.id];
  const took = (['identity', 'phone'] as const).filter(
    (field) => kept[field] === undefined && gone[field] !== undefined,
  );
  const keptTokens = await readTokens(client, community, to);
  const goneTokens = await readTokens(client, community, from);
  const takesIdentity = took.includes('identity');
  const index = takesIdentity ? null : gone.row.identity_index;
  // First: one identity number is marked once.
  const aliases = await makeAlias(client, community, { gone: from, kept: to, index });
  await rewriteResident(client, community, joined(deps, kept, gone, took));
  return {
    ...(await moveHistory(client, community, from, to)),
    stays: await moveStays(client, community, { from, to, today }),
    groups: await moveGroups(deps, client, community, from, to),
    carers: await moveCarers(client, community, from, to),
    aliases,
    keptTokens,
    goneTokens,
    goneIndex: gone.row.identity_index,
    goneVersion: gone.row.version,
    took,
  };
}

function joined({ shell, registry }: RegistryDeps, kept: Held, gone: Held, took: MergeUndo['took']) {
  const { row, community } = kept;
  const seal = (field: 'identity' | 'phone'): string | null => {
    const value = took.includes(field) ? gone[field] : undefined;
    return value === undefined
      ? row[`${field}_sealed`]
      : shell.sealer.seal(residentPlace(row.id, field), value);
  };
  const numbers = took.includes('identity') ? gone.row : row;
  return {
    ...row,
    identity_sealed: seal('identity'),
    phone_sealed: seal('phone'),
    identity_index: numbers.identity_index,
    born_year: numbers.born_year,
    sex: numbers.sex,
    tokens: registry.of(community, {
      name: kept.name,
      identity: kept.identity ?? gone.identity,
      phone: kept.phone ?? gone.phone,
    }),
  };
}

/** Groups come over; one that both are in stays with the alias. */
async function moveGroups(
  { shell, registry }: RegistryDeps,
  client: Queryable,
  community: string,
  from: string,
  to: string,
): Promise<readonly string[]> {
  const groupIn = (row: Parameters<typeof openEntry>[1]): string => openEntry(shell.sealer, row).group;
  const own = await readMemberships(client, community, to);
  const current = new Set(own.filter(({ until_date }) => until_date === null).map(groupIn));
  const moved: string[] = [];
  for (const row of await readMemberships(client, community, from)) {
    const group = groupIn(row);
    if (row.until_date === null && current.has(group)) continue;
    const mark = registry.groupMark(community, to, group);
    await moveMembership(client, community, row.id, { resident: to, mark });
    moved.push(row.id);
  }
  return moved;
}

export interface UndoWish {
  readonly community: string;
  readonly merge: string;
  readonly source: Source;
  readonly reason: string;
}

/** Takes a merge back: both stand as they did before. Refused where somebody changed the resident since. */
export function undoMerge(deps: RegistryDeps, asker: Person, wish: UndoWish): Promise<Changed<string>> {
  const { community } = wish;
  return whileKept(deps, asker, community, async (client) => {
    const merge = await holdMerge(client, community, wish.merge);
    if (merge === undefined || merge.undone_at !== null) return refusing('not-found');
    const kept = await holdResident(client, community, merge.kept_id);
    if (kept === undefined || kept.erased_at !== null) return refusing('erased');
    if (kept.merged_into !== null) return refusing('merge-first', { about: kept.merged_into });
    if (kept.version !== merge.version_after) return refusing('merge-changed');
    await giveBack(deps, client, community, merge, kept);
    const change = changeOf(deps, asker, { id: kept.id, source: wish.source }, { field: 'unmerged' });
    await writeChanges(client, community, kept.id, [change]);
    await markUndone(client, community, merge.id, {
      person: asker.person,
      at: deps.shell.now(),
      reasonSealed: deps.shell.sealer.seal(mergePlace(merge.id, 'undo_reason_sealed'), wish.reason),
    });
    const { goneVersion } = merge.undo;
    await carryUndo(client, community, kept.id, { was: merge.version_before, is: kept.version + 1 });
    await carryUndo(client, community, merge.gone_id, { was: goneVersion, is: goneVersion + 2 });
    return ok(kept.id);
  });
}

async function giveBack(
  { shell, registry }: RegistryDeps,
  client: Queryable,
  community: string,
  { undo, kept_id: from, gone_id: to }: MergeRow,
  kept: HeldResident,
): Promise<void> {
  const lostIdentity = undo.took.includes('identity');
  await rewriteResident(client, community, {
    ...kept,
    ...(lostIdentity && { identity_sealed: null, identity_index: null, born_year: null, sex: null }),
    ...(undo.took.includes('phone') && { phone_sealed: null }),
    tokens: undo.keptTokens,
  });
  await unmakeAlias(client, community, to, undo);
  await moveHistoryBack(client, community, to, undo);
  await moveStaysBack(client, community, { from, to, stays: undo.stays });
  for (const row of await readMemberships(client, community, from)) {
    if (!undo.groups.includes(row.id)) continue;
    const mark = registry.groupMark(community, to, openEntry(shell.sealer, row).group);
    await moveMembership(client, community, row.id, { resident: to, mark });
  }
  await moveCarersBack(client, community, to, undo.carers);
}

/** Remembers that two residents are two people: nobody is asked again. */
export function tellApart(
  deps: RegistryDeps,
  asker: Person,
  {
    community,
    one,
    other,
    reason,
  }: { readonly community: string; readonly one: string; readonly other: string; readonly reason: string },
): Promise<Changed<undefined>> {
  return whileKept(deps, asker, community, async (client) => {
    if (one === other) return refusing('no-change');
    for (const id of [one, other])
      if ((await holdResident(client, community, id)) === undefined) return refusing('not-found');
    const id = randomUUID();
    await addDistinct(client, community, {
      id,
      one,
      other,
      reasonSealed: deps.shell.sealer.seal(distinctPlace(id), reason),
      person: asker.person,
      at: deps.shell.now(),
    });
    return ok(undefined);
  });
}
