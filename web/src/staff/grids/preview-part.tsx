import { useTranslation } from 'react-i18next';
import type { GridPreviewBody, GridsBody } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { SizeMark } from './grid-table.tsx';
import { buildingText } from './grid-words.ts';

type Row = GridPreviewBody['rows'][number];

function Line({ row }: { row: Row }) {
  const { t } = useTranslation();
  const pair = (of: 'households' | 'residents' | 'matters' | 'points') =>
    row.before[of] === row.after[of] ? row.after[of] : `${row.before[of]} → ${row.after[of]}`;
  return (
    <tr>
      <th scope="row">
        {row.kind === 'undrawn' ? t('staff.grids.kind.undrawn') : titled(row.title)}{' '}
        <span className="row-quiet">{t(`staff.grids.change.${row.change}`)}</span>
      </th>
      <td data-name={t('staff.grids.households')}>
        {pair('households')} <SizeMark outside={row.outside} />
      </td>
      <td data-name={t('staff.grids.residents')}>{pair('residents')}</td>
      <td data-name={t('staff.grids.matters')}>{pair('matters')}</td>
      <td data-name={t('staff.grids.work')}>{pair('points')}</td>
    </tr>
  );
}

/** What every changed grid would hold; nothing outside the range goes without saying. */
export function PreviewPart({ preview, body }: { preview: GridPreviewBody; body: GridsBody }) {
  const { t } = useTranslation();
  const outside = preview.rows.filter((row) => row.outside !== undefined).length;
  const ended = preview.rows.flatMap((row) => {
    const names = body.workers.filter(({ grids }) => grids.includes(row.id)).map(({ name }) => name);
    return row.change === 'closes' && names.length > 0 ? [{ row, names }] : [];
  });
  const names = ['grid', 'households', 'residents', 'matters', 'work'] as const;
  return (
    <section aria-live="polite">
      <h3>{t('staff.grids.result')}</h3>
      <table className="grid-table">
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {t(`staff.grids.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <Line key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {body.rules !== undefined && (
        <p className={outside > 0 ? 'grid-warning' : 'row-quiet'}>
          {outside > 0 ? t('staff.grids.outside', { count: outside }) : t('staff.grids.inRange')}
        </p>
      )}
      {preview.apart.length > 0 && (
        <p className="grid-warning">
          {t('staff.grids.apart', {
            count: preview.apart.length,
            list: preview.apart.map((each) => buildingText(each, t)).join(t('matter.comma')),
          })}
        </p>
      )}
      {ended.map(({ row, names: own }) => (
        <p key={row.id} className="grid-warning">
          {t('staff.grids.seatEnds', { grid: titled(row.title), names: own.join(t('matter.comma')) })}
        </p>
      ))}
      <p className="row-quiet">{t('staff.grids.matterStay')}</p>
    </section>
  );
}
