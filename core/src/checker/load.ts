import type { Json, JsonObject } from '../basics/json.ts';
import { err, ok, type Result } from '../basics/result.ts';
import type { Duration } from '../calendar/calendar.ts';
import { versionOf } from '../engine/procedure-version.ts';
import type { Always, Charter, Field, Procedure, Says, Separation, Step } from '../engine/types.ts';
import type { GridRules } from '../grids/types.ts';
import type { OrganisationKind } from '../registry/organisation.ts';
import { kinds } from '../steps/index.ts';
import type { RollRule } from '../voting/types.ts';
import { isRecord, record, text, texts } from './plain.ts';
import { didYouMean, type Problem } from './problem.ts';
import {
  readActor,
  readChoices,
  readFields,
  readLate,
  readLegs,
  readLimit,
  readQuestion,
  readWays,
} from './read-parts.ts';
import { charterSource, formSource, sourceDefs } from './source-defs.ts';
import { kebab, procedureSource, stepSource } from './source-schema.ts';
import { validate } from './validate.ts';

/** A degree of urgency with the time that the parameters in force give it, most urgent first. */
export interface Grade {
  readonly value: string;
  readonly title: string;
  readonly limit: Duration;
}
export interface LoadContext {
  /** Forms by name, as `loadForm` read them. */
  readonly forms: Readonly<Record<string, readonly Field[]>>;
  readonly grades: readonly Grade[];
  /** 名册 by name. */
  readonly rolls: Readonly<Record<string, RollRule>>;
  /** For messages only. */
  readonly file: string;
}

type Loaded<T> = Result<T, readonly Problem[]>;

/** Names that events carry themselves; a form's answers stand beside them and must not be taken for them. */
export const reservedFieldNames: ReadonlySet<string> = new Set([
  'matter',
  'community',
  'procedure',
  'procedureVersion',
  'charter',
  'channel',
  'opener',
  'urgency',
  'placePath',
  'affair',
  'parent',
  'parentAssignee',
  'assignee',
  'origin',
  'clocks',
  'children',
]);

const stepSources = new Map(
  Object.keys(kinds).map((kind) => [kind, { ...stepSource(kind), $defs: sourceDefs } as JsonObject]),
);

const camelNames = new Map<string, string>();
function noteNames(schema: Json | undefined): void {
  if (Array.isArray(schema)) schema.forEach(noteNames);
  if (!isRecord(schema)) return;
  const object = schema as JsonObject;
  for (const name of Object.keys(record(object['properties']))) {
    if (kebab(name) !== name) camelNames.set(name, kebab(name));
  }
  Object.values(object).forEach(noteNames);
}
for (const kind of Object.values(kinds)) noteNames(kind.schema);
const respelt: ReadonlyMap<string, string> = new Map([
  ...camelNames,
  ...['workingMinutes', 'workingHours', 'workingDays'].map((unit): [string, string] => [kebab(unit), unit]),
]);

/** Both spellings of a name of two words are understood: `granted-by` and `grantedBy`. */
function respell(source: unknown): unknown {
  if (Array.isArray(source)) return source.map(respell);
  if (!isRecord(source)) return source;
  return Object.fromEntries(
    Object.entries(source).map(([name, value]) => [respelt.get(name) ?? name, respell(value)]),
  );
}

function fieldProblems(fields: readonly Field[], file: string, path: string): Problem[] {
  const seen = new Set<string>();
  return fields.flatMap((field, i): Problem[] => {
    const at = { file, path: `${path}.${i}.name` };
    const twice = seen.has(field.name);
    seen.add(field.name);
    return [
      ...(twice ? [{ ...at, reason: `字段 ${field.name} 写了两次` }] : []),
      ...(reservedFieldNames.has(field.name)
        ? [{ ...at, reason: `字段不能叫 ${field.name}，案卷自己要用这个名称`, help: '换一个名称' }]
        : []),
      ...(field.type === 'choice' && (field.choices?.length ?? 0) < 2
        ? [
            {
              file,
              path: `${path}.${i}`,
              reason: `字段 ${field.name} 是选择，至少要有两个选项`,
              help: '加上 choices:',
            },
          ]
        : []),
    ];
  });
}

/** `charters/forms/<name>.yaml`: the fields that a procedure asks for by the form's name. */
export function loadForm(
  source: unknown,
  file: string,
): Loaded<{ readonly id: string; readonly fields: readonly Field[] }> {
  const problems = validate(formSource, source, file, []);
  if (problems.length > 0) return err(problems);
  const { form, fields } = record(source);
  const read = readFields(fields);
  const wrong = fieldProblems(read, file, 'fields');
  return wrong.length > 0 ? err(wrong) : ok({ id: text(form), fields: read });
}

