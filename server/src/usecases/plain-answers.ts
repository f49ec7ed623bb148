import type { Json } from '@liren/core/basics/json.ts';
import type { Definition, Field } from '@liren/core/engine/types.ts';
import type { ChainedEvent } from '@liren/core/record/event.ts';
import { fieldsOfStep } from '@liren/core/steps/fields-of-step.ts';
import { listsIn } from '@liren/core/steps/receive/receive.ts';

/** A question with what was chosen, both by their titles. */
export interface PlainAnswer {
  readonly title: string;
  readonly values: readonly string[];
}

const chosen = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

function answerTo(field: Field, event: ChainedEvent): readonly PlainAnswer[] {
  const given = chosen(event.data[field.name]);
  const values = (field.choices ?? []).filter(({ value }) => given.includes(value)).map(({ title }) => title);
  return values.length === 0 ? [] : [{ title: field.title, values }];
}

/** What was chosen in an event, and the papers it speaks of: they stand in the open chain by their ids. */
export function plainAnswers({ procedure }: Definition, event: ChainedEvent): readonly PlainAnswer[] {
  const step = event.step === undefined ? undefined : procedure.steps[event.step];
  const fields =
    event.type === 'opened' ? procedure.opens.form : step === undefined ? [] : fieldsOfStep(step);
  return [...fields.flatMap((field) => answerTo(field, event)), ...listsIn(event)];
}
