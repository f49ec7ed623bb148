import type { ActorRule, Charter, Procedure, Step, Verb } from '../engine/types.ts';
import { kinds } from '../steps/index.ts';
import { firstStepsOf } from './graph.ts';
import { record } from './plain.ts';
import { didYouMean, type Problem } from './problem.ts';
import { kebab } from './source-schema.ts';

type Fault = Omit<Problem, 'file'>;
/** One place in a procedure that names who acts. */
interface Naming {
  readonly path: string;
  readonly rule: ActorRule;
  /** One of these must be held by the organ; absent: the rule is only told or served. */
  readonly powers?: readonly Verb[];
  readonly step?: string;
  /** An act over somebody's work: the one who did the work may not take it. */
  readonly judges?: true;
}

const verbTitles: Readonly<Record<Verb, string>> = {
  propose: '提出',
  decide: '决定',
  execute: '办理',
  assist: '协助',
  supervise: '监督',
  refuse: '拒绝',
};

/** The actor rules inside a kind's configuration, found by the kind's own schema. */
function rulesIn(schema: unknown, config: unknown, path: string): { path: string; rule: ActorRule }[] {
  const { $ref, properties } = record(schema);
  if ($ref === '#/$defs/actor' && config !== undefined) return [{ path, rule: config as ActorRule }];
  return Object.entries(record(properties)).flatMap(([name, part]) =>
    rulesIn(part, record(config)[name], `${path}.${kebab(name)}`),
  );
}

const deciding: readonly Verb[] = ['decide', 'supervise'];

function namingsOfStep(name: string, step: Step): Naming[] {
  const path = `steps.${name}`;
  const kind = kinds[step.kind];
  const by: Naming[] =
    step.by === undefined
      ? []
      : [
          {
            path: `${path}.by`,
            rule: step.by,
            step: name,
            ...(kind?.powers !== undefined && { powers: kind.powers(step.config) }),
            ...(step.kind === 'check' && { judges: true }),
          },
        ];
  // Of a work step, all that names somebody is written under `may:`.
  const under = step.kind === 'work' ? `${path}.may` : path;
  const inside = rulesIn(kind?.schema, step.config, under).map((each): Naming => {
    const over = each.path.endsWith('granted-by') || each.path.endsWith('whistle.by');
    return { ...each, step: name, ...(over && { powers: deciding }), ...(over && { judges: true }) };
  });
  const late = step.late.map((rule, i): Naming => ({ path: `${path}.late.${i}`, rule, step: name }));
  return [...by, ...inside, ...late];
}

function namings({ opens, steps, always }: Procedure): readonly Naming[] {
  const { join, withdraw, supervise, exclude } = always;
  const named = (path: string, rule: ActorRule | undefined, more: Partial<Naming> = {}): Naming[] =>
    rule === undefined ? [] : [{ path, rule, ...more }];
  return [
    ...named('opens.by', opens.by, { powers: ['propose', 'decide'] }),
    ...Object.entries(steps).flatMap(([name, step]) => namingsOfStep(name, step)),
    ...named('always.join', join?.by),
    ...named('always.withdraw', withdraw?.by),
    ...named('always.supervise', supervise?.by, { powers: deciding }),
    ...named('always.exclude.ask', exclude?.ask),
    ...named('always.exclude.decide', exclude?.decide, { powers: deciding, judges: true }),
  ];
}

const simple = (rule: ActorRule): readonly Exclude<ActorRule, { who: 'any' }>[] =>
  rule.who === 'any' ? rule.of.flatMap(simple) : [rule];

function kindsOfOrgan(rule: ActorRule, charter: Charter): readonly string[] {
  if (rule.who === 'organ') return [rule.organ];
  if (rule.who !== 'post') return [];
  return (charter.posts[rule.post]?.in ?? []).filter(
    (organ) => rule.in === undefined || charter.organs[organ]?.level === rule.in,
  );
}

