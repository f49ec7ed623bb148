import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CivilDate, civilDate, type Instant, instant } from '../basics/ids.ts';
import {
  addDays,
  civilDateOf,
  dueAt,
  instantOf,
  isWorkingDay,
  lastCivilDateOf,
  workingMinutesBetween,
} from './calendar.ts';
import { epochDayOf, weekdayOfEpochDay } from './civil-date.ts';
import type { Calendar, Duration } from './types.ts';

const minute = 60_000;
const origin = instantOf(civilDate('2026-02-01'), 0);

/** Forty days of an invented spring: about a quarter of the days moved, one to three windows of work a day. */
const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    moved: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 20 }),
    edges: fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 }),
    rollOver: fc.constantFrom('statutory-holiday' as const, 'rest-day' as const),
  })
  .map(({ moved, edges, rollOver }) => {
    const days = moved.map((n) => addDays(civilDate('2026-02-01'), n));
    const isWeekend = (day: CivilDate) => [0, 6].includes(weekdayOfEpochDay(epochDayOf(day)));
    const sorted = edges.slice(0, edges.length - (edges.length % 2)).sort((a, b) => a - b);
    const workingHours = sorted.flatMap((fromMinute, i) =>
      i % 2 === 0 ? [{ fromMinute, toMinute: sorted[i + 1] ?? fromMinute }] : [],
    );
    const year = { holidays: days.filter((d) => !isWeekend(d)), makeUpDays: days.filter(isWeekend) };
    return { id: 'invented', years: { '2026': year }, workingHours, rollOver };
  });

const instants = fc.integer({ min: 0, max: 40 * 1440 }).map((minutes) => instant(origin + minutes * minute));

const lengths = fc.integer({ min: 0, max: 3000 });
const units = ['minutes', 'hours', 'days', 'workingMinutes', 'workingHours', 'workingDays'] as const;
type Unit = (typeof units)[number];
const limitOf = (unit: Unit, length: number): Duration => ({ [unit]: length }) as unknown as Duration;
/** Keeps working hours of a calendar with one working minute a day within reach. */
const lengthFor = (unit: Unit, length: number) => (unit.endsWith('inutes') ? length : length % 40);
const longEnough = (calendar: Calendar) =>
  calendar.workingHours.reduce((sum, w) => sum + w.toMinute - w.fromMinute, 0) >= 60;

/** Is the minute that begins at `at` worked? Asked of the words of the notice, not of the code under test. */
function minuteIsWorked(calendar: Calendar, at: number): boolean {
  const local = new Date(at + 8 * 3_600_000);
  const date = local.toISOString().slice(0, 10);
  const year = calendar.years[date.slice(0, 4)];
  const weekend = local.getUTCDay() === 0 || local.getUTCDay() === 6;
  const works = weekend ? year?.makeUpDays.some((d) => d === date) : !year?.holidays.some((d) => d === date);
  const minuteOfDay = local.getUTCHours() * 60 + local.getUTCMinutes();
  return (
    works === true &&
    calendar.workingHours.some((w) => minuteOfDay >= w.fromMinute && minuteOfDay < w.toMinute)
  );
}

function slowDueAt(calendar: Calendar, from: Instant, workingMinutes: number): number {
  let at: number = from;
  for (let left = workingMinutes; left > 0; at += minute) if (minuteIsWorked(calendar, at)) left -= 1;
  return at;
}

describe('working time agrees with counting minute by minute', () => {
  it('when a limit ends', () => {
    let crossedMovedDay = 0;
    fc.assert(
      fc.property(
        calendars.filter(longEnough),
        instants,
        fc.integer({ min: 0, max: 1500 }),
        (calendar, from, n) => {
          const due = dueAt(calendar, from, { workingMinutes: n });
          expect(due).toBe(slowDueAt(calendar, from, n));
          const moved = Object.values(calendar.years).flatMap((y) => [...y.holidays, ...y.makeUpDays]);
          if (moved.some((day) => day > civilDateOf(from) && day < civilDateOf(due))) crossedMovedDay += 1;
        },
      ),
      { numRuns: 150 },
    );
    expect(crossedMovedDay).toBeGreaterThan(5);
  });

  it('how much has passed', () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 0, max: 6000 }), (calendar, from, n) => {
        let counted = 0;
        for (let at: number = from; at < from + n * minute; at += minute)
          if (minuteIsWorked(calendar, at)) counted += 1;
        expect(workingMinutesBetween(calendar, from, instant(from + n * minute))).toBe(counted);
      }),
      { numRuns: 100 },
    );
  });
});

