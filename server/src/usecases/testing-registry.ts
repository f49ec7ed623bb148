import { unwrap } from '@liren/core/basics/result.ts';
import { identityCheckCharacter } from '@liren/core/registry/identity-number.ts';
import type pg from 'pg';
import { residentPlace } from '../store/registry.ts';
import type { ExampleStreet } from '../testing/example-street.ts';
import { system } from './actor.ts';
import { importResidents, type RegistryDeps } from './import-residents.ts';

/** A number that nobody has: its county was never given out. @param order 0–999; odd for men. */
export const identity = (born: string, order: number): string => {
  const first = `990099${born}${String(order).padStart(3, '0')}`;
  return `${first}${identityCheckCharacter(first)}`;
};

export const householdCsv = (...rows: readonly string[]): Uint8Array =>
  new TextEncoder().encode(['姓名,身份证号,联系电话,住址,网格', ...rows].join('\n'));

/** Takes a file in, whole. */
export const takeInto = async (deps: RegistryDeps, bytes: Uint8Array, community = 'c-east', more = {}) =>
  unwrap(await importResidents(deps, system, { bytes, fileName: '底数.xlsx', community, ...more }));

/** Everything the registry says, without ids and ciphertexts: what two imports must agree upon. */
export async function registryOf(street: ExampleStreet, community = 'c-east'): Promise<readonly string[]> {
  const { shell } = street.deps;
  const { rows } = await shell.pool.query(
    `SELECT r.id, r.name_sealed, r.identity_sealed, r.phone_sealed, r.born_year, r.sex, r.tokens,
       h.key, h.grid_id, l.from_date, l.until_date, l.relation
     FROM resident r JOIN residence l ON l.community_id = r.community_id AND l.resident_id = r.id
     JOIN home h ON h.community_id = l.community_id AND h.id = l.home_id WHERE r.community_id = $1`,
    [community],
  );
  const open = (id: string, column: 'name' | 'identity' | 'phone', sealed: string | null) =>
    sealed === null ? null : unwrap(shell.sealer.open(residentPlace(id, column), sealed));
  return rows
    .map(({ id, name_sealed, identity_sealed, phone_sealed, tokens, ...rest }) =>
      JSON.stringify({
        name: open(id, 'name', name_sealed),
        identity: open(id, 'identity', identity_sealed),
        phone: open(id, 'phone', phone_sealed),
        tokens: [...tokens].sort(),
        ...rest,
      }),
    )
    .sort();
}

export async function emptyRegistry(pool: pg.Pool): Promise<void> {
  for (const table of [
    'resident_distinct',
    'resident_merge',
    'resident_group',
    'resident_carer',
    'registry_request',
    'registry_look',
    'registry_change',
    'home_owner',
    'residence',
    'resident',
    'home',
    'building',
    'building_change',
    'address_name',
  ])
    await pool.query(`DELETE FROM ${table}`);
}
