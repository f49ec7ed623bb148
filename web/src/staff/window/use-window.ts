import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { MatterBody, OpenedBody, ServiceItem } from '../../shared/api/bodies.ts';
import { getJson, postJson } from '../../shared/api/client.ts';
import type { Draft } from '../../shared/matter/answers.ts';
import { newId } from '../../shared/matter/new-id.ts';
import { matterPath } from '../../shared/matter/sources.ts';
import { useDraft } from '../../shared/matter/use-draft.ts';
import { useMe } from '../frame/use-me.ts';
import { groundOf } from '../intake/intake-draft.ts';
import { lackingOf, neededIn, openingOf, type Standing, standingOf } from './window-draft.ts';

export interface TakenIn {
  readonly opened: OpenedBody;
  readonly outcome: 'whole' | 'lacking' | 'send';
  /** Path of the paper to print. */
  readonly receipt: string | undefined;
  /** The matter stands, and what was ticked did not reach it. */
  readonly partly: boolean;
}

/** Whoever stands at the window is taken in on the spot; else whoever goes or calls does it. */
async function takeIn(
  item: ServiceItem,
  standing: Standing,
  ids: readonly [string, string],
): Promise<TakenIn> {
  const opened = await postJson<OpenedBody>('/api/matters', openingOf(item, standing, ids[0]));
  const path = matterPath(opened.community, opened.id);
  const outcome =
    standing.way !== 'window' ? 'send' : lackingOf(item, standing).length > 0 ? 'lacking' : 'whole';
  let partly = false;
  if (outcome !== 'send') {
    const { brought, needed } = standing;
    const input = { brought: [...brought], needed: needed.filter((id) => !brought.includes(id)) };
    const body = { commandId: ids[1], type: 'take-in', input };
    partly = await postJson(`${path}/commands`, body).then(
      () => false,
      () => true,
    );
  }
  const { receipt } = await getJson<MatterBody>(path);
  return { opened, outcome, receipt, partly };
}

/** One person at the window, from the item to the paper; ids stay the same until it is taken in. */
export function useWindow(items: readonly ServiceItem[]) {
  const first: Draft = { ...groundOf(useMe()), way: 'window' };
  const [draft, setDraft, forget] = useDraft('window', first);
  const [asked, setAsked] = useState(false);
  const ids = useRef<readonly [string, string]>([newId(), newId()]);
  const standing = standingOf(draft);
  const item = items.find(({ id }) => id === standing.item);
  const send = useMutation({
    mutationFn: (chosen: ServiceItem) => takeIn(chosen, standing, ids.current),
    onSuccess: forget,
  });
  return {
    standing,
    item,
    asked,
    send,
    change: (next: Draft) => setDraft({ ...draft, ...next }),
    submit: () => {
      setAsked(true);
      if (item !== undefined && neededIn(standing) === undefined) send.mutate(item);
    },
    next: () => {
      ids.current = [newId(), newId()];
      setAsked(false);
      setDraft(first);
      forget();
      send.reset();
    },
  };
}
export type AtWindow = ReturnType<typeof useWindow>;
