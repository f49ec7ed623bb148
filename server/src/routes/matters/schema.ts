import { documentKinds } from '@liren/core/documents/types.ts';
import { z } from 'zod';
import {
  Choice,
  FieldBody,
  Id,
  Input,
  Instant,
  JsonValue,
  Key,
  RefusalBody,
  Title,
  Titled,
} from '../../http/schemas.ts';

export const MatterParams = z.object({ community: Key, id: Id });

export const DocumentQuery = z.object({
  seq: z.coerce.number().int().min(1).optional().describe('Of the event it is written from; else the last'),
  of: Key.optional().describe('Whose it is, of several people who each get one'),
});

export const OpenBody = z.object({
  commandId: Id.describe('Made by the client; repeating it never acts twice'),
  procedure: Key,
  community: Key.optional().describe('Left out when the place or the location tells it'),
  place: Key.optional(),
  affair: Key.optional(),
  urgency: Key.default('normal'),
  channel: z.enum(['web', 'hotline', 'grid', 'window']).default('web'),
  caller: z
    .object({ phone: z.string().max(20).optional(), name: z.string().max(40).optional() })
    .optional()
    .describe('Whose matter it is, when a clerk takes it in; needs the right `intake`'),
  input: Input,
});
export const OpenedBody = z.object({
  community: z.string(),
  id: Id,
  version: z.number().int(),
  number: z.string().describe('What people read out on the telephone'),
  repeated: z.boolean(),
});

export const CommandBody = z.object({
  commandId: Id,
  type: Key,
  visit: z
    .object({ step: Key, n: z.number().int().min(1) })
    .optional()
    .describe('The stay the person was looking at; a stale one is refused'),
  input: Input.default({}),
});
export const CommandedBody = z.object({ version: z.number().int(), repeated: z.boolean() });

export const OfferBody = z.object({
  name: z.string(),
  title: Title,
  did: Title.optional().describe('Having done it, in words of the procedure’s own'),
  main: z.boolean(),
  fields: z.array(FieldBody),
  hindrance: RefusalBody.optional().describe('Why not now: the button is grey with this reason'),
  initial: Input.optional().describe('Answers that the record itself gives, to begin with'),
});

export const StationBody = z.object({
  id: z.string(),
  title: Title,
  kind: z.string(),
  state: z.enum(['done', 'here', 'to-come', 'skipped', 'late']),
  who: z.array(Title),
  dueAt: Instant.optional(),
  enteredAt: Instant.optional(),
  leftAt: Instant.optional(),
  rules: z.array(z.object({ law: Title, article: Title })),
  outcome: z.string().optional(),
  visits: z.number().int(),
  branches: z.array(
    z.object({
      title: Title,
      state: z.enum(['done', 'here', 'to-come', 'skipped', 'late']),
      outcome: z.string().optional(),
    }),
  ),
  backTo: z.array(z.object({ id: z.string(), taken: z.boolean(), outcome: z.string() })),
});

/** Who must act: the posts or kinds of person, and the organ where there is one. */
const Actor = z.object({ organ: Title.optional(), titles: z.array(Title) });
export const NextBody = z
  .object({ title: Title, who: z.array(Actor), dueAt: Instant.optional(), late: z.boolean() })
  .describe('What happens next, who must act, by when');
export const Written = z
  .boolean()
  .describe('The title is what somebody wrote; else the affair or the procedure, which may be told instead');

export const SaidBody = z.object({
  name: z.string(),
  audience: z.enum(['public', 'parties', 'handlers']),
  value: JsonValue.optional().describe('Absent when erased, or masked until revealed'),
  masked: z.string().optional().describe('What stands in place of a value that needs a reason to be seen'),
  erased: z.boolean().optional(),
});
const Signing = z
  .boolean()
  .optional()
  .describe('Names on a demand are collected here: nothing is voted on, and the words for it are of signing');
export const EventBody = z.object({
  seq: z.number().int(),
  type: z.string(),
  step: z.string().optional(),
  stepTitle: Title.optional(),
  signing: Signing,
  did: Title.optional().describe('What the procedure itself calls what happened'),
  at: Instant,
  by: z.object({
    role: z.enum(['opener', 'person', 'post', 'system']),
    called: Title.optional().describe('What the procedure calls whoever opened it, of the opener'),
    post: Title.optional(),
    organ: Title.optional(),
    name: z.string().optional().describe('Surname and title, for those who may see it'),
    me: z.boolean().optional(),
  }),
  data: z.record(z.string(), JsonValue),
  answers: z
    .array(z.object({ title: Title, values: z.array(Title) }))
    .optional()
    .describe('What was chosen, and the papers spoken of, by their titles'),
  said: z.array(SaidBody),
  hash: z.string(),
});

