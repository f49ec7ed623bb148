import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { errorFile, type RowError } from '../import/error-file.ts';
import { cellOf, type Matched, matchColumns } from '../import/match-columns.ts';
import { type OrganisationField, organisationFields } from '../import/organisation-mapping.ts';
import { type ReadOrganisation, readOrganisation } from '../import/read-organisation.ts';
import { type FileFault, readTable, type Table } from '../import/read-table.ts';
import { orderedIds } from '../store/ordered-ids.ts';
import { addOrganisationChanges, addOrganisations, findOrganisations } from '../store/organisations.ts';
import { lockRegistry } from '../store/registry.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Asker } from './actor.ts';
import type { ImportResidentsRequest, RegistryDeps } from './import-residents.ts';
import type { ImportReport } from './import-tickets.ts';
import {
  gridsOf,
  type OrganisationFrame,
  organisationFrame,
  organisationValues,
} from './organisation-frame.ts';
import { chosenMapping, organisationTable, rememberChosen } from './table-columns.ts';
import { inTransaction } from './transact.ts';

interface Row {
  readonly row: number;
  readonly read: ReadOrganisation;
}

/**
 * Takes a table of organisations into the registry of one community. A row with any fault is refused whole and told; all
 * others go in together, in one transaction, or none does. Whoever is known stays: importing twice adds nothing.
 */
export async function importOrganisations(
  deps: RegistryDeps,
  asker: Asker,
  request: ImportResidentsRequest,
): Promise<Result<ImportReport, FileFault>> {
  const frame = await organisationFrame(deps.shell.pool, deps.directory, request.community);
  if (frame === undefined) return err({ message: `没有社区 ${request.community}，或者它的章程不登记单位。` });
  const mapping = await chosenMapping(deps, organisationTable, frame.mapping, request);
  const table = await readTable(request.bytes, mapping.titles, request.titlesIn);
  if (!table.ok) return table;
  const matched = matchColumns(mapping, table.value.columns, organisationTable.needed);
  if (!matched.ok) return matched;
  const run = new OrganisationsRun(frame, matched.value);
  const rows = run.read(table.value);
  const { shell } = deps;
  const dryRun = request.dryRun === true;
  const fresh = await (dryRun
    ? run.sift(shell.pool, rows)
    : inTransaction(shell.pool, async (client) => {
        if (!(await lockRegistry(client, frame.community))) return undefined;
        const found = await run.sift(client, rows);
        await write(deps, client, frame, found, {
          source: request.fileName.slice(0, 200),
          person: asker.kind === 'person' ? asker.person : undefined,
          at: shell.now(),
        });
        return found;
      }));
  if (fresh === undefined) return err({ message: '这个社区正在导入另一份底数表。等它结束了再导入。' });
  await rememberChosen(deps, asker, organisationTable, request);
  request.progress?.(table.value.rows.length, table.value.rows.length);
  return ok(run.report(table.value, fresh.length));
}

async function write(
  { shell }: RegistryDeps,
  client: Queryable,
  frame: OrganisationFrame,
  rows: readonly Row[],
  by: { readonly source: string; readonly person: string | undefined; readonly at: number },
): Promise<void> {
  const ids = orderedIds(by.at);
  const gridOf = await gridsOf(
    client,
    frame,
    rows.map(({ read }) => read),
  );
  const records = rows.map(({ read }) => {
    const id = ids();
    return { id, grid_id: gridOf(read), ...organisationValues(shell, id, read) };
  });
  await addOrganisations(client, frame.community, records);
  await addOrganisationChanges(
    client,
    frame.community,
    records.map(({ id }) => ({ id: ids(), organisation_id: id, field: 'added', former_sealed: null })),
    by,
  );
}

class OrganisationsRun {
  private readonly frame: OrganisationFrame;
  private readonly matched: Matched<OrganisationField>;
  private readonly errors: RowError[] = [];
  private known = 0;

  constructor(frame: OrganisationFrame, matched: Matched<OrganisationField>) {
    this.frame = frame;
    this.matched = matched;
  }

  private refuse(row: number, field: OrganisationField, message: string): void {
    this.errors.push({ row, field: this.matched.at.get(field)?.title ?? '', message });
  }

  /** Every row that can be understood and is not there twice; the earlier stands. */
  read(table: Table): readonly Row[] {
    const rowOf = new Map<string, number>();
    return table.rows.flatMap((each): readonly Row[] => {
      const told = Object.fromEntries(
        organisationFields.map((field) => [field, cellOf(this.matched, each, field)]),
      );
      const read = readOrganisation(told, this.frame);
      if (!read.ok) {
        for (const { field, message } of read.error) this.refuse(each.row, field, message);
        return [];
      }
      const { code, key } = read.value;
      const twice = (code && rowOf.get(code)) ?? rowOf.get(key);
      if (twice !== undefined) {
        this.refuse(each.row, code === undefined ? 'name' : 'code', `和第 ${twice} 行是同一个单位。`);
        return [];
      }
      if (code !== undefined) rowOf.set(code, each.row);
      rowOf.set(key, each.row);
      return [{ row: each.row, read: read.value }];
    });
  }

  /** Those of which the registry knows nothing yet. */
  async sift(client: Queryable, rows: readonly Row[]): Promise<readonly Row[]> {
    const known = await findOrganisations(
      client,
      this.frame.community,
      rows.flatMap(({ read }) => read.code ?? []),
      rows.map(({ read }) => read.key),
    );
    const byCode = new Map(
      known.flatMap((each) => (each.credit_code === null ? [] : [[each.credit_code, each]])),
    );
    const byKey = new Map(known.map((each) => [each.key, each]));
    return rows.filter(({ row, read }) => {
      const same = read.code === undefined ? undefined : byCode.get(read.code);
      const place = byKey.get(read.key);
      if (same !== undefined && same.name !== read.name)
        this.refuse(row, 'code', `这个代码登记的是“${same.name}”。请核对代码和名称。`);
      else if (same === undefined && place !== undefined && read.code !== undefined)
        this.refuse(row, 'code', '这个地址已经有同名的单位，代码不同或没有登记。请到那个单位的页面上改。');
      else if (same === undefined && place === undefined) return true;
      else this.known += 1;
      return false;
    });
  }

  report(table: Table, accepted: number): ImportReport {
    const errors = this.errors.toSorted((a, b) => a.row - b.row);
    return {
      rows: table.rows.length,
      accepted,
      known: this.known,
      errors,
      errorFile: errors.length === 0 ? undefined : errorFile(table, errors),
      unusedColumns: this.matched.unused,
    };
  }
}
