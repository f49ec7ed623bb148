import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Relation, relations } from '@liren/core/registry/relations.ts';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ColumnTitles } from './match-columns.ts';

/** What a column of a household table may fill. */
export const residentFields = [
  'name',
  'identity',
  'phone',
  'address',
  'compound',
  'building',
  'unit',
  'number',
  'relation',
  'since',
  'grid',
  'groups',
  'again',
] as const;
export type ResidentField = (typeof residentFields)[number];

const words = z.array(z.string().trim().min(1).max(100)).max(100);
const schema = z.strictObject({
  mapping: z.literal('residents'),
  title: z.string(),
  columns: z.partialRecord(z.enum(residentFields), words),
  relations: z.partialRecord(z.enum(relations), words),
  ignore: words,
});

export interface ResidentMapping extends ColumnTitles<ResidentField> {
  /** What the words of a table mean. */
  readonly relationOf: ReadonlyMap<string, Relation>;
  /** Every title that is known, by which the row of titles is found. */
  readonly titles: ReadonlySet<string>;
}

const file = fileURLToPath(new URL('../../../charters/imports/residents.yaml', import.meta.url));

export function loadResidentMapping(): ResidentMapping {
  const { columns, relations: said, ignore } = schema.parse(parse(readFileSync(file, 'utf8')));
  return {
    columns,
    ignore,
    titles: new Set([...Object.values(columns).flat(), ...ignore]),
    relationOf: new Map(
      relations.flatMap((relation) => (said[relation] ?? []).map((word) => [word, relation] as const)),
    ),
  };
}
