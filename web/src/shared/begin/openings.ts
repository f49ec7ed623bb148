import { useQuery } from '@tanstack/react-query';
import type { OpeningsBody } from '../api/bodies.ts';
import { getJson } from '../api/client.ts';

export type Opening = OpeningsBody['rows'][number];
/** Begun on pages of their own. */
const elsewhere: ReadonlySet<string> = new Set(['complaint', 'help-call', 'weekly-report', 'monthly-topic']);
export const useOpenings = () =>
  useQuery({
    queryKey: ['openings'],
    queryFn: ({ signal }) => getJson<OpeningsBody>('/api/openings', signal),
    select: ({ rows }) => rows.filter(({ procedure }) => !elsewhere.has(procedure.id)),
  });
