import { saidOf } from '@liren/core/engine/says.ts';
import { kindOf } from '@liren/core/steps/index.ts';
import type { Key } from './town.ts';

/** What stands on the button of this action at this step. */
export function buttonOf({ definition: { procedure } }: Key, at: string, action: string): string {
  const step = procedure.steps[at];
  if (step === undefined) throw new Error(`no step ${at}`);
  const own = kindOf(step.kind).actions.find(({ name }) => name === action);
  const said = saidOf(procedure, step, action).do ?? own?.title;
  if (said === undefined) throw new Error(`no ${action} at ${at}`);
  return said;
}
