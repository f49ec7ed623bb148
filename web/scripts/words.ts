/** Make the zh-TW words from zh-CN, in Taiwan's characters and phrases. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { traditional } from './traditional.ts';

const folder = new URL('../src/shared/i18n/', import.meta.url);
for (const file of readdirSync(folder).filter((name) => name.endsWith('.zh-CN.json'))) {
  const words: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  const made = `${JSON.stringify(traditional(words), null, 2)}\n`;
  writeFileSync(new URL(file.replace('.zh-CN.', '.zh-TW.'), folder), made);
}
