import { err, ok, type Result } from '../basics/result.ts';
import type { Completion, Rule } from './allocate.ts';
import type { BallotForm, BallotKind, Bounds } from './ballots.ts';
import type { Conditions, Portion } from './conditions.ts';
import { decimalsOf, findMoney } from './money.ts';
import type { Election } from './types.ts';

export const ruleNames = ['greedy-cost', 'greedy-card', 'mes-cost', 'mes-card'] as const;
export type RuleName = (typeof ruleNames)[number];
/** Money as people write it, 1200 or '1200.50'; or a part of the budget, '30%'. */
export type Amount = number | string;

/** How votes become an allocation, as data that a charter holds. */
export interface AllocationConfig {
  readonly rule: RuleName;
  readonly complete?: Completion;
  /** 并列时: the smaller id. */
  readonly ties?: 'id';
  readonly ballot?: BallotConfig;
  readonly conditions?: ConditionsConfig;
}
export interface BallotConfig {
  readonly kind: BallotKind;
  readonly projects?: Bounds;
  readonly points?: Bounds;
  readonly sum?: Bounds;
  readonly cost?: Bounds<Amount>;
}
export interface ConditionsConfig {
  /** What one project may cost at most. */
  readonly cap?: Amount;
  /** What all projects of a category may cost together, and one of them alone. */
  readonly categories?: Readonly<Record<string, { readonly most?: Amount; readonly cap?: Amount }>>;
  readonly areas?: Readonly<Record<string, Bounds<Amount>>>;
  /** What becomes of money that areas were to have at least and found no use for; kept if nothing is said. */
  readonly unused?: 'keep' | 'release';
  /** Ids of projects of which one at most can be chosen. */
  readonly exclusions?: readonly (readonly string[])[];
  /** Voters who must support a project: so many, and such a part of all ballots. */
  readonly support?: { readonly votes?: number; readonly share?: string };
}

/** @param decimals of the election's money. */
export function ruleOf({ rule, complete }: AllocationConfig, decimals: number): Rule {
  return {
    method: rule.startsWith('mes') ? 'shares' : 'greedy',
    satisfaction: rule.endsWith('cost') ? 'cost' : 'cardinality',
    ...(complete !== undefined && { completion: complete }),
    unit: 10n ** BigInt(decimals),
  };
}

export function formOf({ cost, ...ballot }: BallotConfig, budget: bigint, decimals: number): BallotForm {
  const bounds = boundsOf(cost ?? {}, budget, decimals);
  return { ...ballot, ...(cost !== undefined && { cost: bounds }) };
}

/** The conditions of this election; or which of them speak of something that it does not have. */
export function conditionsOf(
  { cap, categories = {}, areas = {}, unused, exclusions = [], support }: ConditionsConfig,
  election: Election,
  decimals: number,
): Result<Conditions, string> {
  const { budget, projects, voters } = election;
  const portions: readonly Portion[] = [
    ...Object.entries(categories).map(([name, bounds]) => ({ of: 'category' as const, name, bounds })),
    ...Object.entries(areas).map(([name, bounds]) => ({ of: 'area' as const, name, bounds })),
  ].map(({ of, name, bounds: { cap: own, ...bounds } }: Written) => ({
    of,
    name,
    ...boundsOf(bounds, budget, decimals),
    ...(own !== undefined && { cap: amountOf(own, budget, decimals, 'most') }),
  }));
  const reserved = portions.reduce((sum, { least = 0n }) => sum + least, 0n);
  if (reserved > budget) return err('给各片区预留的钱加起来超过预算。');
  const crossed = portions.find(({ least = 0n, most = budget }) => least > most);
  if (crossed !== undefined) return err(`“${crossed.name}”至少要有的钱（least）比最多能有的（most）多。`);
  const strange = portions.find((portion) => !projects.some((project) => isIn(project, portion)));
  if (strange !== undefined)
    return err(`没有${strange.of === 'area' ? '片区' : '类别'}是“${strange.name}”的项目。`);
  const indexOf = new Map(projects.map(({ id }, at) => [id, at]));
  const unknown = exclusions.flat().find((id) => !indexOf.has(id));
  if (unknown !== undefined) return err(`互相排斥的项目里，没有编号是“${unknown}”的项目。`);
  return ok({
    ...(cap !== undefined && { cap: amountOf(cap, budget, decimals, 'most') }),
    portions,
    exclusions: exclusions.map((ids) => ids.flatMap((id) => indexOf.get(id) ?? [])),
    leastVotes: Math.max(
      support?.votes ?? 0,
      Number(amountOf(support?.share ?? '0%', BigInt(voters), 0, 'least')),
    ),
    isReleased: unused === 'release',
  });
}

interface Written extends Pick<Portion, 'of' | 'name'> {
  readonly bounds: Bounds<Amount> & { readonly cap?: Amount };
}

const isIn = ({ area, categories = [] }: Election['projects'][number], { of, name }: Portion): boolean =>
  of === 'area' ? area === name : categories.includes(name);

const boundsOf = ({ least, most }: Bounds<Amount>, budget: bigint, decimals: number): Bounds<bigint> => ({
  ...(least !== undefined && { least: amountOf(least, budget, decimals, 'least') }),
  ...(most !== undefined && { most: amountOf(most, budget, decimals, 'most') }),
});

/**
 * In the smallest unit. What is finer than that is rounded so that it says the same of whole units: no more than 3.5 is no
 * more than 3, no less than 3.5 is no less than 4.
 */
function amountOf(amount: Amount, whole: bigint, decimals: number, side: keyof Bounds): bigint {
  const text = String(amount);
  const isPart = text.endsWith('%');
  const digits = isPart ? text.slice(0, -1) : text;
  const finest = decimalsOf(digits);
  const top = (findMoney(digits, finest) ?? 0n) * (isPart ? whole : 10n ** BigInt(decimals));
  const bottom = 10n ** BigInt(finest) * (isPart ? 100n : 1n);
  return side === 'most' ? top / bottom : (top + bottom - 1n) / bottom;
}
