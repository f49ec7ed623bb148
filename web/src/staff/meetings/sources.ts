import { useQuery } from '@tanstack/react-query';
import type { MeetingBody, RollBody, WaitingBody } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';

export const meetingPath = (community: string, id: string): string =>
  `/api/meetings/${encodeURIComponent(community)}/${encodeURIComponent(id)}`;
/** Under `matters`: whatever moves asks for these anew. */
export const meetingKey = (community: string, id: string) => ['matters', 'meeting', community, id];

/** A meeting as whoever runs it sees it; a refusal where somebody else does. */
export const useMeeting = (community: string, id: string, enabled = true) =>
  useQuery({
    queryKey: meetingKey(community, id),
    queryFn: ({ signal }) => getJson<MeetingBody>(meetingPath(community, id), signal),
    enabled,
    retry: false,
  });

const pageSize = 500;
const mostPages = 20;
/** The whole roll, for a desk that finds people while they wait. */
export const useWholeRoll = (community: string, id: string) =>
  useQuery({
    queryKey: [...meetingKey(community, id), 'roll'],
    queryFn: async ({ signal }) => {
      let rows: RollBody['rows'] = [];
      for (let page = 0; page < mostPages; page++) {
        const after = rows.at(-1)?.no ?? 0;
        const path = `/api/polls/${community}/${id}/roll?after=${after}&limit=${pageSize}`;
        const next = await getJson<RollBody>(path, signal);
        rows = [...rows, ...next.rows];
        if (next.rows.length < pageSize) break;
      }
      return rows;
    },
  });

/** Matters of the community that wait to be convened by whoever asks. */
export const useWaiting = (community: string, enabled = true) =>
  useQuery({
    queryKey: ['matters', 'waiting-to-meet', community],
    queryFn: ({ signal }) =>
      getJson<WaitingBody>(`/api/meetings/${encodeURIComponent(community)}`, signal).then(({ rows }) => rows),
    enabled,
  });
