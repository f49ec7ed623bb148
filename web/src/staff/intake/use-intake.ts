import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { JoinedForBody, MeBody, OpenedBody, OpeningBody, SimilarLine } from '../../shared/api/bodies.ts';
import { getJson, postJson } from '../../shared/api/client.ts';
import type { Draft } from '../../shared/matter/answers.ts';
import { newId } from '../../shared/matter/new-id.ts';
import { useDraft } from '../../shared/matter/use-draft.ts';
import { useMe } from '../frame/use-me.ts';
import { type Call, callOf, digitsOf, groundOf, inputOf } from './intake-draft.ts';

function channelOf(me: MeBody): string {
  const posts = me.posts.map(({ post }) => post);
  if (posts.includes('hotline-clerk')) return 'hotline';
  return posts.includes('grid-worker') ? 'grid' : 'window';
}

const callerOf = (call: Call) => ({
  ...(call.phone !== '' && { phone: digitsOf(call.phone) }),
  ...(call.name !== '' && { name: call.name }),
});

const bodyOf = (call: Call, commandId: string) => ({
  commandId,
  procedure: call.procedure,
  ...(call.community !== '' && { community: call.community }),
  // A point on the map tells more than the grid that was chosen beforehand.
  ...(call.grid !== '' && call.spot === undefined && { place: call.grid }),
  // Whoever calls for help is not asked what kind of affair that is.
  ...(call.affair !== '' && call.procedure === 'complaint' && { affair: call.affair }),
  urgency: call.procedure === 'complaint' ? call.urgency : 'normal',
  channel: call.channel,
  caller: callerOf(call),
  input: inputOf(call),
});

export const useOpening = (procedure: string): OpeningBody | undefined =>
  useQuery({
    queryKey: ['opening', procedure],
    queryFn: () => getJson<OpeningBody>(`/api/procedures/${procedure}/opening`),
    staleTime: 600_000,
  }).data;

/** What it is and roughly where: nothing else must be known to take a call in. */
function neededIn(call: Call): 'title' | 'community' | undefined {
  if (call.title.trim() === '' && call.procedure === 'complaint') return 'title';
  return call.community === '' && call.spot === undefined ? 'community' : undefined;
}

export interface JoinedCall {
  readonly line: SimilarLine;
  /** False: the caller counted already. */
  readonly joined: boolean;
}
/** Counts the caller in on a matter that is open already. The same caller and matter keep their id: a retry counts once. */
function useJoin(call: Call) {
  const ids = useRef(new Map<string, string>());
  return useMutation({
    mutationFn: async (line: SimilarLine): Promise<JoinedCall> => {
      const key = `${line.id} ${digitsOf(call.phone)}`;
      const commandId = ids.current.get(key) ?? newId();
      ids.current.set(key, commandId);
      const { joined } = await postJson<JoinedForBody>(`/api/matters/${line.community}/${line.id}/join-for`, {
        commandId,
        caller: callerOf(call),
      });
      return { line, joined };
    },
  });
}

/** One call from the first key to its number; the id stays the same until it is taken in, so a retry never doubles it. */
export function useIntake() {
  const me = useMe();
  const first: Draft = { channel: channelOf(me), ...groundOf(me) };
  const [draft, setDraft, forget] = useDraft('intake', first);
  const [asked, setAsked] = useState(false);
  const commandId = useRef(newId());
  const call = callOf(draft);
  const send = useMutation({
    mutationFn: () => postJson<OpenedBody>('/api/matters', bodyOf(call, commandId.current)),
    onSuccess: forget,
  });
  const join = useJoin(call);
  return {
    call,
    asked,
    send,
    join,
    change: (next: Draft) => setDraft({ ...draft, ...next }),
    /** Sends it, or names the field that is still needed. */
    submit: (): 'title' | 'community' | undefined => {
      setAsked(true);
      const needed = neededIn(call);
      if (needed === undefined) send.mutate();
      return needed;
    },
    next: () => {
      commandId.current = newId();
      setAsked(false);
      setDraft(first);
      forget();
      send.reset();
      join.reset();
    },
  };
}
export type Intake = ReturnType<typeof useIntake>;
