import type { CivilDate } from '../basics/ids.ts';

/** One year as the State Council's yearly notice arranges it. */
export interface CalendarYear {
  /** Every day off that the notice names, weekdays moved and weekend days inside the holiday alike. */
  readonly holidays: readonly CivilDate[];
  /** Saturdays and Sundays on which one works in exchange (调休上班). */
  readonly makeUpDays: readonly CivilDate[];
}

/**
 * Which last days of a period in days push its end to the next working day (民法典 203 第一款: 期间的最后一日是
 * 法定休假日的,以法定休假日结束的次日为期间的最后一日). `statutory-holiday`: only the days of the yearly notice.
 * `rest-day`: ordinary Saturdays and Sundays too, as courts read 法定休假日.
 * A make-up working day never pushes.
 */
export type RollOver = 'statutory-holiday' | 'rest-day';

/**
 * When the last day of a period ends (民法典 203 第二款: 截止时间为二十四时;有业务时间的,停止业务活动的时间为截止时间).
 * On a last day without business hours `close-of-business` still ends at 24:00.
 */
export type LastDayEnds = 'midnight' | 'close-of-business';

export interface Calendar {
  readonly id: string;
  /** Keyed by the four-digit year. A year that is not here counts as Monday–Friday without holidays. */
  readonly years: Readonly<Record<string, CalendarYear>>;
  /** Minutes after local midnight, ascending, not overlapping; `toMinute` is open, at most 1440. */
  readonly workingHours: readonly { readonly fromMinute: number; readonly toMinute: number }[];
  /** The community's reading of 民法典 203; `statutory-holiday` when absent. */
  readonly rollOver?: RollOver;
}

/**
 * Exactly one unit. `minutes` and `hours` are plain elapsed time (民法典 201 第二款); `days` are calendar days,
 * 日; `workingDays` are 工作日; `workingMinutes` and `workingHours` are 工作时, counted inside working hours only.
 * Days are whole numbers; all are zero or more.
 */
export type Duration =
  | { readonly minutes: number }
  | { readonly hours: number }
  | { readonly days: number }
  | { readonly workingMinutes: number }
  | { readonly workingHours: number }
  | { readonly workingDays: number };

export interface DueOptions {
  /** Overrides the calendar's own reading; matters to `days` only. */
  readonly rollOver?: RollOver;
  /** `midnight` when absent; matters to `days` and `workingDays`. */
  readonly lastDayEnds?: LastDayEnds;
}
