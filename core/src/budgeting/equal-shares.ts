import { byId, compareRatios, type Election, type Ratio, type Satisfaction } from './types.ts';

/** One purchase: who supports the project pays in proportion to what it is worth to them, as far as their money goes. */
export interface Round {
  readonly project: number;
  /** Money for each unit of satisfaction, the same for all who pay it whole: what the rule makes as small as it can. */
  readonly price: Ratio;
  /** Voters who pay that price, and those who give all that they have left. */
  readonly paying: number;
  readonly drained: number;
}
export interface Shares {
  readonly rounds: readonly Round[];
  /** How many rounds had two projects of exactly the same price. */
  readonly ties: number;
  /** Money left with those who support each project, for who asks why it was not chosen. */
  readonly left: (project: number) => Ratio;
}

/** Beyond this, relative to a voter's share, doubles tell two amounts apart without doubt. */
const doubt = 1e-9;

interface Supporter {
  readonly group: number;
  readonly points: number;
}
/** A price as a numerator over `units` × the common denominator of the purchase. */
interface Price {
  readonly project: number;
  /** Σ of points of those who pay the price whole. */
  readonly units: bigint;
  readonly top: bigint;
  readonly poor: readonly Supporter[];
  readonly rich: readonly Supporter[];
}

/**
 * Method of Equal Shares 平等份额法 (Peters, Pierczyński, Skowron 2021), in exact arithmetic. Every voter has the same
 * share; again and again the project is bought whose supporters can pay its cost at the lowest price for what it is worth
 * to each; nobody pays beyond what they have. Prices are searched in doubles and decided in whole numbers: where doubles
 * leave any doubt, the exact amounts speak.
 * @param share of each voter, in the money's smallest unit.
 */
export function equalShares(election: Election, satisfaction: Satisfaction, share: Ratio): Shares {
  return new Purchase(election, satisfaction, share).run();
}

class Purchase {
  private readonly election: Election;
  private readonly supporters: readonly (readonly Supporter[])[];
  private readonly costs: readonly number[];
  /** What one point is worth: the project's cost, or 1. */
  private readonly worth: readonly bigint[];
  private readonly share: Ratio;
  /** Money left in each group, for each voter; 0 exactly where they gave all. */
  private readonly near: Float64Array;
  private readonly isDrained: Uint8Array;
  /** The purchases that each group paid whole, with its points. */
  private readonly paid: { round: number; points: number }[][];
  /** Every price so far and the share as numerators over one denominator. */
  private denominator: bigint;
  private shareTop: bigint;
  private prices: bigint[] = [];
  private readonly rounds: Round[] = [];
  private ties = 0;

  constructor(election: Election, satisfaction: Satisfaction, share: Ratio) {
    this.election = election;
    this.share = share;
    this.denominator = share.bottom;
    this.shareTop = share.top;
    this.costs = election.projects.map(({ cost }) => Number(cost));
    this.worth = election.projects.map(({ cost }) => (satisfaction === 'cost' ? cost : 1n));
    const supporters: Supporter[][] = election.projects.map(() => []);
    for (const [group, { scores }] of election.ballots.entries())
      for (const { project, points } of scores) supporters[project]?.push({ group, points });
    this.supporters = supporters;
    this.near = new Float64Array(election.ballots.length).fill(ratioNumber(share.top, share.bottom));
    this.isDrained = new Uint8Array(election.ballots.length);
    this.paid = election.ballots.map(() => []);
  }

  run(): Shares {
    // Prices only rise as money is spent: what a project cost at its last look is the least that it costs now.
    const atLeast = this.election.projects.map((_, at) => this.nearPrice(at));
    for (;;) {
      const best = this.cheapest(atLeast);
      if (best === undefined) break;
      this.buy(best);
      atLeast[best.project] = Number.POSITIVE_INFINITY;
    }
    return {
      rounds: this.rounds,
      ties: this.ties,
      left: (project) => this.moneyOf(this.supporters[project] ?? []),
    };
  }

  private votersOf(group: number): number {
    return this.election.ballots[group]?.voters ?? 0;
  }

