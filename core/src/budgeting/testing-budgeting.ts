import fc from 'fast-check';
import type { Rule } from './allocate.ts';
import type { Conditions, Portion } from './conditions.ts';
import type { Election, Ratio, Satisfaction } from './types.ts';

/** Fractions in lowest terms, the slow way. */
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
export const of = (top: bigint, bottom: bigint): Ratio => {
  const size = gcd(top, bottom);
  return { top: top / size, bottom: bottom / size };
};
const minus = (a: Ratio, b: Ratio): Ratio => of(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
export const plus = (a: Ratio, b: Ratio): Ratio =>
  of(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
const times = (a: Ratio, b: bigint): Ratio => of(a.top * b, a.bottom);
export const less = (a: Ratio, b: Ratio): boolean => a.top * b.bottom < b.top * a.bottom;

interface Person {
  money: Ratio;
  readonly scores: Election['ballots'][number]['scores'];
}
interface Payer {
  readonly person: Person;
  readonly units: bigint;
}
const moneyFor = ({ person, units }: Payer): Ratio => of(person.money.top, person.money.bottom * units);

/** The lowest price at which these can pay the cost, poorest first; undefined where they cannot. */
function slowPrice(payers: readonly Payer[], cost: bigint): Ratio | undefined {
  let rest: Ratio = of(cost, 1n);
  let units = payers.reduce((sum, payer) => sum + payer.units, 0n);
  const poorestFirst = payers.toSorted((a, b) => (less(moneyFor(a), moneyFor(b)) ? -1 : 1));
  for (const payer of poorestFirst) {
    const asked = of(rest.top, rest.bottom * units);
    if (!less(moneyFor(payer), asked)) return asked;
    rest = minus(rest, payer.person.money);
    units -= payer.units;
  }
  return undefined;
}

/** What conditions say of one more project, counted anew from all that is chosen. */
function slowBlock(
  { budget, projects, ballots }: Election,
  conditions: Conditions,
  chosen: readonly number[],
  project: number,
): 'free' | 'blocked' | 'reserved' {
  const { cap, portions, exclusions, leastVotes } = conditions;
  const costOf = (all: readonly number[]): bigint =>
    all.reduce((sum, at) => sum + (projects[at]?.cost ?? 0n), 0n);
  const isIn = (at: number, { of: kind, name }: Portion): boolean =>
    kind === 'area' ? projects[at]?.area === name : projects[at]?.categories?.includes(name) === true;
  const votes = ballots
    .filter(({ scores }) => scores.some((score) => score.project === project && score.points > 0))
    .reduce((sum, { voters }) => sum + voters, 0);
  const spentOn = (portion: Portion, all: readonly number[]): bigint =>
    costOf(all.filter((at) => isIn(at, portion)));
  const isAbove = portions.some(
    (portion) =>
      portion.most !== undefined &&
      isIn(project, portion) &&
      spentOn(portion, [...chosen, project]) > portion.most,
  );
  const isAboveCap = (most: bigint | undefined): boolean => most !== undefined && costOf([project]) > most;
  const isDear =
    isAboveCap(cap) || portions.some((portion) => isIn(project, portion) && isAboveCap(portion.cap));
  const isRival = exclusions.some((all) => all.includes(project) && all.some((at) => chosen.includes(at)));
  if (votes < leastVotes || isDear || isAbove || isRival) return 'blocked';
  const kept = portions
    .filter((portion) => !isIn(project, portion))
    .map((portion) => (portion.least ?? 0n) - spentOn(portion, chosen))
    .reduce((sum, rest) => (rest > 0n ? sum + rest : sum), 0n);
  return kept > 0n && costOf([...chosen, project]) + kept > budget ? 'reserved' : 'free';
}

interface SlowState {
  readonly chosen: number[];
  /** Out for good, and out as long as money is kept for others. */
  readonly blocked: Set<number>;
  readonly reserved: Set<number>;
}
function slowScreen(election: Election, conditions: Conditions, state: SlowState): readonly number[] {
  const open = [...election.projects.keys()].filter(
    (at) => !state.chosen.includes(at) && !state.blocked.has(at) && !state.reserved.has(at),
  );
  return open.filter((at) => {
    const block = slowBlock(election, conditions, state.chosen, at);
    if (block !== 'free') state[block].add(at);
    return block === 'free';
  });
}

/** The rule as the paper tells it, voter by voter, looking at everybody for every project in every round. */
function slowShares(
  election: Election,
  satisfaction: Satisfaction,
  conditions: Conditions,
  state: SlowState,
  added = 0n,
): void {
  const { budget, projects, voters } = election;
  const share = plus(of(budget, BigInt(voters)), of(added, 1n));
  const people = election.ballots.flatMap(({ voters: many, scores }) =>
    Array.from({ length: many }, (): Person => ({ money: share, scores })),
  );
  const payersOf = (project: number, cost: bigint): readonly Payer[] =>
    people.flatMap((person) => {
      const points = person.scores.find((score) => score.project === project)?.points ?? 0;
      return points === 0 ? [] : [{ person, units: BigInt(points) * (satisfaction === 'cost' ? cost : 1n) }];
    });
  for (;;) {
    const open = byIds(election, slowScreen(election, conditions, state));
    const offers = open.flatMap((at) => {
      const cost = projects[at]?.cost ?? 0n;
      const payers = payersOf(at, cost);
      const price = slowPrice(payers, cost);
      return price === undefined ? [] : [{ at, payers, price }];
    });
    const [first, ...others] = offers;
    if (first === undefined) return;
    // Smaller ids come first: whoever only equals the best so far has the greater.
    const best = others.reduce((one, other) => (less(other.price, one.price) ? other : one), first);
    state.chosen.push(best.at);
    for (const { person, units } of best.payers) {
      const owed = times(best.price, units);
      person.money = less(person.money, owed) ? of(0n, 1n) : minus(person.money, owed);
    }
  }
}
const byIds = ({ projects }: Election, all: readonly number[]): readonly number[] =>
  all.toSorted((a, b) => ((projects[a]?.id ?? '') < (projects[b]?.id ?? '') ? -1 : 1));

/** Again and again whoever is worth most of those that fit and are free. */
function slowGreedy(
  election: Election,
  satisfaction: Satisfaction,
  conditions: Conditions,
  state: SlowState,
  among: readonly number[],
): void {
  const { budget, projects, ballots } = election;
  const pointsFor = (project: number): bigint =>
    ballots.reduce(
      (sum, { voters, scores }) =>
        sum + BigInt(voters * (scores.find((score) => score.project === project)?.points ?? 0)),
      0n,
    );
  const worth = (at: number): Ratio =>
    of(pointsFor(at), satisfaction === 'cost' ? 1n : (projects[at]?.cost ?? 1n));
  for (;;) {
    const left = state.chosen.reduce((sum, at) => sum - (projects[at]?.cost ?? 0n), budget);
    const free = slowScreen(election, conditions, state).filter((at) => among.includes(at));
    const fits = free.filter((at) => (projects[at]?.cost ?? 0n) <= left && pointsFor(at) > 0n);
    const [first, ...others] = byIds(election, fits);
    if (first === undefined) return;
    const best = others.reduce((a, b) => (less(worth(a), worth(b)) ? b : a), first);
    state.chosen.push(best);
  }
}

const begun = (): SlowState => ({ chosen: [], blocked: new Set(), reserved: new Set() });

/** One unit more for everybody, again and again, as long as the budget can pay and it can help anybody. */
function slowAdding(election: Election, rule: Rule, conditions: Conditions): SlowState {
  const { budget, projects, ballots } = election;
  const costOf = (at: number): bigint => projects[at]?.cost ?? 0n;
  const isWanted = (at: number): boolean =>
    ballots.some(({ scores }) => scores.some(({ project, points }) => project === at && points > 0));
  let best = begun();
  for (let added = 0n; ; added++) {
    const next = begun();
    slowShares(election, rule.satisfaction, conditions, next, added);
    const left = next.chosen.reduce((rest, at) => rest - costOf(at), budget);
    if (left < 0n) return best;
    best = next;
    const open = slowScreen(election, conditions, best).filter(isWanted);
    const isDone = rule.completion === 'add1-exhaustive' ? open.every((at) => costOf(at) > left) : false;
    if (open.length === 0 || isDone) return best;
  }
}

/** An allocation as a patient person would count it. */
export function slowAllocate(election: Election, rule: Rule, conditions: Conditions): readonly number[] {
  const { method, satisfaction, completion } = rule;
  const adds = completion === 'add1' || completion === 'add1-exhaustive';
  const state = adds ? slowAdding(election, rule, conditions) : begun();
  if (method === 'shares' && !adds) slowShares(election, satisfaction, conditions, state);
  if (method === 'greedy' || completion === 'greedy')
    slowGreedy(election, satisfaction, conditions, state, [...election.projects.keys()]);
  if (conditions.isReleased) {
    const kept = [...state.reserved];
    state.reserved.clear();
    const free = { ...conditions, portions: conditions.portions.map(({ least: _, ...portion }) => portion) };
    slowGreedy(election, satisfaction, free, state, kept);
  }
  return state.chosen;
}

const details = fc.record(
  { area: fc.constantFrom('东', '西'), categories: fc.subarray(['路', '灯'], { minLength: 1 }) },
  { requiredKeys: [] },
);
/** Few and small enough to tie, to drain purses and to run into every condition. */
export const arbitraryElection = (
  mostPoints: number,
  budget = fc.bigInt({ min: 1n, max: 60n }),
  cost = fc.bigInt({ min: 1n, max: 30n }),
): fc.Arbitrary<Election> =>
  fc.integer({ min: 1, max: 6 }).chain((count) =>
    fc
      .record({
        budget,
        costs: fc.array(fc.tuple(cost, details), { minLength: count, maxLength: count }),
        ballots: fc.array(
          fc.record({
            voters: fc.integer({ min: 1, max: 4 }),
            points: fc.array(fc.integer({ min: 0, max: mostPoints }), { minLength: count, maxLength: count }),
          }),
          { minLength: 1, maxLength: 7 },
        ),
      })
      .map(({ budget: money, costs, ballots }) => ({
        budget: money,
        projects: costs.map(([own, more], at) => ({
          id: String.fromCodePoint(102 - at),
          cost: own,
          ...more,
        })),
        ballots: ballots.map(({ voters, points }) => ({
          voters,
          scores: points.map((given, project) => ({ project, points: given })),
        })),
        voters: ballots.reduce((sum, { voters }) => sum + voters, 0),
      })),
  );

export const satisfactions = fc.constantFrom<Satisfaction>('cost', 'cardinality');
export const rules: fc.Arbitrary<Rule> = fc.oneof(
  satisfactions.map((satisfaction): Rule => ({ method: 'greedy', satisfaction })),
  satisfactions.map((satisfaction): Rule => ({ method: 'shares', satisfaction })),
  satisfactions.map((satisfaction): Rule => ({ method: 'shares', satisfaction, completion: 'greedy' })),
);
export const addingRules: fc.Arbitrary<Rule> = fc.record({
  method: fc.constant('shares' as const),
  satisfaction: satisfactions,
  completion: fc.constantFrom('add1' as const, 'add1-exhaustive' as const),
});

/** What is kept for two areas together is never above the budget. */
export const conditionsFor = ({ budget, projects }: Election): fc.Arbitrary<Conditions> => {
  const money = fc.bigInt({ min: 0n, max: budget });
  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
  return fc
    .record({
      cap: maybe(fc.bigInt({ min: 1n, max: 30n })),
      roadCap: maybe(fc.bigInt({ min: 1n, max: 30n })),
      mosts: fc.tuple(maybe(money), maybe(money), maybe(money)),
      kept: fc.tuple(money, money),
      exclusions: fc.array(fc.subarray([...projects.keys()], { minLength: Math.min(2, projects.length) }), {
        maxLength: 2,
      }),
      leastVotes: fc.integer({ min: 0, max: 6 }),
      isReleased: fc.boolean(),
    })
    .map(
      ({
        cap,
        roadCap,
        mosts: [road, east, west],
        kept: [one, two],
        exclusions,
        leastVotes,
        isReleased,
      }) => ({
        ...(cap !== undefined && { cap }),
        portions: [
          {
            of: 'category',
            name: '路',
            ...(road !== undefined && { most: road }),
            ...(roadCap !== undefined && { cap: roadCap }),
          },
          { of: 'area', name: '东', least: one / 2n, ...(east !== undefined && { most: east }) },
          { of: 'area', name: '西', least: two / 2n, ...(west !== undefined && { most: west }) },
        ],
        exclusions,
        leastVotes,
        isReleased,
      }),
    );
};

export const idsOf = ({ projects }: Election, chosen: readonly number[]): readonly string[] =>
  chosen.map((at) => projects[at]?.id ?? '');
