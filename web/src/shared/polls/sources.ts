import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { MatterBody, PollsBody } from '../api/bodies.ts';
import { getJson } from '../api/client.ts';

export const pollsPath = (community: string, matter: string): string => `/api/polls/${community}/${matter}`;
export const pollsKey = (community: string, matter: string) => ['polls', community, matter];

/**
 * The votes and meetings of a matter; asked for only where it has any.
 * @param version of the matter, where it is known: each of its events may bring another poll, or change one.
 */
export const usePolls = (community: string, matter: string, enabled = true, version = 0) =>
  useQuery({
    queryKey: [...pollsKey(community, matter), version],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => getJson<PollsBody>(pollsPath(community, matter), signal),
    enabled,
  });

const ofRolls = new Set(['roll-frozen', 'convened']);
/** Whether a roll was ever frozen for it. */
export const hasPolls = ({ record }: Pick<MatterBody, 'record'>): boolean =>
  record.some(({ type }) => ofRolls.has(type));
