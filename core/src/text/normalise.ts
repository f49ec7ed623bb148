/** Cuts a text into words, in order, losing nothing but what separates them. */
export type Segment = (text: string) => readonly string[];

/** Longer than any complaint seen (7,000); what lies beyond is not searched. */
const mostCharacters = 20_000;

/**
 * One form for what people type: full-width becomes half-width, Latin lower-case, control and format characters and runs
 * of white space one space. Traditional characters stay: the two scripts are different words to search for.
 * Normalising twice changes nothing.
 */
export function normalise(text: string): string {
  return text
    .slice(0, mostCharacters)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\p{C}\p{Z}\s\uFFFD]+/gu, ' ')
    .trim();
}

export interface Run {
  /** 'han' is a stretch of Chinese characters, 'latin' of other letters and digits. */
  readonly script: 'han' | 'latin';
  readonly text: string;
}

// A radical by itself (⺀) belongs to the script and is no letter.
const runPattern = /((?:(?=[\p{L}\p{N}])\p{Script=Han})+)|((?:(?!\p{Script=Han})[\p{L}\p{N}])+)/gu;

/** Stretches of Chinese, and of other letters and digits, of a normalised text; punctuation only separates. */
export function runsOf(normalised: string): readonly Run[] {
  const runs: Run[] = [];
  for (const [, han, latin] of normalised.matchAll(runPattern)) {
    if (han !== undefined) runs.push({ script: 'han', text: han });
    else if (latin !== undefined) runs.push({ script: 'latin', text: latin });
  }
  return runs;
}

const hanWord = /^\p{Script=Han}{2,}$/u;

/** Words of two or more Chinese characters, in order, repeats kept: what a text is about. */
export function contentWords(text: string, segment: Segment): readonly string[] {
  return segment(normalise(text)).filter((word) => hanWord.test(word));
}
