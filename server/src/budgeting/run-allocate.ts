import { ok, type Result } from '@liren/core/basics/result.ts';
import { type Allocation, allocate, type Completion } from '@liren/core/budgeting/complete.ts';
import { equalShares } from '@liren/core/budgeting/equal-shares.ts';
import { explain, type ProjectAccount } from '@liren/core/budgeting/explain.ts';
import { greedy } from '@liren/core/budgeting/greedy.ts';
import { showMoney } from '@liren/core/budgeting/money.ts';
import type { PabulibElection } from '@liren/core/budgeting/pabulib.ts';
import { type Election, type Ratio, type Satisfaction, totalCost } from '@liren/core/budgeting/types.ts';
import { readPabulibFile } from './read-pabulib-file.ts';

export interface AllocateOptions {
  readonly rule: 'greedy-cost' | 'greedy-card' | 'mes-cost' | 'mes-card';
  readonly complete?: Completion | undefined;
  readonly json: boolean;
}

/** Counts an election of a file anew; what comes out is JSON, or lines for people. */
export async function runAllocate(file: string, options: AllocateOptions): Promise<Result<string, string>> {
  const read = await readPabulibFile(file);
  if (!read.ok) return read;
  const outcome = count(read.value, options);
  return ok(options.json ? JSON.stringify(bodyOf(read.value, outcome)) : textOf(read.value, outcome));
}

interface Outcome {
  readonly allocation: Allocation;
  readonly accounts: readonly ProjectAccount[];
}

function count({ election, decimals }: PabulibElection, { rule, complete }: AllocateOptions): Outcome {
  const satisfaction: Satisfaction = rule.endsWith('cost') ? 'cost' : 'cardinality';
  const isShares = rule.startsWith('mes');
  const allocation = isShares
    ? allocate(election, satisfaction, complete, 10n ** BigInt(decimals))
    : byPoints(election, satisfaction);
  return { allocation, accounts: explain(election, allocation, !isShares || complete === 'greedy') };
}

const byPoints = (election: Election, satisfaction: Satisfaction): Allocation => ({
  chosen: greedy(election, satisfaction),
  byShares: 0,
  shares: equalShares({ ...election, ballots: [] }, satisfaction, { top: 0n, bottom: 1n }),
  added: 0n,
});

const ratio = ({ top, bottom }: Ratio): string => `${top}/${bottom}`;

function bodyOf({ election, decimals }: PabulibElection, { allocation, accounts }: Outcome) {
  const { projects } = election;
  const idOf = (at: number): string => projects[at]?.id ?? '';
  const money = (amount: bigint): string => showMoney(amount, decimals);
  return {
    selected: allocation.chosen.map(idOf).toSorted((a, b) => (a < b ? -1 : 1)),
    totalCost: money(totalCost(projects, allocation.chosen)),
    budget: money(election.budget),
    voters: election.voters,
    order: allocation.chosen.map(idOf),
    ...(allocation.added > 0n && { addedToEachVoter: String(allocation.added) }),
    ties: { way: 'id', met: allocation.shares.ties },
    /** Amounts in these are of the smallest unit of money. */
    explain: accounts.map(({ project, points, reason }) => ({
      id: idOf(project),
      cost: money(projects[project]?.cost ?? 0n),
      points: String(points),
      ...reason,
      ...('price' in reason && { price: ratio(reason.price) }),
      ...('have' in reason && {
        have: typeof reason.have === 'bigint' ? money(reason.have) : ratio(reason.have),
      }),
    })),
    decimals,
  };
}

function textOf(read: PabulibElection, outcome: Outcome): string {
  const { election, decimals } = read;
  const money = (amount: bigint): string => showMoney(amount, decimals);
  const wordsOf = ({ reason }: ProjectAccount): string => {
    switch (reason.kind) {
      case 'shares':
        return `第 ${reason.round} 轮入选，${reason.paying} 人按同一个价钱付，${reason.drained} 人把剩下的都付了`;
      case 'points':
        return '入选，用剩下的钱';
      case 'nobody':
        return '没有人支持';
      case 'supporters-lack':
        return `支持的人一共还剩 ${money(reason.have.top / reason.have.bottom)}，不够`;
      case 'budget-lacks':
        return `总共还剩 ${money(reason.have)}，不够`;
    }
  };
  const lines = outcome.accounts.map((account) => {
    const { id = '', cost = 0n, name = '' } = election.projects[account.project] ?? {};
    return [id, name, money(cost), `${account.points} 分`, wordsOf(account)].join('\t');
  });
  const spent = money(totalCost(election.projects, outcome.allocation.chosen));
  return [
    ...lines,
    `入选 ${outcome.allocation.chosen.length} 项，共 ${spent}，预算 ${money(election.budget)}，${election.voters} 人投票。`,
  ].join('\n');
}
