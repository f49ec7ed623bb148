import {
  makeDataKey,
  makeDeviceKey,
  openBytes,
  openDataKey,
  openJson,
  rewrapDataKey,
  sealBytes,
  sealJson,
} from './cipher.ts';
import { type Door, eraseStore, type Kept, openStore, type Store } from './store.ts';
import { countTry, isSpent, mostTries, noTries, waitLeft } from './tries.ts';

/** What is kept, by the name of the book; a book that was never written is absent. */
export type Books = Readonly<Record<string, unknown>>;

/** The vault, open: reads and writes what is kept, always sealed. */
export interface Vault {
  readonly device: string;
  readonly person: string;
  readonly read: <B extends Books>(names: readonly (keyof B & string)[]) => Promise<Partial<B>>;
  /**
   * Changes some books together: all or none, and never over what another window wrote meanwhile. Returns them as
   * they are now. Throws `NoRoom` where the phone is full; then nothing was changed.
   */
  readonly change: <B extends Books>(
    names: readonly (keyof B & string)[],
    change: (before: Partial<B>) => Partial<B>,
  ) => Promise<Partial<B>>;
  readonly keepPhoto: (id: string, bytes: ArrayBuffer) => Promise<void>;
  readonly findPhoto: (id: string) => Promise<ArrayBuffer | undefined>;
  readonly erasePhotos: (ids: readonly string[]) => Promise<void>;
  readonly photoIds: () => Promise<readonly string[]>;
  readonly changePin: (old: string, next: string) => Promise<boolean>;
  readonly close: () => void;
}

async function readAll(store: Store, key: CryptoKey, names: readonly string[]) {
  const kept = await store.readBooks(names);
  const books: Record<string, unknown> = {};
  for (const [name, sealed] of kept) books[name] = await openJson(key, sealed);
  return { kept, books };
}

async function changeAll(
  store: Store,
  key: CryptoKey,
  names: readonly string[],
  change: (before: Books) => Books,
): Promise<Books> {
  for (;;) {
    const { kept, books } = await readAll(store, key, names);
    const after = { ...books, ...change(books) };
    const changed = new Map<string, Kept>();
    for (const name of names) {
      if (after[name] === books[name]) continue;
      const rev = (kept.get(name)?.rev ?? 0) + 1;
      changed.set(name, { ...(await sealJson(key, after[name])), rev });
    }
    if (await store.writeBooks(changed)) return after;
  }
}

function vaultOf(store: Store, { device, person, deviceKey }: Door, key: CryptoKey): Vault {
  return {
    device,
    person,
    read: async <B extends Books>(names: readonly string[]) =>
      (await readAll(store, key, names)).books as Partial<B>,
    change: async <B extends Books>(names: readonly string[], change: (before: Partial<B>) => Partial<B>) =>
      (await changeAll(store, key, names, (before) => change(before as Partial<B>))) as Partial<B>,
    keepPhoto: async (id, bytes) => store.writePhoto(id, await sealBytes(key, bytes)),
    findPhoto: async (id) => {
      const sealed = await store.readPhoto(id);
      return sealed === undefined ? undefined : openBytes(key, sealed);
    },
    erasePhotos: store.erasePhotos,
    photoIds: store.photoIds,
    changePin: async (old, next) => {
      const door = await store.readDoor();
      const wrapped = door && (await rewrapDataKey(deviceKey, { old, next }, door.wrapped));
      if (wrapped === undefined) return false;
      await store.changeDoor((before) => ({ ...before, wrapped, tries: noTries }));
      return true;
    },
    close: store.close,
  };
}

/** Begins an empty vault for this person on this phone. */
export async function makeVault(pin: string, device: string, person: string): Promise<Vault> {
  const deviceKey = await makeDeviceKey();
  const { key, wrapped } = await makeDataKey(deviceKey, pin);
  const store = await openStore();
  const door: Door = { deviceKey, wrapped, tries: noTries, device, person };
  await store.writeDoor(door);
  return vaultOf(store, door, key);
}

export type Opening =
  | { readonly status: 'open'; readonly vault: Vault }
  /** No PIN is looked at for so long. */
  | { readonly status: 'waiting'; readonly waitMilliseconds: number }
  | { readonly status: 'wrong'; readonly triesLeft: number; readonly waitMilliseconds: number }
  /** That was one too many: nothing is kept any more. */
  | { readonly status: 'erased' };

/** Tries a PIN. */
export async function openVault(pin: string, now: number): Promise<Opening> {
  const store = await openStore();
  let waits = 0;
  const door = await store.changeDoor((before) => {
    waits = waitLeft(before.tries, now);
    return waits > 0 ? before : { ...before, tries: countTry(before.tries, now) };
  });
  if (door === undefined) return { status: 'erased' };
  if (waits > 0) {
    store.close();
    return { status: 'waiting', waitMilliseconds: waits };
  }
  const key = await openDataKey(door.deviceKey, pin, door.wrapped);
  if (key !== undefined) {
    await store.changeDoor((before) => ({ ...before, tries: noTries }));
    return { status: 'open', vault: vaultOf(store, door, key) };
  }
  store.close();
  if (isSpent(door.tries)) {
    await eraseStore();
    return { status: 'erased' };
  }
  const { tries } = door;
  return {
    status: 'wrong',
    triesLeft: mostTries - tries.wrong,
    waitMilliseconds: waitLeft(tries, now),
  };
}

/** Whether a vault stands here, and how long until a PIN is looked at. */
export async function lookAtDoor(
  now: number,
): Promise<{ readonly device: string; readonly waitMilliseconds: number } | undefined> {
  const store = await openStore();
  const door = await store.readDoor();
  store.close();
  // A tenth try that was cut off before it erased: it counts.
  if (door !== undefined && isSpent(door.tries)) {
    await eraseStore();
    return undefined;
  }
  return door && { device: door.device, waitMilliseconds: waitLeft(door.tries, now) };
}
