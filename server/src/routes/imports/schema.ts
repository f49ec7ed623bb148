import { z } from 'zod';

export const ImportBody = z.object({
  rows: z.number().int().describe('Rows with content'),
  accepted: z.number().int().describe('Taken in now; in a dry run, ready to be'),
  known: z.number().int().describe('Taken in by an earlier import'),
  errorCount: z.number().int(),
  errors: z
    .array(
      z.object({
        row: z.number().int().describe('As a spreadsheet counts: the titles are row 1'),
        field: z.string().optional().describe('Title of the column'),
        message: z.string(),
      }),
    )
    .describe('At most 1,000; the file holds all'),
  errorFile: z
    .string()
    .optional()
    .describe('CSV of the rows in error as they came, with reasons: correct it and import it again'),
  unusedColumns: z.array(z.string()),
});
/** Beside the file, as parts of the form. */
export const ImportParts = z.object({
  mapping: z.string().max(200_000).default('').describe('A mapping file (YAML), or JSON of field → column'),
  community: z.string().max(100).optional(),
  dryRun: z.stringbool().default(false),
});
