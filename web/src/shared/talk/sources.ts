import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MatterBody, TalkBody, TalkMapBody } from '../api/bodies.ts';
import { getJson, postJson } from '../api/client.ts';

export interface TalkKey {
  readonly community: string;
  readonly matter: string;
}
export const talkPath = ({ community, matter }: TalkKey): string => `/api/discussions/${community}/${matter}`;
export const talkKey = ({ community, matter }: TalkKey) => ['talk', community, matter];
export const mapKey = (key: TalkKey) => [...talkKey(key), 'map'];

export const useTalk = (key: TalkKey, enabled = true) =>
  useQuery({
    queryKey: talkKey(key),
    queryFn: ({ signal }) => getJson<TalkBody>(talkPath(key), signal),
    enabled,
  });

export const useTalkMap = (key: TalkKey) =>
  useQuery({
    queryKey: mapKey(key),
    queryFn: ({ signal }) => getJson<TalkMapBody>(`${talkPath(key)}/map`, signal),
  });

/** Whether it stands, or stood, in a discussion. */
export const hasTalk = ({ record }: Pick<MatterBody, 'record'>): boolean =>
  record.some(({ type, data }) => type === 'step-entered' && data['kind'] === 'discuss');

/** Says, votes, shows, takes out, appeals: then everything of the discussion is read anew. */
export function useTalkAct(key: TalkKey) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { readonly path: string; readonly body: object }) =>
      postJson<unknown>(`${talkPath(key)}/${path}`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: talkKey(key) }),
  });
}
