import { addItem, type OutboxItem, sendAnew } from '@liren/core/fieldwork/outbox.ts';
import type { FieldBody, Json } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { newId } from '../../shared/matter/new-id.ts';
import { type Label, photosIn } from './book.ts';
import type { Keeper, Pages } from './keeper.ts';

export interface NewItem {
  readonly kind: OutboxItem['kind'];
  readonly body: Readonly<Record<string, unknown>>;
  readonly label: Label;
  /** The form it was written in, which is empty from now on. */
  readonly draftKey: string;
  /** The refused item that this one is sent in place of. */
  readonly insteadOf?: string;
}

/** A photo that was refused with its item is brought again: the office keeps none that nothing names. */
const unstored = (photos: Pages['box']['photos'], body: unknown): Pages['box']['photos'] => {
  const again = { ...photos };
  for (const id of photosIn(body)) {
    const { community, name, takenAt } = again[id] ?? {};
    if (community !== undefined && name !== undefined && takenAt !== undefined)
      again[id] = { community, name, takenAt };
  }
  return again;
};

/** Puts what was just done into the outbox; it is on the disk, sealed, when this resolves. Returns its id. */
export async function save(keeper: Keeper, made: NewItem, now: number): Promise<string> {
  const { kind, body, label, draftKey, insteadOf } = made;
  const id = insteadOf ?? newId();
  await keeper.change(['box', 'drafts'], ({ box, drafts }) => {
    const { [draftKey]: _, ...others } = drafts;
    const earlier = box.outbox.refused.find(({ item }) => item.id === insteadOf)?.item;
    // What was done keeps its time, however often it is sent.
    const item: OutboxItem = { id, at: earlier?.at ?? now, kind, body };
    const outbox = earlier === undefined ? addItem(box.outbox, item) : sendAnew(box.outbox, item);
    const photos = earlier === undefined ? box.photos : unstored(box.photos, body);
    return { box: { ...box, outbox, photos, labels: { ...box.labels, [id]: label } }, drafts: others };
  });
  return id;
}

function valueText(field: FieldBody, value: Json): string | undefined {
  if (field.type === 'photos') return undefined;
  if (field.type === 'choice') {
    const choice = field.choices?.find((each) => each.value === value);
    return choice && titled(choice.title);
  }
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (
    typeof value === 'object' &&
    value !== null &&
    'address' in value &&
    typeof value['address'] === 'string'
  )
    return value['address'];
  return undefined;
}

/** What was written, as the diary tells it: question and answer. */
export const saysOf = (
  fields: readonly FieldBody[],
  answers: Readonly<Record<string, Json>>,
): readonly string[] =>
  fields.flatMap((field) => {
    const value = answers[field.name];
    const text = value === undefined ? undefined : valueText(field, value);
    return text === undefined || text === '' ? [] : [`${titled(field.title)}：${text}`];
  });
