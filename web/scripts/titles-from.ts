import { parse } from 'yaml';
import { traditional } from './traditional.ts';

type Dictionary = Readonly<Record<string, string>>;

/** The dictionary of each language from the text of `charters/words/en.yaml`: Chinese as data writes it → English. */
export function titlesFrom(written: string): { readonly en: Dictionary; readonly 'zh-TW': Dictionary } {
  const en: Dictionary = parse(written);
  const inTaiwan = Object.keys(en).map((title) => [title, String(traditional(title))] as const);
  return { en, 'zh-TW': Object.fromEntries(inTaiwan.filter(([title, converted]) => title !== converted)) };
}
