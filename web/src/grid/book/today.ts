import type { OutboxItem } from '@liren/core/fieldwork/outbox.ts';
import { civilDay } from '../../shared/matter/dates.ts';
import type { Box, Label } from './book.ts';
import { byUrgency, type Day, type DayHome } from './day.ts';

export type ItemState = 'waiting' | 'refused' | 'done' | 'aside';
/** Something that was done on this phone. */
export interface Doing {
  readonly item: OutboxItem;
  readonly state: ItemState;
  readonly label: Label | undefined;
  readonly number?: string;
}

/** All that is known of what was done here, the latest first. */
export function doingsOf(box: Box): readonly Doing[] {
  const of = (state: ItemState) => (item: OutboxItem) => ({ item, state, label: box.labels[item.id] });
  return [
    ...box.outbox.waiting.map(of('waiting')),
    ...box.outbox.refused.map(({ item }) => of('refused')(item)),
    ...box.done.map(({ item, number }) => ({ ...of('done')(item), ...(number !== undefined && { number }) })),
    ...box.aside.map(({ item }) => of('aside')(item)),
  ].sort((a, b) => b.item.at - a.item.at);
}

export const isOn =
  (day: string) =>
  ({ item }: Doing): boolean =>
    civilDay(item.at) === day;

/** Homes where something was written down after the office last told of them. */
export function seenHomes(day: Day, box: Box): ReadonlyMap<string, number> {
  const visited = new Map(day.homes.map(({ id, visitedAt }) => [id, visitedAt ?? 0]));
  const seen = new Map<string, number>();
  for (const { item, state } of doingsOf(box)) {
    const home = item.body['home'];
    if (item.kind !== 'entry' || typeof home !== 'string' || state === 'aside') continue;
    const isNews = state === 'waiting' || state === 'refused' || item.at > (visited.get(home) ?? 0);
    if (isNews && !seen.has(home)) seen.set(home, item.at);
  }
  return seen;
}

/** Homes due by the end of the day, the most pressing first; without those where one has been today. */
export function dueHomes(day: Day, box: Box, now: number): readonly DayHome[] {
  const today = civilDay(now);
  const seen = seenHomes(day, box);
  const isSeen = ({ id }: DayHome): boolean => {
    const at = seen.get(id);
    return at !== undefined && civilDay(at) === today;
  };
  return day.homes.filter((home) => home.dueOn <= today && !isSeen(home)).sort(byUrgency(day));
}
