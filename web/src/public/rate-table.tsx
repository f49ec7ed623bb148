import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asTitle, titled } from '../shared/i18n/titles.ts';
import { Button } from '../shared/ui/button.tsx';
import type { FigureRow, Ranking } from './figures.ts';

const rates = ['contacted', 'solved', 'satisfied'] as const;

function Row({ row, mark = '' }: { row: FigureRow; mark?: '' | 'rates-total' | 'rates-rest' }) {
  const { t } = useTranslation();
  const total = mark === 'rates-total';
  return (
    <tr className={mark}>
      <td className="rates-rank">{row.rank ?? (total ? '' : '—')}</td>
      <th scope="row">{total ? t('public.rates.total') : titled(asTitle(row.title))}</th>
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

const shownAtFirst = 10;

/**
 * A ranking as published, best first. On a phone each row takes two lines, nothing scrolls sideways. A long one is
 * folded on the screen and whole on paper; `most` leaves the rest out altogether.
 */
export function RateTable({ ranking, caption, most }: { ranking: Ranking; caption: string; most?: number }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const rows = [...ranking.rows]
    .sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER))
    .slice(0, most);
  const folded = !all && rows.length > shownAtFirst + 2;
  return (
    <>
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
          {rows.map((row, index) => (
            <Row key={row.title} row={row} mark={folded && index >= shownAtFirst ? 'rates-rest' : ''} />
          ))}
          {most === undefined && ranking.total !== undefined && (
            <Row row={ranking.total} mark="rates-total" />
          )}
        </tbody>
      </table>
      {folded && (
        <p className="lr-no-print">
          <Button onClick={() => setAll(true)}>{t('public.rates.unfold', { count: rows.length })}</Button>
        </p>
      )}
    </>
  );
}
