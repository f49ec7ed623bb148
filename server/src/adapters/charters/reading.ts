import { basename, dirname, join } from 'node:path';
import { type CivilDate, civilDate } from '@liren/core/basics/ids.ts';
import type { Result } from '@liren/core/basics/result.ts';
import { loadCharter, loadForm, loadProcedure } from '@liren/core/checker/load.ts';
import { loadFieldwork } from '@liren/core/checker/load-fieldwork.ts';
import { checkGroups, checkRollGroups, loadGroups } from '@liren/core/checker/load-groups.ts';
import { loadRolls, type Rolls } from '@liren/core/checker/load-rolls.ts';
import { didYouMean, type Problem } from '@liren/core/checker/problem.ts';
import type { Charter, Field, Procedure } from '@liren/core/engine/types.ts';
import type { Fieldwork } from '@liren/core/fieldwork/types.ts';
import type { LawBook } from '@liren/core/law/law.ts';
import { urgencyGrades } from '@liren/core/law/urgency-grades.ts';
import type { PeopleGroups } from '@liren/core/registry/groups.ts';
import { type PlainFile, readFolder, readYaml } from './read-files.ts';

/** A procedure as it reads from a day on, because a parameter that it uses changed then. */
export interface ProcedureVersion {
  readonly from: CivilDate;
  /** Where it is written, for messages. */
  readonly file: string;
  readonly procedure: Procedure;
}
export interface LoadedCharter {
  readonly file: string;
  readonly charter: Charter;
  /** By id; each oldest first. A charter's own procedures stand before the common ones of the same id. */
  readonly procedures: ReadonlyMap<string, readonly ProcedureVersion[]>;
  readonly fieldwork?: Fieldwork;
  readonly groups?: PeopleGroups;
}
/** A reading with every problem it met. */
export type Read<T> = Result<T, readonly Problem[]>;

