import { type MatterId, matterId, type OrganId, organId } from '../basics/ids.ts';
import type { JsonObject } from '../basics/json.ts';
import type { Draft, Matter } from '../engine/types.ts';

/** What a decision asks of other matters; the shell carries it out in the same transaction. */
export type Effect =
  | {
      readonly effect: 'open-child';
      readonly id: MatterId;
      readonly procedure: string;
      /** Absent where nobody is called: the child finds its own way. */
      readonly organ: OrganId | undefined;
      /** Answers to its opening form, in the words of who called. */
      readonly input: JsonObject;
    }
  | { readonly effect: 'tell-parent'; readonly parent: MatterId; readonly outcome: string }
  /** The child waits for its parent, and tells these answers of its own. */
  | { readonly effect: 'wait-for-parent'; readonly parent: MatterId; readonly tells: readonly string[] }
  | { readonly effect: 'tell-child'; readonly child: MatterId; readonly outcome: string };

function openings({ data, sealed = {}, passedOn = {} }: Draft): readonly Effect[] {
  const said = Object.fromEntries(Object.entries(sealed).map(([name, { value }]) => [name, value]));
  return (data['children'] as readonly JsonObject[]).map(({ id, procedure, organ }) => ({
    effect: 'open-child',
    id: matterId(String(id)),
    procedure: String(procedure),
    organ: organ === undefined ? undefined : organId(String(organ)),
    input: { ...said, ...passedOn },
  }));
}

const isWait = ({ type, data }: Draft): boolean => type === 'step-entered' && data['kind'] === 'wait';
/** Whether the parent hears of it, so that it must be held first. */
export const reachesParent = (drafts: readonly Draft[]): boolean =>
  drafts.some((draft) => draft.type === 'ended' || isWait(draft));

export function effectsOf({ parent }: Matter, drafts: readonly Draft[]): readonly Effect[] {
  return drafts.flatMap((draft): readonly Effect[] => {
    const { type, data } = draft;
    if (type === 'children-opened') return openings(draft);
    if (type === 'allocated')
      return (data['children'] as readonly JsonObject[]).map(({ id, outcome }) => ({
        effect: 'tell-child',
        child: matterId(String(id)),
        outcome: String(outcome),
      }));
    if (parent === undefined) return [];
    if (type === 'ended') return [{ effect: 'tell-parent', parent, outcome: String(data['outcome']) }];
    if (!isWait(draft)) return [];
    const { tells } = data['state'] as unknown as { readonly tells: readonly string[] };
    return [{ effect: 'wait-for-parent', parent, tells }];
  });
}
