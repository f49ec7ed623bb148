import { ballotKinds } from '@liren/core/budgeting/ballots.ts';
import { ruleNames } from '@liren/core/budgeting/config.ts';
import { channels } from '@liren/core/voting/types.ts';
import { z } from 'zod';
import { Id, Instant, JsonValue, Key, Title, Titled } from '../../http/schemas.ts';

export const PollParams = z.object({ community: Key, id: Id });
const Heads = z.number().int();
const Area = z.number().describe('Square centimetres; 0 where the roll counts none');
const SumBody = z.object({ heads: Heads, area: Area });
const Option = z.string().min(1).max(40);
const Code = z
  .string()
  .regex(/^[a-z0-9-]{8,40}$/)
  .describe('Of the receipt: random, chosen by who votes');
const Share = z.object({ share: z.string(), of: z.string() });

export const PollBody = z.object({
  id: Id,
  step: z.string(),
  n: z.number().int(),
  kind: z.enum(['vote', 'meet', 'allocate']),
  title: z.string(),
  text: z.string(),
  roll: SumBody.extend({
    title: Title,
    ofOwners: z.boolean().describe('Owners who live elsewhere show who they are under /api/my-registry'),
    entries: z.number().int(),
    recused: z.number().int(),
  }),
  taken: SumBody.describe('Who has voted'),
  present: SumBody.describe('Who has checked in'),
  differences: z.number().int().describe('Papers that two people read differently'),
  progress: z
    .array(z.object({ text: z.string(), met: z.boolean() }))
    .describe('Each condition in a sentence'),
  rule: z
    .object({
      ballot: z.enum(['named', 'secret']),
      question: z.enum(['approve', 'sign-on', 'choose', 'elect', 'allocate']),
      kind: z.enum(ballotKinds).optional().describe('Of an allocation: what a ballot says of its projects'),
      most: z.number().int().describe('Options that a ballot may choose'),
      runOff: z.boolean(),
      channels: z.array(z.enum(channels)),
      attends: z.array(Share),
      passes: z.array(Share),
      proxies: z
        .object({ most: z.number().int(), candidates: z.boolean() })
        .optional()
        .describe('How many one holder may vote for, and whether whoever stands may be one'),
      asks: z
        .array(z.string())
        .describe('What it takes to pass, a sentence a condition, of those who have taken part so far'),
    })
    .optional(),
  candidates: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        nominatedBy: z.enum(['organiser', 'voters']),
        nominators: z.number().int().optional().describe('Voters who nominated together'),
        from: z.string().optional().describe('Where they live'),
        text: z.string().optional().describe('What they say of themselves'),
      }),
    )
    .describe('Of an election: who stands, in the order of the ballot'),
  options: z.array(z.object({ id: z.string(), title: Title })),
  open: z.boolean().describe('Takes ballots at the moment of asking'),
  opensAt: Instant.optional(),
  closesAt: Instant.optional().describe('Not inside'),
  countedAt: Instant.optional(),
  publicKey: z.string().optional().describe('Of a secret vote: ballots are sealed to it (HPKE, RFC 9180)'),
  keeper: z.boolean().describe('Runs the vote: may use its desk'),
  mine: z.array(
    z.object({
      id: Id,
      no: z.number().int(),
      label: z.string(),
      as: z.enum(['self', 'proxy']),
      recused: z.boolean(),
      owners: z
        .number()
        .int()
        .describe('Of a home that several own: one line, and the first to vote has voted'),
      voted: z
        .object({
          channel: z.enum(channels),
          at: Instant,
          code: z.string().optional(),
          revocableUntil: Instant.optional(),
        })
        .optional(),
    }),
  ),
  needsProof: z
    .boolean()
    .describe('A record of the registry fits the telephone and is not proven in this session'),
});
export const PollsBody = z.object({
  polls: z.array(PollBody),
  gaps: z
    .object({
      noOwner: z.number().int(),
      noArea: z.number().int(),
      noNumber: z.number().int().describe('No owner has a number: they vote at the desk or on paper'),
      homes: z
        .array(z.object({ address: z.string(), lacks: z.enum(['owner', 'area', 'number']) }))
        .describe('The first fifty'),
    })
    .optional()
    .describe('What a roll of owners would lack, for whoever is about to freeze it'),
});

