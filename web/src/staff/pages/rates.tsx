import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MeasuresBody } from '../../shared/api/bodies.ts';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import { civilMonth } from '../../shared/matter/dates.ts';
import { PageHead, Teach } from '../frame/frame.tsx';
import { useMe } from '../frame/use-me.ts';
import { useFilters } from '../lists/use-filters.ts';
import { Formula } from '../rates/formula.tsx';
import { PublishButton } from '../rates/publish-button.tsx';
import { RateTable } from '../rates/rate-table.tsx';
import '../rates/rates.css';

const names = ['month', 'by'] as const;
const ways = ['organ', 'community', 'class', 'street'] as const;

/** 三率: contacted, solved, satisfied; each figure opens onto its matters. */
export function RatesPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [filters, change] = useFilters(names);
  const query = { month: filters.month ?? civilMonth(Date.now()), by: filters.by ?? 'organ' };
  const answer = useQuery({
    queryKey: ['measures', query],
    queryFn: () => getJson<MeasuresBody>(`/api/measures?${new URLSearchParams(query)}`),
    placeholderData: keepPreviousData,
  });
  const { data } = answer;
  if (answer.error !== null)
    return <Teach title={t('staff.rates.cannot')}>{refusalOf(answer.error).message}</Teach>;
  if (data === undefined) return <Skeleton active title={false} paragraph={{ rows: 10 }} />;
  const months = [...new Set([query.month, ...data.months])].sort().reverse();
  return (
    <>
      <PageHead
        title={t('staff.rates.title')}
        note={t('staff.rates.note')}
        tools={
          <>
            {me.rights.includes('export') && (
              <Button href={`/api/measures/export?${new URLSearchParams(query)}`}>
                {t('staff.export.button')}
              </Button>
            )}
            {me.rights.includes('publish') && <PublishButton data={data} />}
          </>
        }
      />
      <div className="rates-controls">
        <Select
          value={query.month}
          aria-label={t('staff.rates.month')}
          options={months.map((month) => ({
            value: month,
            label: t('staff.rates.monthIs', { year: month.slice(0, 4), month: Number(month.slice(5)) }),
          }))}
          onChange={(month: string) => change({ month })}
        />
        <Segmented
          aria-label={t('staff.rates.byLabel')}
          value={query.by}
          options={ways.map((by) => ({ value: by, label: t(`staff.rates.by.${by}`) }))}
          onChange={(by: string) => change({ by })}
        />
      </div>
      <Formula data={data} />
      {data.rows.length === 0 ? (
        <Teach title={t('staff.rates.empty')}>{t('staff.rates.emptyTeach')}</Teach>
      ) : (
        <RateTable data={data} />
      )}
    </>
  );
}
