import type { CivilDate } from '@liren/core/basics/ids.ts';
import { err, ok } from '@liren/core/basics/result.ts';
import type { Calendar } from '@liren/core/calendar/calendar.ts';
import { describeCalendarFault, usualWorkingHours, withYear } from '@liren/core/calendar/import.ts';
import { readCalendarYear } from '@liren/core/calendar/import-text.ts';
import { affairsForEngine, type Catalogue } from '@liren/core/catalogue/affair.ts';
import { loadServiceItems } from '@liren/core/catalogue/load-service-items.ts';
import { parseCatalogue } from '@liren/core/catalogue/parse-catalogue.ts';
import { itemsForEngine, type ServiceItems } from '@liren/core/catalogue/service-item.ts';
import type { Rolls } from '@liren/core/checker/load-rolls.ts';
import { record } from '@liren/core/checker/plain.ts';
import type { Affairs, Definition } from '@liren/core/engine/types.ts';
import type { LawBook } from '@liren/core/law/law.ts';
import { parseLawBook } from '@liren/core/law/parse-law.ts';
import {
  type Fieldworks,
  type Forms,
  type Groups,
  type LoadedCharter,
  type Procedures,
  type Read,
  Reader,
  readCharter,
  readFieldworks,
  readForms,
  readGroups,
  readProcedures,
  readRolls,
} from './reading.ts';

export type { LoadedCharter, ProcedureVersion } from './reading.ts';

/** Everything under `charters/`, read once at start; nothing in it changes while the server runs. */
export interface Library {
  readonly charters: ReadonlyMap<string, LoadedCharter>;
  readonly law: LawBook;
  readonly catalogue: Catalogue;
  /** What the engine needs of the catalogue, and of every catalogue of service items. */
  readonly affairs: Affairs;
  readonly calendar: Calendar;
  readonly forms: Forms;
  /** Procedures of the common folder, whether or not a charter uses them. */
  readonly procedures: Procedures;
  readonly fieldworks: Fieldworks;
  /** 办事目录 by name. */
  readonly serviceItems: ReadonlyMap<string, ServiceItems>;
  readonly groups: Groups;
  readonly rolls: Rolls;
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

/** Every file of catalogues that says it lists service items. */
const readServiceItems = (reader: Reader): Library['serviceItems'] =>
  new Map(
    reader
      .folder('catalogues')
      .filter(({ plain }) => record(plain)['service-items'] !== undefined)
      .flatMap(({ file, plain }) => {
        const items = reader.take(loadServiceItems(plain, file));
        return items === undefined ? [] : [[items.id, items] as const];
      }),
  );

/**
 * Reads the whole folder. Shapes are checked here; `checkLibrary` says whether the procedures can run, which a server
 * asks before it starts.
 */
export function loadLibrary(folder: string): Read<Library> {
  const reader = new Reader(folder);
  const law = reader.take(
    parseLawBook(reader.folder('law').map(({ file, plain }) => [file, plain] as const)),
  );
  const [affairsFile] = reader.file('catalogues/affairs.yaml');
  const catalogue = affairsFile && reader.take(parseCatalogue(affairsFile.file, affairsFile.plain));
  const serviceItems = readServiceItems(reader);
  const calendar = readCalendar(reader);
  const forms = readForms(reader, 'forms');
  if (law === undefined || catalogue === undefined) return err(reader.problems);
  const rolls = readRolls(reader);
  const procedures = readProcedures(reader, 'procedures', { forms, law, rolls });
  const fieldworks = readFieldworks(reader, 'fieldwork', forms);
  const groups = readGroups(reader, 'groups');
  const charters = reader
    .folder('gallery')
    .filter(({ file }) => file.endsWith('/charter.yaml'))
    .flatMap(
      (file) =>
        readCharter(reader, file, { forms, procedures, fieldworks, groups, serviceItems, law, rolls }) ?? [],
    );
  if (reader.problems.length > 0) return err(reader.problems);
  return ok({
    charters: new Map(charters.map((each) => [each.charter.id, each])),
    law,
    catalogue,
    affairs: Object.assign(
      {},
      affairsForEngine(catalogue),
      ...[...serviceItems.values()].map(itemsForEngine),
    ),
    calendar,
    forms,
    procedures,
    fieldworks,
    serviceItems,
    groups,
    rolls,
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
