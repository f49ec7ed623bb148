import type { CivilDate } from '../basics/ids.ts';
import type { Duration } from '../calendar/calendar.ts';
import type { Procedure, Step } from '../engine/types.ts';
import { citation, findRule, type LawBook, type LawRule, type LawValue } from '../law/law.ts';
import type { PublishConfig } from '../steps/publish/publish.ts';
import { didYouMean, type Problem } from './problem.ts';

type Fault = Omit<Problem, 'file'>;
type Bounds = { readonly least: number; readonly most: number };

/** A duration in days, at least and at most: a working day may wait for a long holiday. */
export function daysOf(duration: Duration): Bounds {
  const exact = (days: number): Bounds => ({ least: days, most: days });
  if ('minutes' in duration) return exact(duration.minutes / 1440);
  if ('hours' in duration) return exact(duration.hours / 24);
  if ('days' in duration) return exact(duration.days);
  const workingDays =
    'workingDays' in duration
      ? duration.workingDays
      : ('workingHours' in duration ? duration.workingHours : duration.workingMinutes / 60) / 8;
  return { least: workingDays, most: Math.ceil(workingDays / 5) * 7 };
}

const unitTitles: Readonly<Record<string, string>> = {
  minutes: '分钟',
  hours: '小时',
  days: '日',
  workingMinutes: '工作分钟',
  workingHours: '工作时',
  workingDays: '个工作日',
};
export const durationText = (duration: Duration): string =>
  Object.entries(duration)
    .map(([unit, amount]) => `${amount} ${unitTitles[unit] ?? unit}`)
    .join('');

export const lawDays = (value: LawValue | undefined): number | undefined =>
  value?.kind === 'time' && (value.unit === 'days' || value.unit === 'workingDays')
    ? value.amount
    : undefined;

/** What the law calls the time for which something stands posted, is told ahead, or may be looked at. */
export const standing = ['posted', 'notice', 'viewableBefore'];

/** 公示 no shorter than the law's posting, and questions answered where the law says so. */
function notice(path: string, config: PublishConfig, rule: LawRule): Fault[] {
  const law = `${citation(rule.source)}（${rule.id}）`;
  const faults: Fault[] = standing.flatMap((name) => {
    const posted = lawDays(rule.values[name]);
    if (posted === undefined || daysOf(config.for).least >= posted) return [];
    return [
      {
        path: `${path}.for`,
        reason: `公示 ${durationText(config.for)}，少于法律要求的 ${posted} 日`,
        help: `改成 for: { days: ${posted} } 或更长`,
        law,
      },
    ];
  });
  const asks = rule.values['answerQuestions'];
  if (asks?.kind === 'flag' && asks.flag && config.objections === undefined)
    faults.push({
      path,
      reason: '没有写异议怎么答复，法律要求答复',
      help: '加上 objections: { answered-within: { days: 5 } }',
      law,
    });
  const reply = lawDays(rule.values['reply']);
  if (
    reply !== undefined &&
    config.objections !== undefined &&
    daysOf(config.objections.answeredWithin).most > reply
  )
    faults.push({
      path: `${path}.objections`,
      reason: `异议 ${durationText(config.objections.answeredWithin)}内答复，晚于法律要求的 ${reply} 日`,
      help: `改成 answered-within: { days: ${reply} }`,
      law,
    });
  return faults;
}

/** 一次告知: what is lacking is told within the law's time, so whoever takes in gets no longer. */
function tellingInTime(path: string, { limit }: Step, rule: LawRule): Fault[] {
  const within = rule.values['toldWithin'];
  if (within?.kind !== 'time' || limit === undefined || 'by' in limit) return [];
  const isLater =
    within.unit === 'workingDays' && 'workingDays' in limit
      ? limit.workingDays > within.amount
      : daysOf(limit).most > within.amount;
  if (!isLater) return [];
  return [
    {
      path: `${path}.limit`,
      reason: `接件 ${durationText(limit)}，晚于法律要求告知的 ${within.amount}${unitTitles[within.unit] ?? ''}`,
      help: `改成 limit: { ${within.unit}: ${within.amount} } 或更短`,
      law: `${citation(rule.source)}（${rule.id}）`,
    },
  ];
}

/** What the law wants done by a day is done by somebody who has no longer than that. */
function doneInTime(path: string, { limit }: Step, rule: LawRule): Fault[] {
  const within = lawDays(rule.values['within']);
  if (within === undefined || limit === undefined || 'by' in limit || daysOf(limit).most <= within) return [];
  return [
    {
      path: `${path}.limit`,
      reason: `${durationText(limit)}内完成，晚于法律要求的 ${within} 日`,
      help: `改成 limit: { days: ${within} } 或更短`,
      law: `${citation(rule.source)}（${rule.id}）`,
    },
  ];
}

function stepFaults(name: string, step: Step, book: LawBook, on: CivilDate): Fault[] {
  const path = `steps.${name}`;
  return step.law.flatMap((id): Fault[] => {
    const rule = findRule(book, id, on);
    if (rule === undefined)
      return book.rules.has(id)
        ? [{ path: `${path}.law`, reason: `${id} 在 ${on} 没有施行`, help: '写当天有效的条文' }]
        : [{ path: `${path}.law`, reason: `法规库里没有 ${id}`, help: didYouMean(id, alike(id, book)) }];
    if (rule.status === 'open')
      return [{ path: `${path}.law`, reason: `${id} 还没有查到条文，不能作为依据`, help: '删掉它' }];
    // What one place does is a preset that a community may change; only the text of the law binds.
    if (rule.status !== 'confirmed') return [];
    if (step.kind === 'publish') return notice(path, step.config as PublishConfig, rule);
    return step.kind === 'receive' ? tellingInTime(path, step, rule) : doneInTime(path, step, rule);
  });
}

const alike = (id: string, book: LawBook): readonly string[] =>
  [...book.rules.keys()].filter((known) => known.split('-')[0] === id.split('-')[0]);

/** An answer that may come after the notice is down helps nobody. */
function lateAnswers(procedure: Procedure): Fault[] {
  return Object.entries(procedure.steps).flatMap(([name, step]): Fault[] => {
    if (step.kind !== 'publish') return [];
    const { for: posted, objections } = step.config as PublishConfig;
    if (objections === undefined || daysOf(objections.answeredWithin).most <= daysOf(posted).most) return [];
    return [
      {
        path: `steps.${name}.objections`,
        reason: `异议 ${durationText(objections.answeredWithin)}内答复，比公示 ${durationText(posted)}还长`,
        help: '缩短答复时限，或者延长公示',
      },
    ];
  });
}

/** Whether the procedure keeps to the law that its steps cite, as in force on the day. */
export const checkLaw = (procedure: Procedure, book: LawBook, on: CivilDate): readonly Fault[] => [
  ...Object.entries(procedure.steps).flatMap(([name, step]) => stepFaults(name, step, book, on)),
  ...lateAnswers(procedure),
];
