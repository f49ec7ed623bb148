import { uuidFromHash } from '@liren/core/basics/hash.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { type Refusal, refusalText } from '@liren/core/engine/refusal.ts';
import type { Definition } from '@liren/core/engine/types.ts';
import { errorFile, type RowError } from '../import/error-file.ts';
import type { Mapping, TicketField } from '../import/mapping.ts';
import { type Matched, matchColumns } from '../import/match-columns.ts';
import { type FileFault, readTable, type Table } from '../import/read-table.ts';
import { readTicket, type Ticket, type TicketReader } from '../import/read-ticket.ts';
import { createTimeReader } from '../import/times.ts';
import { getOrAddByPhone, type PeopleDeps } from '../signin/people.ts';
import type { FullDirectory } from '../store/directory.ts';
import { findDoneAmong } from '../store/read-record.ts';
import type { Asker } from './actor.ts';
import { type LocateFault, locate, usualCommunity } from './locate.ts';
import { decideOpening, type OpenRequest } from './open-matter.ts';
import type { Decided } from './settle.ts';
import type { Shell } from './shell.ts';
import { writeTogether } from './transact.ts';

export interface ImportRequest {
  readonly bytes: Uint8Array;
  readonly mapping: Mapping;
  /** For rows that do not say where they belong; the street's own unless given. */
  readonly community?: string | undefined;
  /** Checks every row and writes nothing. */
  readonly dryRun?: boolean | undefined;
  readonly progress?: (done: number, all: number) => void;
}
export interface ImportReport {
  readonly rows: number;
  /** Taken in now (or, in a dry run, ready to be). */
  readonly accepted: number;
  /** Taken in by an earlier import. */
  readonly known: number;
  readonly errors: readonly RowError[];
  /** The rows in error as they came, with the reasons; undefined when there are none. */
  readonly errorFile: string | undefined;
  readonly unusedColumns: readonly string[];
}
export interface ImportDeps {
  readonly shell: Shell;
  readonly directory: FullDirectory;
  readonly people: PeopleDeps;
}

/** Rows of one transaction: many share one write to disk, and few enough that nobody waits long for their figures. */
const batchRows = 50;

/**
 * Takes the tickets of another system through intake, row by row wholly in or out. A ticket's command id comes
 * from its source and number, so that an import may be repeated or resumed at any time. A matter opens when it is
 * imported, and its limits run from then: nobody is late for the time before it came. When it was first reported
 * stands in the record as its origin.
 */
export async function importTickets(
  deps: ImportDeps,
  asker: Asker,
  request: ImportRequest,
): Promise<Result<ImportReport, FileFault>> {
  const table = await readTable(request.bytes);
  if (!table.ok) return table;
  const matched = matchColumns(request.mapping, table.value.columns, [
    { oneOf: ['title', 'text'], missing: '表里没有主题栏，也没有内容栏。' },
  ]);
  if (!matched.ok) return matched;
  const usual = homeOf(deps, request.community);
  if (!usual.ok) return usual;
  const charter = deps.directory.findCommunity(usual.value)?.charter;
  const definition =
    charter && deps.shell.definitions.current(charter, request.mapping.procedure, deps.shell.now());
  if (definition === undefined) return err({ message: `章程里没有程序 ${request.mapping.procedure}。` });
  const run = new ImportRun(deps, asker, request, { definition, matched: matched.value, usual: usual.value });
  return ok(await run.all(table.value));
}

function homeOf({ directory }: ImportDeps, community: string | undefined): Result<string, FileFault> {
  const { communities } = directory;
  const found =
    community === undefined ? usualCommunity(communities) : communities.find((each) => each.id === community);
  if (found !== undefined) return ok(found.id);
  const known = communities.map((each) => `${each.id}（${each.title}）`).join('、');
  return err({
    message: known === '' ? '还没有社区，不能导入。' : `没有社区 ${community}。可以是：${known}。`,
  });
}

const whereTexts: Readonly<Record<LocateFault, string>> = {
  outside: '这个位置不在服务范围内。',
  'unknown-place': '没有这个地点。',
  'no-community': '还没有社区。',
};

/** The column that a refused answer came from. */
const fieldOf: Readonly<Record<string, TicketField>> = { location: 'address' };

interface Frame {
  readonly definition: Definition;
  readonly matched: Matched<TicketField>;
  readonly usual: string;
}

/** For the handlers' eyes alone. */
const asideOf = ({ number, reporter, category }: Ticket): Readonly<Record<string, string>> => ({
  ...(number !== undefined && { ticket: number }),
  ...(reporter !== undefined && { reporter }),
  ...(category !== undefined && { category }),
});

class ImportRun {
  private readonly deps: ImportDeps;
  private readonly asker: Asker;
  private readonly request: ImportRequest;
  private readonly frame: Frame;
  private readonly errors: RowError[] = [];
  private readonly rowOfKey = new Map<string, number>();
  private accepted = 0;
  private known = 0;

  constructor(deps: ImportDeps, asker: Asker, request: ImportRequest, frame: Frame) {
    this.deps = deps;
    this.asker = asker;
    this.request = request;
    this.frame = frame;
  }