  /** Infinity where the supporters together have not enough. */
  private nearPrice(project: number): number {
    const own = this.supporters[project] ?? [];
    const cost = this.costs[project] ?? 0;
    let all = 0;
    for (const { group } of own) all += this.votersOf(group) * (this.near[group] ?? 0);
    if (all < cost * (1 - doubt)) return Number.POSITIVE_INFINITY;
    let price = 0;
    for (;;) {
      const { poor, units } = this.nearSplit(project, price);
      if (units === 0) return price;
      const next = (cost - poor) / units;
      if (next <= price) return price;
      price = next;
    }
  }

  /** Who cannot pay this price, with all their money, and what the others support. */
  private nearSplit(project: number, price: number): { readonly poor: number; readonly units: number } {
    const worth = Number(this.worth[project] ?? 1n);
    let poor = 0;
    let units = 0;
    for (const { group, points } of this.supporters[project] ?? []) {
      const money = this.near[group] ?? 0;
      if (money < price * points * worth) poor += this.votersOf(group) * money;
      else units += this.votersOf(group) * points * worth;
    }
    return { poor, units };
  }

  /** The project of the lowest price; among equals the smaller id. Undefined where nothing can be paid for. */
  private cheapest(atLeast: number[]): Price | undefined {
    for (;;) {
      const near = this.nearCheapest(atLeast);
      if (near.length === 0) return undefined;
      const found: Price[] = [];
      for (const project of near) {
        const price = this.exactPrice(project, atLeast[project] ?? 0);
        if (price === undefined) atLeast[project] = Number.POSITIVE_INFINITY;
        else found.push(price);
      }
      const [best, ...others] = found.toSorted((a, b) => this.compare(a, b) || this.compareIds(a, b));
      if (best === undefined) continue;
      if (others.some((other) => this.compare(best, other) === 0)) this.ties += 1;
      return best;
    }
  }

  /** Those whose price may be the lowest, as far as doubles can tell. */
  private nearCheapest(atLeast: number[]): readonly number[] {
    const priceOf = (project: number): number => atLeast[project] ?? Number.POSITIVE_INFINITY;
    const order = [...atLeast.keys()].filter((at) => priceOf(at) !== Number.POSITIVE_INFINITY);
    let limit = Number.POSITIVE_INFINITY;
    const seen: number[] = [];
    for (const project of order.sort((a, b) => priceOf(a) - priceOf(b))) {
      if (priceOf(project) > limit) break;
      const price = this.nearPrice(project);
      atLeast[project] = price;
      limit = Math.min(limit, price * (1 + doubt));
      seen.push(project);
    }
    return seen.filter(
      (project) => priceOf(project) <= limit && priceOf(project) !== Number.POSITIVE_INFINITY,
    );
  }

  private compare(a: Price, b: Price): number {
    return compareRatios({ top: a.top, bottom: a.units }, { top: b.top, bottom: b.units });
  }
  private compareIds(a: Price, b: Price): number {
    const [first, second] = [this.election.projects[a.project], this.election.projects[b.project]];
    return first === undefined || second === undefined ? 0 : byId(first, second);
  }

  /** Money left of one voter of the group, as a numerator over the denominator. */
  private exactMoney(group: number): bigint {
    if (this.isDrained[group] === 1) return 0n;
    let money = this.shareTop;
    for (const { round, points } of this.paid[group] ?? [])
      money -= (this.prices[round] ?? 0n) * this.worthIn(round) * BigInt(points);
    return money;
  }
  private worthIn(round: number): bigint {
    return this.worth[this.rounds[round]?.project ?? 0] ?? 1n;
  }

  /** Money left of all these together. Purchases are counted, not voters: thousands pay the same price. */
  private exactSum(supporters: readonly Supporter[]): bigint {
    let voters = 0;
    const units = new Float64Array(this.prices.length);
    for (const { group } of supporters) {
      if (this.isDrained[group] === 1) continue;
      voters += this.votersOf(group);
      for (const { round, points } of this.paid[group] ?? [])
        units[round] = (units[round] ?? 0) + this.votersOf(group) * points;
    }
    let sum = this.shareTop * BigInt(voters);
    for (const [round, count] of units.entries())
      if (count > 0) sum -= (this.prices[round] ?? 0n) * this.worthIn(round) * BigInt(count);
    return sum;
  }

