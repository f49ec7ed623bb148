import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { type ChosenColumn, columnsAs, type KnownTitles, withChosen } from '../import/chosen-columns.ts';
import { type OrganisationField, organisationFields } from '../import/organisation-mapping.ts';
import { loadOwnerMapping, type OwnerField, ownerFields } from '../import/owner-mapping.ts';
import { type FileFault, readRows, tableOf } from '../import/read-table.ts';
import { loadResidentMapping, type ResidentField, residentFields } from '../import/resident-mapping.ts';
import { type ImportKind, readImportColumns, rememberImportColumns } from '../store/import-columns.ts';
import type { Asker } from './actor.ts';
import type { ImportResidentsRequest, RegistryDeps } from './import-residents.ts';
import { organisationFrame } from './organisation-frame.ts';

/** A table that communities send, and what its columns can be. */
export interface TableKind<Field extends string> {
  readonly kind: ImportKind;
  readonly fields: readonly Field[];
  /** Of each group the table must have one; the words say what is missing. */
  readonly needed: readonly { readonly oneOf: readonly Field[]; readonly missing: string }[];
}
export const residentTable: TableKind<ResidentField> = {
  kind: 'residents',
  fields: residentFields,
  needed: [
    { oneOf: ['name'], missing: '表里没有姓名栏。' },
    { oneOf: ['address', 'building'], missing: '表里没有住址栏，也没有楼号栏。' },
  ],
};
export const organisationTable: TableKind<OrganisationField> = {
  kind: 'organisations',
  fields: organisationFields,
  needed: [
    { oneOf: ['name'], missing: '表里没有单位名称栏。' },
    { oneOf: ['kind'], missing: '表里没有单位类型栏。' },
    { oneOf: ['address'], missing: '表里没有地址栏。' },
  ],
};
export const ownerTable: TableKind<OwnerField> = {
  kind: 'owners',
  fields: ownerFields,
  needed: [
    { oneOf: ['name'], missing: '表里没有业主姓名栏。' },
    { oneOf: ['address', 'building'], missing: '表里没有住址栏，也没有楼号栏。' },
  ],
};

type Deps = Pick<RegistryDeps, 'shell'>;
type Choice = Pick<ImportResidentsRequest, 'community' | 'chosen'>;

/** What columns mean in general, then what this community said of its own, then what is said now. */
export async function chosenMapping<Field extends string, Mapping extends KnownTitles<Field>>(
  { shell }: Deps,
  { kind, fields }: TableKind<Field>,
  mapping: Mapping,
  { community, chosen = [] }: Choice,
): Promise<Mapping> {
  const remembered = await readImportColumns(shell.pool, community, kind);
  const isField = (field: string): field is Field => fields.some((each) => each === field);
  const said = [...remembered, ...chosen].flatMap(({ title, field }): ChosenColumn<Field>[] =>
    field === null ? [{ title, field }] : isField(field) ? [{ title, field }] : [],
  );
  return withChosen(mapping, said);
}

/** What was chosen for a table that went in counts for this community's next. */
export async function rememberChosen<Field extends string>(
  { shell }: Deps,
  asker: Asker,
  { kind }: TableKind<Field>,
  { community, chosen = [], dryRun = false }: Choice & Pick<ImportResidentsRequest, 'dryRun'>,
): Promise<void> {
  if (dryRun || chosen.length === 0 || asker.kind !== 'person') return;
  const by = { person: asker.person, at: shell.now() };
  await rememberImportColumns(shell.pool, community, kind, chosen, by);
}

const shownRows = 8;
const shownCells = 12;
const shownCharacters = 20;

async function lookAt<Field extends string, Mapping extends KnownTitles<Field>>(
  deps: Deps,
  table: TableKind<Field>,
  usual: Mapping,
  wish: ImportResidentsRequest,
) {
  const rows = await readRows(wish.bytes);
  if (!rows.ok) return rows;
  const mapping = await chosenMapping<Field, Mapping>(deps, table, usual, wish);
  const read = tableOf(rows.value, mapping.titles, wish.titlesIn);
  const short = (row: readonly string[]) =>
    row.slice(0, shownCells).map((cell) => cell.slice(0, shownCharacters));
  return ok({
    fields: table.fields,
    needed: table.needed.map(({ oneOf }) => oneOf),
    columns: read.ok ? columnsAs(mapping, read.value.columns) : [],
    rows: rows.value.slice(0, shownRows).map(short),
    ...(!read.ok && { fault: read.error.message }),
  });
}

/** What the columns of a household table would be taken for, with its first rows, so that somebody can say otherwise. */
export const residentColumns = (deps: RegistryDeps, wish: ImportResidentsRequest) =>
  lookAt(deps, residentTable, loadResidentMapping(), wish);

/** The same of a table of owners. */
export const ownerColumns = (deps: RegistryDeps, wish: ImportResidentsRequest) =>
  lookAt(deps, ownerTable, loadOwnerMapping(), wish);

/** The same of a table of organisations. */
export async function organisationColumns(
  deps: RegistryDeps,
  wish: ImportResidentsRequest,
): Promise<Result<object, FileFault>> {
  const frame = await organisationFrame(deps.shell.pool, deps.directory, wish.community);
  if (frame === undefined) return err({ message: `没有社区 ${wish.community}，或者它的章程不登记单位。` });
  return lookAt(deps, organisationTable, frame.mapping, wish);
}
