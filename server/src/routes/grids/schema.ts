import { gridKinds } from '@liren/core/grids/types.ts';
import { z } from 'zod';
import { Id, Instant, Key, Title } from '../../http/schemas.ts';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Kind = z.enum([...gridKinds, 'undrawn']).describe('undrawn: homes that nobody has drawn into a grid');
const Outside = z.enum(['small', 'large']).optional().describe('Its size is not within the charter’s range');
const Part = z.string().max(60);
const Count = z.number().int();

export const GridsParams = z.object({ community: Key });
export const ChangeParams = GridsParams.extend({ id: Id });

const Address = { compound: Part, building: Part, unit: Part.optional() };
/** A change as somebody wishes it; every part is bounded. */
export const DraftBody = z.object({
  opens: z
    .array(
      z.object({
        key: Key.describe('Stands for the new grid within the draft'),
        title: z.string().trim().min(1).max(40),
        kind: z.enum(['micro', 'exclusive']),
      }),
    )
    .max(30),
  closes: z.array(z.object({ grid: Key, into: Key })).max(30),
  moves: z.array(z.object({ ...Address, to: Key })).max(2000),
});

const Load = z.object({
  buildings: Count,
  households: Count,
  residents: Count,
  matters: Count.describe('Open matters of its buildings'),
  riskHomes: Count.describe('Homes that are due more often than the rest'),
  points: Count.describe('Work, by the points of the charter'),
});
const BlockBody = z.object({
  compound: z.string(),
  building: z.string(),
  unit: z.string(),
  grid: z.string(),
  households: Count,
  residents: Count,
  matters: Count,
  riskHomes: Count,
  points: Count,
  at: z.array(z.number()).length(2).optional().describe('Longitude and latitude'),
});
const BuildingBody = z.object({ compound: z.string(), building: z.string() });
const Size = z.object({ least: Count, most: Count });

export const GridsBody = z.object({
  community: z.object({ id: z.string(), title: Title, place: z.string() }),
  today: z.string(),
  rules: z
    .object({
      micro: Size,
      general: Size,
      workload: z.object({ home: Count, resident: Count, matter: Count, riskHome: Count }),
    })
    .optional(),
  grids: z.array(
    z.object({
      id: z.string(),
      title: Title,
      kind: Kind,
      general: z.string().optional().describe('The general grid around it'),
      load: Load,
      outside: Outside,
    }),
  ),
  blocks: z.array(BlockBody),
  apart: z.array(BuildingBody).describe('Buildings that lie in more than one grid'),
  workers: z
    .array(z.object({ person: Id, name: z.string(), grids: z.array(z.string()) }))
    .describe('Who may be given a grid, and in which they sit today'),
  changes: z.array(
    z.object({
      id: Id,
      from: z.string(),
      reason: z.string(),
      state: z.enum(['waiting', 'done', 'withdrawn', 'stuck']),
      by: z.string(),
      organ: Title,
      post: Title,
      decidedAt: Instant,
      opens: z.array(z.object({ title: z.string(), kind: Kind })),
      closes: z.array(z.object({ title: Title, into: Title })),
      moves: z.array(BuildingBody.extend({ unit: z.string().optional(), to: Title })),
    }),
  ),
});

export const ProposeBody = z.object({
  grids: z.array(Key).min(1).max(30),
  count: z.number().int().min(1).max(30),
});
export const ProposalBody = z.object({
  groups: z.array(
    z.object({
      blocks: z.array(BuildingBody.extend({ unit: z.string(), households: Count })),
      households: Count,
      points: Count,
      outside: Outside,
    }),
  ),
  apart: z.array(BuildingBody),
});

export const PreviewWish = z.object({ draft: DraftBody });
export const PreviewBody = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      title: Title,
      kind: Kind,
      change: z.enum(['opens', 'closes', 'changes']),
      before: Load,
      after: Load,
      outside: Outside,
      blocks: z.array(BlockBody),
    }),
  ),
  apart: z.array(BuildingBody),
});

export const DecideBody = z.object({
  draft: DraftBody,
  seats: z.array(z.object({ grid: Key, person: Id })).max(60),
  from: Day,
  reason: z.string().trim().min(2).max(200),
});
export const DecidedBody = z.object({ id: Id });
export const WithdrawnBody = z.object({});
