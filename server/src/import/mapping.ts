import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { isTimePattern } from './times.ts';

/** What a column may fill. */
export const ticketFields = [
  'number',
  'title',
  'text',
  'reportedAt',
  'reporter',
  'phone',
  'address',
  'lat',
  'long',
  'community',
  'place',
  'affair',
  'urgency',
  'openText',
] as const;
export type TicketField = (typeof ticketFields)[number];

const word = z.string().trim().min(1).max(100);
/** A title, or several that mean the same: the first that the table has is taken. */
const titles = z.union([word.transform((one) => [one]), z.array(word).min(1).max(20)]);
const choices = z.record(word, word);

const mappingSchema = z.strictObject({
  mapping: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  title: word,
  source: word,
  procedure: word.default('complaint'),
  channel: word.default('hotline'),
  columns: z.partialRecord(z.enum(ticketFields), titles),
  times: z.array(word.refine(isTimePattern, '应形如 YYYY-M-D H:m:s')).max(50).default(['YYYY-M-D H:m:s']),
  values: z
    .strictObject({ affair: choices, urgency: choices, community: choices, place: choices })
    .partial()
    .default({}),
  defaults: z
    .strictObject({ affair: word, urgency: word, community: word, title: word })
    .partial()
    .default({}),
  ignore: z.array(word).max(200).default([]),
});

/** 导入对照: which column fills what, how times are written, and what the words of the source mean here. */
export type Mapping = z.output<typeof mappingSchema>;

const mostCharacters = 200_000;

/** Reads a mapping file; the message names the place that is wrong. */
export function readMapping(source: string): Result<Mapping, string> {
  if (source.length > mostCharacters) return err('对照文件太大。');
  const document = parseDocument(source);
  const [fault] = document.errors;
  if (fault !== undefined) return err(`对照文件的 YAML 写法有误：${fault.message}`);
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return err(`对照文件的 YAML 写法有误：${error instanceof Error ? error.message : String(error)}`);
  }
  const read = mappingSchema.safeParse(plain);
  if (!read.success) {
    const [issue] = read.error.issues;
    return err(`对照文件的 ${issue?.path.join('.') || '开头'} 有误：${issue?.message ?? ''}`);
  }
  const { columns } = read.data;
  if (columns.number === undefined)
    return err('对照文件缺少 columns.number：没有编号，重复导入时会多出一份。');
  if (columns.title === undefined && columns.text === undefined)
    return err('对照文件至少要有 columns.title 或 columns.text。');
  return ok(read.data);
}
