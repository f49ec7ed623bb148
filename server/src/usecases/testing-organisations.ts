import { unwrap } from '@liren/core/basics/result.ts';
import { creditCheckCharacter } from '@liren/core/registry/credit-code.ts';
import { system } from './actor.ts';
import { importOrganisations } from './import-organisations.ts';
import type { RegistryDeps } from './import-residents.ts';

/** A code that nobody has: its district was never given out. @param order 0–999999999 */
export const creditCode = (order: number): string => {
  const first = `91990099${String(order).padStart(9, '0')}`;
  return `${first}${creditCheckCharacter(first)}`;
};

export const organisationCsv = (...rows: readonly string[]): Uint8Array =>
  new TextEncoder().encode(
    ['单位名称,类型,统一社会信用代码,地址,网格,联系人,电话,资质,有效期至', ...rows].join('\n'),
  );

export const takeOrganisations = async (deps: RegistryDeps, bytes: Uint8Array, community = 'c1') =>
  unwrap(await importOrganisations(deps, system, { bytes, fileName: '单位.xlsx', community }));
