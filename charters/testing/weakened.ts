import { expect } from 'vitest';
import { problemsOf, procedureText } from './shipped.ts';

/** What the checker says, a line a problem. */
export const told = (charter: string, id: string, text?: string): string =>
  problemsOf(charter, id, text)
    .map(({ path, reason, law }) => `${path}: ${reason}${law === undefined ? '' : ` — ${law}`}`)
    .join('\n');

/** Each piece in turn is replaced where it stands first; every one must be there. */
export function changed(id: string, ...pieces: readonly string[]): string {
  let text = procedureText(id);
  for (let i = 0; i < pieces.length; i += 2) {
    const [find = '', replace = ''] = [pieces[i], pieces[i + 1]];
    expect(text).toContain(find);
    text = text.replace(find, replace);
  }
  return text;
}

/** What is changed of a procedure that ships under a charter, and what is said of it. */
export type Row = readonly [
  what: string,
  where: readonly [string, string],
  pieces: readonly string[],
  says: string,
];
