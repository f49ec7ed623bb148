import { useQuery } from '@tanstack/react-query';
import type { ServiceItem, ServiceItemsBody } from '../api/bodies.ts';
import { getJson } from '../api/client.ts';
import { asWritten, isCalled } from '../i18n/titles.ts';

const longMs = 10 * 60_000;

/** The catalogue of the window; undefined until it is there. */
export const useServiceItems = (): readonly ServiceItem[] | undefined =>
  useQuery({
    queryKey: ['service-items'],
    queryFn: ({ signal }) => getJson<ServiceItemsBody>('/api/service-items', signal),
    staleTime: longMs,
  }).data?.rows;

/** Items by what people call them: every word that is typed stands in the title, the group or the common names. */
export function itemsLike(items: readonly ServiceItem[], typed: string): readonly ServiceItem[] {
  const words = typed
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const isMeant = ({ title, group, words: names }: ServiceItem, word: string): boolean =>
    isCalled(title, word) ||
    isCalled(group.title, word) ||
    // People write more than a catalogue does: 我要办老年证 holds 老年证.
    names.some((name) => name.includes(word) || word.includes(name)) ||
    word.includes(asWritten(title));
  return items.filter((item) => words.every((word) => isMeant(item, word)));
}

/** Items by their groups, in the order of the catalogue. */
export function byGroup(items: readonly ServiceItem[]) {
  const groups = new Map<string, { group: ServiceItem['group']; items: ServiceItem[] }>();
  for (const item of items) {
    const known = groups.get(item.group.id) ?? { group: item.group, items: [] };
    known.items.push(item);
    groups.set(item.group.id, known);
  }
  return [...groups.values()];
}

/** The last part of an item's id, as addresses carry it. */
export const slugOf = ({ id }: Pick<ServiceItem, 'id'>): string => id.replace(/^item\//, '');
