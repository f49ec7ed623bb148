import type { Sealed, WrappedKey } from './cipher.ts';
import type { Tries } from './tries.ts';

/** A sealed thing and how often it was changed: who changes an older state than the kept one is told so. */
export interface Kept extends Sealed {
  readonly rev: number;
}
/** What opens the vault, and to whom it belongs. Nothing here says anything about a resident. */
export interface Door {
  readonly deviceKey: CryptoKey;
  readonly wrapped: WrappedKey;
  readonly tries: Tries;
  /** Id under which the office knows this phone. */
  readonly device: string;
  /** Id of the person whose day is kept. */
  readonly person: string;
}

const name = 'liren-grid';
const door = 'door';

/** The phone has no room left; nothing was changed. */
export class NoRoom extends Error {}

const isNoRoom = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'QuotaExceededError' || error.name === 'UnknownError');

const wish = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** What is kept in this browser: the door, the sealed books, the sealed photos. */
export interface Store {
  readonly readDoor: () => Promise<Door | undefined>;
  readonly writeDoor: (value: Door) => Promise<void>;
  /** Reads and writes the door with nobody in between. */
  readonly changeDoor: (change: (before: Door) => Door) => Promise<Door | undefined>;
  readonly readBooks: (names: readonly string[]) => Promise<ReadonlyMap<string, Kept>>;
  /** All or none; false when one of them was changed meanwhile. */
  readonly writeBooks: (books: ReadonlyMap<string, Kept>) => Promise<boolean>;
  readonly writePhoto: (id: string, photo: Sealed) => Promise<void>;
  readonly readPhoto: (id: string) => Promise<Sealed | undefined>;
  readonly erasePhotos: (ids: readonly string[]) => Promise<void>;
  readonly photoIds: () => Promise<readonly string[]>;
  readonly close: () => void;
}

const stores = ['door', 'books', 'photos'] as const;
type StoreName = (typeof stores)[number];

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    for (const each of stores) request.result.createObjectStore(each);
  };
  const database = await wish(request);
  // Another window erases everything: let it.
  database.onversionchange = () => database.close();
  return database;
}

/** Resolves when it is on the disk, not before. */
async function inside<T>(
  database: IDBDatabase,
  store: StoreName,
  mode: IDBTransactionMode,
  work: (objects: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(store, mode, { durability: 'strict' });
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
  });
  ended.catch(() => undefined);
  try {
    const result = await work(transaction.objectStore(store));
    await ended;
    return result;
  } catch (error) {
    throw isNoRoom(error) ? new NoRoom() : error;
  }
}

async function writeAll(objects: IDBObjectStore, books: ReadonlyMap<string, Kept>): Promise<boolean> {
  for (const [key, book] of books) {
    const kept: Kept | undefined = await wish(objects.get(key));
    if ((kept?.rev ?? 0) !== book.rev - 1) return false;
  }
  for (const [key, book] of books) await wish(objects.put(book, key));
  return true;
}

async function changed(objects: IDBObjectStore, change: (before: Door) => Door): Promise<Door | undefined> {
  const before: Door | undefined = await wish(objects.get(door));
  if (before === undefined) return undefined;
  const after = change(before);
  await wish(objects.put(after, door));
  return after;
}

export async function openStore(): Promise<Store> {
  const database = await open();
  const within = <T>(
    store: StoreName,
    mode: IDBTransactionMode,
    work: (objects: IDBObjectStore) => Promise<T>,
  ) => inside(database, store, mode, work);
  return {
    readDoor: () => within('door', 'readonly', (objects) => wish<Door | undefined>(objects.get(door))),
    writeDoor: async (value) => {
      await within('door', 'readwrite', (objects) => wish(objects.put(value, door)));
    },
    changeDoor: (change) => within('door', 'readwrite', (objects) => changed(objects, change)),
    readBooks: (names) =>
      within('books', 'readonly', async (objects) => {
        const found = new Map<string, Kept>();
        for (const each of names) {
          const kept: Kept | undefined = await wish(objects.get(each));
          if (kept !== undefined) found.set(each, kept);
        }
        return found;
      }),
    writeBooks: (books) => within('books', 'readwrite', (objects) => writeAll(objects, books)),
    writePhoto: async (id, photo) => {
      await within('photos', 'readwrite', (objects) => wish(objects.put(photo, id)));
    },
    readPhoto: (id) => within('photos', 'readonly', (objects) => wish<Sealed | undefined>(objects.get(id))),
    erasePhotos: (ids) =>
      within('photos', 'readwrite', async (objects) => {
        for (const id of ids) await wish(objects.delete(id));
      }),
    photoIds: () =>
      within('photos', 'readonly', async (objects) => (await wish(objects.getAllKeys())).map(String)),
    close: () => database.close(),
  };
}

/** Erases all of it, keys first: without them what a disk may still hold is noise. */
export async function eraseStore(): Promise<void> {
  const database = await open();
  await inside(database, 'door', 'readwrite', (objects) => wish(objects.clear()));
  await inside(database, 'books', 'readwrite', (objects) => wish(objects.clear()));
  await inside(database, 'photos', 'readwrite', (objects) => wish(objects.clear()));
  database.close();
  // Another window that still has it open holds this up; it is empty already.
  await Promise.race([
    new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => resolve();
      request.onblocked = () => resolve();
      request.onerror = () => reject(request.error);
    }),
    new Promise<void>((resolve) => setTimeout(resolve, 2000)),
  ]);
}
