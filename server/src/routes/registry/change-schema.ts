import { plainWidth } from '@liren/core/registry/plain-width.ts';
import { relations } from '@liren/core/registry/relations.ts';
import { z } from 'zod';
import { Title } from '../../http/schemas.ts';
import { requestFields } from '../../store/registry-requests.ts';
import { Day, Reason, Source, Version } from './change-parts.ts';
import { CarerLine, GroupLine } from './groups-schema.ts';
import { ResidentBody, ResidentLine } from './schema.ts';

const Relation = z.enum(relations);
const Name = z.string().max(100);
const Numbers = z.string().max(40).describe('Empty takes it away');
const Address = z.string().trim().min(1).max(200);
const IsNew = z.boolean().default(false).describe('The home is one that the registry does not know yet');

export const CorrectBody = z.object({
  version: Version,
  source: Source,
  name: Name.optional(),
  identity: Numbers.optional(),
  phone: Numbers.optional(),
  relation: Relation.optional(),
});
export const LeaveBody = z.object({ version: Version, source: Source, day: Day });
export const MoveBody = z.object({
  version: Version,
  source: Source,
  address: Address,
  isNew: IsNew,
  day: Day,
  relation: Relation,
});
export const RegisterBody = z.object({
  source: Source,
  name: Name,
  identity: Numbers.default(''),
  phone: Numbers.default(''),
  address: Address,
  isNew: IsNew,
  relation: Relation,
  day: Day,
  again: z
    .string()
    .trim()
    .max(200)
    .default('')
    .describe('Why somebody who asked to be erased is registered again'),
});
export const CommunityParams = z.object({ community: z.string().max(100) });
export const Registered = z.object({ id: z.uuid() });

export const EraseBody = z.object({ version: Version, source: Source, reason: Reason });
export const AskBody = z.object({ field: z.enum(requestFields), value: z.string().trim().min(1).max(100) });
export const RequestParams = z.object({ community: z.string().max(100), id: z.uuid(), request: z.uuid() });
export const AcceptBody = z.object({ version: Version });
export const RefuseBody = z.object({ version: Version, reason: Reason });
export const Taken = z.object({ taken: z.literal(true) });
export const RequestsBody = z.object({
  rows: z.array(
    z.object({
      community: z.string(),
      resident: z.uuid(),
      name: z.string(),
      field: z.string(),
      bySelf: z.boolean(),
      at: z.number(),
    }),
  ),
});

export const ProveBody = z.object({
  name: z.string().trim().min(1).max(100),
  identityEnd: z
    .string()
    .max(20)
    .transform((text) => plainWidth(text).toUpperCase())
    .pipe(z.string().regex(/^\d{5}[\dX]$/))
    .meta({ description: 'The last six characters of the identity number' }),
});
export const ProveOwnerBody = z.object({
  name: ProveBody.shape.name,
  numberEnd: z
    .string()
    .max(20)
    .transform((text) => plainWidth(text).toUpperCase())
    .pipe(z.string().regex(/^[0-9A-Z]{6}$/))
    .meta({ description: 'The last six characters of the identity number of the owner' }),
});
export const OwnRegistryBody = z.object({
  rows: z.array(
    ResidentLine.omit({ id: true }).extend({
      homes: ResidentBody.shape.homes,
      groups: z.array(GroupLine.pick({ title: true, from: true, until: true })),
      carers: z.array(CarerLine),
      requests: z.array(
        z.object({
          field: z.string(),
          at: z.number(),
          accepted: z.boolean().optional().describe('Absent while it waits'),
          answer: z.string().optional().describe('Why it was refused'),
        }),
      ),
    }),
  ),
  locked: z
    .array(
      z.object({
        community: z.string(),
        communityTitle: Title,
        provable: z.boolean().describe('Whether an identity number is there to prove it by'),
      }),
    )
    .describe('Records with this telephone number that open after a second proof'),
  shared: z.array(Title).describe('Communities where several residents have this telephone number'),
  owned: z
    .array(
      z.object({
        community: z.string(),
        communityTitle: Title,
        address: z.string(),
        others: z.number().int().describe('How many others own it, too'),
      }),
    )
    .describe('Homes that are mine, as a resident proven to be me or as the owner this session has shown'),
});
