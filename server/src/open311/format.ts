import { XMLBuilder } from 'fast-xml-parser';

/** The two formats of GeoReport v2; XML is the one that every client understands. */
export const formats = ['xml', 'json'] as const;
export type Format = (typeof formats)[number];

export const contentTypes: Readonly<Record<Format, string>> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** What an answer holds: null is an element without content, a list has one element for each item. */
export type Cell = string | number | boolean | null | Row | readonly Row[] | readonly string[];
export interface Row {
  readonly [name: string]: Cell;
}
/** An answer before it takes a format. JSON leaves the root's name out, as the specification's mapping does. */
export interface Body {
  readonly root: keyof typeof itemNames | 'service_definition' | 'discovery';
  readonly content: Row | readonly Row[];
}

/** Each list element and the name of its items. */
const itemNames = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
} as const;
const itemNameOf = (list: string): string => {
  const found = Object.entries(itemNames).find(([name]) => name === list);
  if (found === undefined) throw new Error(`list ${list} has no name for its items`);
  return found[1];
};

const builder = new XMLBuilder({ format: false, suppressEmptyNode: false });

/** XML 1.0 cannot say these at all, not even escaped. */
const unspeakable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const isList = (value: Cell): value is readonly Row[] | readonly string[] => Array.isArray(value);

function elementOf(name: string, value: Cell): unknown {
  if (isList(value)) return { [itemNameOf(name)]: value.map((item) => elementOf(name, item)) };
  if (value === null) return '';
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([each, cell]) => [each, elementOf(each, cell)]));
  return String(value).replaceAll(unspeakable, '');
}

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

/** The answer as text, UTF-8. */
export function render(format: Format, { root, content }: Body): string {
  if (format === 'json') return JSON.stringify(content);
  return declaration + builder.build({ [root]: elementOf(root, content) });
}

/** `name.xml` → the name and its format; undefined where the format is none of ours. */
export function splitFormat(text: string): { readonly name: string; readonly format: Format } | undefined {
  const [, name, ending] = /^(.+)\.(xml|json)$/su.exec(text) ?? [];
  return name === undefined ? undefined : { name, format: ending === 'json' ? 'json' : 'xml' };
}

/** W3C note of ISO 8601, with the offset of the community's zone. */
export function w3Time(at: number): string {
  const local = new Date(at + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 19)}+08:00`;
}
