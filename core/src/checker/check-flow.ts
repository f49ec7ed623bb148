import type { Limit, Procedure, Step } from '../engine/types.ts';
import { kinds } from '../steps/index.ts';
import { checkSays } from './check-says.ts';
import { checkTimely, checkTurns } from './check-turns.ts';
import { type Edge, edgesOf, findCycle, firstStepsOf, walksFrom } from './graph.ts';
import { didYouMean, type Problem } from './problem.ts';

type Fault = Omit<Problem, 'file'>;

const outcomesOf = (step: Step): readonly string[] => kinds[step.kind]?.outcomes(step.config) ?? [];
const titleOf = (procedure: Procedure, name: string): string => {
  const title = procedure.steps[name]?.title ?? '';
  return title === '' ? name : `${name}（${title}）`;
};
const route = (walk: readonly string[]): string => walk.join(' → ');

/** Every outcome has its way, no way waits for an outcome that cannot come, every way leads to a step. */
function ways(procedure: Procedure): Fault[] {
  const names = Object.keys(procedure.steps);
  return Object.entries(procedure.steps).flatMap(([name, step]) => {
    const needed = outcomesOf(step);
    const allowed = [
      ...needed,
      ...(kinds[step.kind]?.optionalOutcomes ?? []),
      ...(procedure.always.withdraw === undefined ? [] : ['withdrawn']),
    ];
    const missing = needed
      .filter((outcome) => step.then[outcome] === undefined)
      .map((outcome) => ({
        path: `steps.${name}.then`,
        reason: `结果 ${outcome} 没有写下一步去哪里`,
        help: `加上 ${outcome}: 环节名`,
      }));
    const strange = Object.keys(step.then)
      .filter((outcome) => !allowed.includes(outcome))
      .map((outcome) => ({
        path: `steps.${name}.then`,
        reason:
          outcome === 'withdrawn'
            ? '写了撤回之后的去处，但没有写谁可以撤回'
            : `${step.kind} 环节不会有 ${outcome} 这个结果`,
        help: outcome === 'withdrawn' ? '在 always: 里加上 withdraw: opener' : didYouMean(outcome, allowed),
      }));
    const lost = Object.entries(step.then).flatMap(([outcome, way]) =>
      [way.to, ...(way.after === undefined ? [] : [way.after])]
        .filter((to) => !names.includes(to))
        .map((to) => ({
          path: `steps.${name}.then.${outcome}`,
          reason: `没有环节 ${to}`,
          help: didYouMean(to, names),
        })),
    );
    return [...missing, ...strange, ...lost];
  });
}

/** Every step can be reached from the first, and from every step an end can be. */
function reachable(procedure: Procedure): Fault[] {
  const edges = edgesOf(procedure);
  const reached = walksFrom(firstStepsOf(procedure), edges);
  const isEnd = (name: string): boolean => procedure.steps[name]?.kind === 'end';
  return Object.keys(procedure.steps).flatMap((name): Fault[] => {
    const path = `steps.${name}`;
    if (!reached.has(name))
      return [
        { path, reason: `从 ${procedure.first} 走不到这个环节`, help: '让某个环节的 then: 指向它，或者删掉' },
      ];
    if ([...walksFrom(name, edges).keys()].some(isEnd)) return [];
    return [{ path, reason: '从这个环节走不到结束', help: '让它最终走到一个 kind: end 的环节' }];
  });
}

/** A stage whose clock alone moves on must not come back to itself, or a matter would run in circles unattended. */
function selfRunning(procedure: Procedure): Fault[] {
  const byClock = edgesOf(procedure).filter(({ from, outcome }) =>
    kinds[procedure.steps[from]?.kind ?? '']?.clockOutcomes?.includes(outcome),
  );
  const cycle = findCycle(byClock);
  if (cycle === undefined) return [];
  return [
    {
      path: `steps.${cycle[0]}.then`,
      reason: `没有人动手也会一直转圈：${route(cycle)}`,
      help: '让超时的去处是一个结束环节，或者一个要人办理的环节',
    },
  ];
}

/** For which matters a limit says nothing: a degree of urgency without its case, an affair without a promise. */
function unheld({ opens, grades }: Procedure, path: string, limit: Limit): Fault[] {
  if (!('by' in limit)) return [];
  if (limit.by === 'urgency')
    return grades
      .filter(({ value }) => limit.cases[value] === undefined)
      .map(({ value, title }) => ({
        path,
        reason: `紧急程度 ${value}（${title}）没有时限`,
        help: `加上 ${value}: { days: … }`,
      }));
  if (opens.about !== undefined) return [];
  return [
    {
      path,
      reason: '时限要看办事目录，但这个程序办的不是目录里的事',
      help: '在 opens: 里加上 about: service-items，或者写一个时长',
    },
  ];
}

