import type { Json } from '@liren/core/basics/json.ts';
import { plainField } from '@liren/core/engine/fields.ts';
import type { Definition, Field, Step } from '@liren/core/engine/types.ts';
import type { ChainedEvent } from '@liren/core/record/event.ts';
import { fieldsOfStep } from '@liren/core/steps/fields-of-step.ts';
import type { MeetConfig } from '@liren/core/steps/meet/config.ts';
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

/** The questions of a step whose answers its procedure words; of a hearing, for which side somebody spoke. */
function askedAt(step: Step): readonly Field[] {
  if (step.kind !== 'meet') return fieldsOfStep(step);
  const { sides } = step.config as MeetConfig;
  return sides === undefined ? [] : [plainField('side', '哪一方', 'choice', { choices: sides })];
}

/** What was chosen in an event, and the papers it speaks of: they stand in the open chain by their ids. */
export function plainAnswers({ procedure }: Definition, event: ChainedEvent): readonly PlainAnswer[] {
  const step = event.step === undefined ? undefined : procedure.steps[event.step];
  const fields = event.type === 'opened' ? procedure.opens.form : step === undefined ? [] : askedAt(step);
  return [...fields.flatMap((field) => answerTo(field, event)), ...listsIn(event)];
}
