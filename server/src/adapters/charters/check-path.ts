import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { CivilDate } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { checkGovernance, checkProcedure } from '@liren/core/checker/check.ts';
import { didYouMean, type Problem } from '@liren/core/checker/problem.ts';
import { checkContext, checkLibrary } from './check-library.ts';
import { type Library, loadLibrary } from './library.ts';
import { type LoadedCharter, Reader, readCharter, readForms, readVersions } from './reading.ts';

/** What was looked at and what is wrong with it. */
export interface CheckReport {
  /** Charters, procedures and forms that were checked, by title or name, for the last line. */
  readonly checked: readonly string[];
  readonly problems: readonly Problem[];
  /** The folder that the files of the problems are named from. */
  readonly root: string;
}
type Findings = Omit<CheckReport, 'root'>;
export interface CheckOptions {
  /** The library that a file outside any library is checked against. */
  readonly shipped: string;
  readonly on: CivilDate;
  /** Check a procedure under this charter; by default under every charter that lists it, else under the first. */
  readonly charter?: string;
}

const isLibrary = (folder: string): boolean => existsSync(join(folder, 'law'));

/** The nearest folder upwards that holds a whole library. */
function findLibrary(path: string): string | undefined {
  for (let folder = path; ; folder = dirname(folder)) {
    if (isLibrary(folder)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function wholeLibrary(library: Library, on: CivilDate): Findings {
  const charters = [...library.charters.values()];
  const ids = new Set(charters.flatMap(({ procedures }) => [...procedures.keys()]));
  return {
    checked: [...charters.map(({ charter }) => charter.id), ...ids],
    problems: checkLibrary(library, on),
  };
}

function charterFolder(path: string, library: Library, on: CivilDate): Findings {
  const reader = new Reader(dirname(path));
  const [source] = reader.file('charter.yaml');
  const loaded = source && readCharter(reader, source, library);
  const problems =
    loaded === undefined ? [] : checkGovernance(loaded.file, checkContext(library, loaded, on));
  const checked = loaded === undefined ? [] : [loaded.charter.id, ...loaded.procedures.keys()];
  return { checked, problems: [...reader.problems, ...problems] };
}

function chartersFor(library: Library, id: string, wanted: string | undefined): readonly LoadedCharter[] {
  const all = [...library.charters.values()];
  if (wanted !== undefined) return all.filter(({ charter }) => charter.id === wanted);
  const using = all.filter(({ charter }) => charter.procedures.includes(id));
  return using.length > 0 ? using : all.slice(0, 1);
}

function procedureFile(path: string, library: Library, { on, charter }: CheckOptions): Findings {
  const reader = new Reader(dirname(path));
  const [source] = reader.file(basename(path));
  if (source === undefined) return { checked: [], problems: reader.problems };
  const forms = { ...library.forms, ...readForms(reader, '../forms') };
  const version = readVersions(reader, source, { ...library, forms }).findLast(({ from }) => from <= on);
  if (version === undefined) return { checked: [], problems: reader.problems };
  const { id } = version.procedure;
  const under = chartersFor(library, id, charter);
  const problems = under.flatMap((loaded) => {
    const context = checkContext(library, loaded, on);
    return checkProcedure(version, {
      ...context,
      procedures: new Map([...context.procedures, [id, version]]),
    });
  });
  const unknown: Problem[] =
    under.length > 0
      ? []
      : [
          {
            file: source.file,
            path: '',
            reason: `没有章程 ${charter}`,
            help: didYouMean(charter ?? '', library.charters.keys()),
          },
        ];
  const distinct = new Map(problems.map((problem) => [`${problem.path}\n${problem.reason}`, problem]));
  return { checked: [id], problems: [...reader.problems, ...unknown, ...distinct.values()] };
}

function formFile(path: string): Findings {
  const reader = new Reader(dirname(path));
  readForms(reader, '.', basename(path));
  return { checked: [basename(path)], problems: reader.problems };
}

/** Checks a library, a charter's folder or file, a procedure or a form; the error says why nothing could be checked. */
export function checkPath(given: string, options: CheckOptions): Result<CheckReport, string> {
  const path = resolve(given);
  if (!existsSync(path)) return err(`没有这个文件或文件夹：${given}`);
  const isFolder = statSync(path).isDirectory();
  const target = isFolder && existsSync(join(path, 'charter.yaml')) ? join(path, 'charter.yaml') : path;
  const home = findLibrary(isFolder ? path : dirname(path)) ?? options.shipped;
  const library = loadLibrary(home);
  if (!library.ok) return ok({ checked: [], problems: library.error, root: home });
  const root = dirname(target);
  if (basename(target) === 'charter.yaml')
    return ok({ ...charterFolder(target, library.value, options.on), root });
  const folder = basename(dirname(target));
  if (isFolder || ['law', 'calendars', 'catalogues', 'fieldwork', 'groups'].includes(folder)) {
    if (!isLibrary(home) || (isFolder && home === options.shipped && !path.startsWith(home)))
      return err(`${given} 里没有 law 文件夹，也没有 charter.yaml，不知道该检查什么`);
    return ok({ ...wholeLibrary(library.value, options.on), root: home });
  }
  const findings = folder === 'forms' ? formFile(target) : procedureFile(target, library.value, options);
  return ok({ ...findings, root });
}
