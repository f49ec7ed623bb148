import { expect, test } from 'vitest';
import { dueWords } from './due.ts';

const now = Date.parse('2026-11-22T10:00:00+08:00');
const at = (text: string): number => Date.parse(text);

test('within a day it counts down, beyond it names the day of the street', () => {
  expect(dueWords(at('2026-11-22T13:30:00+08:00'), now)).toEqual({ key: 'hours', count: 3 });
  expect(dueWords(at('2026-11-22T10:00:20+08:00'), now)).toEqual({ key: 'minutes', count: 1 });
  // Half past midnight in the street is still the day before in UTC.
  expect(dueWords(at('2026-11-29T00:30:00+08:00'), now)).toEqual({
    key: 'day',
    month: 11,
    day: 29,
    weekday: 0,
  });
});

test('the instant itself is already late', () => {
  expect(dueWords(now, now)).toEqual({ key: 'lateMinutes' });
  expect(dueWords(now - 3 * 3_600_000, now)).toEqual({ key: 'lateHours', count: 3 });
  expect(dueWords(now - 49 * 3_600_000, now)).toEqual({ key: 'lateDays', count: 2 });
});
