import { expect, it } from 'vitest';
import { checkInspections } from './check-inspections.ts';
import { loadFieldwork } from './load-fieldwork.ts';
import { readFields } from './read-parts.ts';

const forms = {
  look: readFields([{ name: 'met', title: '开门', type: 'choice', choices: { open: '开', shut: '关' } }]),
};
const check = {
  title: '检查',
  about: 'organisation',
  inspects: ['shed'],
  every: 'month',
  form: 'look',
  met: { field: 'met', is: 'open' },
  opens: 'repair',
  checklist: { roof: { title: '屋顶', affair: 'shed/roof' } },
};
const source = {
  fieldwork: 'sheds',
  title: '查棚',
  by: 'walker',
  'most-offline-days': 7,
  risks: { low: { title: '低', 'visit-every-days': 90 } },
  'risk-set-by': ['keeper'],
  'checklist-words': {
    pass: '好',
    fail: '坏',
    fixed: '修好了',
    none: '没有',
    note: '说明',
    photos: '照片',
  },
  rounds: { check },
};
const loaded = (changed: object = {}) => loadFieldwork({ ...source, ...changed }, 'x.yaml', forms);
const reasons = (changed: object) => {
  const read = loaded(changed);
  return read.ok ? [] : read.error.map(({ path, reason }) => `${path}: ${reason}`);
};

it('reads what is inspected, how often, and by which list', () => {
  const read = loaded();
  expect(read).toMatchObject({
    ok: true,
    value: {
      rounds: {
        check: { inspects: { kinds: ['shed'], every: 'month' }, checklist: { opens: 'repair' } },
      },
    },
  });
  expect(read.ok && read.value.rounds['check']?.fields.map(({ name }) => name)).toEqual([
    'met',
    'roof',
    'roof-note',
    'roof-photos',
  ]);
});

it('refuses a list without words, a kind inspected twice, a name taken, an inspection of nobody', () => {
  expect(reasons({ 'checklist-words': undefined })).toEqual([
    'checklist-words: 有检查表，就要写检查结果怎么说',
  ]);
  expect(reasons({ rounds: { check, again: check } })).toEqual([
    'rounds.again.inspects: shed 已经由 check 检查，一类单位只有一种检查',
  ]);
  const met = { ...check, checklist: { met: { title: '又一个', affair: 'shed/roof' } } };
  expect(reasons({ rounds: { check: met } })).toEqual(['rounds.check.checklist: met 写了两次']);
  const { inspects: _, every: __, ...nobody } = check;
  expect(reasons({ rounds: { check: nobody } })).not.toEqual([]);
  expect(reasons({ rounds: { check: { ...check, about: 'grid' } } })).not.toEqual([]);
});

it('is held against the charter: kinds, affairs, and a matter that its inspectors may open with what they know', () => {
  const read = loaded();
  if (!read.ok) throw new Error('the example does not load');
  const procedure = (form: readonly object[], post = 'walker') =>
    new Map([['repair', { procedure: { opens: { by: { who: 'post', post }, form } } as never }]]);
  const [title, text] = ['title', 'text'].map((name) => ({ name, title: name, required: true }));
  const fields = [title, text] as readonly object[];
  const faults = (kinds: readonly string[], affairs: object, procedures: ReturnType<typeof procedure>) =>
    checkInspections(
      read.value,
      { organisations: kinds.map((id) => ({ id })) } as never,
      affairs as never,
      procedures,
    ).map(({ path }) => path);
  const roof = { 'shed/roof': {} };
  expect(faults(['shed'], roof, procedure(fields))).toEqual([]);
  expect(faults(['house'], roof, procedure(fields))).toEqual(['fieldwork › rounds.check.inspects']);
  expect(faults(['shed'], {}, procedure(fields))).toEqual(['fieldwork › rounds.check.checklist.roof.affair']);
  const opens = 'fieldwork › rounds.check.opens';
  expect(faults(['shed'], roof, new Map())).toEqual([opens]);
  expect(faults(['shed'], roof, procedure(fields, 'keeper'))).toEqual([opens]);
  expect(faults(['shed'], roof, procedure([title as object]))).toEqual([opens]);
  const phone = { name: 'phone', title: '电话', required: true };
  expect(faults(['shed'], roof, procedure([...fields, phone]))).toEqual([opens]);
});
