import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OrganisationKind } from '@liren/core/registry/organisation.ts';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ColumnTitles } from './match-columns.ts';

/** What somebody tells of an organisation, by hand or in the columns of a table. */
export const organisationFields = [
  'name',
  'kind',
  'code',
  'address',
  'grid',
  'contact',
  'phone',
  'qualification',
  'qualifiedUntil',
] as const;
export type OrganisationField = (typeof organisationFields)[number];

const words = z.array(z.string().trim().min(1).max(100)).max(100);
const schema = z.strictObject({
  mapping: z.literal('organisations'),
  title: z.string(),
  columns: z.partialRecord(z.enum(organisationFields), words),
  kinds: z.record(z.string(), words),
  ignore: words,
});

export interface OrganisationMapping extends ColumnTitles<OrganisationField> {
  /** The kind that a word of a table means: what the charter calls it, or another word for it. */
  readonly kindOf: (word: string) => OrganisationKind | undefined;
  /** Every title that is known, by which the row of titles is found. */
  readonly titles: ReadonlySet<string>;
}

const file = fileURLToPath(new URL('../../../charters/imports/organisations.yaml', import.meta.url));

export function loadOrganisationMapping(kinds: readonly OrganisationKind[]): OrganisationMapping {
  const { columns, kinds: said, ignore } = schema.parse(parse(readFileSync(file, 'utf8')));
  return {
    columns,
    ignore,
    titles: new Set([...Object.values(columns).flat(), ...ignore]),
    kindOf: (word) =>
      kinds.find(({ id, title }) => id === word || title === word) ??
      kinds.find(({ id }) => said[id]?.includes(word)),
  };
}
