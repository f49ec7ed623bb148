import type { MatterId } from '../basics/ids.ts';
import type { JsonObject } from '../basics/json.ts';
import { contextOf, Run, systemStamp } from './run.ts';
import type { Definition, Draft, Facts, Matter } from './types.ts';

/** What a child matter and its parent tell each other. */

/** Tells the parent that a child matter ended; idempotent. */
export function childEnded(
  definition: Definition,
  matter: Matter,
  child: { readonly id: MatterId; readonly outcome: string },
  facts: Facts,
): readonly Draft[] {
  const known = matter.children.find((each) => each.id === child.id);
  if (known === undefined || known.ended !== undefined) return [];
  const run = new Run(definition, facts, matter);
  run.advance();
  run.emit(
    { type: 'child-ended', data: { child: child.id, outcome: child.outcome } },
    systemStamp,
    known.fromStep,
  );
  const after = run.matter;
  if (after.stage.status === 'open' && after.stage.visit.step === known.fromStep) {
    const { kind, context } = contextOf(definition, after, known.fromStep, facts);
    const decision = kind.onChildEnded?.(context);
    if (decision !== undefined) run.apply(decision, after.stage.visit, systemStamp);
  }
  return run.drafts;
}

/** Tells the parent that a child matter waits for it, and what the child says of itself; idempotent. */
export function childWaits(
  definition: Definition,
  matter: Matter,
  child: { readonly id: MatterId; readonly about: JsonObject },
  facts: Facts,
): readonly Draft[] {
  const known = matter.children.find((each) => each.id === child.id);
  if (known === undefined || known.ended !== undefined || known.waiting !== undefined) return [];
  const run = new Run(definition, facts, matter);
  run.advance();
  run.emit(
    { type: 'child-waiting', data: { child: child.id, about: child.about } },
    systemStamp,
    known.fromStep,
  );
  return run.drafts;
}

/** Tells a child that waits what its parent has decided of it; idempotent. */
export function parentDecided(
  definition: Definition,
  matter: Matter,
  outcome: string,
  facts: Facts,
): readonly Draft[] {
  const run = new Run(definition, facts, matter);
  run.advance();
  const { stage } = run.matter;
  if (stage.status !== 'open' || stage.visit.kind !== 'wait') return [];
  run.apply({ events: [{ type: 'parent-decided', data: { outcome } }], outcome }, stage.visit, systemStamp);
  return run.drafts;
}
