import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { addDays, civilDateOf } from '@liren/core/calendar/calendar.ts';
import { errorFile, type RowError } from '../import/error-file.ts';
import { type Matched, matchColumns } from '../import/match-columns.ts';
import { loadOwnerMapping, type OwnerField } from '../import/owner-mapping.ts';
import { type FaultyOwner, type OwnerReader, type OwnerRow, readOwner } from '../import/read-owner.ts';
import { type FileFault, readTable, type Table } from '../import/read-table.ts';
import { findErasedMarks } from '../store/erased-marks.ts';
import { orderedIds } from '../store/ordered-ids.ts';
import { gridsOfBuildings } from '../store/organisations.ts';
import {
  addOwners,
  endOwners,
  type OwnerRecord,
  openOwner,
  ownerPlace,
  readAreas,
  readOwners,
  setAreas,
} from '../store/owners.ts';
import { addHomes, findHomes, lockRegistry } from '../store/registry.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Asker } from './actor.ts';
import type { ImportResidentsRequest, RegistryDeps } from './import-residents.ts';
import type { ImportReport } from './import-tickets.ts';
import {
  type HeldOwner,
  type HomeNow,
  type HomePlan,
  planHome,
  type ToldOwner,
  togetherText,
} from './plan-owners.ts';
import { readStanding, titlesOf } from './standing.ts';
import { chosenMapping, ownerTable, rememberChosen } from './table-columns.ts';
import { inTransaction } from './transact.ts';

interface Frame {
  readonly community: string;
  /** The place that stands for a grid while nobody can tell one. */
  readonly undrawn: string;
}
type Planned = HomePlan & { readonly told: readonly ToldOwner[]; readonly id: string | undefined };

/**
 * Takes a table of owners into the registry of one community. Of each home that it names it tells all owners: whoever is
 * not told any more owned it until the day before. A home with a fault in any row is refused whole and told; all others go
 * in together, in one transaction, or none does. Importing twice adds nothing.
 */
export async function importOwners(
  deps: RegistryDeps,
  asker: Asker,
  request: ImportResidentsRequest,
): Promise<Result<ImportReport, FileFault>> {
  const { shell, directory } = deps;
  const community = directory.findCommunity(request.community);
  if (community === undefined) return err({ message: `没有社区 ${request.community}。` });
  const mapping = await chosenMapping(deps, ownerTable, loadOwnerMapping(), request);
  const table = await readTable(request.bytes, mapping.titles, request.titlesIn);
  if (!table.ok) return table;
  const matched = matchColumns(mapping, table.value.columns, ownerTable.needed);
  if (!matched.ok) return matched;
  const standing = await readStanding(shell.pool, community.id, titlesOf(directory));
  const areas = directory.pathTo(community.placeId).map(({ title }) => title);
  const run = new OwnersRun(deps, matched.value, { community: community.id, undrawn: community.placeId });
  const homes = run.read({ mapping, matched: matched.value, areas, ...standing }, table.value);
  if (request.dryRun === true) await run.plan(shell.pool, homes);
  else {
    const isDone = await inTransaction(shell.pool, async (client) => {
      if (!(await lockRegistry(client, community.id))) return false;
      await run.write(client, await run.plan(client, homes));
      return true;
    });
    if (!isDone) return err({ message: '这个社区正在导入另一份底数表。等它结束了再导入。' });
  }
  await rememberChosen(deps, asker, ownerTable, request);
  request.progress?.(table.value.rows.length, table.value.rows.length);
  return ok(run.report(table.value));
}

class OwnersRun {
  private readonly deps: RegistryDeps;
  private readonly matched: Matched<OwnerField>;
  private readonly frame: Frame;
  private readonly errors: RowError[] = [];
  private accepted = 0;
  private known = 0;

  constructor(deps: RegistryDeps, matched: Matched<OwnerField>, frame: Frame) {
    this.deps = deps;
    this.matched = matched;
    this.frame = frame;
  }

  /** Rows by home, of homes whose every row is understood. */
  read(reader: OwnerReader, table: Table): readonly (readonly OwnerRow[])[] {
    const homes = new Map<string, OwnerRow[]>();
    const faulty: FaultyOwner[] = [];
    for (const each of table.rows) {
      const row = readOwner(reader, each);
      if ('errors' in row) faulty.push(row);
      else homes.set(row.key, [...(homes.get(row.key) ?? []), row]);
    }
    for (const { row, key = '', errors } of faulty) {
      this.errors.push(...errors);
      for (const other of homes.get(key) ?? [])
        this.errors.push({ row: other.row, field: '', message: togetherText(row) });
      homes.delete(key);
    }
    return [...homes.values()];
  }

