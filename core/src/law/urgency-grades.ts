import type { CivilDate } from '../basics/ids.ts';
import type { Duration } from '../calendar/types.ts';
import { type DurationUnit, getParameter, type LawBook } from './law.ts';

export const urgencies = ['critical', 'urgent', 'normal', 'hard'] as const;
export type Urgency = (typeof urgencies)[number];

export const urgencyTitles: Readonly<Record<Urgency, string>> = {
  critical: '特急',
  urgent: '紧急',
  normal: '一般',
  hard: '疑难',
};

/** A degree of urgency with the time that the version in force gives it. */
export interface UrgencyGrade {
  readonly value: Urgency;
  readonly title: string;
  readonly limit: Duration;
}

/** The grades in force on the day, most urgent first. Settings, not law. */
export function urgencyGrades(book: LawBook, on: CivilDate): readonly UrgencyGrade[] {
  const version = getParameter(book, 'urgency-grades', on);
  return urgencies.map((value) => {
    const time = version.values[value];
    if (time?.kind !== 'time') throw new Error(`urgency-grades from ${version.from} lack ${value}`);
    return { value, title: urgencyTitles[value], limit: durationOf(time.amount, time.unit) };
  });
}

function durationOf(amount: number, unit: DurationUnit): Duration {
  switch (unit) {
    case 'minutes':
      return { minutes: amount };
    case 'hours':
      return { hours: amount };
    case 'days':
      return { days: amount };
    case 'workingHours':
      return { workingHours: amount };
    case 'workingDays':
      return { workingDays: amount };
    default:
      throw new Error(`urgency grades cannot be set in ${unit}: clocks do not count in that unit`);
  }
}