  async all(table: Table): Promise<ImportReport> {
    const { matched } = this.frame;
    const reader = this.readerOf(table);
    for (let at = 0; at < table.rows.length; at += batchRows) {
      const tickets = table.rows.slice(at, at + batchRows).flatMap((row) => this.read(reader, row));
      await this.take(tickets);
      this.request.progress?.(Math.min(at + batchRows, table.rows.length), table.rows.length);
      // Lets requests of other people in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const errors = this.errors.toSorted((a, b) => a.row - b.row);
    return {
      rows: table.rows.length,
      accepted: this.accepted,
      known: this.known,
      errors,
      errorFile: errors.length === 0 ? undefined : errorFile(table, errors),
      unusedColumns: matched.unused,
    };
  }

  private readerOf(table: Table): TicketReader {
    const { mapping } = this.request;
    const { directory, shell } = this.deps;
    return {
      mapping,
      matched: this.frame.matched,
      times: mapping.times.map(createTimeReader),
      width: table.columns.length,
      meanings: {
        affairs: shell.definitions.affairs,
        grades: this.frame.definition.procedure.grades,
        communities: directory.communities,
        places: directory.places,
        now: shell.now(),
      },
    };
  }

  private read(reader: TicketReader, row: Table['rows'][number]): readonly Ticket[] {
    const ticket = readTicket(reader, row);
    if (!('key' in ticket)) {
      this.errors.push(...ticket);
      return [];
    }
    const earlier = this.rowOfKey.get(ticket.key);
    if (earlier === undefined) {
      this.rowOfKey.set(ticket.key, row.row);
      return [ticket];
    }
    this.refuse(ticket, 'number', `${ticket.number === undefined ? '内容' : '编号'}和第 ${earlier} 行重复。`);
    return [];
  }

  private refuse({ row }: Ticket, field: string | undefined, message: string): void {
    const title = this.frame.matched.at.get((field ?? '') as TicketField)?.title ?? '';
    this.errors.push({ row: row.row, field: title, message });
  }

  /** One batch: what is not yet known is decided row by row, and written together. */
  private async take(tickets: readonly Ticket[]): Promise<void> {
    const { directory, shell } = this.deps;
    const communities = directory.communities.map((each) => each.id);
    const ids = new Map(tickets.map((ticket) => [this.commandOf(ticket), ticket]));
    for (;;) {
      const done = await findDoneAmong(shell.pool, communities, [...ids.keys()]);
      const fresh = [...ids].filter(([id]) => !done.has(id));
      const decided: Decided[] = [];
      const before = this.errors.length;
      for (const [id, ticket] of fresh) decided.push(...(await this.decide(id, ticket)));
      if (this.request.dryRun === true || (await writeTogether(shell, decided))) {
        this.accepted += decided.length;
        this.known += done.size;
        return;
      }
      // Somebody imported one of them in between: look again at what is left.
      this.errors.length = before;
    }
  }

  private commandOf(ticket: Ticket): string {
    return uuidFromHash(`import/${this.request.mapping.source}/${ticket.key}`);
  }

  private async decide(commandId: string, ticket: Ticket): Promise<readonly Decided[]> {
    const { directory, people, shell } = this.deps;
    const { where, phone } = ticket;
    const place = where.place ?? directory.findCommunity(ticket.community ?? '')?.placeId;
    const isPlaced = place !== undefined || where.lat !== undefined || where.address !== undefined;
    const found = isPlaced ? locate(directory, this.homes(), { ...where, place }) : this.home();
    if (typeof found === 'string') {
      this.refuse(ticket, place === undefined ? 'lat' : 'place', whereTexts[found]);
      return [];
    }
    const known = phone !== undefined && this.request.dryRun !== true;
    const person = known ? (await getOrAddByPhone(people, phone, shell.now())).id : undefined;
    const opening: OpenRequest = {
      commandId,
      procedure: this.request.mapping.procedure,
      ...found,
      ...(ticket.affair !== undefined && { affair: ticket.affair }),
      urgency: ticket.urgency,
      channel: this.request.mapping.channel,
      onBehalfOf: { person },
      origin: {
        source: this.request.mapping.source,
        ...(ticket.reportedAt !== undefined && { reportedAt: ticket.reportedAt }),
      },
      aside: asideOf(ticket),
      input: ticket.input,
    };
    const decided = decideOpening(shell, this.asker, opening);
    if (decided.ok) return [decided.value];
    this.refuse(
      ticket,
      fieldOf[decided.error.about ?? ''] ?? decided.error.about,
      this.reasonOf(decided.error),
    );
    return [];
  }

  private homes() {
    return this.deps.directory.communities.filter((each) => each.id === this.frame.usual);
  }

  private home() {
    const { usual } = this.frame;
    const place = this.deps.directory.findCommunity(usual)?.placeId;
    return place === undefined ? ('no-community' as const) : { community: usual, place };
  }

  private reasonOf(refusal: Refusal): string {
    const field = this.frame.definition.procedure.opens.form.find(({ name }) => name === refusal.about);
    if (refusal.code === 'field-too-large' && field !== undefined) return `最多 ${field.most} 个字。`;
    return refusalText(refusal);
  }
}