describe('due dates', () => {
  it('never precede their beginning, and never run backwards in beginning or length', () => {
    fc.assert(
      fc.property(
        calendars.filter(longEnough),
        fc.constantFrom(...units),
        fc.tuple(instants, instants),
        fc.tuple(lengths, lengths),
        (calendar, unit, starts, sizes) => {
          const [early, late] = [...starts].sort((a, b) => a - b);
          const [short, long] = sizes.map((n) => lengthFor(unit, n)).sort((a, b) => a - b);
          if (early === undefined || late === undefined || short === undefined || long === undefined) return;
          const due = dueAt(calendar, early, limitOf(unit, short));
          expect(due).toBeGreaterThanOrEqual(early);
          // Read so that only statutory holidays roll over, a holiday on Friday ends on Monday, yet the Saturday
          // after it stays: as the rule is worded, one day later may then be due two days earlier.
          if (unit === 'days' && calendar.rollOver !== 'rest-day') return;
          expect(dueAt(calendar, late, limitOf(unit, short))).toBeGreaterThanOrEqual(due);
          expect(dueAt(calendar, early, limitOf(unit, long))).toBeGreaterThanOrEqual(due);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('add up for working time, plain time and working days', () => {
    fc.assert(
      fc.property(
        calendars.filter(longEnough),
        fc.constantFrom<Unit>('minutes', 'hours', 'workingMinutes', 'workingHours'),
        instants,
        lengths,
        lengths,
        (calendar, unit, from, a, b) => {
          const [m, n] = [lengthFor(unit, a), lengthFor(unit, b)];
          const inTwoSteps = dueAt(calendar, dueAt(calendar, from, limitOf(unit, m)), limitOf(unit, n));
          expect(inTwoSteps).toBe(dueAt(calendar, from, limitOf(unit, m + n)));
        },
      ),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(
        calendars,
        instants,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (calendar, from, m, n) => {
          const first = lastCivilDateOf(dueAt(calendar, from, { workingDays: m }));
          const inTwoSteps = dueAt(calendar, instantOf(first, 0), { workingDays: n });
          expect(inTwoSteps).toBe(dueAt(calendar, from, { workingDays: m + n }));
        },
      ),
    );
  });

  it('fall on a working day where that is promised', () => {
    let rolled = 0;
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 0, max: 30 }), (calendar, from, n) => {
        expect(isWorkingDay(calendar, lastCivilDateOf(dueAt(calendar, from, { workingDays: n })))).toBe(true);
        const last = lastCivilDateOf(dueAt(calendar, from, { days: n }, { rollOver: 'rest-day' }));
        expect(isWorkingDay(calendar, last)).toBe(true);
        const strict = lastCivilDateOf(dueAt(calendar, from, { days: n }, { rollOver: 'statutory-holiday' }));
        expect(calendar.years['2026']?.holidays).not.toContain(strict);
        if (strict !== addDays(civilDateOf(from), n)) rolled += 1;
      }),
      { numRuns: 300 },
    );
    expect(rolled).toBeGreaterThan(2);
  });

  it('after a limit in working time, exactly that much working time has passed', () => {
    fc.assert(
      fc.property(calendars.filter(longEnough), instants, lengths, (calendar, from, n) => {
        const due = dueAt(calendar, from, { workingMinutes: n });
        expect(workingMinutesBetween(calendar, from, due)).toBe(n);
      }),
    );
  });
});

describe('civil dates', () => {
  it('go to an instant and back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -200_000, max: 2_000_000 }),
        fc.integer({ min: 0, max: 1439 }),
        (n, minuteOfDay) => {
          const date = addDays(civilDate('1970-01-01'), n);
          expect(civilDateOf(instantOf(date, minuteOfDay))).toBe(date);
          expect(addDays(date, -n)).toBe('1970-01-01');
        },
      ),
    );
  });
});
