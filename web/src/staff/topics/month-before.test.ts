import { expect, test } from 'vitest';
import { monthBefore } from './month-before.ts';

test('the month before January is in the year before', () => {
  expect(monthBefore('2026-11')).toBe('2026-10');
  expect(monthBefore('2026-01')).toBe('2025-12');
});
