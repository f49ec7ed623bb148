import { isAsked, lackingIn, noteOf, photosOf } from '@liren/core/fieldwork/checklist.ts';
import type { FieldBody, Json } from '../../shared/api/bodies.ts';
import type { Draft } from '../../shared/matter/answers.ts';
import { civilDay } from '../../shared/matter/dates.ts';
import type { Box } from './book.ts';
import type { Day, DayOrganisation, DayRound } from './day.ts';
import { doingsOf } from './today.ts';

/** Organisations of the day; a day that was taken along by an older app has none. */
export const organisationsOf = (day: Day): readonly DayOrganisation[] => day.organisations ?? [];

/** Where something was written down after the office last told of it. */
export function seenOrganisations(day: Day, box: Box): ReadonlyMap<string, number> {
  const known = new Map(organisationsOf(day).map(({ id, inspectedAt }) => [id, inspectedAt ?? 0]));
  const seen = new Map<string, number>();
  for (const { item, state } of doingsOf(box)) {
    const organisation = item.body['organisation'];
    if (item.kind !== 'entry' || typeof organisation !== 'string' || state === 'aside') continue;
    if (item.at > (known.get(organisation) ?? 0) && !seen.has(organisation)) seen.set(organisation, item.at);
  }
  return seen;
}

/** What is still to be inspected, what ends first and what was never seen first; without those where one has been today. */
export function dueOrganisations(day: Day, box: Box, now: number): readonly DayOrganisation[] {
  const today = civilDay(now);
  const seen = seenOrganisations(day, box);
  const isSeen = ({ id }: DayOrganisation): boolean => {
    const at = seen.get(id);
    return at !== undefined && civilDay(at) === today;
  };
  return organisationsOf(day)
    .filter((each) => !each.done && !isSeen(each))
    .sort(
      (a, b) =>
        a.until.localeCompare(b.until) ||
        (a.inspectedAt ?? 0) - (b.inspectedAt ?? 0) ||
        a.address.localeCompare(b.address, 'zh-CN'),
    );
}

/** Words find an organisation by its name or address. */
export const isOrganisationFound = ({ name, address }: DayOrganisation, words: string): boolean => {
  const word = words.trim().replaceAll(/\s+/g, '');
  return name.includes(word) || address.replaceAll(/\s+/g, '').includes(word);
};

const itemsOf = ({ items = [] }: DayRound) => items.map((id) => ({ id }));
const isIn = ({ met }: DayRound, draft: Draft): boolean => {
  const said = met === undefined ? undefined : draft[met.field];
  return met === undefined || (typeof said === 'string' && met.is.includes(said));
};

/**
 * What is asked as things stand: the checklist only of a place that was open, each item of it; words and photos only of
 * what is not in order, words of what is to be put right.
 */
export function askedNow(round: DayRound, draft: Draft): readonly FieldBody[] {
  const items = itemsOf(round);
  const ofList = new Set(items.flatMap(({ id }) => [id, noteOf(id), photosOf(id)]));
  const lacking = new Set(lackingIn(items, { ...draft, ...noWords(items) }));
  return round.fields.flatMap((field) => {
    if (!ofList.has(field.name)) return field;
    if (!isIn(round, draft) || !isAsked(items, field.name, draft)) return [];
    return { ...field, required: items.some(({ id }) => id === field.name) || lacking.has(field.name) };
  });
}
/** Whatever words there are, so that what must have some stays a question that must be answered. */
const noWords = (items: readonly { readonly id: string }[]): Draft =>
  Object.fromEntries(items.map(({ id }) => [noteOf(id), undefined]));

/** Every item of which nothing is said yet is in order; undefined where there is none. */
export function restPassed(round: DayRound, draft: Draft): Draft | undefined {
  const open = (round.items ?? []).filter((id) => draft[id] === undefined);
  if (!isIn(round, draft) || open.length === 0) return undefined;
  return Object.fromEntries(open.map((id) => [id, 'pass']));
}

/** What the diary tells of an inspection: not every item that was in order. */
export const worthTelling = (
  round: DayRound,
  answers: Readonly<Record<string, Json>>,
): readonly FieldBody[] =>
  round.fields.filter(({ name }) => !round.items?.includes(name) || answers[name] !== 'pass');
