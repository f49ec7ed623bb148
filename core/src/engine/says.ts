import { kinds } from '../steps/index.ts';
import { alwaysActions } from './always.ts';
import type { Procedure, Said, Step } from './types.ts';

/** What the procedure itself calls an action, at this step or everywhere. */
export const saidOf = ({ says }: Procedure, step: Step | undefined, action: string): Said => ({
  ...says?.[action],
  ...step?.says?.[action],
});

/** The words that a procedure has for an event of its record; undefined where it leaves them to the reader's language. */
export function didOf(
  procedure: Procedure,
  event: { readonly type: string; readonly step?: string },
): string | undefined {
  const step = event.step === undefined ? undefined : procedure.steps[event.step];
  const own = step === undefined ? [] : (kinds[step.kind]?.actions ?? []);
  const action = [...own, ...alwaysActions].find(({ makes }) => makes === event.type);
  return action && saidOf(procedure, step, action.name).did;
}
