import { ok } from '@liren/core/basics/result.ts';
import { holdResident, writeChanges } from '../store/correct-registry.ts';
import { addErasedMarks, eraseDoorWords, readHomeKeys } from '../store/erased-marks.ts';
import { readAliases } from '../store/merges.ts';
import { eraseResidentRow } from '../store/own-registry.ts';
import { openResident } from '../store/registry.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Asker } from './actor.ts';
import { type ChangeWish, changeOf, changeResident, type Held, openHeld } from './change-resident.ts';
import type { RegistryDeps } from './import-residents.ts';
import { eraseOwned } from './keep-owners.ts';
import type { Changed } from './registry-refusal.ts';

type Person = Extract<Asker, { kind: 'person' }>;

/** Erases a resident because they asked for it at the desk (PIPL 47); the reason must not tell who it was. */
export function eraseResident(
  deps: RegistryDeps,
  asker: Person,
  wish: ChangeWish & { readonly reason: string },
): Promise<Changed<undefined>> {
  return changeResident(deps, asker, wish, async (held) => {
    await eraseWhole(deps, held);
    return ok([{ field: 'erased', reason: wish.reason }]);
  });
}

/**
 * Everything that tells who it was, and what was written at a door behind which nobody else lived. A blind mark stays, so
 * that the next table does not register them anew in silence.
 */
async function eraseWhole(deps: RegistryDeps, held: Held): Promise<number> {
  const { registry, shell } = deps;
  const { client, community, row } = held;
  const homes = await readHomeKeys(client, community, row.id);
  const known = await knownAs(deps, held);
  const marks = new Set(known.flatMap((each) => registry.erased(community, { ...each, homes })));
  await addErasedMarks(client, community, [...marks], shell.now());
  const words = await eraseDoorWords(client, community, row.id);
  const owned = await eraseOwned(deps, held, known);
  return owned + words + (await eraseResidentRow(client, community, row.id, shell.now()));
}

/** Names and numbers under which they were written down, also those of records that were merged into theirs. */
async function knownAs({ shell }: RegistryDeps, { client, community, row, name, identity }: Held) {
  const aliases = await readAliases(client, community, row.id);
  return [
    { name, identity },
    ...aliases.map(({ id, name_sealed, identity_sealed }) => ({
      name: openResident(shell.sealer, id, 'name', name_sealed),
      identity:
        identity_sealed === null ? undefined : openResident(shell.sealer, id, 'identity', identity_sealed),
    })),
  ];
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
  const gone = await eraseWhole(deps, openHeld(deps, client, community, row));
  await writeChanges(client, community, id, [changeOf(deps, asker, { id, source }, { field: 'erased' })]);
  return gone;
}
