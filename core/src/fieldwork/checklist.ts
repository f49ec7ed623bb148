import type { Json, JsonObject } from '../basics/json.ts';
import { photosField, plainField, textField } from '../engine/fields.ts';
import type { Field } from '../engine/types.ts';

/** What may be found of one item: in order; not, to be put right; not, and put right on the spot (当场整改); none there. */
export const findings = ['pass', 'fail', 'fixed', 'none'] as const;
export type Finding = (typeof findings)[number];
/** What an inspector says more about. */
const faulty: ReadonlySet<unknown> = new Set<Finding>(['fail', 'fixed']);

export interface ChecklistItem {
  readonly id: string;
  readonly title: string;
  /** The affair that a matter about it is of: it tells which department enforces it. */
  readonly affair: string;
}
export interface Checklist {
  readonly items: readonly ChecklistItem[];
  /** The procedure of the matter that each failed item opens. */
  readonly opens: string;
}
/** How a charter calls findings, and what is said and shown of one. */
export interface ChecklistWords {
  readonly findings: Readonly<Record<Finding, string>>;
  readonly note: string;
  readonly photos: string;
}

export const noteOf = (item: string): string => `${item}-note`;
export const photosOf = (item: string): string => `${item}-photos`;

/** Three fields for each item: what was found, what is wrong, photos. */
export const checklistFields = (items: readonly ChecklistItem[], words: ChecklistWords): readonly Field[] =>
  items.flatMap(({ id, title }) => [
    plainField(id, title, 'choice', {
      required: false,
      most: 1,
      choices: findings.map((value) => ({ value, title: words.findings[value] })),
    }),
    textField(noteOf(id), words.note, { required: false, most: 500 }),
    photosField(photosOf(id), words.photos, { most: 3 }),
  ]);

type Given = Readonly<Record<string, Json | undefined>>;
const isSaid = (value: Json | undefined): boolean => typeof value === 'string' && value.trim() !== '';

/** Fields that an inspection of a place that was open still lacks: every item is found somehow, and what failed is told. */
export const lackingIn = (items: readonly Pick<ChecklistItem, 'id'>[], given: Given): readonly string[] =>
  items.flatMap(({ id }) => {
    if (!isSaid(given[id])) return [id];
    return given[id] === 'fail' && !isSaid(given[noteOf(id)]) ? [noteOf(id)] : [];
  });

/** Whether a field of the checklist has anything to say as things stand: notes and photos only of what was not in order. */
export const isAsked = (items: readonly Pick<ChecklistItem, 'id'>[], field: string, given: Given): boolean =>
  items.every(({ id }) => (field !== noteOf(id) && field !== photosOf(id)) || faulty.has(given[id]));

/** What was not in order, item by item. */
export const faultsIn = (
  { items }: Checklist,
  plain: JsonObject,
): readonly { readonly item: string; readonly finding: 'fail' | 'fixed' }[] =>
  items.flatMap(({ id }) => {
    const finding = plain[id];
    return finding === 'fail' || finding === 'fixed' ? [{ item: id, finding }] : [];
  });
