import type { Json } from '@liren/core/basics/json.ts';
import { fieldTypes } from '@liren/core/engine/types.ts';
import { z } from 'zod';

/** Shapes that several routes share. Every string is bounded. */
export const Id = z.uuid();
export const Key = z.string().min(1).max(100);
export const Instant = z.number().int().describe('Epoch milliseconds, UTC');
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .describe('YYYY-MM');
export const Cursor = z.string().max(200).describe('Opaque; from the page before');
export const Text = z.string().max(20_000);
const anyType = ['object', 'array', 'string', 'number', 'boolean', 'null'];
/**
 * Any JSON. Requests arrive parsed, so nothing else can stand here; described openly because it refers to itself. Its
 * format tells who makes types of it.
 */
export const JsonValue = z.unknown().meta({ type: anyType, format: 'json' }) as unknown as z.ZodType<Json>;
export const Input = z.record(z.string().max(60), JsonValue).describe('Answers by field name');

/**
 * Words that come from data, as they are written there; who shows them may know them in another language. What
 * somebody wrote about a matter is a plain string.
 */
export const Title = z.string().meta({ format: 'title' });
export const Titled = z.object({ id: z.string(), title: Title });
export const Choice = z.object({
  value: z.string(),
  title: Title,
  hint: Title.optional().describe('When to choose it'),
});

/** A no, in words: what rule, why, and what can be done instead. */
export const RefusalBody = z.object({
  code: z.string().describe('From a closed list'),
  message: z.string(),
  about: z.string().optional(),
  law: z.string().optional(),
});

export const FieldBody = z.object({
  name: z.string(),
  title: Title,
  type: z.enum(fieldTypes),
  required: z.boolean(),
  sealed: z.boolean(),
  audience: z.enum(['public', 'parties', 'handlers']),
  most: z.number(),
  choices: z.array(Choice).optional(),
  hint: Title.optional(),
});
