import { type Conditions, noConditions } from './conditions.ts';
import { Course, type Fate } from './course.ts';
import { type Electorate, electorateOf } from './electorate.ts';
import { equalShares, type Shares } from './equal-shares.ts';
import { greedy } from './greedy.ts';
import type { Election, Ratio, Satisfaction } from './types.ts';

/**
 * How money that equal shares leave is used. `greedy`: by points. `add1`: every voter gets one unit of money more, again
 * and again, and the last outcome that the budget can pay counts. `add1-exhaustive`: likewise, but the first outcome that
 * leaves nothing affordable ends it.
 */
export const completions = ['greedy', 'add1', 'add1-exhaustive'] as const;
export type Completion = (typeof completions)[number];

export interface Rule {
  readonly method: 'greedy' | 'shares';
  readonly satisfaction: Satisfaction;
  /** Only of shares. */
  readonly completion?: Completion;
  /** One unit of money, in the election's smallest: what is added to each voter's share. */
  readonly unit?: bigint;
}

export interface Outcome {
  readonly election: Election;
  readonly satisfaction: Satisfaction;
  /** Indices in the order in which they were chosen. */
  readonly chosen: readonly number[];
  /** What became of each project, and why. */
  readonly fates: readonly Fate[];
  /** Undefined where the rule gives voters no money of their own. */
  readonly shares?: Shares;
  /** Units of money that each voter got beyond the share. */
  readonly added: bigint;
  /** Of the budget. */
  readonly left: bigint;
  /** The smaller id comes first, as text; how often that decided. */
  readonly ties: { readonly way: 'id'; readonly met: number };
}

/** Chooses projects under a budget and conditions. Neither the order of projects nor that of ballots says anything. */
export function allocate(election: Election, rule: Rule, conditions: Conditions = noConditions): Outcome {
  const electorate = electorateOf(election);
  const start = (): Course => new Course(election, conditions, electorate);
  const { course, shares, added }: Attempt =
    rule.method === 'greedy' ? { course: start(), added: 0n } : buyShares(rule, start, electorate);
  let met = shares?.ties ?? 0;
  if (rule.method === 'greedy' || rule.completion === 'greedy') met += greedy(course, rule.satisfaction);
  for (const project of course.undecided())
    course.fates[project] = { kind: 'supporters-lack', have: shares?.left(project) ?? nothing };
  if (conditions.isReleased) {
    course.releaseReserves();
    met += greedy(course, rule.satisfaction);
  }
  return {
    election,
    satisfaction: rule.satisfaction,
    chosen: course.chosen,
    fates: course.fates.flatMap((fate) => fate ?? []),
    ...(shares !== undefined && { shares }),
    added,
    left: course.left,
    ties: { way: 'id', met },
  };
}

interface Attempt {
  readonly course: Course;
  readonly shares?: Shares;
  readonly added: bigint;
}

const nothing: Ratio = { top: 0n, bottom: 1n };

function buyShares(rule: Rule, start: () => Course, electorate: Electorate): Attempt {
  const { satisfaction, completion, unit = 1n } = rule;
  const withAdded = (added: bigint): Attempt => {
    const course = start();
    const { election } = course;
    const top = election.budget + added * unit * BigInt(election.voters);
    const share = { top, bottom: BigInt(election.voters) };
    return { course, shares: equalShares(course, satisfaction, share, electorate), added };
  };
  let best = withAdded(0n);
  if (completion !== 'add1' && completion !== 'add1-exhaustive') return best;
  for (let added = 1n; ; added++) {
    const { course } = best;
    const open = course.undecided();
    // All are chosen, or a condition stands against them: more money changes nothing for anybody.
    if (open.length === 0) return best;
    const isExhausted = open.every((project) => course.costOf(project) > course.left);
    if (completion === 'add1-exhaustive' && isExhausted) return best;
    const next = withAdded(added);
    if (next.course.left < 0n) return best;
    best = next;
  }
}
