import { ok } from '@liren/core/basics/result.ts';
import { holdResident, writeChanges } from '../store/correct-registry.ts';
import { eraseResidentRow } from '../store/own-registry.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Asker } from './actor.ts';
import { type ChangeWish, changeOf, changeResident } from './change-resident.ts';
import type { RegistryDeps } from './import-residents.ts';
import type { Changed } from './registry-refusal.ts';

type Person = Extract<Asker, { kind: 'person' }>;

/** Erases a resident because they asked for it at the desk (PIPL 47); the reason must not tell who it was. */
export function eraseResident(
  deps: RegistryDeps,
  asker: Person,
  wish: ChangeWish & { readonly reason: string },
): Promise<Changed<undefined>> {
  return changeResident(deps, asker, wish, async ({ client, community, row }) => {
    await eraseResidentRow(client, community, row.id, deps.shell.now());
    return ok([{ field: 'erased', reason: wish.reason }]);
  });
}

/** The same within a person's erasing of all that is theirs. Returns how many values went; none where it was done before. */
export async function eraseHeld(
  deps: RegistryDeps,
  asker: Person,
  client: Queryable,
  { community, id, source }: { readonly community: string; readonly id: string; readonly source: string },
): Promise<number> {
  const row = await holdResident(client, community, id);
  if (row === undefined || row.erased_at !== null) return 0;
  const gone = await eraseResidentRow(client, community, id, deps.shell.now());
  await writeChanges(client, community, id, [changeOf(deps, asker, { id, source }, { field: 'erased' })]);
  return gone;
}
