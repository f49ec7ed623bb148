import type { ColumnsBody } from '../../shared/api/bodies.ts';

/** What somebody says of columns, by title; null takes a column for nothing. */
export type Chosen = Readonly<Record<string, string | null>>;

/** What each column is taken for once the choice is heard; a field goes to one column only. */
export function takenFor(
  { columns }: Pick<ColumnsBody, 'columns'>,
  chosen: Chosen,
): ReadonlyMap<string, string> {
  const claimed = new Set(Object.values(chosen));
  return new Map(
    columns.flatMap(({ title, field }): (readonly [string, string])[] => {
      const guessed = field === undefined || claimed.has(field) ? null : field;
      const said = chosen[title] === undefined ? guessed : chosen[title];
      return said === null ? [] : [[title, said]];
    }),
  );
}

/** The choice after one more word: whichever column had the field before has none now. */
export function choose(chosen: Chosen, title: string, field: string | null): Chosen {
  const others = Object.entries(chosen).filter(
    ([other, own]) => other !== title && (own === null || own !== field),
  );
  return { ...Object.fromEntries(others), [title]: field };
}

/** Of which fields the table must have one, and has none; undefined where it has all it needs. */
export const lackingIn = (
  { needed }: Pick<ColumnsBody, 'needed'>,
  taken: ReadonlyMap<string, string>,
): readonly string[] | undefined => {
  const has = new Set(taken.values());
  return needed.find((fields) => !fields.some((field) => has.has(field)));
};