  async plan(client: Queryable, homes: readonly (readonly OwnerRow[])[]): Promise<readonly Planned[]> {
    const keys = homes.flatMap(([first]) => first?.key ?? []);
    const known = await findHomes(client, this.frame.community, keys);
    const idOf = new Map(known.map(({ key, id }) => [key, id]));
    const nowOf = await this.now(client, [...idOf.values()]);
    const erased = await findErasedMarks(
      client,
      this.frame.community,
      homes.flat().flatMap((row) => this.marksOf(row)),
    );
    return homes.flatMap((rows): Planned[] => {
      const told = rows.map((row) => this.told(row, erased));
      const id = idOf.get(rows[0]?.key ?? '');
      const plan = planHome(told, nowOf(id), (field) => this.matched.at.get(field)?.title ?? '');
      if (!('begun' in plan)) {
        this.errors.push(...plan);
        return [];
      }
      const fresh = plan.area === undefined ? plan.begun.length : told.length;
      this.accepted += fresh;
      this.known += told.length - fresh;
      return [{ ...plan, told, id }];
    });
  }

  private marksOf({ name, identity, key }: OwnerRow): readonly string[] {
    return this.deps.registry.erased(this.frame.community, { name, identity, homes: [key] });
  }

  /** Of who asked to be erased the roll keeps share and area, and no name (PIPL 47). */
  private told(read: OwnerRow, erased: ReadonlyMap<string, number>): ToldOwner {
    const { registry } = this.deps;
    const isErased = this.marksOf(read).some((mark) => erased.has(mark));
    const mark =
      read.number === undefined ? undefined : registry.ownerMark(this.frame.community, read.number);
    return { read, mark, name: isErased ? '' : read.name, share: read.share };
  }

  private async now(
    client: Queryable,
    homes: readonly string[],
  ): Promise<(home: string | undefined) => HomeNow> {
    const { sealer } = this.deps.shell;
    const owners = new Map<string, HeldOwner[]>();
    for (const row of await readOwners(client, this.frame.community, homes)) {
      const { id, share_top: top, share_bottom: bottom } = row;
      const name = openOwner(sealer, id, 'name', row.name_sealed);
      const held = { id, mark: row.owner_mark ?? undefined, name, share: { top, bottom } };
      owners.set(row.home_id, [...(owners.get(row.home_id) ?? []), held]);
    }
    const areas = new Map((await readAreas(client, this.frame.community, homes)).map((row) => [row.id, row]));
    return (home = '') => {
      const { area_square_centimetres: squareCentimetres, area_basis: basis } = areas.get(home) ?? {};
      return {
        owners: owners.get(home) ?? [],
        area: squareCentimetres && basis ? { squareCentimetres, basis } : undefined,
      };
    };
  }

  async write(client: Queryable, plans: readonly Planned[]): Promise<void> {
    const { community } = this.frame;
    const at = this.deps.shell.now();
    const today = civilDateOf(at);
    const ids = orderedIds(at);
    const homes = await this.homesFor(client, plans, ids);
    const ended = plans.flatMap((plan) => plan.ended.map(({ id }) => id));
    await endOwners(client, community, ended, addDays(today, -1));
    const begun = homes.flatMap(({ plan, home }) =>
      plan.begun.map((told) => this.record(ids(), home, told, today)),
    );
    await addOwners(client, community, begun);
    await setAreas(
      client,
      community,
      homes.flatMap(({ plan: { area }, home }) =>
        area === undefined
          ? []
          : [{ id: home, area_square_centimetres: area.squareCentimetres, area_basis: area.basis }],
      ),
    );
  }

  /** Each with its home; one that nobody has registered yet is added, in the grid in which its neighbours lie. */
  private async homesFor(
    client: Queryable,
    plans: readonly Planned[],
    ids: () => string,
  ): Promise<readonly { readonly plan: Planned; readonly home: string }[]> {
    const { community, undrawn } = this.frame;
    const homes = plans.map((plan) => ({ plan, home: plan.id ?? ids() }));
    const fresh = homes.flatMap(({ plan, home }) => {
      const read = plan.told[0]?.read;
      return plan.id === undefined && read !== undefined ? [{ id: home, key: read.key, ...read.home }] : [];
    });
    const gridOf = await gridsOfBuildings(client, community, fresh);
    await addHomes(
      client,
      community,
      fresh.map((home) => ({
        ...home,
        grid_id: gridOf.get(`${home.compound}|${home.building}|${home.unit}`) ?? undrawn,
      })),
    );
    return homes;
  }

  private record(
    id: string,
    home: string,
    { read, mark, name, share }: ToldOwner,
    today: OwnerRecord['from_date'],
  ): OwnerRecord {
    const { sealer } = this.deps.shell;
    const isNamed = name !== '';
    return {
      id,
      home_id: home,
      name_sealed: isNamed ? sealer.seal(ownerPlace(id, 'name'), name) : '',
      number_sealed:
        isNamed && read.number !== undefined ? sealer.seal(ownerPlace(id, 'number'), read.number) : null,
      owner_mark: mark ?? null,
      share_top: share.top,
      share_bottom: share.bottom,
      from_date: today,
    };
  }

  report(table: Table): ImportReport {
    const errors = this.errors.toSorted((a, b) => a.row - b.row);
    return {
      rows: table.rows.length,
      accepted: this.accepted,
      known: this.known,
      errors,
      errorFile: errors.length === 0 ? undefined : errorFile(table, errors),
      unusedColumns: this.matched.unused,
    };
  }
}
