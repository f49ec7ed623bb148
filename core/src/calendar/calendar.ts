/** The calendar's public face: dates, working time, and when a limit ends. */
export { addDays, addYears, civilDateOf, instantOf, isCivilDate, lastCivilDateOf } from './civil-date.ts';
export { dueAt } from './due-at.ts';
export type { Calendar, CalendarYear, DueOptions, Duration, LastDayEnds, RollOver } from './types.ts';
export { covers, isWorkingDay, workingMinutesBetween, workingMinutesPerDay } from './working-time.ts';