export const MatterBody = z.object({
  community: z.string(),
  communityTitle: Title,
  id: Id,
  number: z.string(),
  version: z.number().int(),
  sight: z.enum(['public', 'parties', 'handlers']),
  mine: z.boolean(),
  procedure: Titled,
  title: z.string(),
  written: Written,
  affair: Titled.extend({ class: Title }).optional(),
  urgency: Choice,
  channel: z.string(),
  places: z.array(Titled.extend({ level: z.string() })),
  spot: z.object({ lat: z.number(), long: z.number() }).optional().describe('Rounded to about 100 m'),
  openedAt: Instant,
  status: z.enum(['open', 'ended']),
  outcome: z.string().optional(),
  endedAt: Instant.optional(),
  assignee: Titled.optional(),
  visit: z
    .object({
      step: z.string(),
      n: z.number().int(),
      kind: z.string(),
      signing: Signing,
      state: z.record(z.string(), JsonValue),
    })
    .optional(),
  next: NextBody.optional(),
  receipt: z
    .string()
    .optional()
    .describe('Path of the page that tells its status to whoever holds the receipt'),
  stations: z.array(StationBody),
  record: z.array(EventBody),
  head: z.string(),
  documents: z
    .array(
      z.object({
        kind: z.enum(documentKinds),
        seq: z.number().int(),
        at: Instant,
        of: z.object({ id: z.string(), title: z.string() }).optional().describe('Whose it is'),
      }),
    )
    .describe('What can be printed: each with the event that it is written from'),
  offers: z.array(OfferBody),
  parent: z.object({ id: Id, title: Title }).optional(),
  children: z.array(
    z.object({
      id: Id,
      title: Title,
      organ: Title.optional().describe('That was called in; absent of what somebody proposed'),
      step: Title.describe('Where it stands, or how it ended'),
      waiting: z.boolean().describe('It waits for what this matter decides of it'),
      status: z.enum(['open', 'ended']),
      outcome: z.string().optional(),
      answer: z.string().optional().describe('What the organ reported, joined into this matter'),
    }),
  ),
  joined: z.number().int(),
  joinedByMe: z.boolean(),
  rating: z
    .object({
      contacted: z.boolean(),
      solved: z.boolean(),
      satisfied: z.string(),
      at: Instant,
      by: z.string(),
    })
    .optional(),
  exclusion: z.object({ status: z.string(), reason: z.string() }).optional(),
  suggestedOrgans: z
    .array(Titled.extend({ serves: Title, hasPower: z.boolean() }))
    .describe('For dispatch; a person decides. It serves the place, and may have the power over the affair'),
});

export const RevealBody = z.object({
  seq: z.number().int().min(1),
  name: Key,
  reason: z.string().min(2).max(200),
});
export const RevealedBody = z.object({ value: JsonValue });

export const JoinForBody = z.object({
  commandId: Id,
  caller: z.object({ phone: z.string().min(5).max(20), name: z.string().max(40).optional() }),
});
export const JoinedForBody = z.object({
  joined: z.boolean().describe('False when the caller counted already'),
});

/** What lists show of a matter. */
export const MatterLine = z.object({
  community: z.string(),
  communityTitle: Title,
  id: Id,
  number: z.string(),
  procedure: Titled,
  title: z.string(),
  written: Written,
  affair: Titled.optional(),
  class: Title.optional(),
  urgency: z.string(),
  channel: z.string(),
  place: Title.optional(),
  step: Titled,
  status: z.enum(['open', 'ended']),
  outcome: z.string().optional(),
  organ: Titled.optional(),
  openedAt: Instant,
  endedAt: Instant.optional(),
  dueAt: Instant.optional(),
  late: z.boolean(),
  joined: z.number().int(),
  rated: z.string().optional(),
  spot: z.object({ lat: z.number(), long: z.number() }).optional(),
});
export const MatterPage = z.object({ rows: z.array(MatterLine), next: z.string().optional() });

export const MatterFilter = z.object({
  status: z.enum(['open', 'ended']).optional(),
  procedure: Key.optional(),
  community: Key.optional(),
  organ: Key.optional(),
  grid: Key.optional().describe('A grid, or `none` for matters of which no grid is known'),
  class: z.string().max(40).optional(),
  affair: Key.optional(),
  step: Key.optional(),
  late: z.stringbool().optional().describe('Missed a limit at any time'),
  overdue: z.stringbool().optional().describe('Open, and past its limit now'),
  excluded: z.stringbool().optional(),
  rated: z.enum(['satisfied', 'basically', 'dissatisfied']).optional(),
  channel: Key.optional(),
  since: z.coerce.number().int().optional(),
  until: z.coerce.number().int().optional(),
  q: z.string().max(100).optional().describe('Words, an address fragment, or a number'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
