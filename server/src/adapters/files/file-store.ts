import type { Readable } from 'node:stream';

/** Where bytes lie, on disk or in an S3-compatible bucket. Keys are ours (see `checkKey`), never a user's text. */
export interface FileStore {
  /** Durable when it resolves; a second put under the same key replaces the bytes whole. */
  readonly put: (key: string, bytes: Uint8Array, mediaType: string) => Promise<void>;
  readonly get: (key: string) => Promise<Readable | undefined>;
  /** Removing what is not there is no error: an interrupted removal is simply repeated. */
  readonly remove: (key: string) => Promise<void>;
}

/** Parts of a–z, 0–9 and '-', joined by '/': nothing that a file system or a URL could read otherwise. */
export function checkKey(key: string): string {
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(key) || key.length > 200) throw new Error(`not a file key: ${key}`);
  return key;
}

/** Spread over 256 folders by the id's last two digits, the most random ones of a time-ordered id. */
export const photoKey = (fileId: string): string => `photo/${fileId.slice(-2)}/${fileId}`;
export const thumbnailKey = (fileId: string): string => `thumb/${fileId.slice(-2)}/${fileId}`;
