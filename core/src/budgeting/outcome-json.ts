import type { Outcome } from './allocate.ts';
import type { Block } from './conditions.ts';
import type { Fate } from './course.ts';
import type { VoterAccount } from './explain-voter.ts';
import { pointsOf } from './greedy.ts';
import { showMoney } from './money.ts';
import { compareIds, inLowestTerms, type Ratio, totalCost } from './types.ts';

function ratio(exact: Ratio): string {
  const { top, bottom } = inLowestTerms(exact);
  return `${top}/${bottom}`;
}
const idIn = ({ election }: Outcome, at: number): string => election.projects[at]?.id ?? '';

/** What a program reads. Fractions are exact and of the smallest unit of money; all else is money as the file writes it. */
export function outcomeJson(outcome: Outcome, decimals: number) {
  const { election, chosen, fates, added, left, ties } = outcome;
  const money = (amount: bigint): string => showMoney(amount, decimals);
  const order = chosen.map((at) => idIn(outcome, at));
  const points = pointsOf(election);
  return {
    selected: order.toSorted(compareIds),
    totalCost: money(totalCost(election.projects, chosen)),
    budget: money(election.budget),
    left: money(left),
    voters: election.voters,
    order,
    ...(added > 0n && { addedToEachVoter: String(added) }),
    ties,
    explain: fates.map((fate, at) => ({
      id: idIn(outcome, at),
      cost: money(election.projects[at]?.cost ?? 0n),
      points: String(points[at] ?? 0n),
      ...fateJson(outcome, fate, money),
    })),
    decimals,
  };
}

function fateJson(outcome: Outcome, fate: Fate, money: (amount: bigint) => string) {
  switch (fate.kind) {
    case 'shares': {
      const { price, paying, paid, drained, given } = fate.round;
      return {
        kind: fate.kind,
        round: fate.place,
        price: ratio(price),
        paying,
        paid: ratio(paid),
        drained,
        given: ratio(given),
      };
    }
    case 'points':
      return { ...fate, left: money(fate.left) };
    case 'nobody':
      return fate;
    case 'blocked':
      return { kind: fate.kind, after: fate.after, by: blockJson(outcome, fate.block, money) };
    case 'supporters-lack':
      return { kind: fate.kind, have: ratio(fate.have) };
    case 'budget-lacks':
      return { ...fate, have: money(fate.have) };
  }
}

function blockJson(outcome: Outcome, block: Block, money: (amount: bigint) => string) {
  switch (block.kind) {
    case 'cap':
      return { condition: 'cap', most: money(block.most) };
    case 'support':
      return { condition: 'support', votes: block.votes, least: block.least };
    case 'excluded':
      return { condition: 'exclusions', chosen: idIn(outcome, block.by) };
    case 'portion': {
      const { of, name, most = 0n } = block.portion;
      const amounts = { most: money(most), spent: money(block.spent), lacks: money(block.lacks) };
      return { condition: of === 'area' ? 'areas' : 'categories', name, ...amounts };
    }
    case 'reserved':
      return { condition: 'areas', kept: 'others', have: money(block.have), lacks: money(block.lacks) };
  }
}

export const voterJson = (outcome: Outcome, account: VoterAccount, voter: string) => ({
  voter,
  projects: account.projects.map(({ project, points, isChosen, carried }) => ({
    id: idIn(outcome, project),
    points,
    isChosen,
    carried: ratio(carried),
  })),
  carried: ratio(account.carried),
  partOfAllSpent: ratio(account.part),
  ...(account.share !== undefined && { share: ratio(account.share) }),
  ...(account.left !== undefined && { left: ratio(account.left) }),
});
