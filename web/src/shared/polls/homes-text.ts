import type { TFunction } from 'i18next';

/** Where one line of a roll has more, only the first is named. */
const mostNamed = 3;

/** Whose line it is, short enough for a row: the developer's has every unsold home in it. */
export function homesText(label: string, t: TFunction): string {
  const homes = label.split('、');
  return homes.length > mostNamed ? t('polls.homesOf', { first: homes[0], count: homes.length }) : label;
}
