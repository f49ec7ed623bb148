import { z } from 'zod';
import {
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
import { OpeningBody } from '../contract.ts';
import { MatterBody } from '../matters/schema.ts';

export const CivilDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('YYYY-MM-DD');

const Place = z.object({ id: z.string(), title: z.string() });
const Home = z.object({
  id: Id,
  grid: z.string(),
  address: z.string(),
  building: z.string(),
  unit: z.string(),
  number: z.string(),
  risk: z.string(),
  visitedAt: Instant.optional().describe('Absent while nobody was met there'),
  dueOn: CivilDay,
  people: z.array(
    z.object({
      id: Id,
      name: z.string(),
      relation: z.string(),
      bornYear: z.number().int().optional(),
      sex: z.enum(['female', 'male']).optional(),
      phone: z.string().optional().describe('Masked'),
    }),
  ),
});
const Organisation = z.object({
  id: Id,
  grid: z.string(),
  name: z.string(),
  kind: Title,
  address: z.string(),
  contact: z.string().optional().describe('Masked'),
  phone: z.string().optional().describe('Masked'),
  round: z.string().describe('The inspection that it gets'),
  inspectedAt: Instant.optional(),
  until: CivilDay.describe('Last day of the period in which it is inspected once'),
  done: z.boolean().describe('Inspected in this period'),
  openFaults: z.number().int().describe('Failed items that a matter still follows up'),
});
export const DutyBody = z.object({
  id: z.string(),
  title: Title,
  counts: z.enum(['days', 'homes', 'entries']),
  per: z.enum(['week', 'month', 'quarter']),
  from: CivilDay,
  until: CivilDay,
  done: z.number().int(),
  least: z.number().int(),
});
const SeatBody = z.object({
  community: Place,
  organ: Place,
  grids: z.array(Place),
  mostOfflineDays: z.number().int().describe('How long what was done may wait on the phone'),
  risks: z.array(Titled.extend({ visitEveryDays: z.number().int() })).describe('The most urgent first'),
  rounds: z.array(
    Titled.extend({
      about: z.enum(['home', 'grid', 'organisation']),
      fields: z.array(FieldBody),
      met: z
        .object({ field: z.string(), is: z.array(z.string()) })
        .optional()
        .describe('The answer that says whether somebody was met, or let in'),
      items: z.array(z.string()).optional().describe('Of a checklist: names of its fields'),
    }),
  ),
  raises: z.array(OpeningBody).describe('What may be begun without a network, each with its form'),
  homes: z.array(Home),
  organisations: z.array(Organisation),
  duties: z.array(DutyBody),
});

export const DayBody = z.object({
  wipe: z.boolean().describe('Erase everything on this phone and say so'),
  servedAt: Instant,
  seats: z.array(SeatBody).describe('One for each community in which the asker goes from door to door'),
  tasks: z.array(MatterBody),
});

export const DayQuery = z.object({ device: Id.describe('The phone that it is taken onto') });
export const DeviceParams = z.object({ id: Id });
export const NewDevice = z.object({ id: Id, title: z.string().min(1).max(60) });
export const DeviceBody = z.object({
  id: Id,
  title: z.string(),
  createdAt: Instant,
  seenAt: Instant,
  wipeAskedAt: Instant.optional(),
  wipedAt: Instant.optional(),
});
export const DevicesBody = z.object({ rows: z.array(DeviceBody) });
export const DoneBody = z.object({ done: z.literal(true) });

const item = {
  id: Id.describe('Made by the phone; repeating it never acts twice'),
  at: z.number().int().min(0).max(9_999_999_999_999).describe('By the clock of the phone, ms since 1970'),
  community: Key,
};
const ItemBody = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('entry'),
    ...item,
    round: Key,
    grid: Key,
    home: Id.optional(),
    organisation: Id.optional(),
    answers: Input,
  }),
  z.object({
    kind: z.literal('open'),
    ...item,
    procedure: Key,
    place: Key.optional(),
    affair: Key.optional(),
    urgency: Key.default('normal'),
    entry: Id.optional().describe('The entry from which it was raised'),
    input: Input,
  }),
  z.object({
    kind: z.literal('act'),
    ...item,
    matter: Id,
    visit: z.object({ step: Key, n: z.number().int().min(1) }).optional(),
    type: Key,
    input: Input.default({}),
  }),
]);
export const SyncBody = z.object({
  device: Id,
  sentAt: z.number().int().min(0).max(9_999_999_999_999).describe('What the clock of the phone says now'),
  items: z.array(ItemBody).max(50),
});
export const SyncedBody = z.object({
  wipe: z.boolean(),
  servedAt: Instant,
  results: z.array(
    z.object({
      id: Id,
      status: z.enum(['done', 'again', 'refused']),
      refusal: RefusalBody.optional(),
      remarks: z.array(z.object({ code: z.string(), message: z.string() })),
      matter: z.object({ community: z.string(), id: Id, number: z.string() }).optional(),
    }),
  ),
});

export const DiaryQuery = z.object({ from: CivilDay, until: CivilDay });
export const DiaryBody = z.object({
  rows: z.array(
    z.object({
      id: Id,
      community: z.string(),
      round: z.string(),
      title: Title,
      grid: Place,
      address: z.string().optional(),
      met: z.boolean(),
      at: Instant,
      day: CivilDay,
      receivedAt: Instant,
      answers: z.record(z.string(), JsonValue),
      matters: z.array(Id),
    }),
  ),
});