/** `charters/gallery/<model>/charter.yaml` → the charter as the engine reads it. */
export function loadCharter(source: unknown, file: string): Loaded<Charter> {
  const problems = validate(charterSource, source, file, []);
  if (problems.length > 0) return err(problems);
  const { charter, title, source: origin, organs, posts, powers, separations, procedures } = record(source);
  const { fieldwork, groups, grids, organisations, 'service-items': serviceItems } = record(source);
  const wrong = gridProblems(grids, file);
  if (wrong.length > 0) return err(wrong);
  return ok({
    id: text(charter),
    title: text(title),
    source: text(origin),
    organs: organs as Charter['organs'],
    posts: Object.fromEntries(
      Object.entries(record(posts)).map(([name, post]) => [
        name,
        { sees: 'own', rights: [], ...record(post) } as unknown as Charter['posts'][string],
      ]),
    ),
    powers: powers as Charter['powers'],
    separations: (Array.isArray(separations) ? separations : []).map(readSeparation),
    procedures: texts(procedures),
    ...(fieldwork !== undefined && { fieldwork: text(fieldwork) }),
    ...(serviceItems !== undefined && { serviceItems: text(serviceItems) }),
    ...(groups !== undefined && { groups: text(groups) }),
    ...(grids !== undefined && { grids: readGrids(grids) }),
    organisations: Object.entries(record(organisations)).map(readOrganisationKind),
  });
}

function readOrganisationKind([id, source]: readonly [string, unknown]): OrganisationKind {
  const { title, 'credit-code': code, qualification } = record(source);
  return { id, title: text(title), codeNeeded: code === 'required', qualified: qualification === true };
}

function readGrids(source: unknown): GridRules {
  const { micro, general, workload } = record(source) as unknown as GridRules;
  const { home, resident, matter } = workload;
  return {
    micro,
    general,
    workload: { home, resident, matter, riskHome: Number(record(workload)['risk-home']) },
  };
}

function gridProblems(source: unknown, file: string): Problem[] {
  if (source === undefined) return [];
  const rules = readGrids(source);
  return (['micro', 'general'] as const)
    .filter((kind) => rules[kind].least > rules[kind].most)
    .map((kind) => ({ file, path: `grids.${kind}`, reason: 'least 比 most 大，没有网格能符合' }));
}

function readSeparation(source: unknown): Separation {
  const { these, affairs, because, 'never-assigned-to': kept } = record(source);
  return these === undefined
    ? { affairs: text(affairs), neverAssignedTo: text(kept), because: text(because) }
    : { these: these as Extract<Separation, { these: unknown }>['these'], because: text(because) };
}

/** Reads fields written in place or by the name of their form, and rolls by name; notes names that nothing bears. */
class NamedReader {
  readonly problems: Problem[] = [];
  private readonly context: LoadContext;

  constructor(context: LoadContext) {
    this.context = context;
  }

  read(source: unknown, path: string): readonly Field[] {
    const { forms, file } = this.context;
    if (typeof source !== 'string') {
      const fields = readFields(source);
      this.problems.push(...fieldProblems(fields, file, path));
      return fields;
    }
    const form = Object.hasOwn(forms, source) ? forms[source] : undefined;
    if (form !== undefined) return form;
    this.problems.push({
      file,
      path,
      reason: `没有表单 ${source}`,
      help: didYouMean(source, Object.keys(forms)),
    });
    return [];
  }

  roll(source: unknown, path: string): RollRule | undefined {
    const { rolls, file } = this.context;
    const id = text(source);
    if (Object.hasOwn(rolls, id)) return rolls[id];
    const help = didYouMean(id, Object.keys(rolls));
    this.problems.push({ file, path, reason: `没有名册 ${id}`, help });
    return undefined;
  }
}

/** A kind's configuration as its schema shapes it, from what stands in the step. */
function readConfig(schema: Json, source: unknown, path: string, named: NamedReader): unknown {
  const { $ref, properties } = record(schema);
  if ($ref === '#/$defs/actor') return readActor(source);
  if ($ref === '#/$defs/choices') return readChoices(source);
  // In a step they are written `form:`.
  if ($ref === '#/$defs/fields') return named.read(source, path.replace(/\.fields$/, '.form'));
  if ($ref === '#/$defs/roll') return named.roll(source, path);
  if ($ref === '#/$defs/legs') return readLegs(source);
  if ($ref === '#/$defs/question') return readQuestion(source);
  if (!isRecord(properties)) return source;
  const given = record(source);
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, part]) => {
      const value = given[kebab(name)];
      const at = `${path}.${kebab(name)}`;
      // No condition at all is one that always holds.
      if (value === undefined)
        return record(part)['$ref'] === '#/$defs/legs' && name === 'attends' ? [[name, []]] : [];
      return [[name, readConfig(part as Json, value, at, named)]];
    }),
  );
}

