import { mayAct } from '@liren/core/engine/actors.ts';
import type { Definition, Facts, Matter } from '@liren/core/engine/types.ts';
import type { PollStep } from './poll-step.ts';

/** Whether one of the actor's seats runs this vote or meeting: keeps its roll, its desk and its papers. */
export function keepsPoll(definition: Definition, matter: Matter, facts: Facts, step: PollStep): boolean {
  const by = definition.procedure.steps[step.step]?.by;
  return by !== undefined && mayAct(by, matter, definition.charter, facts) !== undefined;
}
