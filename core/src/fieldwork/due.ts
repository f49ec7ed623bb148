import type { CivilDate, Instant } from '../basics/ids.ts';
import { addDays, civilDateOf, instantOf } from '../calendar/calendar.ts';
import { periodOf } from './duties.ts';
import type { Fieldwork, HomeState, Period, Risk, Round } from './types.ts';

/** Of a home of which nobody has said another: the least urgent. */
export const usualRisk = ({ risks }: Fieldwork): string => risks.at(-1)?.id ?? '';

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

/**
 * The instant before which the last visit must lie for a home of this risk to be overdue on `today`: the same rule as
 * `dueOn`, for asking many homes at once.
 */
export const overdueBefore = ({ visitEveryDays }: Risk, today: CivilDate): Instant =>
  instantOf(addDays(today, -visitEveryDays), 0);

/** The inspection that an organisation of this kind gets, with its name; none where the charter asks for none. */
export function inspectionOf(
  { rounds }: Pick<Fieldwork, 'rounds'>,
  kind: string,
): { readonly id: string; readonly round: Round; readonly every: Period } | undefined {
  for (const [id, round] of Object.entries(rounds))
    if (round.inspects?.kinds.includes(kind)) return { id, round, every: round.inspects.every };
  return undefined;
}

/** An inspection is owed once in each calendar period: until which day, and whether the last one lies in it. */
export function inspectionDue(
  every: Period,
  inspectedAt: Instant | undefined,
  today: CivilDate,
): { readonly until: CivilDate; readonly done: boolean } {
  const { from, until } = periodOf(today, every);
  return { until, done: inspectedAt !== undefined && civilDateOf(inspectedAt) >= from };
}
