import type { JsonObject } from '@liren/core/basics/json.ts';
import { ok, type Result } from '@liren/core/basics/result.ts';
import type { Refusal } from '@liren/core/engine/refusal.ts';
import type { Command } from '@liren/core/engine/types.ts';
import type { PeopleDeps } from '../signin/people.ts';
import { linkMatter } from '../store/fieldwork.ts';
import { actOnMatter } from './act-on-matter.ts';
import type { Asker } from './actor.ts';
import type { LineDeps } from './lines.ts';
import { type EntryTaken, takeEntry } from './take-entry.ts';
import { takeIn } from './take-in.ts';

type Person = Extract<Asker, { kind: 'person' }>;
type Deps = LineDeps & { readonly people: PeopleDeps };

interface Item {
  readonly id: string;
  /** By the phone's clock. */
  readonly at: number;
  readonly community: string;
}
export type PhoneItem =
  | (Item & {
      readonly kind: 'entry';
      readonly round: string;
      readonly grid: string;
      readonly home?: string | undefined;
      readonly organisation?: string | undefined;
      readonly answers: JsonObject;
    })
  | (Item & {
      readonly kind: 'open';
      readonly procedure: string;
      readonly place?: string | undefined;
      readonly affair?: string | undefined;
      readonly urgency: string;
      readonly input: JsonObject;
      /** The entry from which it was raised. */
      readonly entry?: string | undefined;
    })
  | (Item & {
      readonly kind: 'act';
      readonly matter: string;
      readonly visit?: Command['visit'];
      readonly type: string;
      readonly input: JsonObject;
    });

export interface PhoneResult {
  readonly id: string;
  readonly status: 'done' | 'again' | 'refused';
  readonly refusal?: Refusal | 'not-found';
  readonly remarks?: EntryTaken['remarks'];
  readonly matter?: { readonly community: string; readonly id: string; readonly number: string };
}
type Taken = Omit<PhoneResult, 'id' | 'status' | 'refusal'> & { readonly repeated: boolean };
type Answer = Result<Taken, Refusal | 'not-found'>;

/**
 * Takes in what a phone did while nobody heard it, one after the other in that order, each by the same use case as if
 * it were done in the office now. One refused does not hold up the next.
 */
export async function syncPhone(
  deps: Deps,
  asker: Person,
  { sentAt, items }: { readonly sentAt: number; readonly items: readonly PhoneItem[] },
): Promise<readonly PhoneResult[]> {
  const results: PhoneResult[] = [];
  for (const item of items) {
    const answer = await take(deps, asker, item, sentAt);
    if (!answer.ok) {
      results.push({ id: item.id, status: 'refused', refusal: answer.error });
      continue;
    }
    const { repeated, ...told } = answer.value;
    results.push({ id: item.id, status: repeated ? 'again' : 'done', ...told });
  }
  return results;
}

const take = (deps: Deps, asker: Person, item: PhoneItem, sentAt: number): Promise<Answer> => {
  if (item.kind === 'entry') return entry(deps, asker, item, sentAt);
  return item.kind === 'open' ? open(deps, asker, item) : act(deps, asker, item);
};

async function entry(
  deps: Deps,
  asker: Person,
  { home, organisation, at, ...item }: Extract<PhoneItem, { kind: 'entry' }>,
  sentAt: number,
): Promise<Answer> {
  return takeEntry(deps, asker, {
    ...item,
    claimedAt: at,
    sentAt,
    ...(home !== undefined && { home }),
    ...(organisation !== undefined && { organisation }),
  });
}

async function open(
  deps: Deps,
  asker: Person,
  { id, entry: from, ...item }: Extract<PhoneItem, { kind: 'open' }>,
): Promise<Answer> {
  const { pool } = deps.shell;
  const opened = await takeIn(deps, asker, { ...item, commandId: id, channel: 'grid' });
  if (!opened.ok)
    return opened.error === 'not-allowed'
      ? { ok: false, error: { code: 'not-yours' } }
      : { ok: false, error: opened.error };
  const { community, id: matter, number, repeated } = opened.value;
  if (from !== undefined) await linkMatter(pool, community, from, matter);
  return ok({ repeated, matter: { community, id: matter, number } });
}

async function act(
  { shell }: Deps,
  asker: Person,
  { id, community, matter, visit, type, input }: Extract<PhoneItem, { kind: 'act' }>,
): Promise<Answer> {
  const command = { type, input, ...(visit !== undefined && { visit }) };
  const done = await actOnMatter(shell, asker, { commandId: id, community, matter, command });
  if (!done.ok) return { ok: false, error: done.error.kind === 'refused' ? done.error.refusal : 'not-found' };
  const { number, repeated } = done.value;
  return ok({ repeated, matter: { community, id: matter, number } });
}
