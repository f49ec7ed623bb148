import type { Instant, OrganId } from '../basics/ids.ts';
import { civilDateOf } from '../calendar/calendar.ts';
import type { Matter, Rating } from '../engine/types.ts';

/** What one matter adds to a month's figures. All are counts of matters, never negative. */
export interface Counts {
  readonly opened: number;
  readonly ended: number;
  readonly late: number;
  readonly excluded: number;
  /** 有效回访: ratings that count. */
  readonly calls: number;
  readonly contacted: number;
  readonly solved: number;
  readonly satisfied: number;
  readonly basically: number;
  /** Matters that have left the step of the procedure's 及时率, or outstayed its limit. */
  readonly timed: number;
  /** Those of them that left it within the limit. */
  readonly timely: number;
}
export const countNames = [
  'opened',
  'ended',
  'late',
  'excluded',
  'calls',
  'contacted',
  'solved',
  'satisfied',
  'basically',
  'timed',
  'timely',
] as const satisfies readonly (keyof Counts)[];

export const noCounts: Counts = {
  opened: 0,
  ended: 0,
  late: 0,
  excluded: 0,
  calls: 0,
  contacted: 0,
  solved: 0,
  satisfied: 0,
  basically: 0,
  timed: 0,
  timely: 0,
};

/** Where a count stands: month 'YYYY-MM', the answerable organ ('' before any), and the affair's class. */
export interface MeasureKey {
  readonly month: string;
  readonly organ: OrganId | '';
  readonly class: string;
  readonly procedure: string;
}
export type Measure = MeasureKey & Counts;

const monthOf = (at: Matter['openedAt']): string => civilDateOf(at).slice(0, 7);

/** The last word counts: a matter that was handled again is judged by its last rating. */
const lastRating = (matter: Matter): Rating | undefined => matter.ratings.at(-1);

/**
 * A matter's share of the running figures. The sum over all matters is the figure, so a change is the
 * difference of two shares, and a replay gives the same. Opening, lateness and ratings each fall into the
 * month in which they happened; an excluded matter leaves the ratings and lateness but stays counted as excluded.
 */
export function sharesOf(matter: Matter, timelyStep?: string): readonly Measure[] {
  const base = {
    organ: matter.answerable ?? ('' as const),
    class: matter.affair?.class ?? '',
    procedure: matter.procedure,
  };
  const excluded = matter.exclusion?.status === 'granted';
  const shares: Measure[] = [
    { ...noCounts, ...base, month: monthOf(matter.openedAt), opened: 1, excluded: excluded ? 1 : 0 },
  ];
  if (matter.stage.status === 'ended')
    shares.push({ ...noCounts, ...base, month: monthOf(matter.stage.at), ended: 1 });
  if (excluded) return shares;
  // One matter is late once, however many clocks it missed.
  const firstLate = matter.lateMarks[0];
  if (firstLate !== undefined)
    shares.push({ ...noCounts, ...base, month: monthOf(firstLate.dueAt), late: 1 });
  const rating = lastRating(matter);
  if (rating !== undefined)
    shares.push({ ...noCounts, ...base, ...ratingCounts(rating), month: monthOf(rating.at) });
  const timed = timelyStep === undefined ? undefined : timedAt(matter, timelyStep);
  if (timed !== undefined)
    shares.push({ ...noCounts, ...base, month: monthOf(timed.at), timed: 1, timely: one(timed.within) });
  return shares;
}

/** How the first stay in the step went: too long once its limit has passed; what was taken back says nothing. */
function timedAt({ path, lateMarks }: Matter, name: string): { at: Instant; within: boolean } | undefined {
  const late = lateMarks.find(({ step, n, clock }) => step === name && n === 1 && clock === 'limit');
  if (late !== undefined) return { at: late.dueAt, within: false };
  const left = path.find(({ step, n }) => step === name && n === 1);
  return left === undefined || left.outcome === 'withdrawn' ? undefined : { at: left.leftAt, within: true };
}

const one = (condition: boolean): number => (condition ? 1 : 0);
function ratingCounts(rating: Rating) {
  return {
    calls: 1,
    contacted: one(rating.contacted),
    solved: one(rating.solved),
    satisfied: one(rating.satisfied === 'satisfied'),
    basically: one(rating.satisfied === 'basically'),
  };
}

const keyOf = ({ month, organ, class: affairClass, procedure }: MeasureKey): string =>
  JSON.stringify([month, organ, affairClass, procedure]);

const isSame = (one: Measure, other: Measure | undefined): boolean =>
  other !== undefined &&
  one.month === other.month &&
  one.organ === other.organ &&
  one.class === other.class &&
  one.procedure === other.procedure &&
  countNames.every((name) => one[name] === other[name]);

/** After minus before, by key, in a fixed order (so that rows are locked in one order); zero rows are left out. */
export function measureChange(
  before: Matter | undefined,
  after: Matter,
  timelyStep?: string,
): readonly Measure[] {
  const [then, now] = [before === undefined ? [] : sharesOf(before, timelyStep), sharesOf(after, timelyStep)];
  // Most decisions move no figure.
  if (then.length === now.length && then.every((share, i) => isSame(share, now[i]))) return [];
  const sums = new Map<string, Measure>();
  const add = (measure: Measure, sign: 1 | -1): void => {
    const key = keyOf(measure);
    const sum: Record<string, unknown> = { ...(sums.get(key) ?? { ...measure, ...noCounts }) };
    for (const name of countNames) sum[name] = Number(sum[name]) + sign * measure[name];
    sums.set(key, sum as unknown as Measure);
  };
  for (const share of now) add(share, 1);
  for (const share of then) add(share, -1);
  return [...sums.entries()]
    .filter(([, sum]) => countNames.some((name) => sum[name] !== 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => sum);
}
