import type { Instant } from '../basics/ids.ts';
import { holdersOf } from '../engine/actors.ts';
import type { ActorRule, Definition, Facts, Matter, Organ, Procedure, Step } from '../engine/types.ts';
import { kindOf } from '../steps/index.ts';

export type StopState = 'done' | 'here' | 'to-come' | 'skipped' | 'late';
/** One station of a matter's line: a step with what became of it. */
export interface Stop {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly state: StopState;
  /** Titles of posts, organs or kinds of person. */
  readonly who: readonly string[];
  readonly dueAt?: Instant;
  readonly enteredAt?: Instant;
  readonly leftAt?: Instant;
  /** Ids of the rules that ask for it. */
  readonly law: readonly string[];
  readonly outcome?: string;
  readonly visits: number;
  readonly branches: readonly {
    readonly title: string;
    readonly state: StopState;
    readonly outcome?: string;
  }[];
  readonly backTo: readonly { readonly id: string; readonly taken: boolean; readonly outcome: string }[];
}

/**
 * The way a matter goes when all is well: the outcome that each kind names first, from the first step to an end. The
 * order of keys in `then` means nothing, for a stored procedure does not keep it.
 */
function mainLine(procedure: Procedure, first: string): readonly string[] {
  const line: string[] = [];
  let name: string | undefined = first;
  while (name !== undefined && !line.includes(name)) {
    line.push(name);
    name = wellFrom(procedure.steps[name]);
  }
  return line;
}

function wellFrom(step: Step | undefined): string | undefined {
  if (step === undefined) return undefined;
  const [best] = kindOf(step.kind).outcomes(step.config);
  return best === undefined ? undefined : step.then[best]?.to;
}

/** Steps off the main line stand behind the step from which the matter came to them, once it has. */
function lineOf(procedure: Procedure, matter: Matter | undefined): readonly string[] {
  if (matter === undefined) return mainLine(procedure, procedure.first);
  const walked = [...matter.path.map((past) => past.step), currentStep(matter)];
  const line = [...mainLine(procedure, walked[0] ?? procedure.first)];
  const ended = matter.stage.status === 'ended';
  walked.forEach((step, i) => {
    if (line.includes(step)) return;
    const before = walked[i - 1];
    line.splice(before === undefined ? 0 : line.indexOf(before) + 1, 0, step);
  });
  // What lay ahead of an ended matter is of no use to anyone: its line is the way that it went.
  return ended ? line.filter((step) => walked.includes(step)) : line;
}

const currentStep = (matter: Matter): string =>
  matter.stage.status === 'open' ? matter.stage.visit.step : matter.stage.step;

/** What whoever opened such a matter is called. */
export const openerTitle = ({ opens }: Procedure): string => opens.opener ?? '发起人';

/** Who a rule means, by title: the organs and posts that serve the place, or the kind of person. */
export function whoActs(
  rule: ActorRule | undefined,
  definition: Definition,
  where: Parameters<typeof holdersOf>[1] | undefined,
  organs: readonly Organ[],
): readonly string[] {
  if (rule === undefined) return [];
  const { charter, procedure } = definition;
  switch (rule.who) {
    case 'anyone':
      return ['任何人'];
    case 'resident':
      return ['居民'];
    case 'opener':
      return [openerTitle(procedure)];
    case 'system':
      return [];
    case 'any':
      return rule.of.flatMap((each) => whoActs(each, definition, where, organs));
    case 'post':
      return [charter.posts[rule.post]?.title ?? rule.post];
    case 'organ':
      return [charter.organs[rule.organ]?.title ?? rule.organ];
    case 'assignee':
    case 'parent-assignee': {
      const [holder] = where === undefined ? [] : holdersOf(rule, where, charter, organs);
      const organ =
        holder !== undefined && 'organ' in holder ? organs.find((o) => o.id === holder.organ) : undefined;
      return [organ?.title ?? '承办单位'];
    }
  }
}

function stateOf(name: string, matter: Matter | undefined, visits: number): StopState {
  if (matter === undefined) return 'to-come';
  if (currentStep(matter) !== name)
    return visits > 0 ? 'done' : matter.stage.status === 'ended' ? 'skipped' : 'to-come';
  if (matter.stage.status === 'ended') return 'done';
  return matter.stage.visit.clocks['limit']?.passedAt === undefined ? 'here' : 'late';
}

function branchesOf(name: string, matter: Matter | undefined, organs: readonly Organ[]): Stop['branches'] {
  return (matter?.children ?? [])
    .filter((child) => child.fromStep === name)
    .map((child) => ({
      title: organs.find((organ) => organ.id === child.organ)?.title ?? '',
      state: child.ended === undefined ? ('here' as const) : ('done' as const),
      ...(child.ended !== undefined && { outcome: child.ended.outcome }),
    }));
}

/** The station line of a matter, or of a procedure before a matter begins. */
export function stopsOf(
  definition: Definition,
  matter: Matter | undefined,
  facts: Pick<Facts, 'organs'>,
): readonly Stop[] {
  const { procedure } = definition;
  const line = lineOf(procedure, matter);
  return line.map((name): Stop => {
    const step = procedure.steps[name];
    const past = (matter?.path ?? []).filter((each) => each.step === name);
    const last = past.at(-1);
    const visit =
      matter?.stage.status === 'open' && matter.stage.visit.step === name ? matter.stage.visit : undefined;
    const visits = past.length + (visit === undefined ? 0 : 1);
    const enteredAt = visit?.enteredAt ?? last?.enteredAt;
    const dueAt = visit?.clocks['limit']?.dueAt;
    const earlier = (to: string): boolean => line.indexOf(to) >= 0 && line.indexOf(to) <= line.indexOf(name);
    return {
      id: name,
      title: step?.title ?? name,
      kind: step?.kind ?? '',
      state: stateOf(name, matter, visits),
      visits,
      who: whoActs(step?.by, definition, matter, facts.organs),
      law: step?.law ?? [],
      branches: branchesOf(name, matter, facts.organs),
      backTo: Object.entries(step?.then ?? {})
        .filter(([, way]) => earlier(way.to))
        .map(([outcome, way]) => ({
          id: way.to,
          outcome,
          taken: past.some((each) => each.outcome === outcome),
        })),
      ...(dueAt !== undefined && { dueAt }),
      ...(enteredAt !== undefined && { enteredAt }),
      ...(visit === undefined && last !== undefined && { leftAt: last.leftAt, outcome: last.outcome }),
    };
  });
}
