import { expect, test } from 'vitest';
import type { ServiceItem } from '../../shared/api/bodies.ts';
import { asTitle } from '../../shared/i18n/titles.ts';
import { lackingOf, neededIn, openingOf, standingOf } from './window-draft.ts';

const title = asTitle('户口簿');
const item: ServiceItem = {
  id: 'item/minimum-living',
  title: asTitle('最低生活保障申请'),
  group: { id: 'item/relief', title: asTitle('困难救助') },
  words: ['低保', '吃低保'],
  decides: asTitle('民政局'),
  asks: ['self', 'family'],
  ways: ['window', 'home'],
  materials: [
    { id: 'book', title, form: 'copy' },
    { id: 'id', title, form: 'original' },
    { id: 'diagnosis', title, form: 'copy', when: asTitle('有重病人的') },
  ],
  lookedUp: [],
  limit: { amount: 20, unit: 'workingDays' },
  result: title,
  source: { law: '办法', article: '11', date: '2019-03-02' },
};

test('what is not ticked is lacking; what only some need, only where it is said', () => {
  const lacking = (brought: string[], needed: string[]) =>
    lackingOf(item, standingOf({ brought, needed })).map(({ id }) => id);
  expect(lacking(['book'], [])).toEqual(['id']);
  expect(lacking(['book', 'id'], ['diagnosis'])).toEqual(['diagnosis']);
  expect(lacking(['book', 'id', 'diagnosis'], ['diagnosis'])).toEqual([]);
});

test('who asks and where they live is needed; an address when somebody is to go', () => {
  expect(neededIn(standingOf({}))).toBe('asker');
  expect(neededIn(standingOf({ asker: 'self' }))).toBe('community');
  expect(neededIn(standingOf({ asker: 'self', community: 'c1' }))).toBeUndefined();
  expect(neededIn(standingOf({ asker: 'self', community: 'c1', way: 'home' }))).toBe('address');
});

test('it is opened for the person who stands there', () => {
  const draft = {
    asker: 'family',
    community: 'c1',
    phone: '139 0000 1111',
    name: '钱伯',
    address: ' 3 号楼 ',
  };
  expect(openingOf(item, standingOf(draft), 'id')).toMatchObject({
    procedure: 'service-item',
    affair: 'item/minimum-living',
    channel: 'window',
    caller: { phone: '13900001111', name: '钱伯' },
    input: { way: 'window', asker: 'family', location: { address: '3 号楼' } },
  });
});
