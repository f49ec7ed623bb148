import { type Electorate, valueAt } from './electorate.ts';
import type { Ratio } from './types.ts';

/** How far one operation on doubles may be off, relative to its result; with room for what is added up. */
export const rounding = 2 ** -52;

/**
 * The money of all voters, twice: in doubles, to search by, with a bound on how far they are off; and exactly, as what each
 * paid and when, to decide by.
 */
export class Purses {
  private readonly electorate: Electorate;
  /** Money left of one voter of each group. */
  readonly near: Float64Array;
  /** The round in which a group gave all that it had left; -1 for none. */
  readonly drainedIn: Int32Array;
  /** How far a number of `near` may be off. */
  nearError: number;
  /** All amounts are numerators over this. */
  denominator: bigint;
  private shareTop: bigint;
  private readonly nearShare: number;
  /** Of each round: what one point costs. */
  private asked: bigint[] = [];
  private readonly paidIn: Uint32Array;
  private readonly paidPoints: Float64Array;
  private readonly paidCount: Uint32Array;

  constructor(electorate: Electorate, share: Ratio) {
    const groups = electorate.voters.length;
    this.electorate = electorate;
    this.denominator = share.bottom;
    this.shareTop = share.top;
    this.nearShare = ratioNumber(share.top, share.bottom);
    this.near = new Float64Array(groups).fill(this.nearShare);
    this.nearError = this.errorAfter(0);
    this.drainedIn = new Int32Array(groups).fill(-1);
    const room = electorate.room.at(-1) ?? 0;
    this.paidIn = new Uint32Array(room);
    this.paidPoints = new Float64Array(room);
    this.paidCount = new Uint32Array(groups);
  }

  /**
   * Prices are taken from exact amounts, so their errors do not build on each other: what a group paid is off by a few
   * roundings of at most the share in all, and each purchase rounds what is left once more.
   */
  private errorAfter(rounds: number): number {
    return (rounds + 16) * rounding * this.nearShare;
  }

  /** Money left of one voter of the group. */
  moneyOf(group: number): bigint {
    return valueAt(this.drainedIn, group) < 0 ? this.moneyBefore(group) : 0n;
  }
  /** What one voter of the group paid in each round, all that they had left at the end too. */
  paidBy(group: number): ReadonlyMap<number, Ratio> {
    const bottom = this.denominator;
    const paid = new Map<number, Ratio>();
    for (const { round, top } of this.paymentsOf(group)) paid.set(round, { top, bottom });
    const drainedIn = valueAt(this.drainedIn, group);
    if (drainedIn >= 0) paid.set(drainedIn, { top: this.moneyBefore(group), bottom });
    return paid;
  }
  private moneyBefore(group: number): bigint {
    let money = this.shareTop;
    for (const { top } of this.paymentsOf(group)) money -= top;
    return money;
  }
  /** The rounds in which one voter of the group paid the price whole. */
  private *paymentsOf(group: number): Generator<{ readonly round: number; readonly top: bigint }> {
    const first = valueAt(this.electorate.room, group);
    for (let at = first; at < first + valueAt(this.paidCount, group); at++) {
      const round = valueAt(this.paidIn, at);
      yield { round, top: (this.asked[round] ?? 0n) * BigInt(valueAt(this.paidPoints, at)) };
    }
  }

  /** Money left of all these supporters together. Purchases are counted, not voters: thousands pay the same price. */
  sumOf(slots: readonly number[]): bigint {
    const { group, voters, room } = this.electorate;
    let all = 0;
    const points = new Float64Array(this.asked.length);
    for (const slot of slots) {
      const own = valueAt(group, slot);
      if (valueAt(this.drainedIn, own) >= 0) continue;
      const many = valueAt(voters, own);
      all += many;
      const first = valueAt(room, own);
      const end = first + valueAt(this.paidCount, own);
      for (let at = first; at < end; at++) {
        const round = valueAt(this.paidIn, at);
        points[round] = valueAt(points, round) + many * valueAt(this.paidPoints, at);
      }
    }
    let sum = this.shareTop * BigInt(all);
    for (const [round, count] of points.entries())
      if (count > 0) sum -= (this.asked[round] ?? 0n) * BigInt(count);
    return sum;
  }

  /** Makes every amount a numerator over a denominator that is greater by this factor. */
  refine(factor: bigint): void {
    if (factor === 1n) return;
    this.denominator *= factor;
    this.shareTop *= factor;
    this.asked = this.asked.map((each) => each * factor);
  }

  /** @param asked for one point, over the denominator. */
  pay(asked: bigint, paying: readonly number[], giving: readonly number[]): void {
    const { group, points, room } = this.electorate;
    const round = this.asked.push(asked) - 1;
    const near = ratioNumber(asked, this.denominator);
    for (const slot of giving) {
      const own = valueAt(group, slot);
      this.near[own] = 0;
      this.drainedIn[own] = round;
    }
    for (const slot of paying) {
      const own = valueAt(group, slot);
      const count = valueAt(this.paidCount, own);
      const at = valueAt(room, own) + count;
      this.paidIn[at] = round;
      this.paidPoints[at] = valueAt(points, slot);
      this.paidCount[own] = count + 1;
      this.near[own] = Math.max(0, valueAt(this.near, own) - near * valueAt(points, slot));
    }
    this.nearError = this.errorAfter(round + 1);
  }
}

/** Both may be too long for a double; their ratio is not. */
export function ratioNumber(top: bigint, bottom: bigint): number {
  const shift = BigInt(Math.max(0, bottom.toString(16).length * 4 - 900));
  return Number(top >> shift) / Number(bottom >> shift);
}
