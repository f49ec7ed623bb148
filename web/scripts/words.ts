/** Make the zh-TW words from zh-CN, in Taiwan's characters and phrases, and the dictionaries of what data calls things. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { titlesFrom } from './titles-from.ts';
import { traditional } from './traditional.ts';

const folder = new URL('../src/shared/i18n/', import.meta.url);
const write = (file: string, words: unknown): void =>
  writeFileSync(new URL(file, folder), `${JSON.stringify(words, null, 2)}\n`);

for (const file of readdirSync(folder).filter((name) => name.endsWith('.zh-CN.json'))) {
  const words: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  write(file.replace('.zh-CN.', '.zh-TW.'), traditional(words));
}
const written = readFileSync(new URL('../../charters/words/en.yaml', import.meta.url), 'utf8');
for (const [language, titles] of Object.entries(titlesFrom(written)))
  write(`titles.${language}.json`, titles);
