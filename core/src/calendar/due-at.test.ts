import { describe, expect, it } from 'vitest';
import { civilDate, type Instant } from '../basics/ids.ts';
import { dueAt, instantOf, lastCivilDateOf } from './calendar.ts';
import { exampleCalendar as calendar } from './example-calendar.ts';
import type { Duration } from './types.ts';

/** '2026-02-13 17:30' local. */
function at(text: string): Instant {
  const [date = '', clock = '0:00'] = text.split(' ');
  const [hours = '0', minutes = '0'] = clock.split(':');
  return instantOf(civilDate(date), Number(hours) * 60 + Number(minutes));
}

const due = (from: string, limit: Duration) => dueAt(calendar, at(from), limit);

describe('plain time', () => {
  it('runs through nights and holidays', () => {
    expect(due('2026-02-14 23:30', { hours: 24 })).toBe(at('2026-02-15 23:30'));
    expect(due('2026-02-14 23:30', { minutes: 45 })).toBe(at('2026-02-15 0:15'));
  });
});

describe('days (民法典 201, 203)', () => {
  it('do not count the first day and end at 24:00 of the last', () => {
    expect(due('2026-03-02 0:00', { days: 5 })).toBe(at('2026-03-07 24:00'));
    expect(due('2026-03-02 23:59', { days: 5 })).toBe(at('2026-03-07 24:00'));
    expect(lastCivilDateOf(due('2026-03-02 9:00', { days: 5 }))).toBe('2026-03-07');
  });

  it('roll from a holiday of the notice to the next working day', () => {
    expect(due('2026-02-10 9:00', { days: 7 })).toBe(at('2026-02-24 24:00'));
  });

  it('do not roll from an ordinary weekend unless the reading is rest-day', () => {
    expect(due('2026-03-02 9:00', { days: 5 })).toBe(at('2026-03-07 24:00'));
    const lenient = dueAt(calendar, at('2026-03-02 9:00'), { days: 5 }, { rollOver: 'rest-day' });
    expect(lenient).toBe(at('2026-03-09 24:00'));
    const own = dueAt({ ...calendar, rollOver: 'rest-day' }, at('2026-03-02 9:00'), { days: 5 });
    expect(own).toBe(lenient);
  });

  it('never roll from a weekend day that is worked', () => {
    const options = { rollOver: 'rest-day' } as const;
    expect(dueAt(calendar, at('2026-02-09 9:00'), { days: 5 }, options)).toBe(at('2026-02-14 24:00'));
  });

  it('may end when business ends', () => {
    const options = { lastDayEnds: 'close-of-business' } as const;
    expect(dueAt(calendar, at('2026-03-02 9:00'), { days: 4 }, options)).toBe(at('2026-03-06 18:00'));
    expect(dueAt(calendar, at('2026-03-02 9:00'), { days: 5 }, options)).toBe(at('2026-03-07 24:00'));
    expect(dueAt(calendar, at('2026-03-02 20:00'), { days: 0 }, options)).toBe(at('2026-03-02 20:00'));
  });
});

describe('working days (工作日)', () => {
  it('skip holidays, count make-up Saturdays and end at 24:00', () => {
    expect(due('2026-02-12 9:00', { workingDays: 1 })).toBe(at('2026-02-13 24:00'));
    expect(due('2026-02-12 9:00', { workingDays: 2 })).toBe(at('2026-02-14 24:00'));
    expect(due('2026-02-12 9:00', { workingDays: 3 })).toBe(at('2026-02-24 24:00'));
    expect(due('2026-02-12 9:00', { workingDays: 7 })).toBe(at('2026-02-28 24:00'));
  });

  it('from a day off start with the next working day', () => {
    expect(due('2026-03-07 9:00', { workingDays: 1 })).toBe(at('2026-03-09 24:00'));
    expect(due('2026-03-07 9:00', { workingDays: 0 })).toBe(at('2026-03-09 24:00'));
  });
});

describe('working time (工作时)', () => {
  it('stops for lunch, the night and the holiday', () => {
    expect(due('2026-03-02 11:00', { workingHours: 2 })).toBe(at('2026-03-02 14:00'));
    expect(due('2026-03-02 17:30', { workingHours: 1 })).toBe(at('2026-03-03 9:30'));
    expect(due('2026-02-14 17:00', { workingHours: 4 })).toBe(at('2026-02-24 12:00'));
    expect(due('2026-02-14 17:00', { workingMinutes: 61 })).toBe(at('2026-02-24 9:01'));
  });

  it('starts at the opening when reported at night or on a day off', () => {
    expect(due('2026-03-08 3:00', { workingHours: 4 })).toBe(at('2026-03-09 14:00'));
    expect(due('2026-01-03 3:00', { workingHours: 1 })).toBe(at('2026-01-04 10:00'));
  });

  it('ends at the close of a full day, not at the next opening', () => {
    expect(due('2026-03-02 9:00', { workingHours: 8 })).toBe(at('2026-03-02 18:00'));
  });
});

describe('broken input is a bug', () => {
  it.each<Duration>([
    { days: 1.5 },
    { days: -1 },
    { workingDays: Number.NaN },
    { hours: -1 },
    { workingMinutes: Infinity },
  ])('refuses %o', (limit) => {
    expect(() => due('2026-03-02', limit)).toThrow(/a limit of/);
  });

  it('refuses a calendar in which nobody ever works', () => {
    expect(() => dueAt({ ...calendar, workingHours: [] }, at('2026-03-02'), { workingHours: 1 })).toThrow(
      /no working hours/,
    );
  });
});
