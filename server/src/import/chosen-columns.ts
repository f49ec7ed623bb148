import type { ColumnTitles } from './match-columns.ts';

/** What somebody says that a column is; null for nothing that is taken in. */
export interface ChosenColumn<Field extends string = string> {
  readonly title: string;
  readonly field: Field | null;
}

/** A mapping by which the row of titles is found, too. */
export interface KnownTitles<Field extends string> extends ColumnTitles<Field> {
  readonly titles: ReadonlySet<string>;
}

/** The mapping with what was chosen before all that it knows by itself; of two who chose, the later counts. */
export function withChosen<Field extends string, Mapping extends KnownTitles<Field>>(
  mapping: Mapping,
  chosen: readonly ChosenColumn<Field>[],
): Mapping {
  const said = new Map(chosen.map(({ title, field }) => [title, field]));
  const fields = [
    ...new Set([...(Object.keys(mapping.columns) as Field[]), ...chosen.flatMap(({ field }) => field ?? [])]),
  ];
  const titlesOf = (field: Field): readonly string[] => [
    ...[...said].toReversed().flatMap(([title, own]) => (own === field ? [title] : [])),
    ...(mapping.columns[field] ?? []).filter((title) => !said.has(title)),
  ];
  return {
    ...mapping,
    columns: Object.fromEntries(fields.map((field) => [field, titlesOf(field)])),
    ignore: [
      ...mapping.ignore.filter((title) => !said.has(title)),
      ...[...said].flatMap(([title, field]) => (field === null ? [title] : [])),
    ],
    titles: new Set([...mapping.titles, ...said.keys()]),
  };
}

/** What each column of a table is taken for. */
export function columnsAs<Field extends string>(
  { columns: titles, ignore }: ColumnTitles<Field>,
  columns: readonly string[],
): readonly { readonly title: string; readonly field?: Field; readonly ignored: boolean }[] {
  const fieldOf = new Map<string, Field>();
  for (const field of Object.keys(titles) as Field[]) {
    const title = titles[field]?.find((each) => columns.includes(each));
    if (title !== undefined && !fieldOf.has(title)) fieldOf.set(title, field);
  }
  return columns
    .filter((title) => title !== '')
    .map((title) => {
      const field = fieldOf.get(title);
      return { title, ...(field !== undefined && { field }), ignored: ignore.includes(title) };
    });
}
