import { civilDate } from '@liren/core/basics/ids.ts';
import { isCivilDate } from '@liren/core/calendar/calendar.ts';
import { z } from 'zod';
import { relations } from '../../import/resident-mapping.ts';
import { sources } from '../../usecases/change-resident.ts';

const Day = z
  .string()
  .max(10)
  .refine(isCivilDate)
  .transform(civilDate)
  .meta({ description: 'YYYY-MM-DD, not in the future' });
const Relation = z.enum(relations);
const Source = z.enum(sources).describe('From whom the office knows it');
const Name = z.string().max(100);
const Numbers = z.string().max(40).describe('Empty takes it away');
const Address = z.string().trim().min(1).max(200);
const IsNew = z.boolean().default(false).describe('The home is one that the registry does not know yet');
const Version = z.number().int().min(0).describe('Of the resident as it was read');

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
});
export const CommunityParams = z.object({ community: z.string().max(100) });
export const Registered = z.object({ id: z.uuid() });
