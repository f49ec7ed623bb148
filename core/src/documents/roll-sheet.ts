import { headsText } from '../voting/explain.ts';
import { turnoutOf } from '../voting/legs.ts';
import { nothing } from '../voting/types.ts';
import { findMeeting, meetingName } from './on-record.ts';
import type { OfficialDocument, PaperEvent, PaperSource, RollLine } from './types.ts';
import { lines, momentOn, rollIn, saidIn, timeOn } from './words.ts';

/** More than these are not printed from a page. */
const mostLines = 2000;

/**
 * 签到表: a line for each of the roll, to be signed at the door.
 * @param roll names, for those who may know them; nobody else gets more than numbers.
 */
export function rollSheetOf(
  source: PaperSource,
  anchor: PaperEvent,
  roll?: readonly RollLine[],
): OfficialDocument | undefined {
  const meeting = findMeeting(source, anchor);
  if (meeting === undefined) return undefined;
  const { convened, config } = meeting;
  const frozen = rollIn(convened);
  const bases = { whole: frozen ?? nothing, present: nothing, cast: nothing };
  const attends = turnoutOf(config.attends, bases);
  const entries = Math.min(frozen?.entries ?? 0, mostLines);
  const known =
    roll ?? Array.from({ length: entries }, (_, i): RollLine => ({ no: i + 1, name: '', recused: false }));
  const row = ({ no, name, recused, at }: RollLine): readonly string[] => [
    String(no),
    name,
    '',
    at === undefined ? '' : timeOn(at),
    recused ? '回避' : '',
  ];
  return {
    kind: 'roll-sheet',
    title: `${meetingName(source, meeting)}签到表`,
    number: source.number,
    blocks: [
      ...lines(`时间：${momentOn(Number(convened.data['startsAt']))}\n地点：${saidIn(convened, 'place')}`),
      ...lines(`议题：${source.title}\n应到：${config.of.title} ${headsText(frozen?.heads ?? 0, attends)}`),
      {
        kind: 'table',
        // 户代表: whoever comes signs for the home that stands on the roll.
        head: ['序号', config.of.from === 'households' ? '户' : '姓名', '签名', '时间', '备注'],
        rows: known.slice(0, mostLines).map(row),
        widths: [11, 33, 28, 14, 14],
      },
    ],
  };
}
