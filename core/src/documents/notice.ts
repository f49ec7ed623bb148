import { askText, headsText, ruleText } from '../voting/explain.ts';
import type { Option } from '../voting/facts.ts';
import { consentOf, findMeasure, turnoutOf } from '../voting/legs.ts';
import type { RollSum } from '../voting/roll.ts';
import { type Channel, type Leg, nothing } from '../voting/types.ts';
import { demandNotice } from './demand.ts';
import { findMeeting, findVote, type MeetingOnRecord, meetingName, type VoteOnRecord } from './on-record.ts';
import { findProjects } from './projects.ts';
import type { Block, OfficialDocument, PaperEvent, PaperSource } from './types.ts';
import { dayOn, lines, momentOn, numbered, organIn, rollIn, saidIn, untilOn } from './words.ts';

/** What the rules ask, of this roll. */
const asked = (legs: readonly Leg[], roll: RollSum, what: '到会' | '参加' | '同意'): readonly string[] => {
  const bases = { whole: roll, present: nothing, cast: nothing };
  const results = what === '同意' ? consentOf(legs, bases, nothing) : turnoutOf(legs, bases);
  return results.map((result) =>
    findMeasure(result.leg.of)?.base === 'whole' ? askText(result, what) : ruleText([result.leg], what),
  );
};
const sentence = (parts: readonly string[], before: string, after: string): string =>
  parts.length === 0 ? '' : `${before}${parts.join('，并且')}${after}`;

const ballots: Readonly<Record<'hands' | 'named' | 'secret', string>> = {
  hands: '举手表决，两人计票',
  named: '记名表决',
  secret: '无记名投票',
};
const howTo: Readonly<Record<Channel, string>> = {
  online: '手机上投',
  desk: '到社区投',
  paper: '填纸票',
  proxy: '书面委托别人代投',
};

/** @param legs conditions of this roll: they tell whether it lists people or homes */
function who(title: string, roll: RollSum, legs: readonly Leg[]): readonly Block[] {
  const results = turnoutOf(legs, { whole: roll, present: nothing, cast: nothing });
  const aside = roll.recused > 0 ? `，其中 ${headsText(roll.recused, results)}回避` : '';
  return lines(`${title}，名册上 ${headsText(roll.entries, results)}${aside}。`);
}

function meetingParts(source: PaperSource, { config, convened }: MeetingOnRecord, roll: RollSum) {
  const toBegin = sentence(asked(config.attends, roll, '到会'), '', '，才能开会。');
  const toPass = sentence(asked(config.passes ?? [], roll, '同意'), '，', '，才算通过');
  const how = config.ballot === undefined ? '' : `${ballots[config.ballot]}${toPass}。`;
  return numbered([
    { title: '时间', blocks: lines(`${momentOn(Number(convened.data['startsAt']))}`) },
    { title: '地点', blocks: lines(saidIn(convened, 'place')) },
    { title: '谁参加', blocks: [...who(config.of.title, roll, config.attends), ...lines(toBegin)] },
    { title: '议题和材料', blocks: lines(`${source.title}\n${saidIn(convened, 'text')}`) },
    { title: '表决', blocks: lines(how) },
  ]);
}

/** 会议通知 */
function meetingNotice(source: PaperSource, meeting: MeetingOnRecord): OfficialDocument {
  const { convened, config } = meeting;
  const roll = rollIn(convened);
  const name = meetingName(source, meeting);
  return {
    kind: 'notice',
    title: `关于召开${name}的通知`,
    number: source.number,
    blocks: [
      { kind: 'addressed', text: `各位${config.of.title}：` },
      ...lines(`现定于${momentOn(Number(convened.data['startsAt']))}召开${name}，请按时参加。`),
      ...(roll === undefined ? [] : meetingParts(source, meeting, roll)),
    ],
    signed: { by: organIn(convened, source.community), on: dayOn(convened.at) },
  };
}

const optionsIn = ({ data }: PaperEvent): readonly Option[] =>
  (data['options'] ?? []) as unknown as readonly Option[];

const listed = (options: readonly Option[]): string => options.map(({ title }) => title).join('、');

/** 表决通知 */
function voteNotice(source: PaperSource, { config, announced, rollFrozen }: VoteOnRecord): OfficialDocument {
  const roll = rollFrozen === undefined ? undefined : rollIn(rollFrozen);
  const title = saidIn(announced, 'title') || source.title;
  const [opens, closes] = [Number(announced.data['opensAt']), Number(announced.data['closesAt'])];
  const ways = config.channels.map((channel) => howTo[channel]).join('、');
  const { passes = [] } = config;
  const kinds = config.ballot === 'secret' ? '无记名，谁也查不出谁投了什么' : '记名';
  const rules =
    roll === undefined
      ? ''
      : sentence(
          [...asked(config.attends, roll, '参加'), ...asked(passes, roll, '同意')],
          '',
          config.passes === undefined ? '，选的才算数。' : '，才算通过。',
        );
  return {
    kind: 'notice',
    title: `关于“${title}”的表决通知`,
    number: source.number,
    blocks: [
      { kind: 'addressed', text: `各位${config.roll.title}：` },
      ...numbered([
        { title: '表决什么', blocks: lines(`${title}\n${saidIn(announced, 'text')}`) },
        { title: '什么时候', blocks: lines(`${momentOn(opens)}至${untilOn(closes)}。`) },
        {
          title: '谁可以投',
          blocks: roll === undefined ? [] : who(config.roll.title, roll, [...config.attends, ...passes]),
        },
        { title: '怎么投', blocks: lines(`${ways}。${kinds}。`) },
        {
          title: '可以选',
          blocks: findProjects(announced) ?? lines(listed(optionsIn(announced))),
        },
        { title: '怎样算通过', blocks: lines(rules) },
      ]),
    ],
    signed: { by: organIn(announced, source.community), on: dayOn(announced.at) },
  };
}

export function noticeOf(source: PaperSource, anchor: PaperEvent): OfficialDocument | undefined {
  const meeting = findMeeting(source, anchor);
  if (meeting !== undefined) return meetingNotice(source, meeting);
  const vote = findVote(source, anchor);
  if (vote === undefined) return undefined;
  return vote.ofNames ? demandNotice(source, vote) : voteNotice(source, vote);
}
