import { type Fraction, findFraction } from '../law/fraction.ts';
import type { Denominator } from '../law/law.ts';
import { compareFractions } from '../projections/rates.ts';
import type { Bases, Leg, Sum } from './types.ts';

type Measure = { readonly base: keyof Bases; readonly by: keyof Sum };
const wholeHeads: Measure = { base: 'whole', by: 'heads' };
/** What each denominator of the law counts; those that no vote has are absent. */
const measures: Readonly<Partial<Record<Denominator, Measure>>> = {
  'total-area': { base: 'whole', by: 'area' },
  'total-heads': wholeHeads,
  'participating-area': { base: 'cast', by: 'area' },
  'participating-heads': { base: 'cast', by: 'heads' },
  'registered-voters': wholeHeads,
  'ballots-cast': { base: 'cast', by: 'heads' },
  adults: wholeHeads,
  households: wholeHeads,
  'household-representatives': wholeHeads,
  'all-representatives': wholeHeads,
  attendees: { base: 'present', by: 'heads' },
  'committee-members': wholeHeads,
  'all-members': wholeHeads,
  'party-members': wholeHeads,
  'branch-members': wholeHeads,
  directors: wholeHeads,
  'group-adults': wholeHeads,
  'group-households': wholeHeads,
  'interested-owners': wholeHeads,
};
export const findMeasure = (of: Denominator): Measure | undefined => measures[of];
function measureOf(of: Denominator): Measure {
  const measure = findMeasure(of);
  if (measure === undefined) throw new Error(`no vote is counted by ${of}`);
  return measure;
}

/** One condition, and how far it is met. Areas in square centimetres. */
export interface LegResult {
  readonly leg: Leg;
  readonly have: number;
  readonly base: number;
  /** The least whole number that meets it; more than the base where nothing can. */
  readonly needed: number;
  readonly met: boolean;
}

export function shareOf({ share }: Leg): Fraction {
  const found = findFraction(share);
  if (found === undefined) throw new Error(`${share} is no share`);
  return found;
}

/** Exact: the least n with n / base > share, or ≥ share; but at least one, for nobody decides by saying nothing. */
function neededOf(leg: Leg, base: number): number {
  const share = shareOf(leg);
  const part = BigInt(base) * share.numerator;
  const floor = part / share.denominator;
  return Math.max(1, Number(leg.op === '>' || part % share.denominator !== 0n ? floor + 1n : floor));
}

function resultOf(leg: Leg, have: number, base: number): LegResult {
  const needed = neededOf(leg, base);
  return { leg, have, base, needed, met: have >= needed };
}

/** Whether enough took part: those present, as a share of each condition's whole. */
export const turnoutOf = (legs: readonly Leg[], bases: Bases): readonly LegResult[] =>
  legs.map((leg) => {
    const { base, by } = measureOf(leg.of);
    return resultOf(leg, bases.present[by], bases[base][by]);
  });

/** Whether enough agree: those for it, as a share of each condition's base. */
export const consentOf = (legs: readonly Leg[], bases: Bases, agreed: Sum): readonly LegResult[] =>
  legs.map((leg) => {
    const { base, by } = measureOf(leg.of);
    return resultOf(leg, agreed[by], bases[base][by]);
  });

export const allMet = (results: readonly LegResult[]): boolean => results.every(({ met }) => met);

const width: Readonly<Record<keyof Bases, number>> = { cast: 0, present: 1, whole: 2 };
/**
 * Whether whoever meets `leg` has met `floor` as well, whatever the numbers: the same share or more, of the same base or
 * a wider one, counted the same way. At the same share `>` is stronger than `>=`.
 */
export function isNoWeaker(leg: Leg, floor: Leg): boolean {
  const [own, law] = [findMeasure(leg.of), findMeasure(floor.of)];
  if (own === undefined || law === undefined || own.by !== law.by) return false;
  if (width[own.base] < width[law.base]) return false;
  const order = compareFractions(shareOf(leg), shareOf(floor));
  return order > 0 || (order === 0 && (leg.op === '>' || floor.op === '>='));
}
