import { z } from 'zod';
import { Id, Instant, Key, Title } from '../../http/schemas.ts';
import { StationBody } from '../matters/schema.ts';

export const HallParams = z.object({
  community: Key,
  id: Id,
  mark: z.string().regex(/^[a-z2-7]{26}$/),
});
const Heads = z.number().int();
export const HallBody = z.object({
  community: z.string(),
  matter: Id,
  name: z.string().describe('Of the meeting'),
  roll: Title,
  place: z.string(),
  startsAt: Instant,
  begunAt: Instant.optional(),
  checkIn: z.string().optional().describe('Where the code on the wall leads; it changes every ten minutes'),
  items: z.array(
    z.object({
      matter: Id,
      number: z.string(),
      title: z.string(),
      text: z.string(),
      state: z.enum(['waiting', 'begun', 'decided', 'over']),
      due: Heads,
      present: Heads,
      aside: z.string().optional().describe('1 户回避，不计入应到'),
      attendance: z.string().describe('应到 …，实到 …，够了'),
      quorate: z.boolean(),
      sides: z.array(z.object({ title: Title, times: z.number().int() })),
      result: z
        .object({
          outcome: z.string(),
          passed: z.boolean(),
          counts: z.array(z.object({ title: z.string(), votes: Heads })).describe('None where held back'),
        })
        .optional(),
    }),
  ),
  stations: z.array(StationBody),
});
export const MeetingBody = HallBody.extend({
  hall: z.string().describe('Path of the page for the wall, for whoever opens it there'),
});

export const WaitingBody = z.object({
  rows: z.array(
    z.object({
      matter: Id,
      number: z.string(),
      title: z.string(),
      roll: z.object({ id: z.string(), title: Title }),
    }),
  ),
});
export const ConveneBody = z.object({
  id: Id.describe('Made by the page; repeating it convenes nothing again'),
  starts: z.string().max(30).describe('2026-12-05T19:30'),
  place: z.string().min(1).max(100),
  items: z
    .array(z.object({ matter: Id, text: z.string().min(1).max(20_000) }))
    .min(2)
    .max(20)
    .describe('In the order of the agenda'),
});
export const ConvenedBody = z.object({ matters: z.number().int() });

export const CheckInBody = z.object({ code: z.string().regex(/^[a-z2-7]{8}$/) });
export const CheckedInBody = z.object({ at: Instant, no: z.number().int(), label: z.string() });
export const ArrivalBody = z.object({
  entry: Id,
  at: Instant.optional().describe('Of a paper list: when they came'),
});
export const ArrivedBody = z.object({ at: Instant });
export const UndoBody = z.object({ entry: Id, reason: z.string().trim().min(2).max(200) });
