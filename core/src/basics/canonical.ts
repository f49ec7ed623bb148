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

const pointerTo = (pointer: string, key: string | number): string =>
  `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function findInNumber(value: number, pointer: string): Uncanonical | undefined {
  if (!Number.isFinite(value)) return { code: 'not-finite', pointer };
  return Object.is(value, -0) ? { code: 'negative-zero', pointer } : undefined;
}

function findInObject(value: object, pointer: string, depth: number): Uncanonical | undefined {
  if (depth >= deepestJson) return { code: 'too-deep', pointer };
  const isArray = Array.isArray(value);
  if (!isArray && !isPlainObject(value)) return { code: 'not-json', pointer };
  const entries: Iterable<[string | number, unknown]> = isArray ? value.entries() : Object.entries(value);
  for (const [key, member] of entries) {
    if (typeof key === 'string' && !isWellFormed(key)) return { code: 'lone-surrogate', pointer };
    const found = find(member, pointerTo(pointer, key), depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function find(value: unknown, pointer: string, depth: number): Uncanonical | undefined {
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return findInNumber(value, pointer);
  if (typeof value === 'string') {
    return isWellFormed(value) ? undefined : { code: 'lone-surrogate', pointer };
  }
  return typeof value === 'object' ? findInObject(value, pointer, depth) : { code: 'not-json', pointer };
}

/** Is it JSON that survives being written, hashed and read again? For input; what our own code built may go to `canonical`. */
export function asJson(value: unknown): Result<Json, Uncanonical> {
  const found = find(value, '', 0);
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
  const found = find(value, '', 0);
  if (found !== undefined)
    throw new Error(`no canonical text: ${found.code} at ${JSON.stringify(found.pointer)}`);
  return write(value);
}
