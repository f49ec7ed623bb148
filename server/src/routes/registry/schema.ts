import { z } from 'zod';
import { Title } from '../../http/schemas.ts';
import { ChosenColumns, ImportBody } from '../imports/schema.ts';
import { GroupsPart } from './groups-schema.ts';

export const ResidentLine = z.object({
  community: z.string(),
  communityTitle: Title,
  id: z.string(),
  name: z.string(),
  identity: z.string().optional().describe('Masked'),
  phone: z.string().optional().describe('Masked'),
  bornYear: z.number().int().optional(),
  sex: z.enum(['female', 'male']).optional(),
  address: z.string().optional().describe('Home of today; absent for who has left'),
  relation: z.string().optional(),
  grid: Title.optional(),
});
export const SearchBody = z.object({
  // In the body, not the address: a name or a number stands in no proxy's log.
  word: z.string().trim().min(2).max(100),
  cursor: z.string().max(200).optional(),
});
export const ResidentPage = z.object({ rows: z.array(ResidentLine), next: z.string().optional() });

export const ResidentParams = z.object({ community: z.string().max(100), id: z.uuid() });
export const ResidentBody = ResidentLine.extend({
  version: z.number().int().describe('Goes back with a change: another one in between refuses it'),
  erasedAt: z.number().int().optional(),
  mergedInto: z.uuid().optional().describe('The resident who stands for this one'),
  mayReveal: z.boolean().describe('Whether this reader may have numbers shown whole'),
  mayChange: z.boolean().describe('Whether this reader keeps the registry of the whole community'),
  homes: z.array(
    z.object({
      address: z.string(),
      relation: z.string(),
      from: z.string(),
      until: z.string().optional().describe('The last day'),
    }),
  ),
  changes: z.array(
    z.object({
      field: z.string(),
      source: z.string(),
      former: z.string().optional().describe('What it was; numbers masked'),
      reason: z.string().optional(),
      by: z.string().optional(),
      at: z.number(),
    }),
  ),
  groups: GroupsPart.optional().describe('Absent where the charter names none'),
  requests: z
    .array(
      z.object({
        id: z.uuid(),
        field: z.string(),
        value: z.string().describe('Numbers masked'),
        bySelf: z.boolean().describe('Asked by the resident; otherwise by who goes from door to door'),
        by: z.string(),
        at: z.number(),
      }),
    )
    .describe('Corrections that wait for an answer'),
  looks: z.array(
    z.object({
      field: z.string(),
      reason: z.string(),
      by: z.string(),
      organ: Title,
      post: Title,
      at: z.number(),
    }),
  ),
});

export const RevealResidentBody = z.object({
  field: z.enum(['identity', 'phone']),
  reason: z.string().trim().min(2).max(200),
});
export const RevealedResident = z.object({ value: z.string() });

export const ResidentsImportBody = ImportBody.extend({
  moved: z.number().int().describe('Known residents who are now in another home'),
});
/** Beside the file, as parts of the form. */
export const ResidentsImportParts = z.object({
  community: z.string().min(1).max(100),
  dryRun: z.stringbool().default(false),
  titlesIn: z.coerce.number().int().min(1).max(20).optional().describe('Row of the titles, from 1'),
  chosen: ChosenColumns.optional(),
});
