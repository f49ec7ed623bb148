import type { Denominator } from '../law/law.ts';
import { findMeasure, type LegResult, shareOf } from './legs.ts';
import type { Leg } from './types.ts';

const units: Readonly<Partial<Record<Denominator, string>>> = {
  households: '户',
  'household-representatives': '户',
  'group-households': '户',
  'ballots-cast': '票',
};
/** 全体 … of which the share is one, as people say it; households need no such word. */
const wholes: Readonly<Partial<Record<Denominator, string>>> = {
  'total-area': '全部专有面积',
  'total-heads': '全体业主',
  'participating-area': '参与表决的面积',
  'participating-heads': '参与表决的业主',
  'interested-owners': '有利害关系的业主',
  'registered-voters': '登记参加选举的',
  adults: '十八周岁以上的',
  'group-adults': '小组里十八周岁以上的',
  'all-representatives': '全体代表',
  'all-members': '全体成员',
  'committee-members': '全体委员',
  'party-members': '全体党员',
  'branch-members': '支部全体委员',
  directors: '全体理事',
  // On a telephone nobody comes anywhere.
  attendees: '参加的',
  'ballots-cast': '投出的',
};

const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');

/** Square metres with the digits behind the point that are needed. @param finest square centimetres: 100 is two digits. */
function squareMetres(area: number, finest: 1 | 100): string {
  const [part, digits] = [(area % 10_000) / finest, finest === 100 ? 2 : 4];
  const written = String(part).padStart(digits, '0').replace(/0+$/, '');
  return `${grouped(Math.floor(area / 10_000))}${written === '' ? '' : `.${written.padEnd(2, '0')}`}`;
}

const isArea = ({ leg }: LegResult): boolean => findMeasure(leg.of)?.by === 'area';
/**
 * An amount as this condition counts. Areas are registered in hundredths of a square metre: what is needed or missing is
 * then told in hundredths as well, rounded up, so that whoever brings what is asked for has enough.
 */
function amount(result: LegResult, n: number, unit = units[result.leg.of] ?? '人'): string {
  const { base, have } = result;
  if (!isArea(result)) return `${grouped(n)} ${unit}`;
  const finest = base % 100 === 0 && have % 100 === 0 ? 100 : 1;
  return `${squareMetres(Math.ceil(n / finest) * finest, finest)} 平方米`;
}

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;
const numeral = (n: bigint): string => numerals[Number(n)] ?? ` ${n} `;

/** 过半数, 三分之二以上 … as the law says it. */
export function shareText(leg: Leg): string {
  const { numerator, denominator } = shareOf(leg);
  const isStrict = leg.op === '>';
  if (numerator * 2n === denominator) return isStrict ? '过半数' : '半数以上';
  if (numerator === denominator) return isStrict ? '超过全部' : '全部';
  const share = `${numeral(denominator)}分之${numeral(numerator)}`;
  return (isStrict ? `超过${share}` : `${share}以上`).trim();
}

const nobody = { whole: '名册上还没有人', present: '还没有人到会', cast: '还没有人投票' } as const;

/**
 * One condition in one sentence: 需要 1,260 户中的 840 户参加，已有 804 户，还差 36 户。
 * @param what 参加 for who takes part, 同意 for who agrees, 联名 for who joins a demand.
 * @param attends conditions of taking part: those who came are what these count, people or homes.
 */
export function legText(
  result: LegResult,
  what: '参加' | '同意' | '联名',
  attends: readonly LegResult[] = [],
): string {
  const { leg, base, needed, have, met } = result;
  const told = (n: number): string => amount(result, n, unitBy(leg, attends));
  if (base === 0) return `${nobody[findMeasure(leg.of)?.base ?? 'whole']}。`;
  const ask = `需要${wholes[leg.of] ?? ''} ${told(base)}中的 ${told(needed)}${what}`;
  if (met) return `${ask}，已有 ${told(have)}，够了。`;
  const has = have === 0 ? `还没有人${what}` : `已有 ${told(have)}`;
  return `${ask}，${has}，还差 ${told(needed - have)}。`;
}

const unitBy = ({ of }: Leg, attends: readonly LegResult[]): string | undefined =>
  of === 'attendees' ? unitOf(attends) : undefined;
/** So many, as the roll of these conditions is counted. */
export const headsText = (heads: number, attends: readonly LegResult[]): string =>
  `${grouped(heads)} ${unitOf(attends)}`;
/** The condition that counts heads tells what they are: 人, 户, 票. */
const unitOf = (results: readonly LegResult[]): string => {
  const heads = results.find((result) => !isArea(result));
  return heads === undefined ? '人' : (units[heads.leg.of] ?? '人');
};
/** Whether these conditions count homes: one person there is one home. */
export const countsHomes = (attends: readonly LegResult[]): boolean => unitOf(attends) === '户';
/** 1 户回避，不计入应到 */
export const asideText = (aside: number, attends: readonly LegResult[]): string =>
  `${headsText(aside, attends)}回避，不计入应到`;
/**
 * 应到 12 人，实到 8 人，够了。 The conditions of a meeting in one line, for whoever looks up at the wall.
 * @param attends as far as they are met by those present; none at all asks for nobody.
 */
export function presentText(due: number, present: number, attends: readonly LegResult[]): string {
  const counted = `应到 ${headsText(due, attends)}，实到 ${headsText(present, attends)}`;
  const lacking = attends.filter(({ met }) => !met).map((each) => amount(each, each.needed - each.have));
  if (lacking.length > 0) return `${counted}，还差 ${lacking.join('、')}。`;
  return attends.length === 0 ? `${counted}。` : `${counted}，够了。`;
}

/**
 * What a rule asks before anything has happened: 全体业主 1,260 人中须有 840 人参加.
 * @param attends as of `legText`
 */
export function askText(
  result: LegResult,
  what: '到会' | '参加' | '同意',
  attends: readonly LegResult[] = [],
): string {
  const told = (n: number): string => amount(result, n, unitBy(result.leg, attends));
  return `${wholes[result.leg.of] ?? '全体'} ${told(result.base)}中须有 ${told(result.needed)}${what}`;
}

/** Of what a condition is a share, as the law calls it. */
const subjects: Readonly<Partial<Record<Denominator, string>>> = {
  'total-area': '全部专有面积',
  'total-heads': '业主总人数',
  'participating-area': '参与表决的面积',
  'participating-heads': '参与表决的人数',
  'registered-voters': '登记的选民',
  'ballots-cast': '投出的票',
  adults: '十八周岁以上的人',
  households: '全部住户',
  'household-representatives': '全部户代表',
  'all-representatives': '全体代表',
  attendees: '到会人员',
  'committee-members': '两委全体成员',
  'all-members': '全体成员',
  'party-members': '全体党员',
  'branch-members': '支部全体委员',
  directors: '全体理事',
  'group-adults': '本组十八周岁以上的人',
  'group-households': '本组各户',
  'interested-owners': '有利害关系的业主',
};
/** The rule itself, before anybody has voted: 全部专有面积三分之二以上、业主总人数三分之二以上参加，两项分别算。 */
export function ruleText(legs: readonly Leg[], what: '参加' | '到会' | '同意' | '当选' | '联名'): string {
  const conditions = legs.map((leg) => `${subjects[leg.of] ?? leg.of}${shareText(leg)}`).join('、');
  return legs.length > 1
    ? `${conditions}${what}，${legs.length === 2 ? '两' : numeral(BigInt(legs.length))}项分别算`
    : `${conditions}${what}`;
}
