import { homeKey } from '@liren/core/registry/address.ts';
import { type AlikeFacts, type Likeness, likenessOf } from '@liren/core/registry/alike.ts';
import { findNames, type PeopleDeps } from '../signin/people.ts';
import { findAlike, type MergeRow, mergePlace, readMerges } from '../store/merges.ts';
import { type FoundResident, readResidents, readStays } from '../store/read-registry.ts';
import { openResident } from '../store/registry.ts';
import type { RegistryDeps } from './import-residents.ts';
import { lineOf } from './search-registry.ts';

type Deps = RegistryDeps & { readonly people: PeopleDeps };
/** Pairs that are looked at closely; a clerk settles some and asks again. */
const mostLookedAt = 500;
const mostShown = 50;

async function factsOf({ shell }: RegistryDeps, community: string, row: FoundResident): Promise<AlikeFacts> {
  const { id, phone_sealed: phone } = row;
  const stays = await readStays(shell.pool, community, id);
  return {
    name: openResident(shell.sealer, id, 'name', row.name_sealed),
    phone: phone === null ? undefined : openResident(shell.sealer, id, 'phone', phone),
    bornYear: row.born_year ?? undefined,
    hasIdentity: row.identity_sealed !== null,
    homes: stays.map((stay) => ({
      home: homeKey(stay),
      building: homeKey({ ...stay, unit: '', number: '' }),
    })),
  };
}

/** 疑似重复: residents who may be one person, with why, and the merges that can be taken back. */
export async function findDuplicates(deps: Deps, community: string) {
  const { pool } = deps.shell;
  const alike = await findAlike(pool, community, mostLookedAt);
  const rows = await readResidents(pool, community, [...new Set(alike.flat())]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const facts = new Map<string, AlikeFacts>();
  for (const row of rows) facts.set(row.id, await factsOf(deps, community, row));
  const lineFor = (row: FoundResident) => ({ ...lineOf(deps, community, row), version: row.version });
  const pairs = alike.flatMap(([first, second]) => {
    const [one, other] = [byId.get(first), byId.get(second)];
    const [mine, theirs] = [facts.get(first), facts.get(second)];
    if (one === undefined || other === undefined || mine === undefined || theirs === undefined) return [];
    const why: readonly Likeness[] = likenessOf(mine, theirs);
    return why.length === 0 ? [] : [{ one: lineFor(one), other: lineFor(other), why: [...why] }];
  });
  return { pairs: pairs.slice(0, mostShown), merges: await mergeLines(deps, community) };
}

async function mergeLines(deps: Deps, community: string) {
  const { shell, people } = deps;
  const merges = await readMerges(shell.pool, community);
  const kept = await readResidents(
    shell.pool,
    community,
    merges.map(({ kept_id }) => kept_id),
  );
  const byId = new Map(kept.map((row) => [row.id, row]));
  const names = await findNames(
    people,
    merges.map(({ person_id }) => person_id),
  );
  return merges.flatMap((merge) => {
    const row = byId.get(merge.kept_id);
    if (row === undefined || row.erased_at !== null) return [];
    return [
      {
        id: merge.id,
        kept: row.id,
        name: openResident(shell.sealer, row.id, 'name', row.name_sealed),
        reason: reasonOf(deps, merge),
        by: names.get(merge.person_id) ?? '',
        at: merge.at,
        // Another change since, or one more merge, stands before it.
        undoable: row.version === merge.version_after,
      },
    ];
  });
}

function reasonOf({ shell }: RegistryDeps, { id, reason_sealed: sealed }: MergeRow): string {
  if (sealed === null) return '';
  const opened = shell.sealer.open(mergePlace(id, 'reason_sealed'), sealed);
  if (!opened.ok) throw new Error(`the reason of merge ${id} does not open: ${opened.error}`);
  return opened.value;
}
