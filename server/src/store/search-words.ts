/**
 * Beside its words, a matter's entry in the search index holds the community and the five days in which it was
 * opened. Words that half of all matters say are then looked for in the newest days alone, inside the index itself.
 */
const spanMilliseconds = 432_000_000;

/** The index entry as SQL; each argument is an SQL expression. */
export const indexEntry = (words: string, community: string, openedAt: string): string =>
  `to_tsvector('simple', ${words}) || array_to_tsvector(ARRAY['@' || ${community}, '#' || (${openedAt} / ${spanMilliseconds})])`;

const quoted = (mark: string): string => `'${mark.replaceAll(/['\\]/g, '$&$&')}'`;
const anyOf = (marks: readonly string[]): string => `(${marks.map(quoted).join(' | ')})`;

export interface Window {
  /** Newest instant that counts. */
  readonly to: number;
  /** How many spans of five days, the newest included; undefined for all there were. */
  readonly spans: number | undefined;
}
/** Newest first until a page is full: a frequent word fills it at once, a rare one is quickly read whole. */
export const windowSpans = [3, 24, undefined] as const;

/** First instant of the window; the beginning of time when it holds everything. */
export const beginning = ({ to, spans }: Window): number =>
  spans === undefined ? 0 : (Math.floor(to / spanMilliseconds) - spans + 1) * spanMilliseconds;

/** Whether the window reaches back to `since`, so that a wider one finds nothing more. */
export const reaches = (window: Window, since: number | undefined): boolean =>
  window.spans === undefined || (since !== undefined && beginning(window) <= since);

/** A tsquery for these words within the window and, unless undefined, the communities. */
export function searchQuery(
  words: string,
  { to, spans }: Window,
  communities: readonly string[] | undefined,
): string {
  const last = Math.floor(to / spanMilliseconds);
  const days = Array.from({ length: spans ?? 0 }, (_, i) => `#${last - i}`);
  return [
    `(${words})`,
    ...(communities === undefined ? [] : [anyOf(communities.map((community) => `@${community}`))]),
    ...(days.length === 0 ? [] : [anyOf(days)]),
  ].join(' & ');
}
