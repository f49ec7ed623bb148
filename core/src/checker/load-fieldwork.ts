import type { JsonObject } from '../basics/json.ts';
import { err, ok, type Result } from '../basics/result.ts';
import type { Field } from '../engine/types.ts';
import { type Checklist, type ChecklistWords, checklistFields, findings } from '../fieldwork/checklist.ts';
import {
  type Duty,
  type Fieldwork,
  type Period,
  periods,
  type Risk,
  type Round,
} from '../fieldwork/types.ts';
import { record, text, texts } from './plain.ts';
import { didYouMean, type Problem } from './problem.ts';
import { readChoices } from './read-parts.ts';
import { namePattern } from './source-defs.ts';
import { validate } from './validate.ts';

const name: JsonObject = { type: 'string', pattern: namePattern };
const title: JsonObject = { type: 'string', minLength: 1, maxLength: 60 };
const listed = (properties: JsonObject, required: readonly string[], more: JsonObject = {}): JsonObject => ({
  type: 'object',
  minProperties: 1,
  maxProperties: 20,
  propertyNames: { pattern: namePattern },
  additionalProperties: {
    type: 'object',
    required: [...required],
    properties,
    additionalProperties: false,
    ...more,
  },
});

/** `charters/fieldwork/<name>.yaml`: what those who go from door to door write down, how often, and how much of it. */
export const fieldworkSource: JsonObject = {
  type: 'object',
  required: ['fieldwork', 'title', 'by', 'rounds', 'risks', 'most-offline-days'],
  properties: {
    fieldwork: name,
    title,
    source: { type: 'string', minLength: 1 },
    by: name,
    'most-offline-days': { type: 'integer', minimum: 1, maximum: 60 },
    rounds: listed(
      {
        title,
        about: { enum: ['home', 'grid', 'organisation'] },
        form: name,
        met: {
          type: 'object',
          required: ['field', 'is'],
          properties: {
            field: { type: 'string' },
            is: { type: ['string', 'array'], items: { type: 'string' } },
          },
          additionalProperties: false,
        },
        risk: { type: 'string' },
        inspects: { type: 'array', minItems: 1, uniqueItems: true, items: name },
        every: { enum: [...periods] },
        opens: name,
        checklist: listed({ title, affair: { type: 'string', minLength: 1 } }, ['title', 'affair']),
      },
      ['title', 'about', 'form'],
      {
        dependentRequired: {
          inspects: ['every'],
          every: ['inspects'],
          checklist: ['opens'],
          opens: ['checklist'],
        },
        if: { properties: { about: { const: 'organisation' } } },
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
        then: { required: ['inspects'] },
        else: { properties: { inspects: false } },
      },
    ),
    'risk-set-by': { type: 'array', items: name, minItems: 1, uniqueItems: true },
    risks: listed({ title, 'visit-every-days': { type: 'integer', minimum: 1, maximum: 730 } }, [
      'title',
      'visit-every-days',
    ]),
    reasons: {
      type: 'object',
      required: ['answered-by', 'kinds'],
      properties: {
        'answered-by': { type: 'array', items: name, minItems: 1, uniqueItems: true },
        kinds: {
          type: 'object',
          minProperties: 1,
          maxProperties: 20,
          propertyNames: { pattern: namePattern },
          additionalProperties: title,
        },
      },
      additionalProperties: false,
    },
    'checklist-words': {
      type: 'object',
      required: [...findings, 'note', 'photos'],
      properties: Object.fromEntries([...findings, 'note', 'photos'].map((each) => [each, title])),
      additionalProperties: false,
      description: '检查结果怎么说：合格、不合格、当场改好、不涉及；说明和照片叫什么',
    },
    duties: listed(
      {
        title,
        of: name,
        counts: { enum: ['days', 'homes', 'entries'] },
        per: { enum: [...periods] },
        least: { type: 'integer', minimum: 1, maximum: 100_000 },
        'least-percent-of-homes': { type: 'number', exclusiveMinimum: 0, maximum: 100 },
        source: { type: 'string', minLength: 1 },
      },
      ['title', 'of', 'counts', 'per'],
      { oneOf: [{ required: ['least'] }, { required: ['least-percent-of-homes'] }] },
    ),
  },
  additionalProperties: false,
};

type Source = Readonly<Record<string, unknown>>;

function readChecklist({ checklist, opens }: Source): Checklist | undefined {
  if (checklist === undefined) return undefined;
  const items = Object.entries(record(checklist)).map(([id, item]) => ({
    id,
    title: text(record(item)['title']),
    affair: text(record(item)['affair']),
  }));
  return { items, opens: text(opens) };
}

function readWords(source: unknown): ChecklistWords {
  const { note, photos, ...said } = record(source);
  return { note: text(note), photos: text(photos), findings: said as ChecklistWords['findings'] };
}

function readRound(source: Source, own: readonly Field[], words: ChecklistWords): Round {
  const { title: said, about, met, risk, inspects, every } = source;
  const { field, is } = record(met);
  const checklist = readChecklist(source);
  return {
    title: text(said),
    about: about as Round['about'],
    fields: checklist === undefined ? own : [...own, ...checklistFields(checklist.items, words)],
    ...(inspects !== undefined && { inspects: { kinds: texts(inspects), every: every as Period } }),
    ...(checklist !== undefined && { checklist }),
    ...(met !== undefined && { met: { field: text(field), is: texts(is) } }),
    ...(risk !== undefined && { risk: text(risk) }),
  };
}

