import { durationUnits } from '@liren/core/checker/source-defs.ts';
import { grades } from '@liren/core/text/nearby.ts';
import { z } from 'zod';
import { Choice, FieldBody, Id, Instant, JsonValue, Key, Month, Title, Titled } from '../http/schemas.ts';
import { MatterLine, Written } from './matters/schema.ts';

/** Answers of the smaller routes. */

export const MeBody = z.object({
  person: z.object({ id: Id, name: z.string(), kind: z.enum(['resident', 'staff']) }).optional(),
  posts: z.array(
    z.object({
      post: z.string(),
      title: Title,
      organ: Titled,
      rights: z.array(z.string()),
      sees: z.enum(['own', 'area']),
      communities: z.array(z.string()).describe('Ids of the communities in the area of the organ'),
      ground: z
        .object({ community: z.string(), grid: z.string().optional() })
        .optional()
        .describe('The one community that the post works in, and its grid there'),
    }),
  ),
  rights: z.array(z.string()),
  rounds: z.boolean().describe('Goes from door to door somewhere: may carry the day on a phone'),
  demo: z.boolean(),
  street: Titled,
  communities: z.array(Titled.extend({ place: z.string() })),
  unread: z.number().int(),
});

export const LimitBody = z.object({ amount: z.number(), unit: z.enum(durationUnits) });
export const OpeningBody = z.object({
  procedure: Titled,
  form: z.array(FieldBody),
  grades: z.array(Choice),
  byUrgency: z.boolean().describe('Whether the urgency changes a limit: else it need not be asked'),
  promise: z
    .array(z.object({ title: Title, limit: LimitBody.optional(), who: z.array(Title) }))
    .describe('The stages to come, told before one begins'),
  mayOpen: z.boolean(),
});

export const OpeningsBody = z.object({
  rows: z.array(
    z.object({
      community: Titled,
      procedure: Titled,
      places: z
        .array(Titled)
        .optional()
        .describe('Where it may be opened, if not for the whole community: one of these'),
    }),
  ),
});

export const TaskLine = MatterLine.extend({ since: Instant, taskDueAt: Instant.optional() });
export const InboxBody = z.object({
  rows: z.array(TaskLine),
  next: z.string().optional(),
  counts: z.object({ all: z.number().int(), late: z.number().int(), today: z.number().int() }),
});

export const MessageLine = z.object({
  id: Id,
  community: z.string(),
  matter: Id,
  number: z.string(),
  title: z.string(),
  written: Written,
  key: z.string().describe('Chooses the words: message.KEY'),
  params: z.record(z.string(), JsonValue),
  at: Instant,
  read: z.boolean(),
});

export const AffairLine = z.object({
  id: z.string(),
  title: Title,
  class: Title,
  group: Titled,
  kind: z.string(),
  handler: z.string(),
  urgency: z.string(),
  description: z.string(),
});

export const SuggestionBody = z.object({
  class: z.object({ id: Title, confidence: z.number(), why: z.array(z.string()) }).optional(),
  affairs: z.array(Titled.extend({ why: z.array(z.string()) })),
  similar: z.array(
    z.object({
      community: z.string(),
      id: Id,
      number: z.string(),
      title: z.string(),
      written: Written,
      openedAt: Instant,
      step: Title,
      joined: z.number().int(),
      distanceMeters: z.number().optional(),
      near: z.enum(grades).describe('By address, distance or area, the nearest first'),
      why: z.array(z.string()),
    }),
  ),
});

/** One row of a ranking; percentages as text with one decimal, exact before rounding. */
export const MeasureRow = z.object({
  key: z.string(),
  title: Title,
  opened: z.number().int(),
  ended: z.number().int(),
  late: z.number().int(),
  excluded: z.number().int(),
  calls: z.number().int(),
  contacted: z.number().int(),
  solved: z.number().int(),
  satisfied: z.number().int(),
  basically: z.number().int(),
  contactedRate: z.string().optional(),
  solvedRate: z.string().optional(),
  satisfiedRate: z.string().optional(),
  score: z.string().optional(),
  rank: z.number().int().optional(),
});
export const MeasuresBody = z.object({
  month: Month,
  by: z.enum(['organ', 'community', 'class', 'street']),
  weights: z.object({
    from: z.string(),
    contacted: z.string(),
    solved: z.string(),
    satisfied: z.string(),
    basically: z.string(),
    source: Title,
  }),
  formula: z.string(),
  rows: z.array(MeasureRow),
  total: MeasureRow,
  months: z.array(z.string()).describe('Months that have figures'),
});

export const PlaceBody = z.object({
  id: z.string(),
  parent: z.string().optional(),
  level: z.string(),
  title: Title,
  shape: JsonValue.optional().describe('GeoJSON geometry, WGS-84'),
});

export const NoticeLine = z.object({
  community: z.string(),
  communityTitle: Title,
  matter: Id,
  seq: z.number().int(),
  procedure: Titled,
  title: z.string(),
  written: Written,
  publishedAt: Instant,
  untilAt: Instant,
  inForce: z.boolean(),
});
export const NoticeBody = NoticeLine.extend({
  text: z.string(),
  figures: JsonValue.optional(),
  publisher: Title,
  objections: z.array(
    z.object({ n: z.number().int(), at: Instant, answered: z.boolean(), answer: z.string().optional() }),
  ),
  mayObject: z.boolean(),
});

export const OverviewBody = z.object({
  street: Title,
  openNow: z.number().int(),
  lateNow: z.number().int(),
  month: Month,
  monthOpened: z.number().int(),
  monthEnded: z.number().int(),
  rates: z
    .object({ contacted: z.string(), solved: z.string(), satisfied: z.string(), score: z.string() })
    .optional(),
  days: z.array(z.object({ date: z.string(), opened: z.number().int(), ended: z.number().int() })),
  byClass: z.array(z.object({ class: Title, open: z.number().int() })),
  /** 及时率 of every procedure that shows one and had a matter this month. */
  timely: z.array(
    z.object({
      procedure: Key,
      title: Title,
      /** Per cent, one decimal. */
      share: z.string(),
      timed: z.number().int(),
      timely: z.number().int(),
    }),
  ),
});
