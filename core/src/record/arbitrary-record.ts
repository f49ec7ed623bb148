import fc from 'fast-check';
import { asJson } from '../basics/canonical.ts';
import { matterId } from '../basics/ids.ts';
import type { Json, JsonObject } from '../basics/json.ts';
import { type ChainedEvent, chain, genesis } from './event.ts';
import { copyOf, exampleMatter, recordOf, sealedOf, type Unnumbered } from './example-record.ts';

/*
 * For property tests: records of any content, and every single thing that somebody could do to one afterwards.
 */

const json = fc.jsonValue({ maxDepth: 2 }).filter((value) => asJson(value).ok) as fc.Arbitrary<Json>;
const data = fc.dictionary(fc.string({ maxLength: 6 }), json, { maxKeys: 3 }) as fc.Arbitrary<JsonObject>;
const names = fc.uniqueArray(fc.constantFrom('phone', 'story', 'name', 'photo'), { maxLength: 3 });

const event: fc.Arbitrary<Unnumbered> = fc
  .record({
    type: fc.constantFrom('opened', 'answered', 'done'),
    data,
    names,
    step: fc.option(fc.constant('report')),
  })
  .map(({ names: sealedNames, step, ...rest }) => ({
    ...rest,
    ...(step !== null && { step }),
    ...(sealedNames.length > 0 && {
      sealed: Object.fromEntries(sealedNames.map((name) => [name, sealedOf(name, `${name} 13800000000`)])),
    }),
  }));

export const records = fc.array(event, { minLength: 1, maxLength: 9 }).map((events) => recordOf(events));

export const changes = [
  'change a value',
  'remove a member',
  'add a member',
  'drop',
  'swap',
  'repeat',
  'insert chained',
  'insert foreign',
  'replace with rehashed',
] as const;
export type Change = (typeof changes)[number];

interface Place {
  readonly holder: Record<string, Json>;
  readonly key: string;
}

/** Every member of every object and list inside the value. */
export function placesIn(value: Json): readonly Place[] {
  if (value === null || typeof value !== 'object') return [];
  const holder = value as Record<string, Json>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key] ?? null)]);
}

export const another = (value: Json): Json => {
  if (typeof value === 'number') return value === 0 ? 1 : -value;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string')
    return /^[0-9a-f]{64}$/.test(value)
      ? `${value.startsWith('0') ? '1' : '0'}${value.slice(1)}`
      : `${value}.`;
  return value === null ? 0 : null;
};

function inside(events: ChainedEvent[], change: Change, at: number, pick: number): boolean {
  const target = events[at] as unknown as Json;
  const all = placesIn(target);
  const place = all[pick % all.length];
  if (place === undefined) return false;
  if (change === 'change a value') place.holder[place.key] = another(place.holder[place.key] ?? null);
  else if (Array.isArray(place.holder)) return false;
  else if (change === 'remove a member') delete place.holder[place.key];
  else place.holder[`${place.key} too`] = 1;
  return true;
}

function among(events: ChainedEvent[], change: Change, at: number, pick: number): boolean {
  const here = events[at];
  const other = pick % events.length;
  const there = events[other];
  if (here === undefined || there === undefined) return false;
  const prev = events[at - 1]?.hash ?? genesis(here.matter);
  const { prev: _prev, hash: _hash, ...rest } = here;
  const forged = chain(prev, { ...rest, type: `${rest.type} not` });
  if (change === 'swap') {
    if (other === at) return false;
    events[at] = there;
    events[other] = here;
  } else if (change === 'drop') {
    if (at === events.length - 1) return false;
    events.splice(at, 1);
  } else if (change === 'repeat') events.splice(other + 1, 0, here);
  else if (change === 'insert chained') events.splice(at, 0, forged);
  else if (change === 'insert foreign') {
    events.splice(at, 0, chain(prev, { ...rest, matter: matterId('another') }));
  } else {
    if (at === events.length - 1) return false;
    events[at] = forged;
  }
  return true;
}

export interface Tampered {
  readonly change: Change;
  readonly at: number;
  readonly before: readonly ChainedEvent[];
  readonly after: readonly ChainedEvent[];
}

/**
 * A record and the same after one change. Left out is what the chain alone cannot tell and checkpoints are for:
 * dropping the last events, and replacing the last by one that is properly chained.
 */
export const tampered: fc.Arbitrary<Tampered> = fc
  .tuple(records, fc.constantFrom(...changes), fc.nat(), fc.nat())
  .map(([before, change, where, pick]) => {
    const events = copyOf(before) as ChainedEvent[];
    const at = where % events.length;
    const isInside = change === 'change a value' || change === 'remove a member' || change === 'add a member';
    const done = isInside ? inside(events, change, at, pick) : among(events, change, at, pick);
    const differs = JSON.stringify(events) !== JSON.stringify(before);
    return done && differs ? { change, at, before, after: events } : undefined;
  })
  .filter((result) => result !== undefined);

/** The record from `at` on written anew around another event, every hash made to fit. */
export function rewritten(events: readonly ChainedEvent[], at: number): readonly ChainedEvent[] {
  let prev = genesis(exampleMatter);
  return events.map((old, index) => {
    const { prev: _prev, hash: _hash, ...rest } = old;
    const next = chain(prev, index === at ? { ...rest, type: `${rest.type} not` } : rest);
    prev = next.hash;
    return next;
  });
}
