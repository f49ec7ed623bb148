import { Converter } from 'opencc-js';

const convert = Converter({ from: 'cn', to: 'twp' });

/** The same words in traditional characters; keys and `{{names}}` stay as they are. */
export function traditional(words: unknown): unknown {
  if (typeof words === 'string') return convert(words);
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, traditional(value)]));
}
