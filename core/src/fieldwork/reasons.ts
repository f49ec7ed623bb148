import type { CivilDate } from '../basics/ids.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { addDays } from '../calendar/calendar.ts';
import type { Period } from './duties.ts';
import type { Fieldwork } from './types.ts';

/** 说明: why somebody could not go on these days, first and last inside. */
export interface ReasonWish extends Period {
  readonly kind: string;
}
export type ReasonFault =
  | 'unknown-kind' // the charter has no such kind of reason
  | 'bad-days' // it ends before it begins, or lasts too long
  | 'too-far'; // too long ago, or too far ahead

/** A quarter: no duty runs longer. */
const mostDays = 92;

/** Whether this may be said today. What is said changes no figure. */
export function decideReason(
  { reasons }: Fieldwork,
  { kind, from, until }: ReasonWish,
  today: CivilDate,
): Result<ReasonWish, ReasonFault> {
  if (reasons?.kinds.some(({ value }) => value === kind) !== true) return err('unknown-kind');
  if (until < from || until > addDays(from, mostDays - 1)) return err('bad-days');
  if (from < addDays(today, -mostDays) || until > addDays(today, mostDays)) return err('too-far');
  return ok({ kind, from, until });
}

export type ReasonState = 'waiting' | 'accepted' | 'refused';
export interface Reason extends Period {
  readonly state: ReasonState;
}
const weight: Readonly<Record<ReasonState, number>> = { accepted: 2, waiting: 1, refused: 0 };

/** What stands beside a duty of this period: the best of the reasons that touch it; undefined without any. */
export function explainedBy(period: Period, reasons: readonly Reason[]): ReasonState | undefined {
  return reasons
    .filter(({ from, until }) => from <= period.until && until >= period.from)
    .map(({ state }) => state)
    .toSorted((a, b) => weight[b] - weight[a])[0];
}
