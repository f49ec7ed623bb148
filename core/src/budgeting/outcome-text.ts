import type { Outcome } from './allocate.ts';
import type { Block } from './conditions.ts';
import type { Fate } from './course.ts';
import type { VoterAccount } from './explain-voter.ts';
import { pointsOf } from './greedy.ts';
import { showMoney } from './money.ts';
import { type Ratio, totalCost } from './types.ts';

type Show = (amount: bigint) => string;
/** Whole units; what is left of a unit is not told. */
const whole = ({ top, bottom }: Ratio): bigint => top / bottom;

export function outcomeText(outcome: Outcome, decimals: number): string {
  const { election, chosen, fates, ties, left } = outcome;
  const money: Show = (amount) => showMoney(amount, decimals);
  const points = pointsOf(election);
  const lines = fates.map((fate, at) => {
    const { id = '', cost = 0n, name = '' } = election.projects[at] ?? {};
    return [id, name, money(cost), `${points[at] ?? 0n} 分`, fateWords(outcome, fate, cost, money)].join(
      '\t',
    );
  });
  const spent = money(totalCost(election.projects, chosen));
  return [
    ...lines,
    `入选 ${chosen.length} 项，共 ${spent}，预算 ${money(election.budget)}，剩 ${money(left)}，${election.voters} 人投票。`,
    `并列时编号小的在前，遇到 ${ties.met} 次。`,
  ].join('\n');
}

function fateWords(outcome: Outcome, fate: Fate, cost: bigint, money: Show): string {
  switch (fate.kind) {
    case 'shares': {
      const { paying, paid, drained } = fate.round;
      const rest = money(cost - whole(paid));
      const others = drained === 0 ? '' : `，${drained} 人把剩下的都付了，共 ${rest}`;
      return `第 ${fate.place} 个入选，${paying} 人按同一个价钱付，共 ${money(whole(paid))}${others}`;
    }
    case 'points':
      return `第 ${fate.place} 个入选，按得票，当时还有 ${money(fate.left)}`;
    case 'nobody':
      return '没有人支持';
    case 'blocked':
      return blockWords(outcome, fate.block, cost, money);
    case 'supporters-lack':
      return `支持的人一共还剩 ${money(whole(fate.have))}，差 ${money(cost - whole(fate.have))}`;
    case 'budget-lacks':
      return `轮到时总共还剩 ${money(fate.have)}，差 ${money(cost - fate.have)}`;
  }
}

function blockWords({ election }: Outcome, block: Block, cost: bigint, money: Show): string {
  switch (block.kind) {
    case 'cap':
      return `一个项目最多 ${money(block.most)}，超了 ${money(cost - block.most)}`;
    case 'support':
      return `支持的只有 ${block.votes} 人，至少要 ${block.least} 人`;
    case 'excluded':
      return `和已经入选的 ${election.projects[block.by]?.id ?? ''} 只能选一个`;
    case 'portion':
      return `“${block.portion.name}”最多 ${money(block.portion.most ?? 0n)}，已经用了 ${money(block.spent)}，会超 ${money(block.lacks)}`;
    case 'reserved':
      return `除去给别的片区预留的，只剩 ${money(block.have)}，差 ${money(block.lacks)}`;
  }
}

export function voterText({ election }: Outcome, account: VoterAccount, decimals: number): string {
  const money: Show = (amount) => showMoney(amount, decimals);
  const lines = account.projects.map(({ project, points, isChosen, carried }) => {
    const { id = '', name = '' } = election.projects[project] ?? {};
    return [
      id,
      name,
      `${points} 分`,
      isChosen ? `入选，这一票带去 ${money(whole(carried))}` : '没有入选',
    ].join('\t');
  });
  const { carried, part, share, left } = account;
  const chosen = account.projects.filter(({ isChosen }) => isChosen).length;
  const own =
    share === undefined || left === undefined
      ? ''
      : `每人 ${money(whole(share))}，还剩 ${money(whole(left))}。`;
  return [
    ...lines,
    `支持的 ${account.projects.length} 项里有 ${chosen} 项入选。这一票一共带去 ${money(whole(carried))}，占花出去的 ${percent(part)}。${own}`,
  ].join('\n');
}

const percent = ({ top, bottom }: Ratio): string => `${showMoney((top * 1_000_000n) / bottom, 4)}%`;
