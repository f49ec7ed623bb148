import { normalise, type Run, runsOf, type Segment } from './normalise.ts';

const mostQueryCharacters = 100;
const mostQueryTerms = 24;
/** Telephone and identity numbers are this long; matter numbers are looked up by themselves. */
const privateDigits = /\d{7,}/;

/** 'ab', 'bc', and the last character alone, so that every character begins some entry. */
function hanEntries(text: string): readonly string[] {
  const characters = [...text];
  return characters.map((character, at) => character + (characters[at + 1] ?? ''));
}

/** '110kv' is found by 110kv, 110 and kv. */
function latinEntries(text: string): readonly string[] {
  if (privateDigits.test(text)) return [];
  const parts = text.match(/\p{N}+|\P{N}+/gu) ?? [];
  return parts.length > 1 ? [text, ...parts] : [text];
}

/**
 * What the full-text index holds of a text: space-separated entries for `to_tsvector('simple', …)`.
 * Entries are pairs of neighbouring characters, so what is found never depends on where a dictionary would cut:
 * any two characters that stand together are found, now and after the dictionary has changed.
 * Digits of telephone and identity numbers are left out.
 */
export function segmentForIndex(text: string): string {
  const entries = new Set<string>();
  for (const run of runsOf(normalise(text))) {
    for (const entry of run.script === 'han' ? hanEntries(run.text) : latinEntries(run.text))
      entries.add(entry);
  }
  return [...entries].join(' ');
}

/** Entries hold letters and digits alone, so quoting is all the safety a tsquery needs. */
const exact = (entry: string): string => `'${entry}'`;
const beginning = (entry: string): string => `'${entry}':*`;

/** Entries that must all stand in a text which contains this stretch of Chinese. */
function pairs(text: string): readonly string[] {
  const entries = hanEntries(text);
  return entries.length === 1 ? entries.map(beginning) : entries.slice(0, -1).map(exact);
}

/** Characters that say nothing alone; between words they only loosen what was typed. */
const grammar = new Set(
  '的了吗呢吧啊是在有和与或我你他她它们这那就都也还又不没很太被把给对从到为请'.split(''),
);

/** Words, and stretches of single characters that the dictionary does not know as a word (a name, half a word). */
function hanTerms(run: Run, segment: Segment): readonly string[] {
  const words: string[] = [];
  let loose = '';
  const close = (): void => {
    if ([...loose].length > 1) words.push(loose);
    loose = '';
  };
  for (const word of segment(run.text)) {
    const single = [...word].length === 1;
    if (single && !grammar.has(word)) {
      loose += word;
      continue;
    }
    close();
    if (!single) words.push(word);
  }
  close();
  return words.length === 0 ? pairs(run.text) : words.flatMap(pairs);
}

/**
 * A `tsquery` for a text indexed by `segmentForIndex`: every word typed must stand in it, in any order. Words are cut
 * from what was typed; grammar and lone characters beside words are left aside; letters and digits match from their beginning.
 * Undefined when nothing searchable was typed. At most 100 characters and 24 terms are read.
 */
export function segmentForQuery(text: string, segment: Segment): string | undefined {
  const runs = runsOf(normalise([...text].slice(0, mostQueryCharacters).join('')));
  const telling = runs.filter((run) => run.script === 'latin' || [...run.text].length > 1);
  const terms = (telling.length > 0 ? telling : runs).flatMap((run) =>
    run.script === 'han' ? hanTerms(run, segment) : [beginning(run.text)],
  );
  const distinct = [...new Set(terms)].slice(0, mostQueryTerms);
  return distinct.length === 0 ? undefined : distinct.join(' & ');
}

/**
 * A `tsquery` that finds texts which may say the same: any of these words, each as its pairs of characters.
 * Undefined without words.
 */
export function anyOf(words: readonly string[]): string | undefined {
  const groups = words
    .flatMap((word) =>
      runsOf(normalise(word))
        .filter((run) => run.script === 'han')
        .slice(0, 1),
    )
    .map((run) => pairs(run.text).join(' & '));
  return groups.length === 0 ? undefined : [...new Set(groups)].map((group) => `(${group})`).join(' | ');
}
