import type { Denominator } from '../law/law.ts';
import { findMeasure, type LegResult, shareOf } from './legs.ts';
import type { Leg } from './types.ts';

const units: Readonly<Partial<Record<Denominator, string>>> = {
  households: '户',
  'household-representatives': '户',
  'group-households': '户',
  'ballots-cast': '票',
};
/** 全体 … of which the share is one, as people say it. */
const wholes: Readonly<Partial<Record<Denominator, string>>> = {
  'total-area': '全部专有面积',
  'total-heads': '全体业主',
  'participating-area': '参与表决的面积',
  'participating-heads': '参与表决的业主',
  attendees: '到会的',
  'ballots-cast': '投出的',
};

const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
/** Square metres with what is needed of the two digits behind the point; rounded only here, never in the count. */
function squareMetres(area: number): string {
  const hundredths = Math.round(area / 100);
  const part = String(hundredths % 100).padStart(2, '0');
  return `${grouped(Math.floor(hundredths / 100))}${part === '00' ? '' : `.${part}`}`;
}

const isArea = ({ leg }: LegResult): boolean => findMeasure(leg.of)?.by === 'area';
const amount = (result: LegResult, n: number): string =>
  isArea(result) ? `${squareMetres(n)} 平方米` : `${grouped(n)} ${units[result.leg.of] ?? '人'}`;

/** 过半数, 三分之二以上 … as the law says it. */
export function shareText(leg: Leg): string {
  const { numerator, denominator } = shareOf(leg);
  if (leg.op === '>')
    return numerator * 2n === denominator ? '过半数' : `超过 ${denominator} 分之 ${numerator}`;
  return numerator === denominator ? '全部' : `${denominator} 分之 ${numerator} 以上`;
}

/**
 * One condition in one sentence: 需要 1,260 户中的 840 户参加，已有 804 户，还差 36 户。
 * @param what 参加 for who takes part, 同意 for who agrees.
 */
export function legText(result: LegResult, what: '参加' | '同意'): string {
  const { leg, base, needed, have, met } = result;
  const whole = wholes[leg.of] ?? '';
  const has = have === 0 && !met ? '还没有' : `已有 ${amount(result, have)}`;
  const ask = `需要${whole} ${amount(result, base)}中的 ${amount(result, needed)}${what}`;
  return `${ask}，${has}，${met ? '够了' : `还差 ${amount(result, needed - have)}`}。`;
}

/** The condition that counts heads tells what they are: 人, 户, 票. */
const unitOf = (results: readonly LegResult[]): string => {
  const heads = results.find((result) => !isArea(result));
  return heads === undefined ? '人' : (units[heads.leg.of] ?? '人');
};
/**
 * 应到 12 人，实到 8 人，够了。 The conditions of a meeting in one line, for whoever looks up at the wall.
 * @param attends as far as they are met by those present; none at all asks for nobody.
 */
export function presentText(due: number, present: number, attends: readonly LegResult[]): string {
  const unit = unitOf(attends);
  const counted = `应到 ${grouped(due)} ${unit}，实到 ${grouped(present)} ${unit}`;
  const lacking = attends.filter(({ met }) => !met).map((each) => amount(each, each.needed - each.have));
  if (lacking.length > 0) return `${counted}，还差 ${lacking.join('、')}。`;
  return attends.length === 0 ? `${counted}。` : `${counted}，够了。`;
}

/** What a rule asks before anything has happened: 全体业主 1,260 人中须有 840 人参加. */
export const askText = (result: LegResult, what: '到会' | '参加' | '同意'): string =>
  `${wholes[result.leg.of] ?? '全体'} ${amount(result, result.base)}中须有 ${amount(result, result.needed)}${what}`;
/** The same where nobody knows yet of how many: 到会的过半数同意. */
export const shareAskText = (result: LegResult): string =>
  `${wholes[result.leg.of] ?? '全体'}${shareText(result.leg)}同意`;
