import type { Explanation, GroupPortion } from '@liren/core/opinion/explain.ts';
import type { Side } from '@liren/core/opinion/statistics.ts';

const stems = '甲乙丙丁戊己庚辛壬癸';
/** 甲组, 乙组, … */
export const groupName = (group: number): string => `${stems[group] ?? `第 ${group + 1} `}组`;
export const sideNames: Readonly<Record<Side, string>> = { agree: '同意', disagree: '反对' };

const told = (side: Side, portions: readonly GroupPortion[]): string =>
  portions
    .map(({ group, count, answers }) => `${groupName(group)} ${answers} 人里 ${count} 人${sideNames[side]}`)
    .join('，');

/** One sentence for a resident. */
export function sentenceOf(one: Explanation): string {
  switch (one.kind) {
    case 'out':
      return '主持人撤下了这一条，只留票数。';
    case 'few':
      return `答的人还少，只有 ${one.answers} 人。`;
    case 'unites':
      return `各组都多数${sideNames[one.side]}：${told(one.side, one.groups)}。`;
    case 'divides':
      return `有分歧：${told('agree', one.agree)}；${told('disagree', one.disagree)}。`;
    case 'represents': {
      const { side, group, others } = one;
      return `${groupName(group.group)}的看法：${group.answers} 人里 ${group.count} 人${sideNames[side]}，其余 ${others.answers} 人里 ${others.count} 人${sideNames[side]}。`;
    }
    case 'most':
      return `总的来说多数${sideNames[one.side]}，${one.all.answers} 人里 ${one.all.count} 人，但不是每组都这样。`;
    case 'open':
      return `看法不一：${one.answers} 人里 ${one.agree} 人同意，${one.disagree} 人反对。`;
  }
}
