import { emptyOutbox, type ItemRefusal, type Outbox, type OutboxItem } from '@liren/core/fieldwork/outbox.ts';
import type { Draft } from '../../shared/matter/answers.ts';
import type { Day } from './day.ts';

/** What the office said of an item beside yes. */
export interface Told {
  readonly code: string;
  readonly message: string;
}
/** An item that the office has taken in. */
export interface DoneItem {
  readonly item: OutboxItem;
  /** By the phone's clock. */
  readonly settledAt: number;
  readonly told: readonly Told[];
  /** Number of the matter that it opened or moved. */
  readonly number?: string;
}
/** Refused, and laid aside by the worker with a reason. */
export interface AsideItem {
  readonly item: OutboxItem;
  readonly refusal: ItemRefusal;
  readonly reason: string;
  readonly at: number;
}
/** A photo on its way: sealed on the phone until the office has both the photo and what it belongs to. */
export interface PhotoState {
  readonly community: string;
  readonly name: string;
  /** By the phone's clock. */
  readonly takenAt: number;
  /** Where an upload that was cut off goes on. */
  readonly uploadUrl?: string;
  /** As the office keeps it. */
  readonly stored?: { readonly file: string; readonly sha256: string };
}
export interface Label {
  /** 入户走访. */
  readonly title: string;
  /** 3 号楼 2 单元 501. */
  readonly about: string;
  /** What was written, in a few words: for the diary. */
  readonly says: readonly string[];
}
/** The outbox with what became of what was sent. */
export interface Box {
  readonly outbox: Outbox;
  readonly done: readonly DoneItem[];
  readonly aside: readonly AsideItem[];
  readonly photos: Readonly<Record<string, PhotoState>>;
  /** How each item is called on the phone: its home may leave the day before the item is settled. */
  readonly labels: Readonly<Record<string, Label>>;
  /** When the office had last answered everything, by the phone's clock. */
  readonly syncedAt?: number;
  /** When the day came, by the phone's clock. */
  readonly dayAt?: number;
}
export const emptyBox: Box = { outbox: emptyOutbox, done: [], aside: [], photos: {}, labels: {} };

/** Half-filled forms, by what they are about. */
export type Drafts = Readonly<Record<string, Draft>>;

/** Everything that is kept, each sealed by itself. */
export interface Book {
  readonly day: Day;
  readonly box: Box;
  readonly drafts: Drafts;
  readonly [name: string]: unknown;
}

const dayMilliseconds = 86_400_000;
const keptDays = 8;

/** What was done long ago is the office's alone; the diary of this week stays. */
export function prune(box: Box, now: number): Box {
  const since = now - keptDays * dayMilliseconds;
  const done = box.done.filter(({ settledAt }) => settledAt >= since);
  const aside = box.aside.filter(({ at }) => at >= since);
  const items = [...box.outbox.waiting, ...box.outbox.refused.map(({ item }) => item)];
  const named = new Set(
    [...items, ...done.map(({ item }) => item), ...aside.map(({ item }) => item)].map(({ id }) => id),
  );
  const labels = Object.fromEntries(Object.entries(box.labels).filter(([id]) => named.has(id)));
  return { ...box, done, aside, labels };
}

/** Photos, by their id on this phone, that what is written names. */
export const photosIn = (body: unknown): readonly string[] => {
  if (Array.isArray(body)) return body.flatMap(photosIn);
  if (typeof body !== 'object' || body === null) return [];
  if ('photo' in body && typeof body.photo === 'string') return [body.photo];
  return Object.values(body).flatMap(photosIn);
};

/** How many things the office has not taken in yet. */
export const unsyncedOf = ({ outbox }: Box): number => outbox.waiting.length + outbox.refused.length;
