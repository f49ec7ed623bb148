/**
 * Beside its words, a matter's entry in the search index holds marks: its street and each place above, once by
 * itself and once with the thirty days in which the matter was opened. Words are then looked for in one street, and
 * in its newest days, inside the index itself. A reader's scope is one or two such places, however many communities
 * they hold: the index slows down with every further mark it is asked to choose from.
 */
const spanMilliseconds = 2_592_000_000;

const spanOf = (at: number): number => Math.floor(at / spanMilliseconds);

/** What the entry of a matter holds beside its words. */
export const marksOf = (places: readonly string[], openedAt: number): readonly string[] =>
  places.flatMap((place) => [`@${place}`, `@${place}#${spanOf(openedAt)}`]);

/** Segmented words, and marks. */
export interface SearchWords {
  readonly words: string;
  readonly marks: readonly string[];
}

/** The index entry as SQL, of SQL expressions for a text and a text array. */
export const indexEntry = (words: string, marks: string): string =>
  `to_tsvector('simple', ${words}) || array_to_tsvector(${marks})`;

/** Newest and oldest instant that count. */
export interface Window {
  readonly to: number;
  readonly from: number;
}

/** How many marks name the days of a window. */
export const spansIn = ({ from, to }: Window): number => spanOf(to) - spanOf(from) + 1;

const quoted = (mark: string): string => `'${mark.replaceAll(/['\\]/g, '$&$&')}'`;

/**
 * A tsquery for these words in these places, on the days that the window touches or at any time.
 * @param places undefined for everywhere, at any time
 */
export function searchQuery(
  words: string,
  places: readonly string[] | undefined,
  window: Window | undefined,
): string {
  if (places === undefined) return words;
  const days =
    window === undefined
      ? ['']
      : Array.from({ length: spansIn(window) }, (_, i) => `#${spanOf(window.to) - i}`);
  const marks = places.flatMap((place) => days.map((day) => quoted(`@${place}${day}`)));
  return `(${words}) & (${marks.join(' | ')})`;
}
