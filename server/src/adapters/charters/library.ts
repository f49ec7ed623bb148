import { basename, join } from 'node:path';
import { type CivilDate, civilDate } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { Calendar } from '@liren/core/calendar/calendar.ts';
import { describeCalendarFault, usualWorkingHours, withYear } from '@liren/core/calendar/import.ts';
import { readCalendarYear } from '@liren/core/calendar/import-text.ts';
import type { Catalogue } from '@liren/core/catalogue/affair.ts';
import { parseCatalogue } from '@liren/core/catalogue/parse-catalogue.ts';
import { loadCharter, loadForm, loadProcedure } from '@liren/core/checker/load.ts';
import type { Problem } from '@liren/core/checker/problem.ts';
import { refTo } from '@liren/core/engine/powers.ts';
import type { Affairs, Charter, Definition, Field, Procedure } from '@liren/core/engine/types.ts';
import type { LawBook } from '@liren/core/law/law.ts';
import { parseLawBook } from '@liren/core/law/parse-law.ts';
import { urgencyGrades } from '@liren/core/law/urgency-grades.ts';
import { type PlainFile, readFolder, readYaml } from './read-files.ts';

/** A procedure as it reads from a day on, because a parameter that it uses changed then. */
export interface ProcedureVersion {
  readonly from: CivilDate;
  readonly procedure: Procedure;
}
export interface LoadedCharter {
  readonly file: string;
  readonly charter: Charter;
  /** By id; each oldest first. A charter's own procedures stand before the common ones of the same id. */
  readonly procedures: ReadonlyMap<string, readonly ProcedureVersion[]>;
}
/** Everything under `charters/`, read once at start; nothing in it changes while the server runs. */
export interface Library {
  readonly charters: ReadonlyMap<string, LoadedCharter>;
  readonly law: LawBook;
  readonly catalogue: Catalogue;
  /** What the engine needs of the catalogue. */
  readonly affairs: Affairs;
  readonly calendar: Calendar;
  readonly forms: Readonly<Record<string, readonly Field[]>>;
}

type Read<T> = Result<T, readonly Problem[]>;

/** Runs on through the files so that all problems are told at once. */
class Reader {
  readonly problems: Problem[] = [];
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  folder(name: string): readonly PlainFile[] {
    const { files, problems } = readFolder(this.root, name);
    this.problems.push(...problems);
    return files;
  }

  file(name: string): readonly PlainFile[] {
    const { files, problems } = readYaml(join(this.root, name), name);
    this.problems.push(...problems);
    return files;
  }

  take<T>(result: Read<T>): T | undefined {
    if (result.ok) return result.value;
    this.problems.push(...result.error);
    return undefined;
  }
}

const startOfTime = civilDate('1949-10-01');

/** Days on which any parameter changes: procedures are resolved once for each stretch between them. */
function turningDays(law: LawBook): readonly CivilDate[] {
  const grades = law.parameters.get('urgency-grades')?.versions ?? [];
  return grades.map((version) => version.from).sort();
}

function readCalendar(reader: Reader): Calendar {
  let calendar: Calendar = { id: 'cn', years: {}, workingHours: usualWorkingHours };
  for (const { file, plain } of reader.folder('calendars')) {
    const year = readCalendarYear(plain);
    if (year.ok) calendar = withYear(calendar, year.value);
    else
      reader.problems.push(
        ...year.error.map((fault) => ({ file, path: fault.where, reason: describeCalendarFault(fault) })),
      );
  }
  return calendar;
}

type Forms = Readonly<Record<string, readonly Field[]>>;

function readForms(reader: Reader, folder: string): Forms {
  return Object.fromEntries(
    reader.folder(folder).flatMap(({ file, plain }) => {
      const form = reader.take(loadForm(plain, file));
      return form === undefined ? [] : [[form.id, form.fields]];
    }),
  );
}

type Procedures = ReadonlyMap<string, readonly ProcedureVersion[]>;

/** One procedure file, read for every stretch of days in which its parameters stand still. */
function readVersions(reader: Reader, { file, plain }: PlainFile, forms: Forms, law: LawBook) {
  const versions: ProcedureVersion[] = [];
  for (const [i, from] of turningDays(law).entries()) {
    const loaded = loadProcedure(plain, { file, forms, grades: urgencyGrades(law, from) });
    // The same file read for another day has the same faults: told once.
    if (!loaded.ok && i > 0) continue;
    const procedure = reader.take(loaded);
    if (procedure !== undefined && procedure.version !== versions.at(-1)?.procedure.version)
      versions.push({ from: i === 0 ? startOfTime : from, procedure });
  }
  return versions;
}