/** Nothing waits for ever, and somebody hears of what is late. */
function clocks(procedure: Procedure): Fault[] {
  return Object.entries(procedure.steps).flatMap(([name, step]): Fault[] => {
    const kind = kinds[step.kind];
    if (step.kind === 'end' || kind === undefined) return [];
    const path = `steps.${name}`;
    const { limit } = step;
    if (limit === undefined)
      return kind.limits?.(step.config) === true
        ? []
        : [
            {
              path,
              reason: '没有写时限，可能一直拖下去',
              help: '加上 limit:，例如 limit: { workingDays: 5 }',
            },
          ];
    const movesOn = (kind.clockOutcomes ?? []).length > 0;
    const untold =
      movesOn || step.late.length > 0
        ? []
        : [{ path, reason: '超时之后没有告诉任何人', help: '加上 late:，例如 late: [tell-supervisor]' }];
    return [...unheld(procedure, `${path}.limit`, limit), ...untold];
  });
}

/**
 * How an end is reached around a notice: by a matter that could have come to it, or, where the form leads others another
 * way from the beginning, by one that comes to no notice at all.
 */
function around(procedure: Procedure, notice: string, edges: readonly Edge[]) {
  const isNotice = (name: string): boolean => procedure.steps[name]?.kind === 'publish';
  const starts = firstStepsOf(procedure);
  const [passing, others] = [true, false].map((passes) =>
    starts.filter((start) => walksFrom(start, edges).has(notice) === passes),
  ) as [string[], string[]];
  const untold = walksFrom(
    others.filter((start) => !isNotice(start)),
    edges.filter(({ to }) => !isNotice(to)),
  );
  return new Map([...untold, ...walksFrom(passing, edges, notice)]);
}

/** What must be disclosed cannot be walked around on the way to the same end. */
function disclosure(procedure: Procedure): Fault[] {
  const edges = edgesOf(procedure);
  const reached = walksFrom(firstStepsOf(procedure), edges);
  const notices = Object.entries(procedure.steps).filter(
    ([name, { kind }]) => kind === 'publish' && reached.has(name),
  );
  const skipped = notices.flatMap(([name]): Fault[] => {
    const bypass = around(procedure, name, edges);
    const after = [...walksFrom(name, edges).keys()].filter((each) => procedure.steps[each]?.kind === 'end');
    const shortcut = bypass.get(after.find((end) => bypass.has(end)) ?? '');
    return shortcut === undefined
      ? []
      : [
          {
            path: `steps.${name}`,
            reason: `公示可以被绕过：${route(shortcut)}`,
            help: `让去往 ${titleOf(procedure, shortcut.at(-1) ?? '')} 的每一条路都经过 ${name}`,
          },
        ];
  });
  const secret: Fault[] =
    procedure.publicity === 'public' || notices.length > 0 || procedure.timely !== undefined
      ? []
      : [
          {
            path: 'publicity',
            reason: '结果没有公开：案卷只给当事人看，又没有公示环节',
            help: '改成 publicity: public，或者加一个 kind: publish 的环节；求助、办事这类个人的事，可以用 timely: 公开及时率',
          },
        ];
  return [...skipped, ...secret];
}

/** Where the first step follows a choice of the form: the form asks it, and every answer has its step. */
function beginnings({ opens, firstBy, steps }: Procedure): Fault[] {
  if (firstBy === undefined) return [];
  const { field, cases } = firstBy;
  const asked = opens.form.find(({ name }) => name === field);
  if (asked?.type !== 'choice' || !asked.required || asked.sealed)
    return [
      {
        path: 'first.by',
        reason: `从哪里开始要看 ${field}，表单没有这个必填的选择`,
        help: didYouMean(
          field,
          opens.form.filter(({ type }) => type === 'choice').map(({ name }) => name),
        ),
      },
    ];
  const without = (asked.choices ?? [])
    .filter(({ value }) => cases[value] === undefined)
    .map(({ value, title }) => ({
      path: 'first.cases',
      reason: `选了 ${value}（${title}）不知道从哪里开始`,
    }));
  const lost = Object.entries(cases)
    .filter(([, to]) => steps[to] === undefined)
    .map(([value, to]) => ({
      path: `first.cases.${value}`,
      reason: `没有环节 ${to}`,
      help: didYouMean(to, Object.keys(steps)),
    }));
  return [...without, ...lost];
}

/** Whether a matter of this procedure can always go on, end, be heard of when late, and be seen. */
export function checkFlow(procedure: Procedure): readonly Fault[] {
  if (procedure.steps[procedure.first] === undefined)
    return [
      {
        path: 'first',
        reason: `没有环节 ${procedure.first}`,
        help: didYouMean(procedure.first, Object.keys(procedure.steps)),
      },
    ];
  const wrongWays = [...ways(procedure), ...beginnings(procedure)];
  // Where ways lead nowhere, what can be reached says nothing yet.
  if (wrongWays.length > 0) return [...wrongWays, ...clocks(procedure)];
  return [
    ...reachable(procedure),
    ...selfRunning(procedure),
    ...clocks(procedure),
    ...disclosure(procedure),
    ...checkTurns(procedure),
    ...checkTimely(procedure),
    ...checkSays(procedure),
  ];
}
