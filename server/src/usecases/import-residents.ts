import { instant } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import type { PeopleGroups } from '@liren/core/registry/groups.ts';
import type { Library } from '../adapters/charters/library.ts';
import type { RegistryTokens } from '../adapters/crypto/registry-tokens.ts';
import type { ChosenColumn } from '../import/chosen-columns.ts';
import { errorFile, type RowError } from '../import/error-file.ts';
import { type Matched, matchColumns } from '../import/match-columns.ts';
import { type ResidentReader, type ResidentRow, readResident } from '../import/read-resident.ts';
import { type FileFault, readTable, type Table } from '../import/read-table.ts';
import { loadResidentMapping, type ResidentField } from '../import/resident-mapping.ts';
import type { FullDirectory } from '../store/directory.ts';
import { findErasedMarks } from '../store/erased-marks.ts';
import { orderedIds } from '../store/ordered-ids.ts';
import {
  countRegistry,
  findByIdentity,
  findHomes,
  findLivingIn,
  type KnownResident,
  lockRegistry,
  openResident,
} from '../store/registry.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Asker } from './actor.ts';
import type { ImportReport } from './import-tickets.ts';
import { type Fate, fateOf, type KnownPart, livingKey, Repeats } from './plan-residents.ts';
import { registryAreas } from './registry-area.ts';
import { groupsOf, setBy } from './resident-groups.ts';
import type { Shell } from './shell.ts';
import { readStanding, titlesOf } from './standing.ts';
import { chosenMapping, rememberChosen, residentTable } from './table-columns.ts';
import { inTransaction } from './transact.ts';
import { type Fated, type RegistryFrame, writeResidents } from './write-residents.ts';

export interface ImportResidentsRequest {
  readonly bytes: Uint8Array;
  /** Stands in the history of whoever is added. */
  readonly fileName: string;
  readonly community: string;
  /** Checks every row and writes nothing. */
  readonly dryRun?: boolean | undefined;
  /** What somebody says that columns are; remembered for this community's next table. */
  readonly chosen?: readonly ChosenColumn[] | undefined;
  /** The row of the titles, counted from 1, where somebody had to say it. */
  readonly titlesIn?: number | undefined;
  readonly progress?: (done: number, all: number) => void;
}
export interface ResidentsReport extends ImportReport {
  /** Known residents who are now in another home. */
  readonly moved: number;
}
export interface RegistryDeps {
  readonly shell: Shell;
  readonly directory: FullDirectory;
  readonly registry: RegistryTokens;
  readonly library: Library;
}

/** Rows of one round of statements. */
const batchRows = 1000;
/** Lets requests of other people in between. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Takes a household table into the registry of one community. A row with any fault is refused whole and told; all others
 * go in together, in one transaction, or none does. Whoever is known stays as they are: importing twice adds nothing.
 */
export async function importResidents(
  deps: RegistryDeps,
  asker: Asker,
  request: ImportResidentsRequest,
): Promise<Result<ResidentsReport, FileFault>> {
  const community = deps.directory.findCommunity(request.community);
  if (community === undefined) return err({ message: `没有社区 ${request.community}。` });
  const mapping = await chosenMapping(deps, residentTable, loadResidentMapping(), request);
  const table = await readTable(request.bytes, mapping.titles, request.titlesIn);
  if (!table.ok) return table;
  const matched = matchColumns(mapping, table.value.columns, residentTable.needed);
  if (!matched.ok) return matched;
  const path = deps.directory.pathTo(community.placeId);
  const standing = await readStanding(deps.shell.pool, community.id, titlesOf(deps.directory));
  const now = deps.shell.now();
  const groups = groupsOf(deps, community.id);
  const seats = registryAreas(deps.directory, asker).filter((area) => area.community === community.id);
  const run = new ResidentsRun(deps, matched.value, {
    community: community.id,
    undrawn: community.placeId,
    today: civilDateOf(now),
    ids: orderedIds(now),
    by: {
      source: harmless(request.fileName.slice(0, 200), groups),
      person: asker.kind === 'person' ? asker.person : undefined,
      at: now,
    },
  });
  const rows = await run.read(
    {
      mapping,
      matched: matched.value,
      grids: deps.directory.places.filter(
        ({ id, level }) =>
          level === 'grid' && deps.directory.pathTo(id).some((place) => place.id === community.placeId),
      ),
      areas: path.map(({ title }) => title),
      ...standing,
      now,
      groups,
      maySet: (group) => asker.kind === 'system' || setBy(group, seats),
    },
    table.value,
  );
  const report = await run.take(rows, table.value, request);
  if (report.ok) await rememberChosen(deps, asker, residentTable, request);
  return report;
}

/** The name of a file stands in the open in the history; that of a sensitive group must not stand there. */
function harmless(fileName: string, groups: PeopleGroups | undefined): string {
  const words = (groups?.groups ?? []).flatMap((group) =>
    group.sensitive === undefined ? [] : [group.title, ...group.words],
  );
  return words.some((word) => fileName.includes(word)) ? '表格（名称里有敏感人群，没有记下）' : fileName;
}

class ResidentsRun {
  private readonly deps: RegistryDeps;
  private readonly frame: RegistryFrame & { readonly undrawn: string };
  private readonly matched: Matched<ResidentField>;
  private readonly repeats: Repeats;
  private readonly errors: RowError[] = [];
  private readonly counts = { new: 0, known: 0, moved: 0 };

