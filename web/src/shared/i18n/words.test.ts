import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { titlesFrom } from '../../../scripts/titles-from.ts';
import { traditional } from '../../../scripts/traditional.ts';
import { chooseLanguage } from './languages.ts';

const folder = import.meta.dirname;
const source = join(folder, '../..');
const sections = readdirSync(folder)
  .filter((name) => name.endsWith('.zh-CN.json'))
  .map((name) => name.replace('.zh-CN.json', ''));

const read = (section: string, language: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, `${section}.${language}.json`), 'utf8'));

/** Key → text, plural forms folded into one key. */
function flat(words: unknown, before = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[before.replace(/_(one|other)$/, ''), words]]);
  if (typeof words !== 'object' || words === null) return new Map();
  return new Map(
    Object.entries(words).flatMap(([key, value]) => [
      ...flat(value, before === '' ? key : `${before}.${key}`),
    ]),
  );
}

const holes = (text: string): string[] =>
  [...text.matchAll(/\{\{?\s*(\w+)/g)].map(([, name]) => name ?? '').sort();

test('every section is whole in three languages, with the same holes to fill', () => {
  expect(sections).toContain('common');
  for (const section of sections) {
    const zh = flat(read(section, 'zh-CN'), section);
    const en = flat(read(section, 'en'), section);
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    for (const [key, text] of zh) {
      expect(text.trim(), key).not.toBe('');
      const unknown = holes(en.get(key) ?? '').filter(
        (hole) => !holes(text).includes(hole) && hole !== 'count',
      );
      // English dates name the month; Chinese ones count it.
      expect(
        unknown.filter((hole) => !/^month/.test(hole)),
        key,
      ).toEqual([]);
    }
  }
});

test('the traditional words are those made from zh-CN', () => {
  for (const section of sections) {
    expect(read(section, 'zh-TW'), `npm run -w web words: ${section}`).toEqual(
      traditional(read(section, 'zh-CN')),
    );
  }
});

test('the dictionaries of what data calls things are those made from charters/words', () => {
  const made = titlesFrom(readFileSync(join(source, '../../charters/words/en.yaml'), 'utf8'));
  expect(made['zh-TW']['办理']).toBe('辦理');
  for (const [language, titles] of Object.entries(made))
    expect(read('titles', language), `npm run -w web words: ${language}`).toEqual(titles);
});

test('every key that a screen names in full has its words', () => {
  const known = new Map(sections.flatMap((section) => [...flat(read(section, 'zh-CN'), section)]));
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !name.includes('.test.'),
  );
  const lacking: string[] = [];
  let checked = 0;
  for (const name of files) {
    const text = readFileSync(join(source, name), 'utf8');
    for (const [, key] of text.matchAll(/\b(?:t|say)\(\s*'([a-z]+\.[\w.-]+)'/gi)) {
      checked += 1;
      if (key !== undefined && !known.has(key)) lacking.push(`${name}: ${key}`);
    }
  }
  expect(checked).toBeGreaterThan(20);
  expect(lacking).toEqual([]);
});

test('the reader’s wishes choose the language', () => {
  expect(chooseLanguage(['', 'zh-Hant-HK', 'en'])).toBe('zh-TW');
  expect(chooseLanguage(['fr', 'en-GB'])).toBe('en');
  expect(chooseLanguage(['zh'])).toBe('zh-CN');
  expect(chooseLanguage(['ug'])).toBe('zh-CN');
});
