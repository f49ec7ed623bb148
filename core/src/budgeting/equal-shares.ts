import type { Course, Round } from './course.ts';
import { type Electorate, valueAt } from './electorate.ts';
import { findPrice, leastPrice, type Price } from './price.ts';
import { Purses, ratioNumber, rounding } from './purses.ts';
import { compareIds, compareRatios, inLowestTerms, type Ratio, type Satisfaction } from './types.ts';

export interface Shares {
  readonly rounds: readonly Round[];
  /** How many rounds had two projects of exactly the same price. */
  readonly ties: number;
  /** What each voter had. */
  readonly share: Ratio;
  /** Money left with those who support each project, for who asks why it was not chosen. */
  readonly left: (project: number) => Ratio;
  /** What one voter of a ballot group paid in each round in which they paid, and has left. */
  readonly purseOf: (group: number) => Purse;
}
export interface Purse {
  readonly paid: ReadonlyMap<number, Ratio>;
  readonly left: Ratio;
}

/**
 * Method of Equal Shares 平等份额法 (Peters, Pierczyński, Skowron 2021), in exact arithmetic. Every voter has the same
 * share; again and again the project is bought whose supporters can pay its cost at the lowest price for what it is worth
 * to each; nobody pays beyond what they have. Doubles only rule out: a project whose price is, all their errors counted,
 * above one that is known exactly need not be looked at. Everything else is decided in whole numbers.
 * @param share of each voter, in the money's smallest unit.
 */
export function equalShares(
  course: Course,
  satisfaction: Satisfaction,
  share: Ratio,
  electorate: Electorate,
): Shares {
  return new Purchase(course, satisfaction, share, electorate).run();
}

class Purchase {
  private readonly course: Course;
  private readonly electorate: Electorate;
  private readonly share: Ratio;
  private readonly purses: Purses;
  /** What one point is worth: the project's cost, or 1. */
  private readonly worth: readonly bigint[];
  /** No price for one unit can be below this; infinity for whoever can no longer be paid for, or is decided. */
  private readonly atLeast: Float64Array;
  private readonly rounds: Round[] = [];
  private ties = 0;

  constructor(course: Course, satisfaction: Satisfaction, share: Ratio, electorate: Electorate) {
    const { projects } = course.election;
    this.course = course;
    this.electorate = electorate;
    this.share = share;
    this.purses = new Purses(electorate, share);
    this.worth = projects.map(({ cost }) => (satisfaction === 'cost' ? cost : 1n));
    this.atLeast = new Float64Array(projects.length);
    this.closeDecided();
  }

  run(): Shares {
    for (let best = this.cheapest(); best !== undefined; best = this.cheapest()) {
      this.buy(best);
      this.closeDecided();
    }
    const { purses } = this;
    return {
      rounds: this.rounds,
      ties: this.ties,
      share: this.share,
      left: (project) => ({ top: purses.sumOf(this.supportersOf(project)), bottom: purses.denominator }),
      purseOf: (group) => ({
        paid: purses.paidBy(group),
        left: { top: purses.moneyOf(group), bottom: purses.denominator },
      }),
    };
  }

  private closeDecided(): void {
    for (const [project, fate] of this.course.fates.entries())
      if (fate !== undefined) this.atLeast[project] = Number.POSITIVE_INFINITY;
  }

  private supportersOf(project: number): readonly number[] {
    const first = valueAt(this.electorate.start, project);
    const end = valueAt(this.electorate.start, project + 1);
    return Array.from({ length: end - first }, (_, at) => first + at);
  }

  /**
   * The project of the lowest price; among equals the smaller id. Undefined where nothing can be paid for. Prices only rise
   * as money is spent, so that what is known of the last round is still a bound: whoever looks cheapest is looked at again,
   * then counted exactly, until nobody left can be as cheap as the best.
   */
  private cheapest(): Price | undefined {
    const isFresh = new Uint8Array(this.atLeast.length);
    const isCounted = new Uint8Array(this.atLeast.length);
    const found: Price[] = [];
    let limit = Number.POSITIVE_INFINITY;
    for (;;) {
      const at = this.lowest(isCounted);
      if (at < 0 || valueAt(this.atLeast, at) > limit) return this.firstOf(found);
      if (isFresh[at] === 0) {
        isFresh[at] = 1;
        this.atLeast[at] = this.look(at);
        continue;
      }
      isCounted[at] = 1;
      const price = this.count(at);
      if (price === undefined) this.atLeast[at] = Number.POSITIVE_INFINITY;
      else {
        found.push(price);
        limit = Math.min(limit, this.nearPrice(price) * (1 + 8 * rounding));
      }
    }
  }

  private firstOf(found: readonly Price[]): Price | undefined {
    const idOf = ({ project }: Price): string => this.course.election.projects[project]?.id ?? '';
    const [best, next] = found.toSorted(
      (a, b) => compareRatios(a.each, b.each) || compareIds(idOf(a), idOf(b)),
    );
    if (best !== undefined && next !== undefined && compareRatios(best.each, next.each) === 0) this.ties += 1;
    return best;
  }

  /** Of those not yet counted in this round; -1 where none can be paid for. */
  private lowest(isCounted: Uint8Array): number {
    let found = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [at, price] of this.atLeast.entries())
      if (isCounted[at] === 0 && price < least) {
        found = at;
        least = price;
      }
    return found;
  }

  private look(project: number): number {
    const worth = Number(this.worth[project] ?? 1n);
    const cost = Number(this.course.costOf(project));
    const known = valueAt(this.atLeast, project) * worth;
    return (leastPrice(this.electorate, this.purses, project, cost, known) / worth) * (1 - 4 * rounding);
  }
  private count(project: number): Price | undefined {
    const worth = this.worth[project] ?? 1n;
    const cost = this.course.costOf(project);
    const known = valueAt(this.atLeast, project) * Number(worth) * (1 - 4 * rounding);
    return findPrice(this.electorate, this.purses, project, { cost, worth }, known);
  }
  private nearPrice({ each }: Price): number {
    return ratioNumber(each.top, each.bottom * this.purses.denominator);
  }
  private buy({ project, each, paying, giving }: Price): void {
    const { voters, group } = this.electorate;
    const { drainedIn } = this.purses;
    const votersOf = (slots: readonly number[]): number =>
      slots.reduce((sum, slot) => sum + valueAt(voters, valueAt(group, slot)), 0);
    const drained = giving.filter((slot) => valueAt(drainedIn, valueAt(group, slot)) < 0);
    const given = { top: this.purses.sumOf(drained), bottom: this.purses.denominator };
    const paid = { top: this.course.costOf(project) * given.bottom - given.top, bottom: given.bottom };
    const { top, bottom } = inLowestTerms(each);
    this.purses.refine(bottom);
    const price = { top, bottom: this.purses.denominator };
    this.purses.pay(top * (this.worth[project] ?? 1n), paying, drained);
    const round = { project, price, paying: votersOf(paying), paid, drained: votersOf(drained), given };
    this.rounds.push(round);
    this.course.choose(project, { kind: 'shares', place: this.rounds.length, round });
  }
}
