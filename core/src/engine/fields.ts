import { asJson } from '../basics/canonical.ts';
import type { Json, JsonObject } from '../basics/json.ts';
import { err, ok, type Result } from '../basics/result.ts';
import type { Answers } from './kind.ts';
import { isMoment } from './moment.ts';
import type { Refusal } from './refusal.ts';
import type { Field } from './types.ts';

const isRecord = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isBlank = (value: Json): boolean =>
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const shortText = (value: Json | undefined): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= 200;
const within = (value: Json | undefined, most: number): boolean =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;

type Fault = 'field-invalid' | 'field-too-large' | undefined;
type Test = (value: Json, field: Field) => Fault;

const text: Test = (value, field) => {
  if (typeof value !== 'string') return 'field-invalid';
  return value.length > field.most ? 'field-too-large' : undefined;
};
const reference: Test = (value) => (shortText(value) ? undefined : 'field-invalid');
const references: Test = (value, field) => {
  if (!Array.isArray(value)) return 'field-invalid';
  if (value.length > field.most) return 'field-too-large';
  return value.every(shortText) && new Set(value).size === value.length ? undefined : 'field-invalid';
};

const tests: Readonly<Record<Field['type'], Test>> = {
  text,
  'long-text': text,
  choice: (value, field) =>
    field.choices?.some((choice) => choice.value === value) ? undefined : 'field-invalid',
  choices: (value, field) => {
    if (!Array.isArray(value)) return 'field-invalid';
    const known = value.every((each) => field.choices?.some((choice) => choice.value === each));
    return known && new Set(value).size === value.length ? undefined : 'field-invalid';
  },
  'yes-no': (value) => (typeof value === 'boolean' ? undefined : 'field-invalid'),
  number: (value, field) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) return 'field-invalid';
    return value > field.most ? 'field-too-large' : undefined;
  },
  affair: reference,
  place: reference,
  organ: reference,
  matter: reference,
  organs: references,
  matters: references,
  // WGS-84 degrees, and the address as people write it.
  location: (value, field) => {
    if (!isRecord(value)) return 'field-invalid';
    const { lat, long, address, ...others } = value;
    if (Object.keys(others).length > 0) return 'field-invalid';
    if (lat !== undefined && !within(lat, 90)) return 'field-invalid';
    if (long !== undefined && !within(long, 180)) return 'field-invalid';
    if (address !== undefined && typeof address !== 'string') return 'field-invalid';
    return typeof address === 'string' && address.length > field.most ? 'field-too-large' : undefined;
  },
  // Each photo names its stored file and the SHA-256 of its bytes.
  photos: (value, field) => {
    if (!Array.isArray(value)) return 'field-invalid';
    if (value.length > field.most) return 'field-too-large';
    const sound = value.every(
      (each) =>
        isRecord(each) &&
        shortText(each['file']) &&
        shortText(each['sha256']) &&
        Object.keys(each).length === 2,
    );
    return sound ? undefined : 'field-invalid';
  },
  moment: (value) => (typeof value === 'string' && isMoment(value) ? undefined : 'field-invalid'),
  phone: (value) => (typeof value === 'string' && /^\+?\d{5,15}$/.test(value) ? undefined : 'field-invalid'),
  // A table of figures computed by the product, published with the record.
  figures: (value, field) => (JSON.stringify(value).length > field.most ? 'field-too-large' : undefined),
};

const unwritable = /[\0\p{Surrogate}]/u;
/** What has no canonical text (half a character, a negative zero) or no place in a database (U+0000) stands in no record. */
function isRecordable(value: Json): boolean {
  if (typeof value === 'string') return !unwritable.test(value);
  if (typeof value === 'boolean') return true;
  return asJson(value).ok && !JSON.stringify(value).includes('\\u0000');
}
const faultOf = (value: Json, field: Field): Fault =>
  // The type first: it bounds how deep and long the value is that the rest walks through.
  tests[field.type](value, field) ?? (isRecordable(value) ? undefined : 'field-invalid');

/** Checks every answer against its field; nothing unasked passes. */
export function readAnswers(fields: readonly Field[], input: JsonObject): Result<Answers, Refusal> {
  const unasked = Object.keys(input).find((name) => !fields.some((field) => field.name === name));
  if (unasked !== undefined) return err({ code: 'field-unknown', about: unasked });
  const plain: Record<string, Json> = {};
  const sealed: Record<string, Json> = {};
  for (const field of fields) {
    const value = Object.hasOwn(input, field.name) ? input[field.name] : undefined;
    if (value === undefined || isBlank(value)) {
      if (field.required) return err({ code: 'field-required', about: field.name });
      continue;
    }
    const fault = faultOf(value, field);
    if (fault !== undefined) return err({ code: fault, about: field.name });
    (field.sealed ? sealed : plain)[field.name] = value;
  }
  return ok({ plain, sealed });
}

const base = { required: true, sealed: true, audience: 'parties', most: 2000 } as const;
/** Free text is personal until shown otherwise: sealed, read by those who take part. */
export const textField = (name: string, title: string, more: Partial<Field> = {}): Field => ({
  ...base,
  name,
  title,
  type: 'long-text',
  ...more,
});
export const photosField = (name: string, title: string, more: Partial<Field> = {}): Field => ({
  ...base,
  name,
  title,
  type: 'photos',
  required: false,
  most: 9,
  ...more,
});
/** A plain answer, public with the record. */
export const plainField = (
  name: string,
  title: string,
  type: Field['type'],
  more: Partial<Field> = {},
): Field => ({ ...base, sealed: false, audience: 'public', name, title, type, ...more });

/** Fields that follow from one thing that never changes (a configuration, a definition) are made once for it. */
export function fieldsOnce<Key extends object>(
  make: (key: Key) => readonly Field[],
): (key: Key) => readonly Field[] {
  const made = new WeakMap<Key, readonly Field[]>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fields = make(key);
    made.set(key, fields);
    return fields;
  };
}
