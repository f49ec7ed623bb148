declare const asData: unique symbol;
/**
 * Words that the server took from data: what a procedure, a step, a post, an affair is called. To the compiler it is
 * no text, so that no screen shows it except in the reader's language, by `titled`.
 */
export interface Title {
  readonly [asData]: true;
}

/** Chinese, as data writes it → the reader's language. */
let dictionary: ReadonlyMap<string, string> = new Map();
export function setTitles(titles: Readonly<Record<string, string>>): void {
  dictionary = new Map(Object.entries(titles));
}

/** As it is written: to compare with what somebody types, and to send back. */
export const asWritten = (title: Title): string => title as unknown as string;
const figures = /\d+/g;
/** '最多 7 日' is found as '最多 # 日'; its figures stand in the other language in the same order. */
function withFigures(written: string): string | undefined {
  const found = [...written.matchAll(figures)].map(([figure]) => figure);
  const pattern = found.length === 0 ? undefined : dictionary.get(written.replace(figures, '#'));
  return pattern?.replace(/#/g, () => found.shift() ?? '');
}

/** What a community added itself, and nobody put into the dictionary, shows as it is written. */
export const titled = (title: Title): string => {
  const written = asWritten(title);
  return dictionary.get(written) ?? withFigures(written) ?? written;
};
/** Whether words that somebody types stand in it, as written or in the reader's language. */
export const isCalled = (title: Title, words: string): boolean =>
  asWritten(title).includes(words) || titled(title).toLowerCase().includes(words.toLowerCase());

/** What came in another way than as an answer of the server that is described. */
export const asTitle = (written: string): Title => written as unknown as Title;

/** What somebody wrote stays as it is; the affair or the procedure stands in for it in the reader's language. */
export const calledOf = ({
  title,
  written,
}: {
  readonly title: string;
  readonly written: boolean;
}): string => (written ? title : titled(asTitle(title)));
