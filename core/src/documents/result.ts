import type { Json } from '../basics/json.ts';
import { legText, presentText } from '../voting/explain.ts';
import type { Option } from '../voting/facts.ts';
import { approveOptions, sumOf } from '../voting/tally.ts';
import type { Tally } from '../voting/types.ts';
import { demandResult } from './demand.ts';
import { findMeeting, findVote, meetingName } from './on-record.ts';
import type { Block, OfficialDocument, PaperEvent, PaperSource } from './types.ts';
import {
  basesIn,
  dayOn,
  legsIn,
  lines,
  momentOn,
  note,
  numbered,
  organIn,
  presentIn,
  rollIn,
  saidIn,
  tallyIn,
  untilOn,
} from './words.ts';

const approveTitles: Readonly<Record<string, string>> = { for: '同意', against: '反对', abstain: '弃权' };
const namesIn = (value: Json | undefined): readonly Option[] => (value ?? []) as unknown as readonly Option[];
const listed = (options: readonly Option[]): string => options.map(({ title }) => title).join('、');

/** 决议, in one sentence. */
export function outcomeText(resolved: PaperEvent): string {
  const { data } = resolved;
  const [elected, runOff] = [namesIn(data['elected']), namesIn(data['runOff'])];
  switch (data['outcome']) {
    case 'passed':
      return elected.length > 0 ? `表决通过：${listed(elected)}。` : '表决通过。';
    case 'elected':
      return `当选：${listed(elected)}。`;
    case 'run-off':
      return `${elected.length > 0 ? `当选：${listed(elected)}。` : ''}名额没有选满，在${listed(runOff)}中另行选举。`;
    default:
      return legsIn(resolved, 'turnout').every(({ met }) => met)
        ? '表决没有通过。'
        : '参加的人不够，表决不成立。';
  }
}

const squareMetres = (area: number): string => (area / 10_000).toFixed(2);
function countRows(counted: Tally, options: readonly Option[]): Block {
  const withArea = counted.cast.area > 0;
  const row = (title: string, { heads, area }: { heads: number; area: number }) => [
    title,
    String(heads),
    ...(withArea ? [squareMetres(area)] : []),
  ];
  const invalid = counted.invalid.heads > 0 ? [row('无效', counted.invalid)] : [];
  return {
    kind: 'table',
    head: ['', '票数', ...(withArea ? ['专有面积（平方米）'] : [])],
    rows: [
      ...options.map(({ id, title }) => row(title, sumOf(counted, id))),
      ...invalid,
      row('合计', counted.cast),
    ],
    widths: withArea ? [40, 25, 35] : [60, 40],
  };
}

/** 表决结果逐项: the count, then each condition and how far it was met. */
export function countBlocks(resolved: PaperEvent, options: readonly Option[]): readonly Block[] {
  const counted = tallyIn(resolved);
  if (counted === undefined)
    return lines('票数太少，或者全都一样，公布票数就等于公布了谁怎么投，所以只公布结果。');
  return [countRows(counted, options), ...conditionTexts(resolved).flatMap((text) => lines(text))];
}
/** Each condition, of taking part and of agreeing, in one sentence. */
function conditionTexts(resolved: PaperEvent): readonly string[] {
  const turnout = legsIn(resolved, 'turnout');
  return [
    ...turnout.map((leg) => legText(leg, '参加')),
    ...legsIn(resolved, 'consent').map((leg) => legText(leg, '同意', turnout)),
  ];
}
/** Votes by what was chosen; none where the count is held back. */
export const countsIn = (resolved: PaperEvent, options: readonly Option[]) => {
  const counted = tallyIn(resolved);
  return counted === undefined
    ? []
    : options.map(({ id, title }) => ({ title, votes: sumOf(counted, id).heads }));
};
/** The same in words alone, for a text that somebody goes on writing. */
export function countText(resolved: PaperEvent, options: readonly Option[]): string {
  const counted = tallyIn(resolved);
  if (counted === undefined) return '';
  const parts = countsIn(resolved, options).map(({ title, votes }) => `${title} ${votes} 票`);
  return [`${parts.join('，')}。`, ...conditionTexts(resolved)].join('\n');
}
export const approved: readonly Option[] = approveOptions.map((id) => ({
  id,
  title: approveTitles[id] ?? id,
}));

/** How it came to a vote: who met when and how many they were, or from when to when ballots were taken. */
function beginning(source: PaperSource, anchor: PaperEvent): { text: string; options: readonly Option[] } {
  const meeting = findMeeting(source, anchor);
  if (meeting !== undefined) {
    const { begun } = meeting;
    const at = Number(begun?.data['at'] ?? anchor.at);
    const [roll, present] = begun === undefined ? [] : [rollIn(begun), presentIn(begun)];
    const there =
      roll === undefined || present === undefined || begun === undefined
        ? ''
        : presentText(roll.heads, present.heads, legsIn(begun, 'turnout'));
    const text = `${momentOn(at)}，${meetingName(source, meeting)}在${saidIn(meeting.convened, 'place')}召开，就“${source.title}”进行表决。${there}`;
    return { text, options: approved };
  }
  const vote = findVote(source, anchor);
  if (vote === undefined) return { text: '', options: approved };
  const { data } = vote.announced;
  const title = saidIn(vote.announced, 'title') || source.title;
  const bases = basesIn(anchor);
  const took = bases === undefined ? '' : `名册上 ${bases.whole.heads} 票，投出 ${bases.cast.heads} 票。`;
  return {
    text: `${momentOn(Number(data['opensAt']))}至${untilOn(Number(data['closesAt']))}，${source.community}${vote.config.roll.title}就“${title}”进行表决。${took}`,
    options: namesIn(data['options']),
  };
}

/** 决议公告, as it hangs on the notice board; of a demand, whether the names are enough. */
export function resultOf(source: PaperSource, anchor: PaperEvent): OfficialDocument {
  const vote = findVote(source, anchor);
  if (vote?.ofNames === true) return demandResult(source, vote, anchor);
  const { text, options } = beginning(source, anchor);
  const digest = anchor.data['digest'];
  return {
    kind: 'result',
    title: `关于“${source.title}”的表决结果公告`,
    number: source.number,
    blocks: [
      ...lines(text),
      ...numbered([
        { title: '票数和条件', blocks: countBlocks(anchor, options) },
        { title: '结果', blocks: lines(outcomeText(anchor)) },
      ]),
      ...(typeof digest === 'string' ? [note(`选票清单的校验值：${digest}`)] : []),
    ],
    signed: { by: organIn(anchor, source.community), on: dayOn(anchor.at) },
  };
}