  constructor(deps: RegistryDeps, matched: Matched<ResidentField>, frame: ResidentsRun['frame']) {
    this.deps = deps;
    this.matched = matched;
    this.frame = frame;
    this.repeats = new Repeats((field) => this.titleOf(field));
  }

  /** Every row that can be understood and is not there twice. */
  async read(reader: ResidentReader, table: Table): Promise<readonly ResidentRow[]> {
    const rows: ResidentRow[] = [];
    for (const [at, each] of table.rows.entries()) {
      if (at % batchRows === batchRows - 1) await breathe();
      const row = readResident(reader, each);
      if (!('key' in row)) {
        this.errors.push(...row);
        continue;
      }
      const repeat = this.repeats.check(row);
      if (repeat === undefined) rows.push(row);
      else this.errors.push(repeat);
    }
    return rows;
  }

  async take(
    rows: readonly ResidentRow[],
    table: Table,
    { dryRun = false, progress }: ImportResidentsRequest,
  ): Promise<Result<ResidentsReport, FileFault>> {
    const { pool } = this.deps.shell;
    const all = async (client: Queryable): Promise<boolean> => {
      if (!dryRun && !(await lockRegistry(client, this.frame.community))) return false;
      for (let at = 0; at < rows.length; at += batchRows) {
        await this.takeBatch(client, rows.slice(at, at + batchRows), dryRun);
        const isLast = at + batchRows >= rows.length;
        if (!dryRun && rows.length > batchRows && (at === 0 || isLast)) await countRegistry(client);
        progress?.(Math.min(at + batchRows, rows.length), rows.length);
        await breathe();
      }
      return true;
    };
    const done = dryRun ? await all(pool) : await inTransaction(pool, all);
    if (!done) return err({ message: '这个社区正在导入另一份底数表。等它结束了再导入。' });
    const errors = this.errors.toSorted((a, b) => a.row - b.row);
    return ok({
      rows: table.rows.length,
      accepted: this.counts.new,
      known: this.counts.known,
      moved: this.counts.moved,
      errors,
      errorFile: errors.length === 0 ? undefined : errorFile(table, errors),
      unusedColumns: this.matched.unused,
    });
  }

  private async takeBatch(client: Queryable, rows: readonly ResidentRow[], dryRun: boolean): Promise<void> {
    const { registry } = this.deps;
    const indexed = rows.map((row) => ({
      row,
      index: row.identity && registry.identityIndex(this.frame.community, row.identity.number),
    }));
    const known = await this.knownTo(
      client,
      rows,
      indexed.flatMap(({ index }) => index ?? []),
    );
    const erased = await findErasedMarks(
      client,
      this.frame.community,
      rows.flatMap((row) => this.marksOf(row)),
    );
    const fated = indexed.flatMap(({ row, index }): Fated[] => {
      const fate = this.unlessErased(row, fateOf(row, index, known, this.frame.undrawn), erased);
      if (fate.kind === 'refused') {
        this.errors.push({ row: row.row, field: this.titleOf(fate.field), message: fate.message });
        return [];
      }
      this.counts[countedAs(fate)] += 1;
      return [{ row, index, fate, since: row.since ?? this.frame.today }];
    });
    if (dryRun) return;
    const gridOf = (key: string): string => this.repeats.findGrid(key) ?? this.frame.undrawn;
    await writeResidents(this.deps, client, this.frame, fated, { homes: known.homes, gridOf });
  }

  private async knownTo(
    client: Queryable,
    rows: readonly ResidentRow[],
    indexes: readonly string[],
  ): Promise<KnownPart> {
    const { community } = this.frame;
    const homes = await findHomes(client, community, [...new Set(rows.map(({ key }) => key))]);
    const byIdentity = await findByIdentity(client, community, indexes);
    const inside = await findLivingIn(
      client,
      community,
      homes.map(({ id }) => id),
    );
    const living = new Map<string, KnownResident[]>();
    for (const each of inside) {
      const key = livingKey(each.home ?? '', this.nameOf(each));
      living.set(key, [...(living.get(key) ?? []), each]);
    }
    return {
      homes: new Map(homes.map((home) => [home.key, home])),
      byIdentity: new Map(byIdentity.map((each) => [each.identityIndex ?? '', each])),
      living,
      nameOf: (resident) => this.nameOf(resident),
    };
  }

  private marksOf({ name, identity, key }: ResidentRow): readonly string[] {
    return this.deps.registry.erased(this.frame.community, {
      name,
      identity: identity?.number,
      homes: [key],
    });
  }

  /** Nobody who asked to be erased comes back without a reason (PIPL 47). */
  private unlessErased(row: ResidentRow, fate: Fate, erased: ReadonlyMap<string, number>): Fate {
    const at = this.marksOf(row)
      .map((mark) => erased.get(mark))
      .find((each) => each !== undefined);
    if (fate.kind !== 'new' || at === undefined || row.again !== undefined) return fate;
    const message = `这个人 ${civilDateOf(instant(at))} 按要求删除过，没有再登记。确有理由的，加一栏“重新登记理由”写明，再导入这一行。`;
    return { kind: 'refused', field: 'name', message };
  }

  private titleOf(field: ResidentField): string {
    return this.matched.at.get(field)?.title ?? '';
  }

  private nameOf({ id, nameSealed }: KnownResident): string {
    return openResident(this.deps.shell.sealer, id, 'name', nameSealed);
  }
}

const countedAs = ({ kind }: Exclude<Fate, { kind: 'refused' }>): 'new' | 'known' | 'moved' =>
  kind === 'identity' ? 'known' : kind;
