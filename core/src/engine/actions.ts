import { err, ok, type Result } from '../basics/result.ts';
import { kindOf } from '../steps/index.ts';
import { mayAct } from './actors.ts';
import { type AlwaysAction, alwaysActions } from './always.ts';
import type { Action, Answers, Context, Decision } from './kind.ts';
import type { Refusal } from './refusal.ts';
import { saidOf } from './says.ts';
import type { ActorRule, ActorStamp, Definition, Facts, Field, Matter } from './types.ts';

/** Something the actor could do, as a screen needs it: grey with its reason when hindered. */
export interface Offer {
  readonly name: string;
  readonly title: string;
  /** Having done it, where the procedure has its own words for that. */
  readonly did?: string;
  readonly main: boolean;
  readonly fields: readonly Field[];
  readonly stamp: ActorStamp;
  readonly hindrance?: Refusal;
}
interface Found {
  readonly offer: Offer;
  readonly decide: (answers: Answers) => Result<Decision, Refusal>;
}

type AnyAction = Action<unknown, unknown> | AlwaysAction;

interface Candidate {
  readonly action: AnyAction;
  readonly rule: ActorRule;
  readonly context: Context<unknown, unknown>;
}
const afterEnd = alwaysActions.filter((action) => action.afterEnd === true);

/** The actions of the current stage and those that are always there, with who may take each; `only` one, if named. */
function candidates(
  definition: Definition,
  matter: Matter,
  facts: Facts,
  only?: string,
): readonly Candidate[] {
  const { stage } = matter;
  const name = stage.status === 'open' ? stage.visit.step : stage.step;
  const step = definition.procedure.steps[name];
  if (step === undefined) throw new Error(`procedure ${definition.procedure.id} has no step ${name}`);
  const state = stage.status === 'open' ? stage.visit.state : {};
  const context = { definition, matter, name, step, config: step.config, state, facts };
  const found: Candidate[] = [];
  for (const actions of [kindOf(step.kind).actions, stage.status === 'open' ? alwaysActions : afterEnd]) {
    for (const action of actions) {
      if (only !== undefined && action.name !== only) continue;
      const rule = action.by(context);
      if (rule !== undefined) found.push({ action, rule, context });
    }
  }
  return found;
}

function offerOf(action: AnyAction, context: Context<unknown, unknown>, stamp: ActorStamp): Offer {
  const hindrance = action.hindrance?.(context);
  const said = saidOf(context.definition.procedure, context.step, action.name);
  return {
    name: action.name,
    title: said.do ?? action.title,
    ...(said.did !== undefined && { did: said.did }),
    main: action.main ?? false,
    fields: action.fields?.(context) ?? [],
    stamp,
    ...(hindrance !== undefined && { hindrance }),
  };
}

/** The named action if the procedure offers it here and the actor may take it. */
export function findAction(
  definition: Definition,
  matter: Matter,
  name: string,
  facts: Facts,
): Result<Found, Refusal> {
  const named = candidates(definition, matter, facts, name);
  if (named.length === 0)
    return err(
      matter.stage.status === 'ended' ? { code: 'matter-ended' } : { code: 'no-such-action', about: name },
    );
  for (const { action, rule, context } of named) {
    const stamp = mayAct(rule, matter, definition.charter, facts);
    if (stamp === undefined) continue;
    return ok({
      offer: offerOf(action, context, stamp),
      decide: (answers) => action.decide(context, answers),
    });
  }
  return err({ code: 'not-yours', about: name });
}

/** Everything this actor may do on the matter now. The server refuses by the same rules that draw the buttons. */
export function offers(definition: Definition, matter: Matter, facts: Facts): readonly Offer[] {
  return candidates(definition, matter, facts).flatMap(({ action, rule, context }) => {
    const stamp = mayAct(rule, matter, definition.charter, facts);
    return stamp === undefined ? [] : [offerOf(action, context, stamp)];
  });
}

/** Who is asked to act now: the rules of the stage's main actions that nothing hinders. */
export function awaited(definition: Definition, matter: Matter, facts: Facts): readonly ActorRule[] {
  return candidates(definition, matter, facts)
    .filter(({ action, context }) => action.main === true && action.hindrance?.(context) === undefined)
    .map(({ rule }) => rule);
}
