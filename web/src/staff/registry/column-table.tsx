import { useTranslation } from 'react-i18next';
import type { ColumnsBody } from '../../shared/api/bodies.ts';

export type ColumnField = NonNullable<ColumnsBody['columns'][number]['field']>;
/** What somebody says of columns, by title; null takes a column for nothing. */
export type Chosen = Readonly<Record<string, ColumnField | null>>;

const fields = [
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
] as const satisfies readonly ColumnField[];

/** What each column is taken for once the choice is heard; a field goes to one column only. */
export function takenFor({ columns }: ColumnsBody, chosen: Chosen): ReadonlyMap<string, ColumnField> {
  const claimed = new Set(Object.values(chosen));
  return new Map(
    columns.flatMap(({ title, field }): (readonly [string, ColumnField])[] => {
      const said = title in chosen ? chosen[title] : claimed.has(field ?? null) ? undefined : field;
      return said === undefined || said === null ? [] : [[title, said]];
    }),
  );
}

/** What a table must have before anything can be taken in; undefined where it has it all. */
export function lackingIn(taken: ReadonlyMap<string, ColumnField>): 'name' | 'address' | undefined {
  const has = new Set(taken.values());
  if (!has.has('name')) return 'name';
  return has.has('address') || has.has('building') ? undefined : 'address';
}

/** 栏目对照: each column of the table, and what it is. */
export function ColumnTable({
  body,
  chosen,
  onChoose,
}: {
  body: ColumnsBody;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}) {
  const { t } = useTranslation();
  const taken = takenFor(body, chosen);
  const choose = (title: string, field: string): void => {
    const said = fields.find((each) => each === field) ?? null;
    // Who had this field before has none now.
    const others = Object.entries(chosen).filter(
      ([other, own]) => other !== title && (own === null || own !== said),
    );
    onChoose({ ...Object.fromEntries(others), [title]: said });
  };
  return (
    <table className="grid-table column-table">
      <thead>
        <tr>
          <th scope="col">{t('staff.columns.title')}</th>
          <th scope="col">{t('staff.columns.is')}</th>
        </tr>
      </thead>
      <tbody>
        {body.columns.map(({ title }) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <td>
              <select
                className="change-input"
                aria-label={t('staff.columns.whatIs', { title })}
                value={taken.get(title) ?? ''}
                onChange={({ target }) => choose(title, target.value)}
              >
                <option value="">{t('staff.columns.nothing')}</option>
                {fields.map((field) => (
                  <option key={field} value={field}>
                    {t(`staff.columns.field.${field}`)}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The first rows as they stand, to say which of them holds the titles. */
export function TitleRow({
  rows,
  value,
  onChoose,
}: {
  rows: ColumnsBody['rows'];
  value: number | undefined;
  onChoose: (row: number) => void;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className="title-row">
      <legend>{t('staff.columns.whichRow')}</legend>
      {rows.map((cells, at) => (
        // Rows have nothing but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a file do not move
        <label key={at}>
          <input type="radio" name="title-row" checked={value === at + 1} onChange={() => onChoose(at + 1)} />
          <span>
            {t('staff.columns.row', { row: at + 1 })} {cells.filter((cell) => cell.trim() !== '').join(' · ')}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
