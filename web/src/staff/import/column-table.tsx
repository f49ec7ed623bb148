import { useTranslation } from 'react-i18next';
import type { ColumnsBody } from '../../shared/api/bodies.ts';
import type { ImportedTable } from './table-import.tsx';
import { type Chosen, choose, lackingIn, takenFor } from './taken-for.ts';

function Columns({ of, body, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const taken = takenFor(body, chosen);
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
                onChange={({ target }) =>
                  onChoose(choose(chosen, title, target.value === '' ? null : target.value))
                }
              >
                <option value="">{t('staff.columns.nothing')}</option>
                {body.fields.map((field) => (
                  <option key={field} value={field}>
                    {t(`staff.columns.${of}.${field}`)}
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
function TitleRow({ body: { rows }, titlesIn, onTitlesIn }: Props) {
  const { t } = useTranslation();
  const told = rows.map((cells, at) => ({
    row: at + 1,
    text: cells.filter((cell) => cell.trim() !== '').join(' · '),
  }));
  return (
    <details className="title-row">
      <summary>{t('staff.columns.otherRow')}</summary>
      <fieldset>
        <legend>{t('staff.columns.whichRow')}</legend>
        {told.map(({ row, text }) => (
          <label key={row}>
            <input
              type="radio"
              name="title-row"
              checked={titlesIn === row}
              onChange={() => onTitlesIn(row)}
            />
            <span>
              {t('staff.columns.row', { row })} {text}
            </span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

interface Props {
  of: ImportedTable;
  body: ColumnsBody;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
  titlesIn: number | undefined;
  onTitlesIn: (row: number) => void;
}

/** 栏目对照: what the columns of the table are taken for, and how to say otherwise. Open where something is lacking. */
export function ColumnTable(props: Props) {
  const { t } = useTranslation();
  const { of, body, chosen } = props;
  const taken = takenFor(body, chosen);
  const lacking = lackingIn(body, taken);
  const left = body.columns.filter(({ title }) => !taken.has(title)).map(({ title }) => title);
  const names = { titles: left.join(t('matter.comma')), nothing: left.length };
  return (
    <section className="import-head">
      <h2>{t('staff.columns.head')}</h2>
      <p>
        {t(left.length === 0 ? 'staff.columns.all' : 'staff.columns.some', { count: taken.size, ...names })}
      </p>
      {body.fault !== undefined && <p role="alert">{body.fault}</p>}
      {lacking !== undefined && (
        <p role="alert">
          {t('staff.columns.lacking', {
            field: lacking.map((field) => t(`staff.columns.${of}.${field}`)).join(t('staff.columns.or')),
          })}
        </p>
      )}
      <details open={lacking !== undefined || Object.keys(chosen).length > 0}>
        <summary>{t('staff.columns.show')}</summary>
        <Columns {...props} />
        <p className="panel-hint">{t('staff.columns.remember')}</p>
      </details>
      <TitleRow {...props} />
    </section>
  );
}
