import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askFields, decideFields } from '@liren/core/steps/work/extension.ts';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const english: Readonly<Record<string, unknown>> = parse(read('charters/words/en.yaml'));
const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

const filesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`);

/** Under which keys of the files of which folder stand words that a screen shows. */
const shown: Readonly<Record<string, readonly string[]>> = {
  'charters/procedures': ['title', 'reasons', 'says', 'results', 'sides', 'opener'],
  'charters/fieldwork': ['title', 'kinds'],
  'charters/groups': ['title'],
  'charters/forms': ['title', 'hint', 'choices'],
  'charters/gallery': ['title', 'hint', 'reasons'],
  'charters/catalogues': ['title', 'class', 'classes', 'note', 'result', 'bring-if'],
  'charters/law': ['law', 'article'],
};

/** Every Chinese text at or below one of the keys. */
function textsUnder(value: unknown, keys: readonly string[], within = false): readonly string[] {
  if (typeof value === 'string') return within && isChinese(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsUnder(each, keys, within || keys.includes(key)));
}

/** Code that names things itself: actions of the step kinds and their fields, kinds of people, grades. */
const naming = [
  // The fields of an extension are put together from parts: they are looked at below.
  ...filesIn('core/src/steps', '.ts').filter((file) => !file.endsWith('/extension.ts')),
  'core/src/engine/always.ts',
  'core/src/projections/stations.ts',
  'core/src/law/urgency-grades.ts',
  'server/src/usecases/three-rates.ts',
];
const literals = (path: string, pattern: RegExp): readonly string[] =>
  [...read(path).matchAll(pattern)].map(([, text = '']) => text).filter(isChinese);

const lacking = (titles: readonly string[]): readonly string[] =>
  [...new Set(titles)].filter((title) => typeof english[title] !== 'string' || english[title] === '');

describe('what data calls things has its English', () => {
  it.each(Object.entries(shown))('in %s', (folder, keys) => {
    const titles = filesIn(folder, '.yaml').flatMap((file) => textsUnder(parse(read(file)), keys));
    expect(titles.length).toBeGreaterThan(4);
    expect(lacking(titles)).toEqual([]);
  });

  it('in the rolls', () => {
    expect(lacking(textsUnder(parse(read('charters/rolls.yaml')), ['title']))).toEqual([]);
  });

  it.each(['zh-CN', 'en'])('in how a matter ends, in %s', (language) => {
    const { outcome } = JSON.parse(read(`web/src/shared/i18n/matter.${language}.json`));
    const ends = filesIn('charters/procedures', '.yaml').flatMap((file) =>
      [...read(file).matchAll(/kind: end, outcome: ([a-z-]+)/g)].map(([, end = '']) => end),
    );
    expect(ends.length).toBeGreaterThan(50);
    expect([...new Set(ends)].filter((end) => typeof outcome[end] !== 'string')).toEqual([]);
  });

  it.each(naming)('in %s', (path) => {
    expect(lacking(literals(path, /'([^'\n]*)'/g))).toEqual([]);
  });

  it.each(['minutes', 'hours', 'days', 'workingMinutes', 'workingHours', 'workingDays'])(
    'in an extension by %s',
    (unit) => {
      const extend = { times: 1, atMost: { [unit]: 7 }, grantedBy: { who: 'opener' } };
      const context = { config: { extend }, state: { extensions: 0 } };
      const fields = [...askFields(extend as never), ...decideFields(context as never)];
      const titles = fields.flatMap(({ title, hint }) => (hint === undefined ? [title] : [title, hint]));
      expect(titles.length).toBeGreaterThan(5);
      expect(lacking(titles.map((title) => title.replace(/\d+/g, '#')))).toEqual([]);
    },
  );

  it('in the roles of the demonstration', () => {
    const roles = literals('server/src/demo/roles.ts', /(?:title|says): '([^']+)'/g);
    expect(roles.length).toBeGreaterThan(20);
    expect(lacking(roles)).toEqual([]);
  });

  it('and none of it is left in Chinese', () => {
    const left = Object.values(english).filter((text) => typeof text !== 'string' || isChinese(text));
    expect(left).toEqual([]);
  });
});
