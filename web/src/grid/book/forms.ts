import type { OutboxItem } from '@liren/core/fieldwork/outbox.ts';
import type { FieldBody, Json } from '../../shared/api/bodies.ts';
import type { Title } from '../../shared/i18n/titles.ts';
import type { Day } from './day.ts';

type Answers = Readonly<Record<string, Json>>;

/** The form that an item was written in, to be filled in again. */
export interface ItemForm {
  readonly title: Title;
  readonly community: string;
  readonly fields: readonly FieldBody[];
  readonly answers: Answers;
  /** What is sent in its place. */
  readonly rebuild: (answers: Answers) => OutboxItem['body'];
}

const answersIn = (value: unknown): Answers =>
  typeof value === 'object' && value !== null ? (value as Answers) : {};
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Undefined where the day has the form no longer, or the matter has moved out of reach. */
export function formOf(day: Day, { kind, body }: OutboxItem): ItemForm | undefined {
  const community = textIn(body['community']);
  if (kind === 'entry') {
    const round = day.rounds.find((each) => each.id === body['round'] && each.community === community);
    return (
      round && {
        title: round.title,
        community,
        fields: round.fields,
        answers: answersIn(body['answers']),
        rebuild: (answers) => ({ ...body, answers }),
      }
    );
  }
  const answers = answersIn(body['input']);
  if (kind === 'open') {
    const raise = day.raise.find(({ procedure }) => procedure === body['procedure']);
    return (
      raise && {
        title: raise.title,
        community,
        fields: raise.fields,
        answers,
        rebuild: (input) => ({ ...body, input }),
      }
    );
  }
  const task = day.tasks.find(({ id }) => id === body['matter']);
  const offer = task?.offers.find(({ name, hindrance }) => name === body['type'] && hindrance === undefined);
  if (task === undefined || offer === undefined) return undefined;
  const visit = task.visit && { step: task.visit.step, n: task.visit.n };
  return {
    title: offer.title,
    community,
    fields: offer.fields,
    answers,
    // The stay that one looks at now, not the one that has moved on.
    rebuild: (input) => ({ ...body, input, ...(visit !== undefined && { visit }) }),
  };
}
