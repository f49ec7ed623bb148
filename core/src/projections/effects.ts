import { type MatterId, matterId, type OrganId, organId } from '../basics/ids.ts';
import type { JsonObject } from '../basics/json.ts';
import type { Draft, Matter, SealedValue } from '../engine/types.ts';

/** What a decision asks of other matters; the shell carries it out in the same transaction. */
export type Effect =
  | {
      readonly effect: 'open-child';
      readonly id: MatterId;
      readonly procedure: string;
      readonly organ: OrganId;
      /** What is asked, in the words of who called. */
      readonly said: Readonly<Record<string, SealedValue>>;
    }
  | { readonly effect: 'tell-parent'; readonly parent: MatterId; readonly outcome: string };

export function effectsOf(matter: Matter, drafts: readonly Draft[]): readonly Effect[] {
  return drafts.flatMap((draft): readonly Effect[] => {
    if (draft.type === 'children-opened') {
      const children = draft.data['children'] as readonly JsonObject[];
      return children.map((child) => ({
        effect: 'open-child',
        id: matterId(String(child['id'])),
        procedure: String(child['procedure']),
        organ: organId(String(child['organ'])),
        said: draft.sealed ?? {},
      }));
    }
    if (draft.type === 'ended' && matter.parent !== undefined)
      return [{ effect: 'tell-parent', parent: matter.parent, outcome: String(draft.data['outcome']) }];
    return [];
  });
}
