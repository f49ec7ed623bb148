import { expect, test } from 'vitest';
import type { MeBody } from '../../shared/api/bodies.ts';
import { asTitle } from '../../shared/i18n/titles.ts';
import { callOf, digitsOf, groundOf, inputOf, isPhone } from './intake-draft.ts';

test('a call with a title alone asks for nothing else', () => {
  expect(inputOf(callOf({ title: ' 楼道灯不亮 ' }))).toEqual({ title: '楼道灯不亮' });
});

test('address and spot make one location', () => {
  const call = callOf({ title: '井盖松动', address: '枫桥路 12 号 ', lat: 39.9, long: 116.4 });
  expect(inputOf(call)['location']).toEqual({ address: '枫桥路 12 号', lat: 39.9, long: 116.4 });
});

test('numbers are read as people write them', () => {
  expect(digitsOf('138 0013-8000')).toBe('13800138000');
  expect(isPhone('(010) 6655-1234')).toBe(true);
  expect(isPhone('138')).toBe(false);
});

test('where one works is filled in; who serves many communities chooses', () => {
  const communities = [
    { id: 'c1', title: asTitle('一'), place: 'p1' },
    { id: 'c2', title: asTitle('二'), place: 'p2' },
  ];
  const post = (rights: readonly string[], ground?: { community: string; grid?: string }) =>
    ({ rights, ...(ground && { ground }) }) as unknown as MeBody['posts'][number];
  const grid = { community: 'c1', grid: 'g1' };
  expect(
    groundOf({ posts: [post(['see-contact'], { community: 'c2' }), post(['intake'], grid)], communities }),
  ).toEqual(grid);
  expect(groundOf({ posts: [post(['intake'])], communities })).toEqual({});
  expect(groundOf({ posts: [post(['intake'])], communities: communities.slice(0, 1) })).toEqual({
    community: 'c1',
  });
});
