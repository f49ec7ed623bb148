import { expect, test } from 'vitest';
import { safeReturn } from './safe-return.ts';

test('a page of this site is kept', () => {
  expect(safeReturn('/report')).toBe('/report');
  expect(safeReturn('/matters/a/b?x=1#c')).toBe('/matters/a/b?x=1#c');
});

test('another site is never reached by a return address', () => {
  for (const wish of [
    null,
    '',
    'report',
    '//evil.cn',
    '/\\evil.cn',
    '/\t/evil.cn',
    'https://evil.cn',
    'javascript:1',
  ])
    expect(safeReturn(wish)).toBe('/');
});
