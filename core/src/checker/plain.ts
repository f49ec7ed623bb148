/** A plain object, as YAML gives for a mapping. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The mapping, or an empty one. */
export const record = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {});
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** One text or a list of them. */
export const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(text) : value === undefined ? [] : [text(value)];
