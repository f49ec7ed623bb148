import { z } from 'zod';
import { Title } from '../../http/schemas.ts';
import { Day, Reason, Source, Version } from './change-parts.ts';

export const GroupLine = z.object({
  title: Title,
  id: z.uuid().optional().describe('Absent where a rule tells'),
  from: z.string().optional(),
  until: z.string().optional().describe('The last day'),
  source: z.string().optional(),
  reason: z.string().optional(),
  by: z.string().optional(),
  at: z.number().optional(),
});
export const CarerLine = z.object({
  name: z.string(),
  post: Title,
  organ: Title,
  from: z.string(),
  until: z.string().optional(),
});
export const GroupsPart = z.object({
  rows: z.array(GroupLine),
  sensitive: z
    .array(Title)
    .describe('Groups that this reader may see after saying why; whether the resident is in any is not told'),
  maySet: z.array(z.object({ id: z.string(), title: Title, sensitive: z.boolean() })),
  carers: z.array(CarerLine).describe('Who looks after them; the last first'),
  mayCare: z.array(
    z.object({
      person: z.uuid(),
      post: z.string(),
      organ: z.string(),
      name: z.string(),
      postTitle: Title,
      organTitle: Title,
    }),
  ),
});

const change = { version: Version, source: Source, day: Day };
export const SetGroupBody = z.object({ ...change, group: z.string().max(40), reason: Reason });
export const EndGroupBody = z.object({ ...change, reason: Reason });
export const CarerBody = z.object({
  ...change,
  seat: z
    .object({ person: z.uuid(), post: z.string().max(100), organ: z.string().max(100) })
    .optional()
    .describe('Absent: nobody from that day on'),
});
export const MembershipParams = z.object({
  community: z.string().max(100),
  id: z.uuid(),
  membership: z.uuid(),
});
export const LookBody = z.object({ reason: Reason });
export const LookedAt = z.object({ rows: z.array(GroupLine) });