function exists(rule: ActorRule, charter: Charter): Omit<Fault, 'path'> | undefined {
  if (rule.who === 'organ' && charter.organs[rule.organ] === undefined)
    return {
      reason: `章程 ${charter.id} 里没有机构 ${rule.organ}`,
      help: didYouMean(rule.organ, Object.keys(charter.organs)),
    };
  if (rule.who !== 'post') return undefined;
  const post = charter.posts[rule.post];
  if (post === undefined)
    return {
      reason: `章程 ${charter.id} 里没有岗位 ${rule.post}`,
      help: didYouMean(rule.post, Object.keys(charter.posts)),
    };
  if (kindsOfOrgan(rule, charter).length > 0) return undefined;
  return {
    reason: `${rule.in} 一级没有设岗位 ${rule.post}（${post.title}）的机构`,
    help: `设有这个岗位的机构：${post.in.join('、')}`,
  };
}

function holds(rule: ActorRule, powers: readonly Verb[], charter: Charter): Omit<Fault, 'path'> | undefined {
  const lacking = kindsOfOrgan(rule, charter).find((organ) =>
    charter.powers.every(
      (power) => power.organ !== organ || !power.may.some((verb) => powers.includes(verb)),
    ),
  );
  if (lacking === undefined) return undefined;
  const wanted = powers.map((verb) => `${verb}（${verbTitles[verb]}）`).join(' 或 ');
  return {
    reason: `机构 ${lacking}（${charter.organs[lacking]?.title ?? ''}）没有 ${wanted} 的权责`,
    help: `在章程的 powers: 里给它，或者换一个机构`,
  };
}

/** Steps at which no organ may hold the matter, though they count on one. */
function stepsWithoutAssignee(procedure: Procedure, startsAssigned: boolean): ReadonlySet<string> {
  const seen = new Set<string>();
  const { steps } = procedure;
  const todo = firstStepsOf(procedure).map((name) => ({ name, held: startsAssigned }));
  const without = new Set<string>();
  for (const { name, held } of todo) {
    const key = `${name} ${held}`;
    const step = steps[name];
    if (seen.has(key) || step === undefined) continue;
    seen.add(key);
    if (!held) without.add(name);
    for (const [outcome, way] of Object.entries(step.then)) {
      const after = outcome === 'assigned' || (held && outcome !== 'returned');
      todo.push({ name: way.to, held: after });
      if (way.after !== undefined) todo.push({ name: way.after, held: after });
    }
  }
  return without;
}

function relative(procedure: Procedure, isChild: boolean, isAssigned: boolean): Fault[] {
  const without = stepsWithoutAssignee(procedure, isAssigned);
  return namings(procedure).flatMap(({ path, rule, step, judges }): Fault[] => {
    const rules = simple(rule);
    const faults: Fault[] = [];
    if (rules.some(({ who }) => who === 'assignee') && step !== undefined && without.has(step))
      faults.push({
        path,
        reason: '走到这里时可能还没有承办单位',
        help: '在它之前放一个 kind: assign 的环节',
      });
    if (judges === true && rules.some(({ who }) => who === 'assignee'))
      faults.push({ path, reason: '承办单位不能审批自己的事', help: '换成另一个机构的岗位' });
    if (!isChild && rules.some(({ who }) => who === 'parent-assignee'))
      faults.push({ path, reason: '这个程序没有上级事项，也就没有上级的承办单位', help: '换成一个岗位' });
    return faults;
  });
}

/**
 * Whether everybody named is there under the charter, holds the power, and judges no work of their own.
 * @param isAssigned of a child matter: whether an organ was called when it was opened
 */
export function checkActors(
  procedure: Procedure,
  charter: Charter,
  isChild: boolean,
  isAssigned = isChild,
): readonly Fault[] {
  const absent = namings(procedure).flatMap(({ path, rule, powers }) =>
    simple(rule).flatMap((each): Fault[] => {
      const fault =
        exists(each, charter) ?? (powers === undefined ? undefined : holds(each, powers, charter));
      return fault === undefined ? [] : [{ path, ...fault }];
    }),
  );
  return [...absent, ...relative(procedure, isChild, isAssigned)];
}
