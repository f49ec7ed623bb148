import { headsText, legText, ruleText } from '../voting/explain.ts';
import { consentOf, findMeasure, type LegResult } from '../voting/legs.ts';
import type { RollSum } from '../voting/roll.ts';
import { type Channel, type Leg, nothing } from '../voting/types.ts';
import type { VoteOnRecord } from './on-record.ts';
import type { OfficialDocument, PaperEvent, PaperSource } from './types.ts';
import {
  basesIn,
  dayOn,
  legsIn,
  lines,
  momentOn,
  note,
  numbered,
  organIn,
  rollIn,
  saidIn,
  untilOn,
} from './words.ts';

const howTo: Readonly<Record<Channel, string>> = {
  online: '手机上签',
  desk: '到社区签',
  paper: '填纸质签名单',
  proxy: '书面委托别人代签',
};

const titleOf = ({ title }: PaperSource, { announced }: VoteOnRecord): string =>
  saidIn(announced, 'title') || title;

/** What the demand asks of this roll. */
const askedOf = (passes: readonly Leg[], roll: RollSum): readonly LegResult[] =>
  consentOf(passes, { whole: roll, present: nothing, cast: nothing }, nothing);

/** 3 人签名（十八周岁以上的人十分之一以上联名），就够了。 */
function enough(asked: readonly LegResult[]): string {
  const told = (result: LegResult): string => {
    const rule = ruleText([result.leg], '联名');
    const ofArea = findMeasure(result.leg.of)?.by === 'area';
    return ofArea ? rule : `${headsText(result.needed, [result])}签名（${rule}）`;
  };
  return `${asked.map(told).join('，并且')}，就够了。`;
}

/** 联名通知: what is demanded, who may sign, until when, how, and how many names it takes. */
export function demandNotice(source: PaperSource, demand: VoteOnRecord): OfficialDocument {
  const { config, announced, rollFrozen } = demand;
  const roll = rollFrozen === undefined ? undefined : rollIn(rollFrozen);
  const title = titleOf(source, demand);
  const [opens, closes] = [Number(announced.data['opensAt']), Number(announced.data['closesAt'])];
  const ways = config.channels.map((channel) => howTo[channel]).join('、');
  const asked = roll === undefined ? [] : askedOf(config.passes ?? [], roll);
  const who = roll === undefined ? '' : `${config.roll.title}，名册上 ${headsText(roll.entries, asked)}。`;
  return {
    kind: 'notice',
    title: `关于“${title}”的联名通知`,
    number: source.number,
    blocks: [
      { kind: 'addressed', text: `各位${config.roll.title}：` },
      ...numbered([
        { title: '要求什么', blocks: lines(`${title}\n${saidIn(announced, 'text')}`) },
        { title: '什么时候签', blocks: lines(`${momentOn(opens)}至${untilOn(closes)}。`) },
        { title: '谁可以签', blocks: lines(who) },
        { title: '怎么签', blocks: lines(`${ways}。组织联名的人看得到谁签了名。`) },
        { title: '多少人签名才够', blocks: asked.length === 0 ? [] : lines(enough(asked)) },
      ]),
    ],
    signed: { by: organIn(announced, source.community), on: dayOn(announced.at) },
  };
}

/** 联名结果公告: how many signed of how many, and whether that is enough. */
export function demandResult(
  source: PaperSource,
  demand: VoteOnRecord,
  counted: PaperEvent,
): OfficialDocument {
  const { config, announced } = demand;
  const title = titleOf(source, demand);
  const opens = Number(announced.data['opensAt']);
  // With names enough it is counted before the box closes.
  const until = Math.min(Number(announced.data['closesAt']), counted.at);
  const [bases, consent, { digest }] = [basesIn(counted), legsIn(counted, 'consent'), counted.data];
  const signed =
    bases === undefined
      ? ''
      : `名册上 ${headsText(bases.whole.heads, consent)}，签名 ${headsText(bases.cast.heads, consent)}。`;
  return {
    kind: 'result',
    title: `关于“${title}”的联名结果公告`,
    number: source.number,
    blocks: [
      ...lines(
        `${momentOn(opens)}至${untilOn(until)}，${source.community}${config.roll.title}就“${title}”联名。${signed}`,
      ),
      ...numbered([
        { title: '人数和条件', blocks: consent.flatMap((leg) => lines(legText(leg, '联名'))) },
        { title: '结果', blocks: lines(counted.data['outcome'] === 'passed' ? '联名够了。' : '联名不够。') },
      ]),
      ...(typeof digest === 'string' ? [note(`签名清单的校验值：${digest}`)] : []),
    ],
    signed: { by: organIn(counted, source.community), on: dayOn(counted.at) },
  };
}
