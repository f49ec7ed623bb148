import { useTranslation } from 'react-i18next';
import type { FigureRow, Ranking } from './figures.ts';

const rates = ['contacted', 'solved', 'satisfied'] as const;

function Row({ row, total = false }: { row: FigureRow; total?: boolean }) {
  const { t } = useTranslation();
  return (
    <tr className={total ? 'rates-total' : undefined}>
      <td className="rates-rank">{row.rank ?? (total ? '' : '—')}</td>
      <th scope="row">{total ? t('public.rates.total') : row.title}</th>
      <td className="rates-score">{row.score ?? '—'}</td>
      {rates.map((name) => (
        <td key={name} data-label={t(`public.rates.${name}`)}>
          {row[name] === undefined ? '—' : `${row[name]}%`}
        </td>
      ))}
      <td data-label={t('public.rates.calls')}>{row.calls ?? '—'}</td>
    </tr>
  );
}

/** A ranking as published, best first. On a phone each row takes two lines, nothing scrolls sideways. */
export function RateTable({ ranking, caption, most }: { ranking: Ranking; caption: string; most?: number }) {
  const { t } = useTranslation();
  const sorted = [...ranking.rows].sort(
    (a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER),
  );
  return (
    <table className="rates">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('public.rates.rank')}</th>
          <th scope="col">
            {t(`public.rates.by.${ranking.by}`, { defaultValue: t('public.rates.by.organ') })}
          </th>
          <th scope="col">{t('public.rates.score')}</th>
          {rates.map((name) => (
            <th key={name} scope="col">
              {t(`public.rates.${name}`)}
            </th>
          ))}
          <th scope="col">{t('public.rates.calls')}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.slice(0, most ?? sorted.length).map((row) => (
          <Row key={row.title} row={row} />
        ))}
        {most === undefined && ranking.total !== undefined && <Row row={ranking.total} total />}
      </tbody>
    </table>
  );
}