/** Runs on through the files so that all problems are told at once. */
export class Reader {
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

export type Forms = Readonly<Record<string, readonly Field[]>>;

/** The forms of a folder by name, or of one file in it. */
export function readForms(reader: Reader, folder: string, only?: string): Forms {
  const sources = only === undefined ? reader.folder(folder) : reader.file(only);
  return Object.fromEntries(
    sources.flatMap(({ file, plain }) => {
      const form = reader.take(loadForm(plain, file));
      return form === undefined ? [] : [[form.id, form.fields]];
    }),
  );
}

/** 名册, all in one file. */
export function readRolls(reader: Reader): Rolls {
  const [file] = reader.file('rolls.yaml');
  return (file && reader.take(loadRolls(file.plain, file.file))) ?? {};
}

/** What procedures are read against. */
export interface Grounds {
  readonly forms: Forms;
  readonly law: LawBook;
  readonly rolls: Rolls;
}

export type Procedures = ReadonlyMap<string, readonly ProcedureVersion[]>;

/** One procedure file, read for every stretch of days in which its parameters stand still. */
export function readVersions(reader: Reader, { file, plain }: PlainFile, { forms, law, rolls }: Grounds) {
  const versions: ProcedureVersion[] = [];
  for (const [i, from] of turningDays(law).entries()) {
    const loaded = loadProcedure(plain, { file, forms, rolls, grades: urgencyGrades(law, from) });
    // The same file read for another day has the same faults: told once.
    if (!loaded.ok && i > 0) continue;
    const procedure = reader.take(loaded);
    if (procedure !== undefined && procedure.version !== versions.at(-1)?.procedure.version)
      versions.push({ from: i === 0 ? startOfTime : from, file, procedure });
  }
  return versions;
}

export function readProcedures(reader: Reader, folder: string, grounds: Grounds): Procedures {
  const found = new Map<string, readonly ProcedureVersion[]>();
  for (const source of reader.folder(folder)) {
    const versions = readVersions(reader, source, grounds);
    const id = versions[0]?.procedure.id;
    if (id === undefined) continue;
    found.set(id, versions);
    if (id !== basename(source.file).replace(/\.ya?ml$/, ''))
      reader.problems.push({ file: source.file, path: 'procedure', reason: `文件名应当和程序名 ${id} 一样` });
  }
  return found;
}

export type Fieldworks = ReadonlyMap<string, Fieldwork>;

export const readFieldworks = (reader: Reader, folder: string, forms: Forms): Fieldworks =>
  new Map(
    reader.folder(folder).flatMap(({ file, plain }) => {
      const fieldwork = reader.take(loadFieldwork(plain, file, forms));
      return fieldwork === undefined ? [] : [[fieldwork.id, fieldwork] as const];
    }),
  );

/** The field work that a charter names; its post must be one of the charter's. */
function fieldworkOf(reader: Reader, file: string, charter: Charter, known: Fieldworks) {
  if (charter.fieldwork === undefined) return undefined;
  const fieldwork = known.get(charter.fieldwork);
  const at = { file, path: 'fieldwork' };
  if (fieldwork === undefined) {
    const help = didYouMean(charter.fieldwork, known.keys());
    reader.problems.push({ ...at, reason: `没有走访巡查 ${charter.fieldwork}`, help });
    return undefined;
  }
  const posts = Object.keys(charter.posts);
  const strange = [fieldwork.by, ...fieldwork.riskSetBy, ...(fieldwork.reasons?.answeredBy ?? [])].filter(
    (post) => !posts.includes(post),
  );
  for (const post of new Set(strange))
    reader.problems.push({
      ...at,
      reason: `${fieldwork.id} 写了岗位 ${post}，章程里没有这个岗位`,
      help: didYouMean(post, posts),
    });
  return fieldwork;
}

export type Groups = ReadonlyMap<string, PlainGroups>;
interface PlainGroups {
  readonly file: string;
  readonly groups: PeopleGroups;
}

export const readGroups = (reader: Reader, folder: string): Groups =>
  new Map(
    reader.folder(folder).flatMap(({ file, plain }) => {
      const groups = reader.take(loadGroups(plain, file));
      return groups === undefined ? [] : [[groups.id, { file, groups }] as const];
    }),
  );

/** The groups that a charter names; the posts that see and set them must be the charter's. */
function groupsOf(reader: Reader, file: string, charter: Charter, known: Groups) {
  if (charter.groups === undefined) return undefined;
  const found = known.get(charter.groups);
  if (found === undefined) {
    const help = didYouMean(charter.groups, known.keys());
    reader.problems.push({ file, path: 'groups', reason: `没有人群 ${charter.groups}`, help });
    return undefined;
  }
  reader.problems.push(
    ...checkGroups(found.groups, charter).map((fault) => ({ file: found.file, ...fault })),
  );
  return found.groups;
}

/** What a charter's own files stand upon. */
export interface Common {
  readonly forms: Forms;
  readonly procedures: Procedures;
  readonly fieldworks: Fieldworks;
  readonly serviceItems: ReadonlyMap<string, unknown>;
  readonly groups: Groups;
  readonly law: LawBook;
  readonly rolls: Rolls;
}

export function readCharter(
  reader: Reader,
  { file, plain }: PlainFile,
  common: Common,
): LoadedCharter | undefined {
  const charter = reader.take(loadCharter(plain, file));
  if (charter === undefined) return undefined;
  const { serviceItems: items } = charter;
  if (items !== undefined && !common.serviceItems.has(items)) {
    const help = didYouMean(items, common.serviceItems.keys());
    reader.problems.push({ file, path: 'service-items', reason: `没有办事目录 ${items}`, help });
  }
  const folder = dirname(file);
  const forms = { ...common.forms, ...readForms(reader, `${folder}/forms`) };
  const own = readProcedures(reader, `${folder}/procedures`, { ...common, forms });
  const known = new Map([...common.procedures, ...own]);
  const fieldwork = fieldworkOf(reader, file, charter, common.fieldworks);
  const groups = groupsOf(reader, file, charter, common.groups);
  const procedures = new Map([...known].filter(([id]) => charter.procedures.includes(id)));
  for (const [id, versions] of procedures)
    for (const { procedure } of versions)
      reader.problems.push(
        ...checkRollGroups(procedure, groups).map((fault) => ({
          file,
          ...fault,
          path: `procedures.${id}.${fault.path}`,
        })),
      );
  return {
    file,
    charter,
    ...(fieldwork !== undefined && { fieldwork }),
    ...(groups !== undefined && { groups }),
    procedures,
  };
}
