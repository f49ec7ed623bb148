import type { Vault } from '../vault/vault.ts';
import { type Book, type Box, type Drafts, emptyBox } from './book.ts';
import type { Day } from './day.ts';

/** The open book as the pages see it. */
export interface Pages {
  readonly day: Day | undefined;
  readonly box: Box;
  readonly drafts: Drafts;
}
type Name = 'day' | 'box' | 'drafts';
const names: readonly Name[] = ['day', 'box', 'drafts'];

/** Reads the sealed book once, writes every change through before it shows. */
export interface Keeper {
  readonly vault: Vault;
  readonly pages: () => Pages;
  readonly follow: (listener: () => void) => () => void;
  /** Throws `NoRoom` where the phone is full: what is shown and kept stays as it was. */
  readonly change: (names: readonly Name[], change: (pages: Pages) => Partial<Pages>) => Promise<void>;
  /** Another window may have written meanwhile. */
  readonly reread: () => Promise<void>;
}

const pagesOf = (books: Partial<Book>): Pages => ({
  day: books.day,
  box: books.box ?? emptyBox,
  drafts: books.drafts ?? {},
});

export async function openBook(vault: Vault): Promise<Keeper> {
  let pages = pagesOf(await vault.read<Book>(names));
  const listeners = new Set<() => void>();
  const show = (next: Pages) => {
    pages = next;
    for (const listener of listeners) listener();
  };
  // One change after the other: each sees what the one before it left.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    vault,
    pages: () => pages,
    follow: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (changed, change) =>
      inTurn(async () => {
        const after = await vault.change<Book>(changed, (before) =>
          defined(change(pagesOf({ ...pages, ...before } as Partial<Book>))),
        );
        show({ ...pages, ...defined(after) });
      }),
    reread: () => inTurn(async () => show(pagesOf(await vault.read<Book>(names)))),
  };
}

const defined = <T extends object>(some: T): Partial<Book> =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as Partial<Book>;
