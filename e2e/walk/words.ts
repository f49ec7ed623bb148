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

/** What the pages of a ballot say; whoever joins a demand signs it, and casts no vote. */
export const ballotWords = {
  vote: { about: '表决事项', desk: '窗口代投', cast: '投出这一票', atHome: /投好了/, atDesk: /已在窗口代投/ },
  sign: { about: '要求的事项', desk: '窗口代签', cast: '签上名字', atHome: /签好了/, atDesk: /已在窗口代签/ },
} as const;
export type BallotWords = (typeof ballotWords)[keyof typeof ballotWords];
