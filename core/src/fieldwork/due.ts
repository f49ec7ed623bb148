import type { CivilDate } from '../basics/ids.ts';
import { addDays, civilDateOf } from '../calendar/calendar.ts';
import type { Fieldwork, HomeState } from './types.ts';

/** The day by which a home is to be visited again; one that never was is due on `today`. */
export function dueOn(
  { risks }: Fieldwork,
  { risk, visitedAt }: Pick<HomeState, 'risk' | 'visitedAt'>,
  today: CivilDate,
): CivilDate {
  if (visitedAt === undefined) return today;
  const every = risks.find(({ id }) => id === risk) ?? risks.at(-1);
  return every === undefined ? today : addDays(civilDateOf(visitedAt), every.visitEveryDays);
}
