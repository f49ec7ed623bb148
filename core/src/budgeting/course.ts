import type { Block, Conditions, Portion } from './conditions.ts';
import { type Electorate, valueAt } from './electorate.ts';
import type { Election, Ratio } from './types.ts';

/** One purchase: who supports the project pays in proportion to what it is worth to them, as far as their money goes. */
export interface Round {
  readonly project: number;
  /** Money for each unit of satisfaction, the same for all who pay it whole: what the rule makes as small as it can. */
  readonly price: Ratio;
  /** Voters who pay that price, and what they give together. */
  readonly paying: number;
  readonly paid: Ratio;
  /** Voters who give all that they have left, and what that is together. */
  readonly drained: number;
  readonly given: Ratio;
}

/** What became of a project and why, so that anyone can count it again. */
export type Fate =
  /** Bought by its supporters; `place` counts from 1. */
  | { readonly kind: 'shares'; readonly place: number; readonly round: Round }
  /** By its points, while this money was left. */
  | { readonly kind: 'points'; readonly place: number; readonly left: bigint }
  | { readonly kind: 'nobody' }
  /** A condition stood against it once this many were chosen. */
  | { readonly kind: 'blocked'; readonly after: number; readonly block: Block }
  /** Its supporters together have less than it costs. */
  | { readonly kind: 'supporters-lack'; readonly have: Ratio }
  /** When its turn came by points, less was left than it costs. */
  | { readonly kind: 'budget-lacks'; readonly after: number; readonly have: bigint };

/** An allocation under way: what is chosen and spent, and what is decided of every project. */
export class Course {
  readonly election: Election;
  readonly chosen: number[] = [];
  readonly fates: (Fate | undefined)[];
  /** Below 0 where voters were given more than the budget has. */
  left: bigint;
  private readonly conditions: Conditions;
  private readonly portionsOf: readonly (readonly Portion[])[];
  private readonly rivalsOf: readonly ReadonlySet<number>[];
  private readonly spent = new Map<Portion, bigint>();
  private keepsReserves = true;

  constructor(election: Election, conditions: Conditions, electorate: Electorate) {
    this.election = election;
    this.conditions = conditions;
    this.left = election.budget;
    const { projects } = election;
    this.portionsOf = projects.map(({ area, categories = [] }) =>
      conditions.portions.filter(({ of, name }) =>
        of === 'area' ? area === name : categories.includes(name),
      ),
    );
    this.rivalsOf = projects.map(
      (_, at) => new Set(conditions.exclusions.filter((all) => all.includes(at)).flat()),
    );
    this.fates = projects.map((_, at) => this.first(at, votesFor(electorate, at)));
    this.screen();
  }

  /** What is known before anything is chosen. */
  private first(project: number, votes: number): Fate | undefined {
    const { leastVotes } = this.conditions;
    const cap = this.capOf(project);
    if (votes === 0) return { kind: 'nobody' };
    if (votes < leastVotes)
      return { kind: 'blocked', after: 0, block: { kind: 'support', votes, least: leastVotes } };
    if (cap !== undefined && this.costOf(project) > cap)
      return { kind: 'blocked', after: 0, block: { kind: 'cap', most: cap } };
    return undefined;
  }

  /** What it may cost at most, by its own categories too. */
  private capOf(project: number): bigint | undefined {
    const caps = [this.conditions, ...(this.portionsOf[project] ?? [])].flatMap(({ cap }) => cap ?? []);
    return caps.reduce<bigint | undefined>(
      (least, each) => (least === undefined || each < least ? each : least),
      undefined,
    );
  }

  costOf(project: number): bigint {
    return this.election.projects[project]?.cost ?? 0n;
  }
  /** Projects of which nothing is decided yet. */
  undecided(): readonly number[] {
    return [...this.fates.keys()].filter((project) => this.fates[project] === undefined);
  }

  choose(project: number, fate: Fate): void {
    const cost = this.costOf(project);
    this.fates[project] = fate;
    this.chosen.push(project);
    this.left -= cost;
    for (const portion of this.portionsOf[project] ?? [])
      this.spent.set(portion, this.spentOn(portion) + cost);
    this.screen();
  }

  /** Whatever a condition stands against by now is decided. */
  private screen(): void {
    if (this.conditions.portions.length === 0 && this.conditions.exclusions.length === 0) return;
    for (const project of this.undecided()) {
      const block = this.blockOf(project);
      if (block !== undefined) this.fates[project] = { kind: 'blocked', after: this.chosen.length, block };
    }
  }
  private blockOf(project: number): Block | undefined {
    const rivals = this.rivalsOf[project] ?? new Set();
    const by = rivals.size === 0 ? undefined : this.chosen.find((each) => rivals.has(each));
    if (by !== undefined) return { kind: 'excluded', by };
    for (const portion of this.portionsOf[project] ?? []) {
      const spent = this.spentOn(portion);
      const lacks = spent + this.costOf(project) - (portion.most ?? spent + this.costOf(project));
      if (lacks > 0n) return { kind: 'portion', portion, spent, lacks };
    }
    return this.reserveBlock(project);
  }
  private reserveBlock(project: number): Block | undefined {
    const kept = this.keptFromOthers(project);
    if (kept === 0n) return undefined;
    const have = this.left > kept ? this.left - kept : 0n;
    const lacks = this.costOf(project) - have;
    return lacks > 0n ? { kind: 'reserved', have, lacks } : undefined;
  }
  /** Money that areas other than the project's have kept for them and not had yet. */
  private keptFromOthers(project: number): bigint {
    if (!this.keepsReserves) return 0n;
    let kept = 0n;
    for (const portion of this.conditions.portions) {
      const rest = (portion.least ?? 0n) - this.spentOn(portion);
      if (rest > 0n && !this.portionsOf[project]?.includes(portion)) kept += rest;
    }
    return kept;
  }
  private spentOn(portion: Portion): bigint {
    return this.spent.get(portion) ?? 0n;
  }

  /** Nothing is kept for areas any more: whoever only that stood against is undecided again. */
  releaseReserves(): void {
    this.keepsReserves = false;
    for (const [project, fate] of this.fates.entries())
      if (fate?.kind === 'blocked' && fate.block.kind === 'reserved') this.fates[project] = undefined;
    this.screen();
  }
}

function votesFor({ start, group, voters }: Electorate, project: number): number {
  let votes = 0;
  for (let slot = valueAt(start, project); slot < valueAt(start, project + 1); slot++)
    votes += valueAt(voters, valueAt(group, slot));
  return votes;
}
