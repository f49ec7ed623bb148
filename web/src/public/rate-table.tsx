import { useTranslation } from 'react-i18next';
import type { FigureRow, Figures } from './figures.ts';

const rates = ['contactedRate', 'solvedRate', 'satisfiedRate', 'score'] as const;

function Row({ row, total = false }: { row: FigureRow; total?: boolean }) {
  const { t } = useTranslation();
  return (
    <tr className={total ? 'rates-total' : undefined}>
      <td className="rates-rank" data-label={t('public.rates.rank')}>
        {row.rank ?? '—'}
      </td>
      <th scope="row">{total ? t('public.rates.total') : row.title}</th>
      <td data-label={t('public.rates.opened')}>{row.opened ?? '—'}</td>
      {rates.map((name) => (
        <td
          key={name}
          className={name === 'score' ? 'rates-score' : undefined}
          data-label={t(`public.rates.${name}`)}
        >
          {row[name] ?? '—'}
          {name !== 'score' && row[name] !== undefined && '%'}
        </td>
      ))}
    </tr>
  );
}

/** The ranking as published, best first. On a phone each row becomes a small card, nothing scrolls sideways. */
export function RateTable({ figures, most }: { figures: Figures; most?: number }) {
  const { t } = useTranslation();
  const sorted = [...figures.rows].sort((a, b) => (a.rank ?? 999) - (b.rank ?? 999));
  return (
    <table className="rates">
      <caption>
        {figures.month === undefined
          ? t('public.rates.caption')
          : t('public.rates.month', { month: figures.month })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('public.rates.rank')}</th>
          <th scope="col">{t('public.rates.title')}</th>
          <th scope="col">{t('public.rates.opened')}</th>
          {rates.map((name) => (
            <th key={name} scope="col">
              {t(`public.rates.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.slice(0, most ?? sorted.length).map((row) => (
          <Row key={row.key} row={row} />
        ))}
        {most === undefined && figures.total !== undefined && <Row row={figures.total} total />}
      </tbody>
    </table>
  );
}