const readDuty = ([id, source]: readonly [string, unknown]): Duty => {
  const duty = record(source);
  const share = duty['least-percent-of-homes'];
  return {
    id,
    title: text(duty['title']),
    of: text(duty['of']),
    counts: duty['counts'] as Duty['counts'],
    per: duty['per'] as Duty['per'],
    least: typeof share === 'number' ? { percentOfHomes: share } : { number: Number(duty['least']) },
  };
};

const readReasons = (source: Source): NonNullable<Fieldwork['reasons']> => ({
  answeredBy: texts(source['answered-by']),
  kinds: readChoices(source['kinds']),
});

/** Fields by which a round says whom it met and how urgent it is must be choices it asks for. */
function roundFaults(round: Round, path: string, risks: readonly Risk[]): Omit<Problem, 'file'>[] {
  const choicesOf = (field: string) =>
    round.fields.find((each) => each.name === field)?.choices?.map(({ value }) => value);
  const { met, risk } = round;
  const faults: Omit<Problem, 'file'>[] = [];
  if (met?.is.some((value) => !choicesOf(met.field)?.includes(value)))
    faults.push({ path: `${path}.met`, reason: `表单里的选择 ${met.field} 没有 ${met.is.join('、')}` });
  const strange =
    risk === undefined
      ? []
      : (choicesOf(risk) ?? [risk]).filter((value) => risks.every(({ id }) => id !== value));
  if (strange.length > 0)
    faults.push({
      path: `${path}.risk`,
      reason: `risks 里没有 ${strange.join('、')}`,
      help: didYouMean(
        strange[0] ?? '',
        risks.map(({ id }) => id),
      ),
    });
  return faults;
}

/** A kind is inspected by one round, an item has a name of its own, and what is found has words. */
function checklistFaults(rounds: Fieldwork['rounds'], plain: Source): Omit<Problem, 'file'>[] {
  const kinds = new Map<string, string>();
  return Object.entries(rounds).flatMap(([id, { inspects, checklist, fields }]) => {
    const faults: Omit<Problem, 'file'>[] = [];
    for (const kind of inspects?.kinds ?? []) {
      const other = kinds.get(kind);
      if (other !== undefined)
        faults.push({
          path: `rounds.${id}.inspects`,
          reason: `${kind} 已经由 ${other} 检查，一类单位只有一种检查`,
        });
      kinds.set(kind, id);
    }
    const names = fields.map(({ name: each }) => each);
    const twice = names.find((each, i) => names.indexOf(each) !== i);
    if (twice !== undefined)
      faults.push({ path: `rounds.${id}.checklist`, reason: `${twice} 写了两次`, help: '换一个名称' });
    if (checklist !== undefined && plain['checklist-words'] === undefined)
      faults.push({ path: 'checklist-words', reason: '有检查表，就要写检查结果怎么说' });
    return faults;
  });
}

/** Reads one file of field work; `forms` by name as `loadForm` read them. */
export function loadFieldwork(
  source: unknown,
  file: string,
  forms: Readonly<Record<string, readonly Field[]>>,
): Result<Fieldwork, readonly Problem[]> {
  const problems = validate(fieldworkSource, source, file, []);
  if (problems.length > 0) return err(problems);
  const plain = record(source);
  const risks = Object.entries(record(plain['risks'])).map(
    ([id, each]): Risk => ({
      id,
      title: text(record(each)['title']),
      visitEveryDays: Number(record(each)['visit-every-days']),
    }),
  );
  const faults: Omit<Problem, 'file'>[] = [];
  const rounds = Object.fromEntries(
    Object.entries(record(plain['rounds'])).map(([id, each]): [string, Round] => {
      const form = text(record(each)['form']);
      const fields = Object.hasOwn(forms, form) ? forms[form] : undefined;
      if (fields === undefined)
        faults.push({
          path: `rounds.${id}.form`,
          reason: `没有表单 ${form}`,
          help: didYouMean(form, Object.keys(forms)),
        });
      const round = readRound(record(each), fields ?? [], readWords(plain['checklist-words']));
      if (fields !== undefined) faults.push(...roundFaults(round, `rounds.${id}`, risks));
      return [id, round];
    }),
  );
  faults.push(...checklistFaults(rounds, plain));
  const duties = Object.entries(record(plain['duties'])).map(readDuty);
  for (const { id, of } of duties)
    if (!Object.hasOwn(rounds, of))
      faults.push({
        path: `duties.${id}.of`,
        reason: `没有 ${of} 这种走访`,
        help: didYouMean(of, Object.keys(rounds)),
      });
  if (faults.length > 0) return err(faults.map((fault) => ({ file, ...fault })));
  return ok({
    id: text(plain['fieldwork']),
    by: text(plain['by']),
    rounds,
    risks,
    riskSetBy: texts(plain['risk-set-by']),
    duties,
    ...(plain['reasons'] !== undefined && { reasons: readReasons(record(plain['reasons'])) }),
    mostOfflineDays: Number(plain['most-offline-days']),
  });
}
