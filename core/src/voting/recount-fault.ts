import type { Explained } from '../record/explained.ts';

/**
 * Where what is published of a vote or meeting disagrees with itself or with its rule.
 *
 * Of the files: `malformed` something is not of the shape that the engine writes; `procedure-differs` the procedure is not
 * the version that the matter began under; `other-matter` the ballots belong to another matter; `no-such-poll` the record
 * has no such count; `listed-twice` two lists are of the same count.
 * Of what came before: `seats-differ`, `candidates-differ` not those whom the election before left over; `options-differ`
 * not those that were nominated, or not yes and no; `roll-missing` nobody fixed who decides; `roll-changed-late` the roll
 * changed after the voters were told; `counted-early` before the box was closed; `began-short` a meeting began with too
 * few, or was called short when it was not.
 * Of the ballots: `number-differs`; `code-twice` two ballots bear one code; `digest-differs` not the list whose digest
 * stands in the record; `more-than-roll` more than there are on the roll.
 * Of the count: each figure beside what the ballots, the roll and the rule come to.
 * Of what followed: `not-followed` the matter went another way than was decided.
 */
export const recountFaultCodes = [
  'malformed',
  'procedure-differs',
  'other-matter',
  'no-such-poll',
  'listed-twice',
  'seats-differ',
  'candidates-differ',
  'options-differ',
  'roll-missing',
  'roll-changed-late',
  'counted-early',
  'began-short',
  'number-differs',
  'code-twice',
  'digest-differs',
  'more-than-roll',
  'held-differs',
  'tally-differs',
  'whole-differs',
  'present-differs',
  'cast-differs',
  'turnout-differs',
  'consent-differs',
  'outcome-differs',
  'elected-differs',
  'run-off-differs',
  'not-followed',
] as const;
export type RecountFaultCode = (typeof recountFaultCodes)[number];

export interface RecountFault {
  readonly code: RecountFaultCode;
  /** The event's number, where one says it. */
  readonly seq?: number;
  readonly step?: string;
  /** A pointer, a code of a ballot, or a name. */
  readonly where?: string;
}

const explanations: Readonly<Record<RecountFaultCode, Explained>> = {
  malformed: {
    zh: '这里读不懂，不是程序写下的样子。',
    en: 'This is not of the shape that the engine writes.',
  },
  'procedure-differs': {
    zh: '文件里的程序不是这件事办理时所用的那一版。',
    en: 'The procedure in the file is not the version that the matter began under.',
  },
  'other-matter': { zh: '票单属于别的事项。', en: 'The ballots belong to another matter.' },
  'no-such-poll': {
    zh: '案卷里没有这次表决的结果，票单对不上。',
    en: 'The record has no count that this list belongs to.',
  },
  'listed-twice': {
    zh: '同一次表决给了两份票单，只用了第一份。',
    en: 'Two lists are of one count; the first is used.',
  },
  'seats-differ': {
    zh: '应选名额与上一轮选举剩下的不符。',
    en: 'Not as many seats as the election before left over.',
  },
  'candidates-differ': {
    zh: '另行选举的候选人不是上一轮留下的那些人。',
    en: 'The run-off is not between those whom the election before left over.',
  },
  'options-differ': {
    zh: '票上的选项与程序规定的、或登记的候选人不符。',
    en: 'The options are not those of the rule, or not those who were nominated.',
  },
  'roll-missing': { zh: '没有先定下名册。', en: 'Nobody fixed beforehand who decides.' },
  'roll-changed-late': {
    zh: '表决通知发出以后，名册又改了。',
    en: 'The roll was changed after the voters had been told of the vote.',
  },
  'counted-early': {
    zh: '表决还没有截止、也还有人没投票，就计了票。',
    en: 'Counted before the vote had closed, while somebody had not voted.',
  },
  'began-short': {
    zh: '按到会的人数，这次会议能不能开，与记录写的不符。',
    en: 'By those present the meeting could begin or could not, other than the record says.',
  },
  'number-differs': { zh: '票单上的票数与公布的不符。', en: 'Not as many ballots as the record says.' },
  'code-twice': {
    zh: '两张票用了同一个编号，其中一张可能顶替了别人的。',
    en: 'Two ballots bear one code: one of them may stand for somebody else’s.',
  },
  'digest-differs': {
    zh: '票单与公布结果时留下的校验值不符：有票被改、被加或者被去掉。',
    en: 'The list is not the one whose digest stands in the record: a ballot was changed, added or dropped.',
  },
  'more-than-roll': { zh: '投出的票比名册上的还多。', en: 'More was cast than there is on the roll.' },
  'held-differs': {
    zh: '票数该不该公布，与规定不符（少于五张，或者全都一样时，只公布结果）。',
    en: 'Held back where it may be told, or told where it must be held back.',
  },
  'tally-differs': {
    zh: '各选项的票数与逐张计票的结果不符。',
    en: 'The options have not what the ballots come to.',
  },
  'whole-differs': { zh: '计票所用的总数不是名册上的总数。', en: 'The whole is not that of the roll.' },
  'present-differs': {
    zh: '参加的人数与到会的、或者投出的票不符。',
    en: 'Those who took part are not those who came, or who cast a ballot.',
  },
  'cast-differs': { zh: '投出的总数与各张票相加不符。', en: 'What was cast is not the sum of the ballots.' },
  'turnout-differs': {
    zh: '参加的人够不够，与按程序重算的不符。',
    en: 'Whether enough took part is not what the rule comes to.',
  },
  'consent-differs': {
    zh: '同意的够不够，与按程序重算的不符。',
    en: 'Whether enough agree is not what the rule comes to.',
  },
  'outcome-differs': { zh: '结果与按程序重算的不符。', en: 'The outcome is not what the rule comes to.' },
  'elected-differs': { zh: '当选的人与按程序重算的不符。', en: 'Not those who are elected by the rule.' },
  'run-off-differs': {
    zh: '进入另行选举的人与按程序重算的不符。',
    en: 'Not those who stand again by the rule.',
  },
  'not-followed': {
    zh: '事情没有照表决的结果往下走。',
    en: 'The matter went another way than was decided.',
  },
};

/** One line in each language for whoever counts again. */
export function describeRecountFault({ code, seq, step, where }: RecountFault): Explained {
  const { zh, en } = explanations[code];
  const at = where === undefined ? '' : ` ${where}`;
  const place: Explained =
    seq === undefined
      ? { zh: `${step ?? ''}${at}`, en: `${step ?? ''}${at}` }
      : { zh: `第 ${seq} 条${at}`, en: `Event ${seq}${at}` };
  return place.zh.trim() === ''
    ? { zh, en }
    : { zh: `${place.zh.trim()}：${zh}`, en: `${place.en.trim()}: ${en}` };
}
