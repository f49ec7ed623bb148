import { civilDate } from '@liren/core/basics/ids.ts';
import { isCivilDate } from '@liren/core/calendar/calendar.ts';
import { z } from 'zod';
import { Title, Titled } from '../../http/schemas.ts';
import { contactFields } from '../../store/organisations.ts';
import { sources } from '../../usecases/change-resident.ts';

const Community = z.string().max(100);
export const OrganisationParams = z.object({ community: Community, id: z.uuid() });
export const OrganisationCommunity = z.object({ community: Community });

export const OrganisationLine = z.object({
  community: Community,
  communityTitle: Title,
  id: z.uuid(),
  kind: Titled,
  name: z.string(),
  code: z.string().optional().describe('Unified social credit code (GB 32100)'),
  address: z.string(),
  grid: Titled.optional(),
  contact: z.string().optional().describe('Masked'),
  phone: z.string().optional().describe('Masked'),
  qualification: z.string().optional(),
  qualifiedUntil: z.string().optional().describe('Last day'),
  closedOn: z.string().optional().describe('Last day on which it was there'),
});
export const OrganisationSearchBody = z.object({
  word: z.string().trim().max(100).default('').describe('Name, code or address; empty lists all'),
  kind: z.string().max(60).optional(),
  grid: z.string().max(100).optional(),
  closed: z.boolean().default(false),
  cursor: z.string().max(200).optional(),
});
export const OrganisationPage = z.object({ rows: z.array(OrganisationLine), next: z.string().optional() });
export const OrganisationAreas = z.object({
  rows: z.array(
    z.object({
      community: z.string(),
      title: Title,
      mayChange: z.boolean(),
      kinds: z.array(
        z.object({ id: z.string(), title: Title, codeNeeded: z.boolean(), qualified: z.boolean() }),
      ),
      grids: z.array(Titled),
    }),
  ),
});

export const OrganisationBody = OrganisationLine.extend({
  version: z.number().int().describe('Goes back with a change: another one in between refuses it'),
  mayReveal: z.boolean(),
  mayChange: z.boolean(),
  changes: z.array(
    z.object({
      field: z.string(),
      source: z.string(),
      former: z.string().optional().describe('What it was; contacts masked'),
      by: z.string().optional(),
      at: z.number(),
    }),
  ),
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

const Told = z.string().max(200);
const values = {
  kind: Told,
  name: Told,
  code: Told,
  address: Told,
  grid: Told.describe('Id or title; empty: where the homes of the building lie'),
  contact: Told,
  phone: Told,
  qualification: Told,
  qualifiedUntil: Told,
};
const Source = z.enum(sources).describe('From whom the office knows it');
export const RegisterOrganisation = z.object({ source: Source, ...values }).partial({
  code: true,
  grid: true,
  contact: true,
  phone: true,
  qualification: true,
  qualifiedUntil: true,
});
const Version = z.number().int().min(0).describe('Of the organisation as it was read');
export const CorrectOrganisation = z
  .object(values)
  .partial()
  .extend({ version: Version, source: Source })
  .describe('What is left out stays; empty takes it away');
export const CloseOrganisation = z.object({
  version: Version,
  source: Source,
  day: z
    .string()
    .max(10)
    .refine(isCivilDate)
    .transform(civilDate)
    .meta({ description: 'Last day, YYYY-MM-DD' }),
});
export const RevealContact = z.object({
  field: z.enum(contactFields),
  reason: z.string().trim().min(2).max(200),
});
