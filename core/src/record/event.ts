import { asJson, canonical } from '../basics/canonical.ts';
import { sha256Hex } from '../basics/hash.ts';
import type { Instant, MatterId } from '../basics/ids.ts';
import type { Json, JsonObject } from '../basics/json.ts';

/** What stands in the chain for a value that may be erased: SHA-256 of canonical [salt, value], 64 hex digits. */
export interface Commitment {
  readonly commit: string;
}

/** The salt and value that a commitment was made of. Erasing it leaves the chain as it was. */
export interface Opening {
  readonly salt: string;
  readonly value: Json;
}

/** One event of a record, tied to the one before it. */
export interface ChainedEvent {
  readonly matter: MatterId;
  /** 1-based, without gaps. */
  readonly seq: number;
  readonly type: string;
  readonly step?: string;
  readonly at: Instant;
  readonly actor: { readonly handle: string; readonly post?: string; readonly organ?: string };
  readonly data: JsonObject;
  readonly sealed?: Readonly<Record<string, Commitment>>;
  /** Hash of the event before; of the first one, `genesis(matter)`. */
  readonly prev: string;
  /** SHA-256 of the canonical text of everything above. */
  readonly hash: string;
}

export type UnchainedEvent = Omit<ChainedEvent, 'prev' | 'hash'>;

/** 16 random bytes, written as 22 characters of base64url or 32 of hex. */
const shortestSalt = 22;

const digest = (salt: string, value: Json): string => sha256Hex(canonical([salt, value]));

/**
 * Throws on a salt of fewer than 22 characters: a phone number behind a short salt is found by trying all of them.
 * Salts must be random and never be used twice, or equal values could be recognised.
 */
export function commit(salt: string, value: Json): Commitment {
  if (salt.length < shortestSalt) throw new Error(`a salt of ${salt.length} characters hides nothing`);
  return { commit: digest(salt, value) };
}

/** What the first event of a matter points to; it ties the record to its matter. */
export const genesis = (matter: MatterId): string => sha256Hex(canonical(['liren-record/1', matter]));

/** The hash that the event should carry; undefined when it holds something that is not JSON. */
export function findHashOf(event: ChainedEvent): string | undefined {
  const { hash: _, ...hashed } = event;
  const json = asJson(hashed);
  return json.ok ? sha256Hex(canonical(json.value)) : undefined;
}

/** Tie an event to the one before it. `prev` is that one's hash, or `genesis(matter)` for seq 1. */
export function chain(prev: string, event: UnchainedEvent): ChainedEvent {
  const hashed = { ...event, prev };
  return { ...hashed, hash: sha256Hex(canonical(hashed as unknown as Json)) };
}

/** Is this what was sealed under `name` when the event was written? */
export function verifyOpening(event: ChainedEvent, name: string, opening: Opening): boolean {
  if (event.sealed === undefined || !Object.hasOwn(event.sealed, name)) return false;
  const pair = asJson([opening.salt, opening.value]);
  return pair.ok && event.sealed[name]?.commit === sha256Hex(canonical(pair.value));
}
