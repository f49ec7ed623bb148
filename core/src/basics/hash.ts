import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { isWellFormed } from './canonical.ts';

function bytesOf(text: string): Uint8Array {
  // Encoders write every lone surrogate as U+FFFD, so two different texts would share a hash.
  if (!isWellFormed(text)) throw new Error('hash of a text with half a character');
  return utf8ToBytes(text);
}

/** SHA-256 of the UTF-8 bytes, 64 lower-case hex digits. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(bytesOf(text)));

/** SHA-256 of raw bytes, 64 lower-case hex digits. */
export const sha256HexOfBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** HMAC-SHA-256 (RFC 2104), 64 lower-case hex digits. */
export const hmacSha256Hex = (key: Uint8Array, text: string): string =>
  bytesToHex(hmac(sha256, key, bytesOf(text)));

/** Is it a SHA-256 as this module writes it? */
export const isSha256Hex = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** SHA-256 of a prefix byte and the bytes that two or more hashes stand for. */
export function sha256HexOfHashes(prefix: number, hashes: readonly string[]): string {
  const bytes = new Uint8Array(1 + 32 * hashes.length);
  bytes[0] = prefix;
  for (const [index, hash] of hashes.entries()) bytes.set(hexToBytes(hash), 1 + 32 * index);
  return sha256HexOfBytes(bytes);
}

/** SHA-256 of a prefix byte and a text. */
export function sha256HexOfPrefixed(prefix: number, text: string): string {
  const body = bytesOf(text);
  const bytes = new Uint8Array(1 + body.length);
  bytes[0] = prefix;
  bytes.set(body, 1);
  return sha256HexOfBytes(bytes);
}

/** The same text always gives the same UUID, version 8 of RFC 9562: for identities that must not differ on a retry. */
export function uuidFromHash(text: string): string {
  const hex = sha256Hex(text);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
