import type { CivilDate } from '../basics/ids.ts';

/** The latest stay of a resident; `until` is its last day, undefined while it lasts. */
export interface LatestStay {
  readonly from: CivilDate;
  readonly until: CivilDate | undefined;
}
/**
 * `in-future`: the registry says what is, not what is planned. `before-it-began`: earlier than the first day of the stay.
 * `not-living-here`: they have left already. `within-the-last`: the stay before was not over yet.
 */
export type StayFault = 'in-future' | 'before-it-began' | 'not-living-here' | 'within-the-last';

/** What hinders a stay from ending with this day as its last; both ends of a stay are lived days. */
export function checkLastDay(
  latest: LatestStay | undefined,
  lastDay: CivilDate,
  today: CivilDate,
): StayFault | undefined {
  if (latest === undefined || latest.until !== undefined) return 'not-living-here';
  if (lastDay > today) return 'in-future';
  return lastDay < latest.from ? 'before-it-began' : undefined;
}

/**
 * What hinders the next stay from beginning on this day. One that lasts is ended by it, the
 * day before, and lasts one day at least.
 */
export function checkFirstDay(
  latest: LatestStay | undefined,
  firstDay: CivilDate,
  today: CivilDate,
): StayFault | undefined {
  if (firstDay > today) return 'in-future';
  if (latest === undefined) return undefined;
  if (latest.until === undefined) return firstDay < latest.from ? 'before-it-began' : undefined;
  return firstDay <= latest.until ? 'within-the-last' : undefined;
}
