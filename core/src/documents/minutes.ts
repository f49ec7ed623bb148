import { asideText, headsText, presentText } from '../voting/explain.ts';
import { turnoutOf } from '../voting/legs.ts';
import { nothing } from '../voting/types.ts';
import { findMeeting, type MeetingOnRecord, meetingName } from './on-record.ts';
import { approved, countBlocks, countText, outcomeText } from './result.ts';
import type { Block, OfficialDocument, PaperEvent, PaperSource } from './types.ts';
import {
  dayOn,
  heading,
  legsIn,
  lines,
  momentOn,
  note,
  numbered,
  organIn,
  personIn,
  presentIn,
  rollIn,
  saidIn,
} from './words.ts';

const sideOf = ({ config }: MeetingOnRecord, spoken: PaperEvent): string => {
  const value = spoken.data['side'];
  return config.sides?.find((side) => side.value === value)?.title ?? '';
};

/** 应到, 实到, 回避, in one line. */
function attendance(begun: PaperEvent | undefined): string {
  const [roll, present] = begun === undefined ? [] : [rollIn(begun), presentIn(begun)];
  if (begun === undefined || roll === undefined || present === undefined) return '';
  const attends = legsIn(begun, 'turnout');
  const recused = roll.recused > 0 ? `另有 ${asideText(roll.recused, attends)}。` : '';
  return presentText(roll.heads, present.heads, attends) + recused;
}

/** The base that is left once somebody stands aside. */
function leftAfter({ config }: MeetingOnRecord, aside: PaperEvent): string {
  const whole = rollIn(aside) ?? nothing;
  return headsText(whole.heads, turnoutOf(config.attends, { whole, present: nothing, cast: nothing }));
}

const countersIn = ({ resolved }: MeetingOnRecord): string => saidIn(resolved, 'counters');

/** 会议名称、时间、地点 …: what the record knows, so that nobody writes it again. */
function factLines(source: PaperSource, meeting: MeetingOnRecord): readonly string[] {
  const { convened, begun, failed, aside } = meeting;
  const startedAt = Number(begun?.data['at'] ?? convened.data['startsAt']);
  const earlier = failed.map(({ at }) => dayOn(at)).join('、');
  return [
    `会议名称：${meetingName(source, meeting)}`,
    `时间：${momentOn(startedAt)}`,
    `地点：${saidIn(convened, 'place')}`,
    `主持：${begun === undefined ? '' : personIn(begun)}`,
    '记录：',
    `到会：${attendance(begun)}`,
    ...aside.map(
      (event) => `回避：名册第 ${String(event.data['no'])} 号，应到改为 ${leftAfter(meeting, event)}。`,
    ),
    ...(earlier === '' ? [] : [`此前召集：${earlier} 到会的人不够，没有开成。`]),
  ];
}

/** Longer speeches are left in the record, where they stand whole. */
const mostSpeechCharacters = 600;
function speech(meeting: MeetingOnRecord, event: PaperEvent): string {
  const said = saidIn(event, 'text').replace(/\s*\n\s*/g, ' ');
  const told =
    said.length > mostSpeechCharacters
      ? `${said.slice(0, mostSpeechCharacters)}……（全文见案卷第 ${event.seq} 条）`
      : said;
  return `${sideOf(meeting, event)}：${told}`;
}
/** All of them within what the minutes hold. */
const mostSpeechesCharacters = 14_000;
function speeches(meeting: MeetingOnRecord): string {
  let left = mostSpeechesCharacters;
  const told: string[] = [];
  for (const event of meeting.spoken) {
    const line = speech(meeting, event);
    if (line.length > left)
      return [...told, `其余 ${meeting.spoken.length - told.length} 次发言见案卷。`].join('\n');
    left -= line.length;
    told.push(line);
  }
  return told.join('\n');
}

/** 会议记录的骨架, in lines that a clerk goes on writing: what is empty is theirs to fill. */
export function minutesSkeleton(source: PaperSource, anchor: PaperEvent): string {
  const meeting = findMeeting(source, anchor);
  if (meeting === undefined) return '';
  const { resolved, convened } = meeting;
  const spoken = speeches(meeting);
  const counted = resolved === undefined ? '' : countText(resolved, approved);
  const blocks = numbered([
    { title: '议题', blocks: lines(`${source.title}\n${saidIn(convened, 'text').slice(0, 2000)}`) },
    { title: '发言', blocks: lines(spoken === '' ? '（谁说了什么）' : spoken) },
    ...(resolved === undefined
      ? [{ title: '会议情况', blocks: lines('（讨论到哪里，还有什么不同意见）') }]
      : [
          { title: '表决', blocks: lines(counted === '' ? '票数不公布。' : counted) },
          { title: '决议', blocks: lines(outcomeText(resolved)) },
        ]),
  ]);
  return [...factLines(source, meeting), ...blocks.map((block) => ('text' in block ? block.text : ''))].join(
    '\n',
  );
}

const isHeading = (line: string): boolean => /^[一二三四五六七八九十]+、[^。；，]{1,24}$/.test(line);
/** Lines as people write them: those that begin with 一、 are headings. */
export const blocksOf = (text: string): readonly Block[] =>
  lines(text).map((block) => ('text' in block && isHeading(block.text) ? heading(block.text) : block));

/**
 * 附：案卷里的发言, by the side that each was for: whoever wrote the minutes may have put it in words of their own, and who
 * stood for what must still be read. Minutes that have every speech as the record has it say so already.
 */
function speechesBySide(meeting: MeetingOnRecord, body: string): readonly Block[] {
  const { config, spoken } = meeting;
  if (config.sides === undefined || spoken.every((event) => body.includes(speech(meeting, event)))) return [];
  const bySide = config.sides.flatMap(({ value }) => spoken.filter(({ data }) => data['side'] === value));
  return [heading('附：案卷里的发言'), ...bySide.flatMap((event) => lines(speech(meeting, event)))];
}

function signers(meeting: MeetingOnRecord): readonly string[] {
  const counted = meeting.resolved === undefined ? [] : ['监票、计票人'];
  return ['主持人', '记录人', ...counted, '确认人'];
}

/** 会议记录: what was written, with what the record counted beside it, and where people sign. */
export function minutesOf(source: PaperSource, anchor: PaperEvent): OfficialDocument | undefined {
  const meeting = findMeeting(source, anchor);
  if (meeting === undefined) return undefined;
  const { written, confirmed, resolved } = meeting;
  const text = written === undefined ? '' : saidIn(written, 'text');
  const counters = countersIn(meeting);
  const body = text === '' ? minutesSkeleton(source, anchor) : text;
  const state =
    written === undefined
      ? '草稿，由案卷自动写出，还没有人核对。'
      : confirmed === undefined
        ? `${personIn(written)} ${dayOn(written.at)}写成，还没有确认。`
        : `${personIn(written)} ${dayOn(written.at)}写成，${personIn(confirmed)} ${dayOn(confirmed.at)}确认属实。`;
  return {
    kind: 'minutes',
    title: `${meetingName(source, meeting)}记录`,
    number: source.number,
    blocks: [
      ...blocksOf(body),
      ...speechesBySide(meeting, body),
      ...(resolved === undefined ? [] : [heading('附：案卷里的票数'), ...countBlocks(resolved, approved)]),
      ...(counters === '' ? [] : lines(`监票、计票人：${counters}`)),
      note(state),
      { kind: 'signatures', who: signers(meeting) },
    ],
    signed: { by: organIn(written ?? meeting.convened, source.community), on: dayOn((written ?? anchor).at) },
  };
}