function readStep(
  name: string,
  source: Readonly<Record<string, unknown>>,
  context: LoadContext,
  named: NamedReader,
): Step {
  const { title, by, limit, late, then, law, says, may, form, ...own } = source;
  const kind = text(source['kind']);
  const schema = kinds[kind]?.schema ?? {};
  const given = { ...own, ...record(may), ...(form !== undefined && { fields: form }) };
  const path = `steps.${name}`;
  const config = readConfig(schema, given, path, named);
  const back = record(record(may)['return'])['to'];
  const grades = Object.fromEntries(context.grades.map((grade) => [grade.value, grade.limit]));
  return {
    title: title === undefined ? '' : text(title),
    kind,
    ...(by !== undefined && { by: readActor(by) }),
    ...(limit !== undefined && { limit: readLimit(limit, grades) }),
    late: readLate(late),
    // biome-ignore lint/suspicious/noThenProperty: a procedure calls the ways out of a step so.
    then: { ...(back !== undefined && { returned: { to: text(back) } }), ...readWays(then) },
    law: texts(law),
    ...saysIn(says),
    config,
  };
}

const saysIn = (says: unknown): Pick<Step, 'says'> => (says === undefined ? {} : { says: says as Says });

function readAlways(source: unknown): Always {
  const { exclude, ...simple } = record(source);
  const { ask, decide, reasons } = record(exclude);
  return {
    ...Object.fromEntries(Object.entries(simple).map(([name, by]) => [name, { by: readActor(by) }])),
    ...(exclude !== undefined && {
      exclude: { ask: readActor(ask), decide: readActor(decide), reasons: readChoices(reasons) },
    }),
  };
}

/** One step, or one for each value of a choice; the first that is written then stands for all. */
function readFirst(source: unknown, usual: string): Pick<Procedure, 'first' | 'firstBy'> {
  if (!isRecord(source)) return { first: source === undefined ? usual : text(source) };
  const cases = record(source['cases']) as Readonly<Record<string, string>>;
  const [first = usual] = Object.values(cases);
  return { first, firstBy: { field: text(source['by']), cases } };
}

function stepProblems(name: string, step: unknown, file: string): Problem[] {
  const path = ['steps', name];
  if (!isRecord(step)) return [{ file, path: path.join('.'), reason: '环节应当是若干“名称: 内容”' }];
  const kind = text(step['kind']);
  const schema = stepSources.get(kind);
  if (schema !== undefined) return validate(schema, step, file, path);
  const reason = kind === '' ? '缺少 kind' : `没有 ${kind} 这种环节`;
  return [{ file, path: [...path, 'kind'].join('.'), reason, help: didYouMean(kind, stepSources.keys()) }];
}

const limitProblem = (name: string, source: unknown, context: LoadContext): Problem[] => {
  const { by, ...cases } = record(record(source)['limit']);
  const at = { file: context.file, path: `steps.${name}.limit` };
  const known = context.grades.map((grade) => grade.value);
  const named = Object.keys(cases);
  if (by !== undefined)
    return named
      .filter((each) => !known.includes(each))
      .map((each) => ({ ...at, reason: `没有 ${each} 这个紧急程度`, help: didYouMean(each, known) }));
  return named.length > 1 ? [{ ...at, reason: `只能写一个时长，实际写了 ${named.join('、')}` }] : [];
};

/**
 * A procedure as people write it → as the engine reads it, with `version` the SHA-256 of that normal form. Only the
 * shape is checked here; whether it can run under a charter is for `checkProcedure`. All problems are listed.
 */
export function loadProcedure(given: unknown, context: LoadContext): Loaded<Procedure> {
  const { file, grades } = context;
  const source = respell(given);
  const problems = validate(procedureSource, source, file, []);
  const written = record(record(source)['steps']);
  for (const [name, step] of Object.entries(written))
    problems.push(...stepProblems(name, step, file), ...limitProblem(name, step, context));
  if (problems.length > 0) return err(problems);
  const { procedure, title, sources, publicity, opens, first, always, timely, says } = record(source);
  const named = new NamedReader(context);
  const steps = Object.entries(written).map(([name, step]): [string, Step] => [
    name,
    readStep(name, record(step), context, named),
  ]);
  const normal: Omit<Procedure, 'version'> = {
    id: text(procedure),
    title: text(title),
    sources: texts(sources),
    publicity: publicity === 'parties' ? 'parties' : 'public',
    opens: {
      by: readActor(record(opens)['by']),
      form: named.read(record(opens)['form'], 'opens.form'),
      ...(record(opens)['about'] !== undefined && { about: 'service-items' as const }),
      ...(record(opens)['opener'] !== undefined && { opener: text(record(opens)['opener']) }),
    },
    grades: grades.map(({ value, title: name }) => ({ value, title: name })),
    ...readFirst(first, steps[0]?.[0] ?? ''),
    steps: Object.fromEntries(steps),
    always: readAlways(always),
    ...(timely !== undefined && { timely: timely as NonNullable<Procedure['timely']> }),
    ...saysIn(says),
  };
  if (named.problems.length > 0) return err(named.problems);
  return ok({ ...normal, version: versionOf(normal) });
}