export const OwnPollsBody = z.object({
  rows: z.array(
    z.object({
      community: z.string(),
      communityTitle: Title,
      matter: Id,
      title: z.string(),
      procedure: Titled,
      closesAt: Instant,
      voted: z.boolean(),
    }),
  ),
  needsProof: z.boolean(),
});

export const CastBody = z.object({
  entry: Id,
  channel: z.enum(channels),
  said: z
    .object({ code: Code, choice: z.array(Option).min(1).max(99) })
    .optional()
    .describe('Of a named vote'),
  envelope: z.string().max(2000).optional().describe('Of a secret vote: base64 of the sealed ballot'),
});
export const CastDoneBody = z.object({ at: Instant });
export const EntryBody = z.object({ entry: Id });
export const PaperBody = z.object({
  code: Code,
  entry: Id.optional().describe('Of a named vote'),
  choice: z.array(Option).max(99).describe('Empty: the paper says nothing valid'),
});
export const PaperDoneBody = z.object({ reading: z.enum(['first', 'second', 'settled']) });
export const AuthorityBody = z.object({
  entry: Id,
  name: z.string().min(1).max(40),
  phone: z.string().min(5).max(20),
});

export const RollQuery = z.object({
  after: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
  find: z.string().trim().min(1).max(40).optional().describe('A number, a name or a door: 3-2-501'),
  voted: z.stringbool().optional().describe('Only lines that have voted, or only those that have not'),
});
const HeldBody = z.object({
  holder: z.string(),
  held: z.number().int().describe('Lines of this roll that they hold an authority of'),
});
export const RollBody = z.object({
  rows: z.array(
    z.object({
      id: Id,
      no: z.number().int(),
      label: z.string(),
      heads: Heads,
      area: Area,
      recused: z.boolean(),
      channel: z.enum(channels).optional(),
      votedAt: Instant.optional(),
      revocableUntil: Instant.optional(),
      presentAt: Instant.optional(),
      deliveredAt: Instant.optional(),
      authority: HeldBody.optional(),
    }),
  ),
});
export const StayQuery = z.object({
  step: Key.optional(),
  n: z.coerce.number().int().min(1).max(1000).default(1),
});
export const CountedBody = z.object({
  poll: z.object({ matter: Id, step: z.string(), n: z.number().int() }),
  procedure: JsonValue.describe(
    'The version that the matter began under; its hash stands in the first event',
  ),
  ballots: z.array(z.object({ code: z.string(), choice: z.array(z.string()), heads: Heads, area: Area })),
});
export const NothingBody = z.null().describe('Done; nothing more to say');

const Yuan = z.number().int().describe('Whole yuan');
const BoundsBody = z.object({ least: z.number().int().optional(), most: z.number().int().optional() });
export const AllocationBody = z.object({
  budget: Yuan,
  rule: z.enum(ruleNames),
  form: z.object({
    kind: z.enum(ballotKinds),
    projects: BoundsBody.describe('How many projects a ballot names'),
    points: BoundsBody.describe('Of one project'),
    sum: BoundsBody.describe('Of all points together'),
    cost: BoundsBody.describe('Of all that a ballot names together, in whole yuan'),
  }),
  projects: z.array(
    z.object({
      id: z.string(),
      child: Id.describe('The matter of the project'),
      title: z.string(),
      cost: Yuan,
      category: z.string().optional(),
      area: z.string().optional(),
      text: z.string().optional(),
      photos: z.array(z.string()),
      chosen: z.boolean().optional(),
      votes: z.number().int().optional().describe('Points, where ballots give points'),
      why: z
        .object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) })
        .optional()
        .describe('Why it was chosen or not'),
    }),
  ),
  result: z
    .object({
      outcome: z.enum(['allocated', 'none']),
      enough: z.boolean().describe('Enough took part'),
      spent: Yuan,
      held: z.boolean().describe('The ballots would tell how somebody voted: they are not published'),
      ballots: z.number().int().optional(),
      digest: z.string().optional(),
    })
    .optional(),
});
export const CodeQuery = z.object({ code: Code });
export const ExplainedBody = z.object({
  projects: z.array(z.object({ id: z.string(), title: z.string(), chosen: z.boolean(), carried: Yuan })),
  carried: Yuan,
  percent: z.number().describe('Of all money spent'),
  share: Yuan.optional().describe('What each voter had, where the rule gives voters money'),
  left: Yuan.optional(),
});
