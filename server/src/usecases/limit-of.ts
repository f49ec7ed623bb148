import { durationUnits } from '@liren/core/checker/source-defs.ts';
import { durationFor } from '@liren/core/engine/limits.ts';
import type { Limit } from '@liren/core/engine/types.ts';

export type LimitUnit = (typeof durationUnits)[number];

/** How much of what; undefined without a limit for this urgency. */
export function limitOf(
  limit: Limit | undefined,
  urgency: string,
): { readonly amount: number; readonly unit: LimitUnit } | undefined {
  const duration = limit === undefined ? undefined : durationFor(limit, urgency);
  if (duration === undefined) return undefined;
  const given: Partial<Record<LimitUnit, number>> = duration;
  const unit = durationUnits.find((each) => given[each] !== undefined);
  return unit === undefined ? undefined : { amount: given[unit] ?? 0, unit };
}
