import type { CivilDate } from '../basics/ids.ts';
import type { Duration } from '../calendar/types.ts';
import { getParameter, type LawBook } from './law.ts';

export const urgencies = ['critical', 'urgent', 'normal', 'hard'] as const;
export type Urgency = (typeof urgencies)[number];

export const urgencyTitles: Readonly<Record<Urgency, string>> = {
  critical: '特急',
  urgent: '紧急',
  normal: '一般',
  hard: '疑难',
};

/** How long each grade of urgency may take in the version in force on the day. Settings, not law. */
export function urgencyLimits(book: LawBook, on: CivilDate): Readonly<Record<Urgency, Duration>> {
  const version = getParameter(book, 'urgency-grades', on);
  const limit = (urgency: Urgency): Duration => {
    const value = version.values[urgency];
    if (value?.kind !== 'time') throw new Error(`urgency-grades from ${version.from} lack ${urgency}`);
    switch (value.unit) {
      case 'minutes':
        return { minutes: value.amount };
      case 'hours':
        return { hours: value.amount };
      case 'days':
        return { days: value.amount };
      case 'workingHours':
        return { workingHours: value.amount };
      case 'workingDays':
        return { workingDays: value.amount };
      default:
        throw new Error(
          `urgency-grades from ${version.from}: ${value.unit} is not a unit that clocks count in`,
        );
    }
  };
  return {
    critical: limit('critical'),
    urgent: limit('urgent'),
    normal: limit('normal'),
    hard: limit('hard'),
  };
}
