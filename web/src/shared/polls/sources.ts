import { useQuery } from '@tanstack/react-query';
import type { MatterBody, PollsBody } from '../api/bodies.ts';
import { getJson } from '../api/client.ts';

export const pollsPath = (community: string, matter: string): string => `/api/polls/${community}/${matter}`;
export const pollsKey = (community: string, matter: string) => ['polls', community, matter];

/** The votes and meetings of a matter; asked for only where it has any. */
export const usePolls = (community: string, matter: string, enabled = true) =>
  useQuery({
    queryKey: pollsKey(community, matter),
    queryFn: ({ signal }) => getJson<PollsBody>(pollsPath(community, matter), signal),
    enabled,
  });

const ofRolls = new Set(['roll-frozen', 'convened']);
/** Whether a roll was ever frozen for it. */
export const hasPolls = ({ record }: Pick<MatterBody, 'record'>): boolean =>
  record.some(({ type }) => ofRolls.has(type));
