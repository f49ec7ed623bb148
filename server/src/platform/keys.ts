import { createHash, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, open, readFile, rename, rm } from 'node:fs/promises';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { type PlatformError, platformError } from './platform-error.ts';
import { isCode } from './processes.ts';

/**
 * Every secret of an installation, derived from its master keys. Master keys lie in a file outside the database,
 * one `id:key` a line (id 1–16 of a–z, 0–9; key 32 bytes as base64url), newest first. Adding a line in front
 * seals new values under a new key while the older ones still open. The other secrets come from the first key ever,
 * which was alone at the first start; the database keeps them sealed from then on (settle-keys.ts).
 */
export interface Keys {
  /** For `createSealer`: newest first, 32 bytes each. */
  readonly sealing: readonly { readonly id: string; readonly key: Uint8Array }[];
  readonly blindIndex: Uint8Array;
  readonly handle: Uint8Array;
  /** For sessions and sign-in: 64 hex digits. */
  readonly authSecret: string;
  /** Tells whether a database was written under the same last master key, and reveals nothing of it. */
  readonly fingerprint: string;
}

/** `make`: write a new master key when the file is missing, only right for a database that is still empty. */
export async function loadKeys(
  masterKeyFile: string,
  fromEnvironment: string | undefined,
  whenMissing: 'make' | 'refuse',
): Promise<Result<Keys, PlatformError>> {
  const unreadable = (problem: string) =>
    err(platformError('key-unreadable', { path: fromEnvironment ? 'LIREN_KEY' : masterKeyFile, problem }));
  let text = fromEnvironment ?? (await readIfThere(masterKeyFile));
  if (text === undefined) {
    if (whenMissing === 'refuse') return unreadable('文件不存在，而数据库里已有数据');
    text = await createMasterKey(masterKeyFile);
  }
  const masters = parseMasterKeys(text);
  return masters === undefined
    ? unreadable('应为每行一个“编号:密钥”，密钥是 32 字节的 base64url')
    : ok(derive(masters));
}

interface MasterKey {
  readonly id: string;
  readonly key: Buffer;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    // Present yet closed to us: an empty text is refused below as unreadable.
    return '';
  }
}

/**
 * Puts a new key in front of the file, as whole as it was or as it is now at any instant. Returns its id; undefined
 * where the file is not there or cannot be read as keys.
 */
export async function addMasterKey(path: string): Promise<string | undefined> {
  const text = await readIfThere(path);
  const known = text === undefined ? undefined : parseMasterKeys(text);
  if (known === undefined) return undefined;
  const taken = known.map(({ id }) => Number(/^k(\d{1,9})$/.exec(id)?.[1] ?? 0));
  const id = `k${Math.max(...taken) + 1}`;
  const draft = await writeDraft(path, `${newLine(id)}${text}`);
  await rename(draft, path);
  return id;
}

const newLine = (id: string): string => `${id}:${randomBytes(32).toString('base64url')}\n`;

/** A file beside `path` that only its owner reads, safely on the disk. */
async function writeDraft(path: string, text: string): Promise<string> {
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(draft, 0o600);
  return draft;
}

/** Two servers may start at once on one folder: the first to link its file wins, and both read that one. */
async function createMasterKey(path: string): Promise<string> {
  const draft = await writeDraft(path, newLine('k1'));
  await link(draft, path).catch((error: unknown) => {
    if (!isCode(error, 'EEXIST')) throw error;
  });
  await rm(draft);
  return readFile(path, 'utf8');
}

function parseMasterKeys(text: string): readonly MasterKey[] | undefined {
  const lines = text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const keys: MasterKey[] = [];
  for (const line of lines) {
    const [, id, encoded] = /^([a-z0-9]{1,16}):([A-Za-z0-9_-]{43})$/.exec(line) ?? [];
    if (id === undefined || encoded === undefined || keys.some((other) => other.id === id)) return undefined;
    keys.push({ id, key: Buffer.from(encoded, 'base64url') });
  }
  return keys.length === 0 ? undefined : keys;
}

function derive(masters: readonly MasterKey[]): Keys {
  const secret = (master: MasterKey, purpose: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', master.key, 'liren', `liren/1/${purpose}`, 32));
  const oldest = masters.at(-1);
  if (oldest === undefined) throw new Error('no master key');
  return {
    sealing: masters.map((master) => ({ id: master.id, key: secret(master, 'sealing') })),
    blindIndex: secret(oldest, 'blind-index'),
    handle: secret(oldest, 'handle'),
    authSecret: Buffer.from(secret(oldest, 'auth')).toString('hex'),
    fingerprint: createHash('sha256').update(secret(oldest, 'fingerprint')).digest('hex').slice(0, 32),
  };
}