  private moneyOf(supporters: readonly Supporter[]): Ratio {
    return { top: this.exactSum(supporters), bottom: this.denominator };
  }

  /** Undefined where, counted exactly, the supporters have not enough. */
  private exactPrice(project: number, near: number): Price | undefined {
    const own = this.supporters[project] ?? [];
    const worth = this.worth[project] ?? 1n;
    const cost = (this.election.projects[project]?.cost ?? 0n) * this.denominator;
    const { poor, rich, unclear } = this.sort(project, near);
    let rest = cost - this.exactSum(poor);
    let units = this.unitsOf(rich, worth) + this.unitsOf(unclear, worth);
    // Whoever cannot pay the price gives all; that raises it for the others, until nobody is left who cannot.
    for (let able = unclear; ; ) {
      const [top, bottom] = [rest, units];
      const canPay = ({ group, points }: Supporter): boolean =>
        this.exactMoney(group) * bottom >= top * worth * BigInt(points);
      const cannot = able.filter((each) => !canPay(each));
      if (cannot.length === 0) {
        if (units === 0n) return rest === 0n ? this.allDrained(project, own) : undefined;
        return { project, units, top: rest, poor, rich: [...rich, ...able] };
      }
      poor.push(...cannot);
      rest -= this.exactSum(cannot);
      units -= this.unitsOf(cannot, worth);
      able = able.filter(canPay);
    }
  }

  /** Supporters who clearly cannot pay this price, who clearly can, and those of whom doubles do not tell. */
  private sort(project: number, price: number) {
    const sorted = { poor: [] as Supporter[], rich: [] as Supporter[], unclear: [] as Supporter[] };
    const room = doubt * ratioNumber(this.share.top, this.share.bottom);
    const worth = Number(this.worth[project] ?? 1n);
    for (const each of this.supporters[project] ?? []) {
      const gap = (this.near[each.group] ?? 0) - price * each.points * worth;
      const side = gap < -room ? 'poor' : gap > room ? 'rich' : 'unclear';
      sorted[side].push(each);
    }
    return sorted;
  }

  private unitsOf(all: readonly Supporter[], worth: bigint): bigint {
    let units = 0n;
    for (const { group, points } of all) units += BigInt(this.votersOf(group)) * BigInt(points);
    return units * worth;
  }

  /** The supporters have exactly the cost and give all of it: the price is what the one pays who has most for a point. */
  private allDrained(project: number, own: readonly Supporter[]): Price {
    const worth = this.worth[project] ?? 1n;
    let highest: { top: bigint; bottom: bigint } = { top: 0n, bottom: 1n };
    for (const { group, points } of own) {
      const each = { top: this.exactMoney(group), bottom: BigInt(points) * worth };
      if (compareRatios(highest, each) < 0) highest = each;
    }
    return { project, units: highest.bottom, top: highest.top, poor: own, rich: [] };
  }

  private buy({ project, units, top, poor, rich }: Price): void {
    const common = greatestCommonDivisor(top, units);
    const grow = units / common;
    this.denominator *= grow;
    this.shareTop *= grow;
    this.prices = this.prices.map((each) => each * grow);
    this.prices.push(top / common);
    const round = this.rounds.length;
    const worth = this.worth[project] ?? 1n;
    const price = ratioNumber(top / common, this.denominator);
    const countOf = (all: readonly Supporter[]) =>
      all.reduce((sum, { group }) => sum + this.votersOf(group), 0);
    const giving = poor.filter(({ group }) => this.isDrained[group] === 0);
    this.rounds.push({
      project,
      price: { top: top / common, bottom: this.denominator },
      paying: countOf(rich),
      drained: countOf(giving),
    });
    for (const { group } of giving) {
      this.near[group] = 0;
      this.isDrained[group] = 1;
    }
    for (const { group, points } of rich) {
      this.paid[group]?.push({ round, points });
      this.near[group] = Math.max(0, (this.near[group] ?? 0) - price * points * Number(worth));
    }
  }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Both may be too long for a double; their ratio is not. */
function ratioNumber(top: bigint, bottom: bigint): number {
  const bits = Math.max(0, bottom.toString(16).length * 4 - 900);
  const shift = BigInt(bits);
  return Number(top >> shift) / Number(bottom >> shift);
}
