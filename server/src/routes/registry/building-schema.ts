import { areaBases } from '@liren/core/registry/ownership.ts';
import { z } from 'zod';
import { Title } from '../../http/schemas.ts';
import { Day } from './change-parts.ts';

const Name = z.string().max(60);
const At = { compound: Name, building: Name.min(1) };
const Place = z.object({ id: z.string(), title: Title });
const Count = z.number().int();

export const BuildingsBody = z.object({
  mayChange: z.boolean().describe('Whether this reader keeps the registry of the whole community'),
  buildings: z.array(
    z.object({
      compound: z.string(),
      building: z.string(),
      openedOn: z.string().optional().describe('First day on which it stood'),
      closedOn: z.string().optional().describe('Last day on which it stood'),
      handedTo: Title.optional().describe('The community in which it lies now'),
      homes: Count.describe('That stand'),
      residents: Count.describe('Who live there now'),
      grids: z.array(Place),
    }),
  ),
  names: z
    .array(
      z.object({
        level: z.enum(['compound', 'building']),
        within: z.string().describe('The compound of a building'),
        said: z.string(),
        means: z.string(),
      }),
    )
    .describe('Other ways in which people write them'),
  changes: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['opened', 'torn-down', 'renamed']),
      compound: z.string(),
      building: z.string().describe('Empty for a whole compound'),
      to: z.object({ compound: z.string(), building: z.string() }).optional(),
      day: z.string(),
      homes: Count.describe('Closed by it'),
      residents: Count.describe('Whose stay ended with it'),
      by: z.string(),
      at: z.number(),
      undone: z.boolean(),
    }),
  ),
});
export const DoorsQuery = z.object(At);
export const DoorsBody = z.object({
  doors: z.array(
    z.object({
      id: z.uuid(),
      unit: z.string(),
      number: z.string(),
      residents: Count,
      risk: z.string().optional(),
      visitedAt: z.number().optional(),
    }),
  ),
});
export const OwnershipBody = z.object({
  areaSquareCentimetres: Count.describe('Of the homes that are measured, together'),
  homes: Count,
  measured: Count.describe('Homes whose area is known'),
  owned: Count.describe('Homes whose owner is known'),
  heads: Count.describe('Owners as an assembly counts them: a home is one, who has several is one'),
});
export const OwnersBody = z.object({
  area: z.object({ squareCentimetres: Count, basis: z.enum(areaBases) }).optional(),
  owners: z.array(
    z.object({
      id: z.uuid(),
      name: z.string().describe('Empty where they were erased'),
      number: z.string().optional().describe('Identity number or credit code, masked'),
      share: z.object({ top: Count, bottom: Count }),
      since: z.string(),
    }),
  ),
});
export const BuildingChangeBody = z.object({
  preview: z.boolean().default(false).describe('Tells what it would touch, and writes nothing'),
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['opened', 'torn-down']), at: z.object(At), day: Day }),
    z.object({
      kind: z.literal('renamed'),
      from: z.object({ compound: Name, building: Name.optional() }),
      to: Name.describe('The name of the compound, or of the building within its compound'),
    }),
  ]),
});
export const BuildingOutcomeBody = z.object({
  buildings: Count,
  homes: Count,
  residents: Count,
  merged: Count.describe('Doors that stood under both names'),
});
export const BuildingChangeParams = z.object({ community: z.string().max(100), id: z.uuid() });
