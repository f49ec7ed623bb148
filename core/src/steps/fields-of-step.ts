import type { Field, Step } from '../engine/types.ts';
import { type CheckConfig, checkedFields } from './check/check.ts';
import type { FormConfig } from './form/form.ts';
import { resultFields, type WorkConfig } from './work/work.ts';

/** The questions of a step that its procedure words itself: a form's, what a check settles, what some work may come to. */
export function fieldsOfStep({ kind, config }: Step): readonly Field[] {
  if (kind === 'form') return (config as FormConfig).fields;
  if (kind === 'check') return checkedFields(config as CheckConfig);
  return kind === 'work' ? resultFields(config as WorkConfig) : [];
}
