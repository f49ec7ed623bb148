import { removalReasons } from '@liren/core/opinion/moderation.ts';
import { z } from 'zod';
import { Id, Instant, Key, Title, Titled } from '../../http/schemas.ts';

export const TalkParams = z.object({ community: Key, id: Id });
const Number_ = z.number().int();
export const StatementParams = TalkParams.extend({ n: z.coerce.number().int().min(1).max(100_000) });
const Reason = z.enum(removalReasons);
const Side = z.enum(['agree', 'disagree']);
const Vote = z.union([z.literal(1), z.literal(0), z.literal(-1)]).describe('1 agree, -1 disagree, 0 pass');
const Words = z.object({ n: Number_, text: z.string() });

export const TalksBody = z.object({
  rows: z.array(
    z.object({
      community: z.string(),
      communityTitle: Title,
      matter: Id,
      title: z.string(),
      procedure: Titled,
      closesAt: Instant,
      shown: Number_,
      answered: Number_.describe('By the asker'),
    }),
  ),
});

export const TalkBody = z.object({
  community: z.string(),
  communityTitle: Title,
  matter: Id,
  procedure: Titled,
  step: Title,
  title: z.string(),
  text: z.string(),
  opensAt: Instant,
  closesAt: Instant.optional().describe('Not inside; absent once it is closed'),
  state: z
    .enum(['open', 'answering', 'closed'])
    .describe('answering: nothing more can be said, opinions are being answered'),
  asked: z.boolean().describe('The asker is among those who are asked'),
  keeper: z.boolean().describe('The asker answers opinions and looks after statements'),
  statements: z.boolean().describe('There are statements to vote on'),
  participants: Number_,
  votes: Number_,
  shown: Number_,
  mine: z.object({
    answered: Number_,
    wrote: z.array(
      Words.extend({
        status: z.enum(['waiting', 'shown', 'removed']),
        reason: Reason.optional(),
        appeal: z.enum(['open', 'upheld', 'granted']).optional(),
      }),
    ),
  }),
  next: z.array(Words).describe('Those with the fewest answers first'),
  removals: z.array(
    z.object({ n: Number_, reason: Reason, at: Instant, appeal: z.enum(['open', 'upheld']).optional() }),
  ),
  opinions: z.array(
    Words.extend({
      at: Instant,
      answer: z.object({ adopted: z.boolean(), text: z.string(), at: Instant }).optional(),
    }),
  ),
  desk: z
    .object({
      waiting: z.array(Words.extend({ at: Instant })),
      appeals: z.array(
        Words.extend({ at: Instant, reason: Reason, appeal: z.string(), mayDecide: z.boolean() }),
      ),
      shown: z.array(
        Words.extend({
          at: Instant,
          agree: Number_,
          disagree: Number_,
          pass: Number_,
          settled: z.boolean().describe('An appeal has put it back: it stays'),
        }),
      ),
    })
    .optional()
    .describe('For whoever holds it'),
});

const Portion = z.object({ count: Number_, answers: Number_ });
const GroupPortion = Portion.extend({ group: Number_ });
const Told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('out') }),
  z.object({ kind: z.literal('few'), answers: Number_ }),
  z.object({ kind: z.literal('unites'), side: Side, groups: z.array(GroupPortion) }),
  z.object({ kind: z.literal('divides'), agree: z.array(GroupPortion), disagree: z.array(GroupPortion) }),
  z.object({ kind: z.literal('represents'), side: Side, group: GroupPortion, others: Portion }),
  z.object({ kind: z.literal('most'), side: Side, all: Portion }),
  z.object({ kind: z.literal('open'), agree: Number_, disagree: Number_, answers: Number_ }),
]);
const Count = z.union([Number_, z.enum(['few', 'withheld'])]);
const Attendance = z.object({
  total: Count,
  cells: z.array(
    z.object({
      keys: z.array(z.string()).describe('Taken together, where each has too few people to be told of'),
      people: Number_,
      took: Count,
      isMissing: z.boolean(),
    }),
  ),
});

export const MapBody = z.discriminatedUnion('told', [
  z
    .object({ told: z.literal(false), participants: Number_, votes: Number_, least: Number_ })
    .describe('Too few took part to tell of them'),
  z.object({
    told: z.literal(true),
    participants: Number_,
    votes: Number_,
    least: Number_.describe('Of groups with fewer people nothing is told'),
    closed: z.boolean().describe('The votes are published, each voter under a number drawn by lot'),
    people: z.array(
      z.object({
        x: z.number(),
        y: z.number(),
        group: Number_.optional().describe('Absent where the group is too small'),
        me: z.boolean().optional(),
      }),
    ),
    groups: z.array(
      z.object({
        size: Number_.optional(),
        typical: z.array(Portion.extend({ n: Number_, side: Side })),
      }),
    ),
    unites: z.array(Number_),
    divides: z.array(Number_),
    statements: z.array(
      Words.extend({
        agree: Number_,
        disagree: Number_,
        pass: Number_,
        told: Told.describe('The one thing worth saying of it'),
        mine: Vote.optional(),
      }),
    ),
    attendance: z
      .object({
        age: Attendance,
        building: Attendance,
        of: Number_.describe('Participants who have shown who they are, when it was told'),
        others: Number_.describe('Participants beside them'),
      })
      .optional(),
  }),
]);

export const WordsBody = z.object({ text: z.string().min(1).max(140) });
export const AddedBody = z.object({ n: Number_, status: z.enum(['waiting', 'shown']) });
export const VoteBody = z.object({ n: Number_.min(1).max(100_000), vote: Vote });
export const DecisionBody = z.object({
  removeFor: Reason.optional().describe('Absent: it is shown'),
});
export const AppealBody = z.object({ text: z.string().min(1).max(500) });
export const JudgementBody = z.object({ upheld: z.boolean().describe('The removal stays') });
export const NothingBody = z.null().describe('Done; nothing more to say');
