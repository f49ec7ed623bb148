import { randomBytes, randomUUID } from 'node:crypto';
import { ok } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { showHomeAddress } from '@liren/core/registry/address.ts';
import { copyFault } from '@liren/core/registry/export-rule.ts';
import type { IdentityNumber } from '@liren/core/registry/identity-number.ts';
import { maskIdentityNumber } from '@liren/core/registry/identity-number.ts';
import { maskPhone } from '../adapters/crypto/mask.ts';
import { spelledFor } from '../adapters/spreadsheet/copy-mark.ts';
import type { ExportSheet } from '../adapters/spreadsheet/registry-workbook.ts';
import type { FoundResident } from '../store/read-registry.ts';
import { openResident } from '../store/registry.ts';
import { addCopy, type ExportRow, holdExport, readExportResidents } from '../store/registry-exports.ts';
import type { Asker } from './actor.ts';
import type { RegistryDeps } from './import-residents.ts';
import {
  type ExportColumn,
  type ExportDeps,
  exportColumns,
  mostExportResidents,
  openExport,
  seatBody,
  stateOf,
} from './registry-exports.ts';
import { type Changed, refusing } from './registry-refusal.ts';
import { inTransaction } from './transact.ts';

const titles: Readonly<Record<ExportColumn, string>> = {
  relation: '与户主关系',
  grid: '网格',
  bornYear: '出生年份',
  sex: '性别',
  identity: '身份证号',
  phone: '联系电话',
};
const sexWords: Readonly<Record<string, string>> = { female: '女', male: '男' };
const relationWords: Readonly<Record<string, string>> = {
  head: '户主',
  family: '家属',
  tenant: '租户',
  owner: '业主',
  away: '外出',
  other: '其他',
};

/**
 * One copy of an approved export, for who asked for it. It is written down with everybody in it before a single row leaves,
 * names on its face who took it and for what, and is spelled so that it is known again.
 */
export function takeExport(
  deps: ExportDeps,
  asker: Extract<Asker, { kind: 'person' }>,
  key: { readonly community: string; readonly id: string },
): Promise<Changed<ExportSheet & { readonly name: string }>> {
  const { shell } = deps;
  return inTransaction(shell.pool, async (client) => {
    const row = await holdExport(client, key.community, key.id);
    if (row === undefined) return refusing('not-found');
    const fault = copyFault(stateOf(row), asker.person, shell.now());
    if (fault === 'export-not-yours') return refusing('not-found');
    if (fault !== undefined) return refusing(fault);
    const residents = await readExportResidents(client, row.community_id, row.grids, mostExportResidents);
    const copy = {
      id: randomUUID(),
      export_id: row.id,
      n: row.copies + 1,
      seed: randomBytes(16).toString('hex'),
      at: shell.now(),
    };
    await addCopy(
      client,
      row.community_id,
      copy,
      residents.map(({ id }) => id),
    );
    const columns = exportColumns.filter((column) => row.columns.includes(column));
    return ok({
      name: `registry-export-${row.n}-${copy.n}`,
      titles: ['姓名', '住址', ...columns.map((column) => titles[column])],
      rows: residents.map((resident) => [
        openResident(shell.sealer, resident.id, 'name', resident.name_sealed),
        spelledFor(copy.seed, resident.id, addressOf(resident)),
        ...columns.map((column) => cellOf(deps, row, resident, column)),
      ]),
      marks: await marksOf(deps, row, copy.n),
    });
  });
}

export const addressOf = ({ compound, building, unit, number }: FoundResident): string =>
  showHomeAddress({
    compound: compound ?? '',
    building: building ?? '',
    unit: unit ?? '',
    number: number ?? '',
  });

function cellOf(deps: RegistryDeps, row: ExportRow, resident: FoundResident, column: ExportColumn): string {
  switch (column) {
    case 'relation':
      return relationWords[resident.relation ?? 'other'] ?? '';
    case 'grid':
      return deps.directory.findPlace(resident.grid_id ?? '')?.title ?? '';
    case 'bornYear':
      return String(resident.born_year ?? '');
    case 'sex':
      return sexWords[resident.sex ?? ''] ?? '';
    case 'identity':
    case 'phone':
      return numberOf(deps, resident, column, row.whole.includes(column));
  }
}

function numberOf(
  { shell }: RegistryDeps,
  resident: FoundResident,
  column: 'identity' | 'phone',
  isWhole: boolean,
): string {
  const sealed = column === 'identity' ? resident.identity_sealed : resident.phone_sealed;
  if (sealed === null) return '';
  const number = openResident(shell.sealer, resident.id, column, sealed);
  if (isWhole) return number.replace(/^\+86/, '');
  return column === 'identity' ? maskIdentityNumber(number as IdentityNumber) : maskPhone(number);
}

async function marksOf(deps: ExportDeps, row: ExportRow, copy: number): Promise<readonly string[]> {
  const community = deps.directory.findCommunity(row.community_id)?.title ?? '';
  const asked = await seatBody(deps, row.asked_by, row.asked_post, row.asked_organ, row.asked_at);
  const approved = await seatBody(
    deps,
    row.answered_by ?? '',
    row.answered_post ?? '',
    row.answered_organ ?? '',
    row.answered_at ?? 0,
  );
  const purpose = openExport(deps, row.id, 'purpose_sealed', row.purpose_sealed);
  return [
    `${community}居民底数导出 第 ${row.n} 号 第 ${copy} 份，${civilDateOf(deps.shell.now())} 由${asked.organ}${asked.post}${asked.by}下载，${approved.organ}${approved.post}${approved.by}批准。`,
    `只许用于：${purpose}。用完删除，不得转给他人；每一份都有自己的记号，流出可查。`,
  ];
}
