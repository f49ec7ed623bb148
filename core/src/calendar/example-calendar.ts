import { civilDate } from '../basics/ids.ts';
import { usualWorkingHours } from './import.ts';
import type { Calendar } from './types.ts';

const dates = (...texts: string[]) => texts.map(civilDate);

/** For tests: the spring of 2026 as the notice has it, so that both a long holiday and make-up days are near. */
export const exampleCalendar: Calendar = {
  id: 'example',
  years: {
    '2026': {
      holidays: dates(
        ...['2026-01-01', '2026-01-02', '2026-01-03', '2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18'],
        ...['2026-02-19', '2026-02-20', '2026-02-21', '2026-02-22', '2026-02-23', '2026-04-04', '2026-04-05'],
        ...['2026-04-06', '2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'],
      ),
      makeUpDays: dates('2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09'),
    },
  },
  workingHours: usualWorkingHours,
};
