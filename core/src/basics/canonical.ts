import type { Json, JsonObject } from './json.ts';
import { err, ok, type Result } from './result.ts';

/** Deeper than any form or event; bounds the recursion on input that somebody else wrote. */
export const deepestJson = 64;

/**
 * Why a value has no canonical text. `not-json`: undefined, a function, a date, a class, a hole.
 * `not-finite`: NaN or an infinity. `negative-zero`: would be read back as 0. `lone-surrogate`: half a character,
 * which UTF-8 cannot write. `too-deep`: nested more than 64 times.
 */
export type UncanonicalCode = 'not-json' | 'not-finite' | 'negative-zero' | 'lone-surrogate' | 'too-deep';

export interface Uncanonical {
  readonly code: UncanonicalCode;
  /** JSON pointer to the value, '' for the whole. */
  readonly pointer: string;
}

/** Does UTF-8 carry the text unchanged? */
export const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

const pointerTo = (key: string | number): string =>
  `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function findInNumber(value: number): Uncanonical | undefined {
  if (!Number.isFinite(value)) return { code: 'not-finite', pointer: '' };
  return Object.is(value, -0) ? { code: 'negative-zero', pointer: '' } : undefined;
}

/** The pointer is put together on the way out: values are almost always sound, and then it is never needed. */
const under = (key: string | number, found: Uncanonical): Uncanonical => ({
  code: found.code,
  pointer: `${pointerTo(key)}${found.pointer}`,
});

function findInArray(value: readonly unknown[], depth: number): Uncanonical | undefined {
  for (let at = 0; at < value.length; at += 1) {
    const found = find(value[at], depth + 1);
    if (found !== undefined) return under(at, found);
  }
  return undefined;
}

function findInObject(value: object, depth: number): Uncanonical | undefined {
  if (depth >= deepestJson) return { code: 'too-deep', pointer: '' };
  if (Array.isArray(value)) return findInArray(value, depth);
  if (!isPlainObject(value)) return { code: 'not-json', pointer: '' };
  for (const key of Object.keys(value)) {
    if (!isWellFormed(key)) return { code: 'lone-surrogate', pointer: '' };
    const found = find((value as Readonly<Record<string, unknown>>)[key], depth + 1);
    if (found !== undefined) return under(key, found);
  }
  return undefined;
}

function find(value: unknown, depth: number): Uncanonical | undefined {
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return findInNumber(value);
  if (typeof value === 'string')
    return isWellFormed(value) ? undefined : { code: 'lone-surrogate', pointer: '' };
  return typeof value === 'object' ? findInObject(value, depth) : { code: 'not-json', pointer: '' };
}

/** Is it JSON that survives being written, hashed and read again? For input; what our own code built may go to `canonical`. */
export function asJson(value: unknown): Result<Json, Uncanonical> {
  const found = find(value, 0);
  return found === undefined ? ok(value as Json) : err(found);
}

function write(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  const object = value as JsonObject;
  // Array.prototype.sort without a comparator compares UTF-16 code units, as RFC 8785 3.2.3 asks.
  const members = Object.keys(object).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${write(object[key] ?? null)}`).join(',')}}`;
}

/**
 * The one text of a value (RFC 8785, JSON Canonicalization Scheme): equal values give equal bytes on every machine,
 * whatever the order of their keys. Throws on what `asJson` refuses.
 */
export function canonical(value: Json): string {
  const found = find(value, 0);
  if (found !== undefined)
    throw new Error(`no canonical text: ${found.code} at ${JSON.stringify(found.pointer)}`);
  return write(value);
}
