import { type Electorate, valueAt } from './electorate.ts';
import { type Purses, ratioNumber, rounding } from './purses.ts';
import { compareRatios, type Ratio } from './types.ts';

/** What a project costs its supporters for each unit that it is worth to them, and who pays how. */
export interface Price {
  readonly project: number;
  /** Its top is over the denominator of the purses. */
  readonly each: Ratio;
  /** Slots of the electorate: who pays the price whole, and who gives all that they have left. */
  readonly paying: readonly number[];
  readonly giving: readonly number[];
}

/**
 * A price for one point that is certainly not above the true one; infinity where the supporters together certainly have not
 * enough. Split supporters in any way into those who give all and those who pay the price: together they give no less than
 * what anybody would at that price. So whatever price the rest needs for what is lacking, it is a bound, once the errors of
 * doubles are taken off; splitting by that bound gives the next and better one.
 * @param known a price that is not above the true one.
 */
export function leastPrice(
  { start, group, points, voters }: Electorate,
  { near, nearError }: Purses,
  project: number,
  cost: number,
  known: number,
): number {
  const first = valueAt(start, project);
  const end = valueAt(start, project + 1);
  const room = 2 * (end - first) * rounding;
  for (let price = known; ; ) {
    let poor = 0;
    let poorVoters = 0;
    let units = 0;
    for (let slot = first; slot < end; slot++) {
      const own = valueAt(group, slot);
      const many = valueAt(voters, own);
      const money = valueAt(near, own);
      const given = valueAt(points, slot);
      if (money < price * given) {
        poor += many * money;
        poorVoters += many;
      } else units += many * given;
    }
    const atMost = poor * (1 + room) + poorVoters * nearError;
    const lacking = cost * (1 - 4 * rounding) - atMost;
    if (units === 0) return lacking > 0 ? Number.POSITIVE_INFINITY : price;
    const next = (lacking / units) * (1 - 8 * rounding);
    if (next <= price) return price;
    price = next;
  }
}

/**
 * Undefined where, counted exactly, the supporters have not enough.
 * @param known a price for one point that is certainly not above the true one.
 */
export function findPrice(
  electorate: Electorate,
  purses: Purses,
  project: number,
  { cost, worth }: { readonly cost: bigint; readonly worth: bigint },
  known: number,
): Price | undefined {
  const { group, points, voters } = electorate;
  const { poor: giving, others } = poorAndOthers(electorate, purses, project, known);
  let able = others;
  let rest = cost * purses.denominator - purses.sumOf(giving);
  // Whoever cannot pay the price gives all; that raises it for the others, until nobody is left who cannot.
  for (;;) {
    let units = 0;
    for (const slot of able) units += valueAt(voters, valueAt(group, slot)) * valueAt(points, slot);
    if (units === 0) return rest === 0n ? allGiven(electorate, purses, project, giving, worth) : undefined;
    const { cannot, can } = split(electorate, purses, able, { top: rest, bottom: BigInt(units) });
    if (cannot.length === 0)
      return { project, each: { top: rest, bottom: BigInt(units) * worth }, paying: able, giving };
    for (const slot of cannot) giving.push(slot);
    rest -= purses.sumOf(cannot);
    able = can;
  }
}

/** Supporters who certainly have less than this price asks of them, and all others. */
function poorAndOthers(
  { start, group, points }: Electorate,
  { near, nearError }: Purses,
  project: number,
  price: number,
) {
  const poor: number[] = [];
  const others: number[] = [];
  const end = valueAt(start, project + 1);
  for (let slot = valueAt(start, project); slot < end; slot++) {
    const money = valueAt(near, valueAt(group, slot)) + nearError;
    const isPoor = money * (1 + 4 * rounding) < price * valueAt(points, slot);
    (isPoor ? poor : others).push(slot);
  }
  return { poor, others };
}

/** Who can pay this price for their points; where doubles leave any doubt, the exact amounts speak. */
function split({ group, points }: Electorate, purses: Purses, slots: readonly number[], price: Ratio) {
  const { near, nearError, denominator } = purses;
  const nearPrice = ratioNumber(price.top, price.bottom * denominator);
  const cannot: number[] = [];
  const can: number[] = [];
  for (const slot of slots) {
    const own = valueAt(group, slot);
    const given = valueAt(points, slot);
    const asked = nearPrice * given;
    const gap = valueAt(near, own) - asked;
    const room = nearError + 16 * rounding * asked;
    const isAble =
      Math.abs(gap) > room ? gap > 0 : purses.moneyOf(own) * price.bottom >= price.top * BigInt(given);
    (isAble ? can : cannot).push(slot);
  }
  return { cannot, can };
}

/** The supporters have exactly the cost and give all of it: the price is what the one pays who has most for a point. */
function allGiven(
  { group, points }: Electorate,
  purses: Purses,
  project: number,
  giving: readonly number[],
  worth: bigint,
): Price {
  let highest: Ratio = { top: 0n, bottom: 1n };
  for (const slot of giving) {
    const each = { top: purses.moneyOf(valueAt(group, slot)), bottom: BigInt(valueAt(points, slot)) * worth };
    if (compareRatios(highest, each) < 0) highest = each;
  }
  return { project, each: highest, paying: [], giving };
}
