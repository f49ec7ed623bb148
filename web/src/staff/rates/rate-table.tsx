import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MeasureRow, MeasuresBody } from '../../shared/api/bodies.ts';
import { asTitle, asWritten, titled } from '../../shared/i18n/titles.ts';
import type { Say } from '../../shared/matter/dates.ts';
import { figurePath } from '../pages/figure.tsx';

/** Of the row that adds all others up: no place or organ has this key. */
const totalKey = '*';

type Count = 'opened' | 'ended' | 'late' | 'excluded' | 'calls' | 'contacted' | 'solved' | 'satisfied';

/** What a phone shows below the name. */
const inBrief: readonly Count[] = ['calls', 'contacted', 'solved', 'satisfied', 'late'];

/** A figure that opens the matters it counts. */
function Counted({
  row,
  count,
  data,
  children,
}: {
  row: MeasureRow;
  count: Count;
  data: MeasuresBody;
  children: React.ReactNode;
}) {
  const { month, by } = data;
  const to = figurePath({
    month,
    figure: count,
    title: asWritten(row.title),
    ...(row.key !== totalKey && { by, key: row.key }),
  });
  return <Link to={to}>{children}</Link>;
}

function columnsFor(data: MeasuresBody, t: Say): TableColumnsType<MeasureRow> {
  const counted = (count: Count, wide?: boolean): TableColumnsType<MeasureRow>[number] => ({
    key: count,
    title: t(`staff.figure.${count}`),
    align: 'right',
    ...(wide === true && { responsive: ['lg' as const] }),
    render: (_, row) =>
      row[count] === 0 ? (
        <span className="row-quiet">0</span>
      ) : (
        <Counted row={row} count={count} data={data}>
          {row[count]}
        </Counted>
      ),
  });
  const rate = (
    count: Count,
    of: 'contactedRate' | 'solvedRate' | 'satisfiedRate',
  ): TableColumnsType<MeasureRow>[number] => ({
    key: of,
    title: t(`staff.rates.${count}`),
    align: 'right',
    responsive: ['md'],
    render: (_, row) =>
      row[of] === undefined ? (
        <span className="row-quiet">{t('staff.rates.none')}</span>
      ) : (
        <Counted row={row} count={count} data={data}>
          {row[of]}%
        </Counted>
      ),
  });
  return [
    {
      key: 'rank',
      title: t('staff.rates.rank'),
      width: 56,
      render: (_, row) =>
        row.key === totalKey
          ? ''
          : (row.rank ?? <span className="row-quiet">{t('staff.rates.noRank')}</span>),
    },
    {
      key: 'title',
      title: t(`staff.rates.by.${data.by}`),
      render: (_, row) => (
        <>
          <b className="rate-title">{titled(row.title)}</b>
          <p className="rate-small">
            {inBrief.map((count) => (
              <Counted key={count} row={row} count={count} data={data}>
                {t(`staff.figure.${count}`)} {row[count]}
              </Counted>
            ))}
          </p>
        </>
      ),
    },
    {
      key: 'score',
      title: t('staff.rates.score'),
      align: 'right',
      render: (_, row) => <b>{row.score ?? t('staff.rates.none')}</b>,
    },
    rate('contacted', 'contactedRate'),
    rate('solved', 'solvedRate'),
    rate('satisfied', 'satisfiedRate'),
    { ...counted('calls'), responsive: ['md'] },
    counted('opened', true),
    counted('ended', true),
    counted('late', true),
    counted('excluded', true),
  ];
}

/** Ranked by score; who has no valid call-back stands below without a rank. */
export function RateTable({ data }: { data: MeasuresBody }) {
  const { t } = useTranslation();
  const rows = [...data.rows].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  const all: MeasureRow = { ...data.total, key: totalKey, title: asTitle(t('staff.rates.total')) };
  return (
    <Table<MeasureRow>
      className="rate-table"
      rowKey="key"
      dataSource={data.by === 'street' ? rows : [...rows, all]}
      columns={columnsFor(data, t)}
      pagination={false}
      rowClassName={(row) => (row === all ? 'rate-total' : '')}
    />
  );
}
