import type { Field, Step } from '../engine/types.ts';
import type { FormConfig } from './form/form.ts';
import { resultFields, type WorkConfig } from './work/work.ts';

/** The questions of a step that its procedure words itself: a form's, and what some work may come to. */
export function fieldsOfStep({ kind, config }: Step): readonly Field[] {
  if (kind === 'form') return (config as FormConfig).fields;
  return kind === 'work' ? resultFields(config as WorkConfig) : [];
}
