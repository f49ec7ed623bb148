import { describe, expect, it } from 'vitest';
import { civilDate as day } from '../basics/ids.ts';
import { checkFirstDay, checkLastDay } from './stays.ts';

const today = day('2026-11-28');
const lasting = { from: day('2020-05-01'), until: undefined };
const ended = { from: day('2020-05-01'), until: day('2024-01-31') };

describe('when a stay may end', () => {
  it.each([
    [lasting, '2026-11-28', undefined],
    [lasting, '2020-05-01', undefined],
    [lasting, '2020-04-30', 'before-it-began'],
    [lasting, '2026-11-29', 'in-future'],
    [ended, '2026-11-28', 'not-living-here'],
    [undefined, '2026-11-28', 'not-living-here'],
  ] as const)('%o on %s: %s', (stay, last, expected) => {
    expect(checkLastDay(stay, day(last), today)).toBe(expected);
  });
});

describe('when the next one may begin', () => {
  it.each([
    [lasting, '2020-05-01', undefined],
    [lasting, '2020-04-30', 'before-it-began'],
    [lasting, '2026-11-29', 'in-future'],
    [ended, '2024-02-01', undefined],
    [ended, '2024-01-31', 'within-the-last'],
    [undefined, '2026-11-28', undefined],
    [undefined, '2026-11-29', 'in-future'],
  ] as const)('%o on %s: %s', (stay, first, expected) => {
    expect(checkFirstDay(stay, day(first), today)).toBe(expected);
  });
});
