import { z } from 'zod';
import { Choice, Id, Instant, Key, Title } from '../../http/schemas.ts';
import { CivilDay, DutyBody } from '../grid/schema.ts';

const State = z.enum(['waiting', 'accepted', 'refused']);
export const ExplainedDuty = DutyBody.extend({
  explained: State.optional().describe('A reason was given for days of its period; the figure is as it is'),
});
export const ReasonBody = z.object({
  id: Id,
  title: Title,
  from: CivilDay,
  until: CivilDay,
  at: Instant,
  state: State,
  words: z.string().optional().describe('For the worker and whoever answers'),
  answer: z.string().optional(),
  answeredBy: z.string().optional(),
});
export const OwnReasons = z.object({
  seats: z.array(
    z.object({
      community: z.string(),
      kinds: z.array(Choice),
      duties: z.array(ExplainedDuty),
      reasons: z.array(ReasonBody),
    }),
  ),
});
const words = z.string().trim().max(500).default('');
export const NewReason = z.object({
  id: Id.describe('Made by the page; repeating it never acts twice'),
  community: Key,
  kind: Key,
  from: CivilDay,
  until: CivilDay,
  words,
});
export const ReasonParams = z.object({ community: Key, id: Id });
export const Answer = z.object({ accepted: z.boolean(), words });

export const Recorded = z.object({
  entries: z.number().int().describe('Visits, patrols, notes'),
  first: Instant.optional(),
  last: Instant.optional(),
  raised: z.number().int().describe('Matters raised from them'),
  phones: z.array(z.object({ id: Id, title: z.string(), seenAt: Instant })),
  taken: z
    .array(z.object({ at: Instant, phone: z.string(), homes: z.number().int(), residents: z.number().int() }))
    .describe('The last times that homes went onto a phone, latest first'),
});
