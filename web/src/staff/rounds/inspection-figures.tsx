import { useQuery } from '@tanstack/react-query';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { InspectionRow, InspectionsBoard } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import type { Say } from '../../shared/matter/dates.ts';
import { pathWith } from '../lists/use-rows.ts';

const figures = ['owed', 'done', 'due', 'faulty'] as const;
type Figure = (typeof figures)[number];

function columnsFor(community: string, opens: boolean, t: Say): TableColumnsType<InspectionRow> {
  const shown = (row: InspectionRow, figure: Figure, text: string | number) => {
    const query = { community, figure, grid: row.grid.id, round: row.round.id, title: row.grid.title };
    return opens && row[figure] > 0 ? (
      <Link to={pathWith('/rounds/places', query)}>{text}</Link>
    ) : (
      <span className={row[figure] === 0 ? 'row-quiet' : undefined}>{text}</span>
    );
  };
  return [
    {
      key: 'grid',
      title: t('staff.rounds.grid'),
      render: (_, row) => (
        <>
          <b className="rate-title">{row.drawn ? row.grid.title : t('staff.rounds.places.undrawn')}</b>
          <p className="row-quiet">
            {titled(row.round.title)} · {t('staff.rounds.places.until', { day: row.until })}
          </p>
          <p className="rate-small">
            {figures.map((figure) => (
              <span key={figure}>
                {shown(row, figure, `${t(`staff.rounds.places.${figure}`)} ${row[figure]}`)}
              </span>
            ))}
          </p>
        </>
      ),
    },
    ...figures.map((figure) => ({
      key: figure,
      title: t(`staff.rounds.places.${figure}`),
      align: 'right' as const,
      responsive: ['md' as const],
      render: (_: unknown, row: InspectionRow) => shown(row, figure, row[figure]),
    })),
  ];
}

/** How far the inspections of each grid are; a figure opens the organisations that it counts. Nothing where none is owed. */
export function InspectionFigures({ community, opens }: { community: string; opens: boolean }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['inspections', community],
    queryFn: () => getJson<InspectionsBoard>(pathWith('/api/fieldwork/inspections', { community })),
  });
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <>
      <h2 className="rounds-part">{t('staff.rounds.places.title')}</h2>
      <p className="rounds-note">{t('staff.rounds.places.note')}</p>
      <Table<InspectionRow>
        className="rate-table"
        rowKey={({ grid, round }) => `${grid.id}/${round.id}`}
        dataSource={data.rows}
        columns={columnsFor(community, opens, t)}
        pagination={false}
      />
    </>
  );
}
