import { readdirSync, readFileSync } from 'node:fs';
import { complaintClasses } from '@liren/core/catalogue/affair.ts';
import { comparisons, denominators, durationUnits, ruleStatuses } from '@liren/core/law/law.ts';
import { urgencies } from '@liren/core/law/urgency-grades.ts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { derivedSchemas } from './derived.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
// What our own checker says of a pattern; editors pass it over.
ajv.addKeyword('hint');
const schemaText = (kind: string): string => read(`./${kind}.schema.json`);
const check = (kind: string, document: unknown): readonly string[] => {
  const id = `https://liren.local/schema/${kind}.schema.json`;
  const validate = ajv.getSchema(id) ?? ajv.compile(JSON.parse(schemaText(kind)));
  return validate(document)
    ? []
    : (validate.errors ?? []).map((fault) => `${fault.instancePath} ${fault.message}`);
};
const folders = (folder: string): readonly string[] =>
  readdirSync(new URL(`../${folder}/`, import.meta.url), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
const files = (folder: string): readonly string[] =>
  readdirSync(new URL(`../${folder}/`, import.meta.url))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `../${folder}/${name}`);

describe('schemas that editors complete from', () => {
  it.each([
    ...files('law').map((file) => ['law', file] as const),
    ['catalogue', '../catalogues/affairs.yaml'] as const,
    ['service-items', '../catalogues/service-items.yaml'] as const,
    ...files('calendars').map((file) => ['calendar', file] as const),
    ...files('procedures').map((file) => ['procedure', file] as const),
    ...files('forms').map((file) => ['form', file] as const),
    ...files('fieldwork').map((file) => ['fieldwork', file] as const),
    ...folders('gallery').map((model) => ['charter', `../gallery/${model}/charter.yaml`] as const),
  ])('%s accepts %s', (kind, file) => {
    expect(check(kind, parse(read(file)))).toEqual([]);
  });

  it.each([
    ['law', { title: '空' }],
    ['law', { title: '错', rules: [{ id: 'OWN-1', title: '无出处', text: '无。', status: 'confirmed' }] }],
    ['catalogue', { title: '空', affairs: [] }],
    ['service-items', { 'service-items': 's', title: '空', materials: {}, groups: [], items: [] }],
    ['procedure', { procedure: 'p', title: '无环节', opens: { by: 'resident', form: 'f' }, steps: {} }],
    ['charter', { charter: 'c', title: '缺机构', source: 'A1' }],
    ['form', { form: 'f', title: '空表', fields: [] }],
    ['fieldwork', { fieldwork: 'f', title: '没有走访', by: 'grid-worker', rounds: {}, risks: {} }],
    ['calendar', { year: 2026, source: '文号', holidays: [{ name: '元旦', from: '2026-1-1' }] }],
  ])('%s refuses %j', (kind, document) => {
    expect(check(kind, document)).not.toEqual([]);
  });

  it('refuse decimals, two units in one limit, and a misspelt field', () => {
    const source = { law: '法', article: '1', date: '2020-01-01' };
    const rule = { id: 'OWN-1', title: '题', text: '文。', source, status: 'confirmed', from: '2020-01-01' };
    const withValue = (value: unknown) => ({ title: '文件', rules: [{ ...rule, values: { pass: value } }] });
    expect(check('law', withValue({ op: '>', share: '1/2', of: 'attendees' }))).toEqual([]);
    expect(check('law', withValue({ op: '>', share: '0.5', of: 'attendees' }))).not.toEqual([]);
    expect(check('law', withValue({ op: '<=', days: 1, hours: 2 }))).not.toEqual([]);
    expect(check('law', { title: '文件', rules: [{ ...rule, untill: '2020-01-01' }] })).not.toEqual([]);
  });

  it.each(Object.keys(derivedSchemas))(
    '%s is as the step kinds make it (npm run -w @liren/charters schemas)',
    (name) => {
      expect(JSON.parse(schemaText(name))).toEqual(derivedSchemas[name]);
    },
  );

  it('let the kind of a step decide what may stand in it', () => {
    const first: object = parse('{ title: 派单, kind: assign, by: resident, then: { assigned: end } }');
    const withStep = (change: object) => ({
      procedure: 'p',
      title: '程序',
      opens: { by: 'resident', form: 'f' },
      steps: { first: { ...first, ...change }, end: { title: '完', kind: 'end', outcome: 'done' } },
    });
    expect(check('procedure', withStep({}))).toEqual([]);
    expect(check('procedure', withStep({ proof: { photos: 1 } }))).not.toEqual([]);
    expect(check('procedure', withStep({ kind: 'assing' }))).not.toEqual([]);
  });

  it('offer the same words as the loaders accept', () => {
    for (const word of [...comparisons, ...denominators, ...durationUnits, ...ruleStatuses]) {
      expect(schemaText('law')).toContain(`"${word}"`);
    }
    for (const word of [...complaintClasses, ...urgencies])
      expect(schemaText('catalogue')).toContain(`"${word}"`);
  });
});
