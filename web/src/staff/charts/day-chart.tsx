import { fontFamily, palette } from '@liren/core/drawing/palette.ts';
import { Button, Table } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OverviewBody } from '../../shared/api/bodies.ts';
import type { Say } from '../../shared/matter/dates.ts';

const Chart = lazy(() => import('./chart.tsx'));
type Days = OverviewBody['days'];
const height = 240;

const short = (date: string): string => `${Number(date.slice(5, 7))}/${Number(date.slice(8, 10))}`;

function optionOf(days: Days, t: Say) {
  const bar = (name: string, colour: string, data: readonly number[], pattern?: boolean) => ({
    type: 'bar',
    name,
    data,
    barGap: '10%',
    barMaxWidth: 16,
    itemStyle:
      pattern === true
        ? { color: palette.surface, borderColor: colour, borderWidth: 1.5 }
        : { color: colour },
  });
  return {
    animation: false,
    textStyle: { fontFamily, color: palette.ink },
    aria: { enabled: true },
    grid: { left: 0, right: 0, top: 40, bottom: 0, containLabel: true },
    legend: {
      left: 0,
      top: 0,
      itemWidth: 12,
      itemHeight: 12,
      textStyle: { color: palette.ink, fontSize: 14 },
    },
    tooltip: { trigger: 'axis', borderColor: palette.line, textStyle: { color: palette.ink, fontSize: 14 } },
    xAxis: {
      type: 'category',
      data: days.map(({ date }) => short(date)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.edge } },
      axisLabel: { color: palette.muted, fontSize: 12 },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.muted, fontSize: 12 },
    },
    series: [
      bar(
        t('staff.overview.opened'),
        palette.accent,
        days.map(({ opened }) => opened),
      ),
      bar(
        t('staff.overview.ended'),
        palette.edge,
        days.map(({ ended }) => ended),
        true,
      ),
    ],
  };
}

/** Two weeks of opened and ended matters, drawn; the same as a table one tap away. */
export function DayChart({ days }: { days: Days }) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const option = useMemo(() => optionOf(days, t), [days, t]);
  return (
    <section className="overview-part">
      <header className="part-head">
        <h2>{t('staff.overview.days')}</h2>
        <Button size="small" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'staff.overview.asChart' : 'staff.overview.asTable')}
        </Button>
      </header>
      {asTable ? (
        <Table
          size="small"
          rowKey="date"
          pagination={false}
          dataSource={[...days].reverse()}
          columns={[
            { dataIndex: 'date', title: t('staff.overview.date') },
            { dataIndex: 'opened', title: t('staff.overview.opened'), align: 'right' },
            { dataIndex: 'ended', title: t('staff.overview.ended'), align: 'right' },
          ]}
        />
      ) : (
        <Suspense fallback={<div style={{ height }} />}>
          <Chart option={option} height={height} label={t('staff.overview.days')} />
        </Suspense>
      )}
    </section>
  );
}
