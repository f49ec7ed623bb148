import { z } from 'zod';
import { Title } from '../../http/schemas.ts';
import { exportColumns, wholeColumns } from '../../usecases/registry-exports.ts';

export const AskExportBody = z.object({
  community: z.string().max(100),
  grids: z.array(z.string().max(100)).max(200).default([]).describe('Empty for the whole community'),
  columns: z.array(z.enum(exportColumns)).max(exportColumns.length),
  whole: z
    .array(z.enum(wholeColumns))
    .max(wholeColumns.length)
    .default([])
    .describe('Columns in which numbers stand whole; masked otherwise'),
  purpose: z.string().trim().min(4).max(200).describe('Stands on the file and is shown to the residents'),
});
export const ExportAsked = z.object({ id: z.uuid() });
export const ExportParams = z.object({ community: z.string().max(100), id: z.uuid() });
export const AnswerExportBody = z.discriminatedUnion('approve', [
  z.object({ approve: z.literal(true), days: z.number().int().min(1).max(7) }),
  z.object({ approve: z.literal(false), reason: z.string().trim().min(2).max(200) }),
]);
export const TakeExportBody = z.object({ format: z.enum(['xlsx', 'csv']) });

const Seat = z.object({ by: z.string(), organ: Title, post: Title, at: z.number() });
export const ExportsBody = z.object({
  rows: z.array(
    z.object({
      community: z.string(),
      communityTitle: Title,
      id: z.uuid(),
      n: z.number().int().describe('Stands on the file'),
      grids: z.array(Title),
      columns: z.array(z.string()),
      whole: z.array(z.string()),
      purpose: z.string(),
      asked: Seat,
      answered: Seat.extend({
        approved: z.boolean(),
        until: z.number().optional().describe('Until when it may be downloaded'),
        reason: z.string().optional(),
      }).optional(),
      residents: z.number().int().optional().describe('How many today; told while it waits'),
      copiesLeft: z.number().int(),
      mayAnswer: z.boolean(),
      mayTake: z.boolean(),
      isOwn: z.boolean(),
    }),
  ),
});
