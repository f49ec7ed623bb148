import type { Duration } from '../calendar/calendar.ts';
import type { ActorRule, Limit, Procedure, Step } from '../engine/types.ts';
import type { AssignConfig } from '../steps/assign/assign.ts';
import { didYouMean, type Problem } from './problem.ts';

type Fault = Omit<Problem, 'file'>;

/** Only clock time can be compared: how long working time takes depends on the day. */
const minutesOf = (duration: Duration): number => {
  if ('minutes' in duration) return duration.minutes;
  return 'hours' in duration ? duration.hours * 60 : Number.NaN;
};
const turnsIn = (by: ActorRule | undefined): readonly ActorRule[] => (by?.who === 'any' ? by.of : []);
const isSeat = ({ who }: ActorRule): boolean => who === 'organ' || who === 'post' || who === 'any';

function countOf(name: string, turns: number, waits: number): Fault[] {
  if (turns === waits + 1) return [];
  const asked = Math.max(1, turns);
  return [
    {
      path: `steps.${name}.in-turn`,
      reason: `by: 里有 ${asked} 方，in-turn: 应当比它少一个，实际写了 ${waits} 个`,
      help: '除了最后一方，每一方写一个等待的时长',
    },
  ];
}

function beforeLimit(name: string, waits: readonly Duration[], limit: Limit | undefined): Fault[] {
  const waited = waits.map(minutesOf).reduce((sum, each) => sum + each, 0);
  const most = limit === undefined || 'by' in limit ? Number.NaN : minutesOf(limit);
  if (!(waited >= most)) return [];
  return [
    {
      path: `steps.${name}.in-turn`,
      reason: `轮到最后一方要等 ${waited} 分钟，时限 ${most} 分钟已经到了`,
      help: '把等待的时长改短，或者把 limit: 改长',
    },
  ];
}

function turnsOf([name, { config, by, limit }]: readonly [string, Step]): Fault[] {
  const { inTurn } = config as AssignConfig;
  if (inTurn === undefined) return [];
  const turns = turnsIn(by);
  const strangers: Fault[] = turns.every(isSeat)
    ? []
    : [
        {
          path: `steps.${name}.by`,
          reason: '依次请来接办的必须是机构或者岗位',
          help: '写 { organ: … } 或者岗位名',
        },
      ];
  return [...countOf(name, turns.length, inTurn.length), ...strangers, ...beforeLimit(name, inTurn, limit)];
}

/** Who is asked in turn is somebody's seat, each but the last for a time, and the last before the limit is over. */
export const checkTurns = ({ steps }: Procedure): readonly Fault[] =>
  Object.entries(steps)
    .filter(([, { kind }]) => kind === 'assign')
    .flatMap(turnsOf);

/** A share within a limit needs a step that has one. */
export function checkTimely({ timely, steps }: Procedure): readonly Fault[] {
  if (timely === undefined) return [];
  const path = 'timely.step';
  const step = steps[timely.step];
  if (step === undefined)
    return [{ path, reason: `没有环节 ${timely.step}`, help: didYouMean(timely.step, Object.keys(steps)) }];
  return step.limit === undefined
    ? [{ path, reason: `环节 ${timely.step} 没有时限，算不出及时率`, help: '给它加上 limit:' }]
    : [];
}
