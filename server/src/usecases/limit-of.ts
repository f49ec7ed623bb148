import { durationUnits } from '@liren/core/checker/source-defs.ts';
import { durationFor, type LimitGrounds } from '@liren/core/engine/limits.ts';
import type { Limit } from '@liren/core/engine/types.ts';

export type LimitUnit = (typeof durationUnits)[number];

/** How much of what; undefined without a limit for such a matter. */
export function limitOf(
  limit: Limit | undefined,
  grounds: LimitGrounds,
): { readonly amount: number; readonly unit: LimitUnit } | undefined {
  const duration = limit === undefined ? undefined : durationFor(limit, grounds);
  if (duration === undefined) return undefined;
  const given: Partial<Record<LimitUnit, number>> = duration;
  const unit = durationUnits.find((each) => given[each] !== undefined);
  return unit === undefined ? undefined : { amount: given[unit] ?? 0, unit };
}
