/**
 * What is kept on the phone is sealed with a random key. That key lies on the phone only inside two wraps, and both are
 * needed: one made from the PIN, one by a key of this browser that no script can read out. Who copies the files of the
 * phone lacks the second, who holds the open phone lacks the first.
 */

/** AES-GCM, 12 bytes of nonce, never used twice with one key. */
export interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** OWASP's least for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
export const pinRounds = 600_000;

export interface WrappedKey {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly rounds: number;
  /** Of the inner wrap, by the PIN's key. */
  readonly pinNonce: Uint8Array<ArrayBuffer>;
  /** The outer wrap, by this browser's key, around what the PIN's key made. */
  readonly byDevice: Sealed;
}

export const randomBytes = (length: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(length));

export async function sealBytes(key: CryptoKey, bytes: BufferSource): Promise<Sealed> {
  const nonce = randomBytes(12);
  return { nonce, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, bytes) };
}

/** Throws where the key is not the one, or a bit has changed. */
export const openBytes = (key: CryptoKey, { nonce, bytes }: Sealed): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, bytes);

export const sealJson = (key: CryptoKey, value: unknown): Promise<Sealed> =>
  sealBytes(key, new TextEncoder().encode(JSON.stringify(value)));

export async function openJson<T>(key: CryptoKey, sealed: Sealed): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await openBytes(key, sealed))) as T;
}

/** A key that this browser uses and nobody reads out, not even this script. */
export const makeDeviceKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

const dataKeyOf = (raw: BufferSource): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

async function pinKeyOf(pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

async function wrap(
  raw: BufferSource,
  deviceKey: CryptoKey,
  pin: string,
  rounds: number,
): Promise<WrappedKey> {
  const salt = randomBytes(16);
  const inner = await sealBytes(await pinKeyOf(pin, salt, rounds), raw);
  return { salt, rounds, pinNonce: inner.nonce, byDevice: await sealBytes(deviceKey, inner.bytes) };
}

/** A new random key, open, and as it is kept. */
export async function makeDataKey(
  deviceKey: CryptoKey,
  pin: string,
  rounds: number = pinRounds,
): Promise<{ readonly key: CryptoKey; readonly wrapped: WrappedKey }> {
  const raw = randomBytes(32);
  const wrapped = await wrap(raw, deviceKey, pin, rounds);
  const key = await dataKeyOf(raw);
  raw.fill(0);
  return { key, wrapped };
}

async function unwrap(deviceKey: CryptoKey, pin: string, kept: WrappedKey): Promise<ArrayBuffer | undefined> {
  const { salt, rounds, pinNonce, byDevice } = kept;
  try {
    const bytes = await openBytes(deviceKey, byDevice);
    return await openBytes(await pinKeyOf(pin, salt, rounds), { nonce: pinNonce, bytes });
  } catch {
    return undefined;
  }
}

/** Undefined where the PIN is wrong. */
export async function openDataKey(
  deviceKey: CryptoKey,
  pin: string,
  kept: WrappedKey,
): Promise<CryptoKey | undefined> {
  const raw = await unwrap(deviceKey, pin, kept);
  return raw === undefined ? undefined : dataKeyOf(raw);
}

/** The same key under another PIN; undefined where the old one is wrong. */
export async function rewrapDataKey(
  deviceKey: CryptoKey,
  pins: { readonly old: string; readonly next: string },
  kept: WrappedKey,
): Promise<WrappedKey | undefined> {
  const raw = await unwrap(deviceKey, pins.old, kept);
  return raw === undefined ? undefined : wrap(raw, deviceKey, pins.next, kept.rounds);
}
