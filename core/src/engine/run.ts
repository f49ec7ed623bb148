import { type Instant, instant } from '../basics/ids.ts';
import type { Json, JsonObject } from '../basics/json.ts';
import { kindOf } from '../steps/index.ts';
import { holdersOf } from './actors.ts';
import { foldInto, ownCopy } from './evolve.ts';
import type { Context, Decision } from './kind.ts';
import { limitEnds } from './limits.ts';
import type {
  ActorStamp,
  Definition,
  Draft,
  Facts,
  Field,
  Matter,
  NewEvent,
  OwnMatter,
  SealedValue,
  Visit,
  Way,
} from './types.ts';

/** More stages than this in one decision means a procedure that runs in circles by itself. */
const mostStagesAtOnce = 50;

/** Collects events and folds them at once, so that each next rule sees what came before. */
export class Run {
  readonly drafts: Draft[] = [];
  /** The fields whose answers the events of this run may seal. */
  fields: readonly Field[] = [];
  /** This run's own copy; rules read it and keep nothing of it. */
  private current: OwnMatter | undefined;
  private readonly definition: Definition;
  private facts: Facts;

  constructor(definition: Definition, facts: Facts, matter?: Matter) {
    this.definition = definition;
    this.facts = facts;
    this.current = matter && ownCopy(matter);
  }

  get matter(): Matter {
    if (this.current === undefined) throw new Error('a run without a matter');
    return this.current;
  }

  emit(event: NewEvent, actor: ActorStamp, step?: string): void {
    const draft: { -readonly [Name in keyof Draft]: Draft[Name] } = {
      seq: (this.current?.version ?? 0) + 1,
      type: event.type,
      at: this.facts.now,
      actor,
      data: event.data ?? {},
    };
    if (step !== undefined) draft.step = step;
    const sealed = event.sealed === undefined ? undefined : sealedBy(event.sealed, this.fields);
    if (sealed !== undefined) draft.sealed = sealed;
    if (event.passedOn !== undefined) draft.passedOn = event.passedOn;
    this.drafts.push(draft);
    this.current = foldInto(this.current, draft);
  }

  /** Without a visit the matter has ended, and what happens belongs to no step. */
  apply(decision: Decision, visit: Visit | undefined, actor: ActorStamp): void {
    for (const event of decision.events) this.emit(event, actor, visit?.step);
    if (decision.outcome !== undefined && visit !== undefined) this.leave(visit, decision.outcome, actor);
  }

  leave(visit: Visit, outcome: string, actor: ActorStamp): void {
    const way = this.definition.procedure.steps[visit.step]?.then[outcome];
    if (way === undefined) throw new Error(`step ${visit.step} has no way for outcome ${outcome}`);
    this.emit({ type: 'step-left', data: { outcome } }, actor, visit.step);
    this.enter(nextStep(way, this.matter, visit.step, outcome), actor);
  }

  enter(name: string, actor: ActorStamp): void {
    if (this.drafts.length > mostStagesAtOnce * 2) throw new Error(`procedure runs in circles at ${name}`);
    const { step, kind, context } = contextOf(this.definition, this.matter, name, this.facts);
    if (step.kind === 'end') {
      const config = step.config as { outcome: string };
      this.emit({ type: 'ended', data: { outcome: config.outcome } }, actor, name);
      return;
    }
    const n = this.matter.path.filter((past) => past.step === name).length + 1;
    const entry = kind.enter(context);
    const limit = limitEnds(step.limit, this.matter, this.facts.calendar, this.facts.now);
    const clocks: JsonObject = { ...entry.clocks, ...(limit !== undefined && { limit }) };
    const data: JsonObject = { kind: step.kind, n, clocks, state: entry.state as Json };
    this.emit({ type: 'step-entered', data }, actor, name);
    if (entry.outcome !== undefined && this.matter.stage.status === 'open')
      this.leave(this.matter.stage.visit, entry.outcome, actor);
  }

  /**
   * Lets every clock that is due do what it must, oldest first, before anything else happens. What a clock brings
   * about happened when it ran out, however much later it is noticed: the record of a matter is the same whether
   * the server was up all the time or down in between.
   */
  advance(): void {
    const { facts } = this;
    for (let due = dueClock(this.matter, facts.now); due; due = dueClock(this.matter, facts.now)) {
      const { visit, clock, dueAt } = due;
      this.facts = { ...facts, now: instant(Math.max(dueAt, this.matter.lastAt)) };
      const { kind, context, step } = contextOf(this.definition, this.matter, visit.step, this.facts);
      const decision = kind.onClock?.({ ...context, state: visit.state }, clock) ?? { events: [] };
      const late = decision.outcome === undefined && decision.late !== false;
      const told = late
        ? step.late.flatMap((rule) =>
            holdersOf(rule, this.matter, this.definition.charter, this.facts.organs),
          )
        : [];
      const data = { clock, dueAt, late, told: told as unknown as Json };
      this.emit({ type: 'clock-passed', data }, systemStamp, visit.step);
      this.apply(decision, visit, systemStamp);
    }
    this.facts = facts;
  }
}

/** What nobody declared an audience for is read by the handlers alone. */
function sealedBy(said: Readonly<Record<string, Json>>, fields: readonly Field[]): Draft['sealed'] {
  const sealed: Record<string, SealedValue> = {};
  let isEmpty = true;
  for (const name of Object.keys(said)) {
    const audience = fields.find((field) => field.name === name)?.audience ?? 'handlers';
    sealed[name] = { value: said[name] ?? null, audience };
    isEmpty = false;
  }
  return isEmpty ? undefined : sealed;
}

export const systemStamp: ActorStamp = { handle: 'system' as ActorStamp['handle'] };

function nextStep(way: Way, matter: Matter, step: string, outcome: string): string {
  if (way.times === undefined || way.after === undefined) return way.to;
  const taken = matter.path.filter((past) => past.step === step && past.outcome === outcome).length;
  return taken <= way.times ? way.to : way.after;
}

/** Asked before every decision and seldom true. */
function hasDue({ clocks }: Visit, now: Instant): boolean {
  for (const name in clocks) {
    const clock = clocks[name];
    if (clock !== undefined && clock.passedAt === undefined && clock.dueAt <= now) return true;
  }
  return false;
}

function dueClock(matter: Matter, now: Instant): { visit: Visit; clock: string; dueAt: Instant } | undefined {
  if (matter.stage.status !== 'open') return undefined;
  const { visit } = matter.stage;
  if (!hasDue(visit, now)) return undefined;
  const due = Object.entries(visit.clocks)
    .filter(([, clock]) => clock.passedAt === undefined && clock.dueAt <= now)
    .sort(([nameA, a], [nameB, b]) => a.dueAt - b.dueAt || (nameA < nameB ? -1 : 1))[0];
  return due === undefined ? undefined : { visit, clock: due[0], dueAt: due[1].dueAt };
}

/** The step, its kind, and all that the kind may look at. */
export function contextOf(definition: Definition, matter: Matter, name: string, facts: Facts) {
  const step = definition.procedure.steps[name];
  if (step === undefined) throw new Error(`procedure ${definition.procedure.id} has no step ${name}`);
  const state = matter.stage.status === 'open' ? matter.stage.visit.state : {};
  const context: Context<unknown, unknown> = {
    definition,
    matter,
    name,
    step,
    config: step.config,
    state,
    facts,
  };
  return { step, kind: kindOf(step.kind), context };
}
