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
  'category',
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

/** YAML (or JSON) as plain values; aliases are limited, so a small file cannot grow into a huge value. */
function readPlain(source: string): Result<unknown, string> {
  if (source.length > mostCharacters) return err('对照文件太大。');
  const document = parseDocument(source);
  const [fault] = document.errors;
  if (fault !== undefined)
    return err(`对照文件第 ${fault.linePos?.[0].line ?? 1} 行的 YAML 写法有误（${fault.code}）。`);
  try {
    return ok(document.toJS({ maxAliasCount: 100 }) as unknown);
  } catch {
    return err('对照文件里的引用（&、*）有误，或者太多。');
  }
}

/** Reads a mapping file; the message names the place that is wrong. */
export function readMapping(source: string): Result<Mapping, string> {
  const plain = readPlain(source);
  return plain.ok ? mappingOf(plain.value) : plain;
}

function mappingOf(plain: unknown): Result<Mapping, string> {
  const read = mappingSchema.safeParse(plain);
  if (!read.success) {
    const [issue] = read.error.issues;
    return err(`对照文件的 ${issue?.path.join('.') || '开头'} 有误（${issue?.message ?? ''}）。`);
  }
  const { columns } = read.data;
  if (columns.title === undefined && columns.text === undefined)
    return err('对照文件至少要有 columns.title 或 columns.text。');
  return ok(read.data);
}

/** Names of fields that pages use for short. */
const shortNames: Readonly<Record<string, TicketField>> = {
  at: 'reportedAt',
  name: 'reporter',
  class: 'category',
};

/**
 * A mapping as a page sends it: a whole mapping file, or only JSON of field → column, which takes the place of
 * the columns of `usual`.
 */
export function readSentMapping(sent: string, usual: Mapping): Result<Mapping, string> {
  if (sent.trim() === '') return ok(usual);
  const plain = readPlain(sent);
  if (!plain.ok) return plain;
  if (typeof plain.value === 'object' && plain.value !== null && 'mapping' in plain.value)
    return mappingOf(plain.value);
  const read = z.record(z.string(), titles).safeParse(plain.value);
  if (!read.success) return err('栏目对照的格式不对。');
  const columns = Object.entries(read.data).map(([name, column]) => [shortNames[name] ?? name, column]);
  const whole = mappingSchema.safeParse({ ...usual, columns: Object.fromEntries(columns) });
  return whole.success ? ok(whole.data) : err('栏目对照里有不认识的字段。');
}
