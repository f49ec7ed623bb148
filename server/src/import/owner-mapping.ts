import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AreaBasis, areaBases } from '@liren/core/registry/ownership.ts';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ColumnTitles } from './match-columns.ts';
import { homeFields } from './read-home.ts';

/** What a column of a table of owners may fill. */
export const ownerFields = ['name', 'identity', 'code', 'area', 'basis', 'share', ...homeFields] as const;
export type OwnerField = (typeof ownerFields)[number];

const words = z.array(z.string().trim().min(1).max(100)).max(100);
const schema = z.strictObject({
  mapping: z.literal('owners'),
  title: z.string(),
  columns: z.partialRecord(z.enum(ownerFields), words),
  bases: z.record(z.enum(areaBases), words),
  ignore: words,
});

export interface OwnerMapping extends ColumnTitles<OwnerField> {
  /** What the words of a table mean. */
  readonly basisOf: ReadonlyMap<string, AreaBasis>;
  /** Every title that is known, by which the row of titles is found. */
  readonly titles: ReadonlySet<string>;
}

const file = fileURLToPath(new URL('../../../charters/imports/owners.yaml', import.meta.url));

export function loadOwnerMapping(): OwnerMapping {
  const { columns, bases, ignore } = schema.parse(parse(readFileSync(file, 'utf8')));
  return {
    columns,
    ignore,
    titles: new Set([...Object.values(columns).flat(), ...ignore]),
    basisOf: new Map(areaBases.flatMap((basis) => bases[basis].map((word) => [word, basis] as const))),
  };
}
