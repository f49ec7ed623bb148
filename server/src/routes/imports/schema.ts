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

/** A part of a form that holds JSON. */
const json = z
  .string()
  .max(50_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'JSON' });
      return z.NEVER;
    }
  });
export const ChosenColumns = json
  .pipe(
    z.array(z.object({ title: z.string().min(1).max(200), field: z.string().max(40).nullable() })).max(200),
  )
  .describe('What columns are, as JSON of {title, field}; field null takes the column for nothing');
export const ColumnsBody = z.object({
  fields: z.array(z.string()).describe('What a column can be'),
  needed: z.array(z.array(z.string())).describe('Of each group of fields the table must have one'),
  columns: z.array(
    z.object({
      title: z.string(),
      field: z.string().optional().describe('What it is taken for'),
      ignored: z.boolean().describe('Known to be nothing that is taken in'),
    }),
  ),
  rows: z.array(z.array(z.string())).describe('The first rows of the file as they stand, shortened'),
  fault: z.string().optional().describe('Why no row of titles was found'),
});