function readProcedures(reader: Reader, folder: string, forms: Forms, law: LawBook): Procedures {
  const found = new Map<string, readonly ProcedureVersion[]>();
  for (const source of reader.folder(folder)) {
    const versions = readVersions(reader, source, forms, law);
    const id = versions[0]?.procedure.id;
    if (id === undefined) continue;
    found.set(id, versions);
    if (id !== basename(source.file).replace(/\.ya?ml$/, ''))
      reader.problems.push({ file: source.file, path: 'procedure', reason: `文件名应当和程序名 ${id} 一样` });
  }
  return found;
}

interface Common {
  readonly forms: Forms;
  readonly procedures: Procedures;
  readonly law: LawBook;
}

function readCharter(reader: Reader, { file, plain }: PlainFile, common: Common): LoadedCharter | undefined {
  const charter = reader.take(loadCharter(plain, file));
  if (charter === undefined) return undefined;
  const folder = file.replace(/\/charter\.yaml$/, '');
  const forms = { ...common.forms, ...readForms(reader, `${folder}/forms`) };
  const own = readProcedures(reader, `${folder}/procedures`, forms, common.law);
  const known = new Map([...common.procedures, ...own]);
  return {
    file,
    charter,
    procedures: new Map([...known].filter(([id]) => charter.procedures.includes(id))),
  };
}

/** Reads the whole folder. Shapes are checked here; `checkLibrary` says whether the procedures can run. */
export function loadLibrary(folder: string): Read<Library> {
  const reader = new Reader(folder);
  const law = reader.take(
    parseLawBook(reader.folder('law').map(({ file, plain }) => [file, plain] as const)),
  );
  const [affairsFile] = reader.file('catalogues/affairs.yaml');
  const catalogue = affairsFile && reader.take(parseCatalogue(affairsFile.file, affairsFile.plain));
  const calendar = readCalendar(reader);
  const forms = readForms(reader, 'forms');
  if (law === undefined || catalogue === undefined) return err(reader.problems);
  const procedures = readProcedures(reader, 'procedures', forms, law);
  const charters = reader
    .folder('gallery')
    .filter(({ file }) => file.endsWith('/charter.yaml'))
    .flatMap((file) => readCharter(reader, file, { forms, procedures, law }) ?? []);
  if (reader.problems.length > 0) return err(reader.problems);
  return ok({
    charters: new Map(charters.map((each) => [each.charter.id, each])),
    law,
    catalogue,
    affairs: Object.fromEntries(
      [...catalogue.affairs.values()].map((affair) => [affair.id, { ...refTo(affair), title: affair.title }]),
    ),
    calendar,
    forms,
  });
}

/** The procedure as it reads on the day, with its charter; undefined for a charter or procedure that is not there. */
export function findDefinition(
  library: Library,
  charterId: string,
  procedureId: string,
  on: CivilDate,
): Definition | undefined {
  const loaded = library.charters.get(charterId);
  const version = loaded?.procedures.get(procedureId)?.findLast(({ from }) => from <= on);
  return loaded === undefined || version === undefined
    ? undefined
    : { procedure: version.procedure, charter: loaded.charter };
}

/** As `findDefinition`; throws where the library, once checked, cannot lack it. */
export function definitionFor(
  library: Library,
  charterId: string,
  procedureId: string,
  on: CivilDate,
): Definition {
  const found = findDefinition(library, charterId, procedureId, on);
  if (found === undefined) throw new Error(`charter ${charterId} has no procedure ${procedureId} on ${on}`);
  return found;
}

/**
 * The very version that a matter began under, if these files still hold it; a file that changed since does not, and
 * the shell keeps the older normal form beside the matters that need it.
 */
export function findDefinitionByVersion(
  library: Library,
  charterId: string,
  procedureId: string,
  version: string,
): Definition | undefined {
  const loaded = library.charters.get(charterId);
  const found = loaded?.procedures.get(procedureId)?.find(({ procedure }) => procedure.version === version);
  return loaded === undefined || found === undefined
    ? undefined
    : { procedure: found.procedure, charter: loaded.charter };
}
