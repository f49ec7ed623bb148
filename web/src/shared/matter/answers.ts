import type { FieldBody, Json } from '../api/bodies.ts';

/** A form's answers so far; a field left empty is absent, never null. */
export type Draft = Readonly<Record<string, Json | undefined>>;
/** What is sent. */
export type Answers = Readonly<Record<string, Json>>;

export function isBlank(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every((each) => isBlank(each));
}

/** Names of the required fields that are still empty, in the order of the form. */
export const missing = (fields: readonly FieldBody[], draft: Draft): readonly string[] =>
  fields.filter((field) => field.required && isBlank(draft[field.name])).map((field) => field.name);

/** What is sent: only fields of this form, only those that were answered. */
export function answersOf(fields: readonly FieldBody[], draft: Draft): Answers {
  const answers: Record<string, Json> = {};
  for (const { name } of fields) {
    const value = draft[name];
    if (value !== undefined && !isBlank(value)) answers[name] = value;
  }
  return answers;
}
