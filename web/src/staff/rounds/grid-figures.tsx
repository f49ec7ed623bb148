import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RoundsBoard } from '../../shared/api/bodies.ts';
import type { Say } from '../../shared/matter/dates.ts';
import { pathWith } from '../lists/use-rows.ts';

type Row = RoundsBoard['grids'][number];
type Figure = 'homes' | 'visited' | 'overdue' | 'never';

/** The page of the homes that one figure counts. */
const homesPath = (community: string, figure: Figure, grid: Row): string =>
  pathWith('/rounds/homes', { community, figure, grid: grid.id, title: grid.title });

function columnsFor(community: string, opens: boolean, t: Say): TableColumnsType<Row> {
  const shown = (row: Row, figure: Figure, text: string | number) =>
    opens && row[figure] > 0 ? (
      <Link to={homesPath(community, figure, row)}>{text}</Link>
    ) : (
      <span className={row[figure] === 0 ? 'row-quiet' : undefined}>{text}</span>
    );
  const counted = (figure: Figure): TableColumnsType<Row>[number] => ({
    key: figure,
    title: t(`staff.rounds.${figure}`),
    align: 'right',
    responsive: ['md'],
    render: (_, row) => shown(row, figure, row[figure]),
  });
  return [
    {
      key: 'title',
      title: t('staff.rounds.grid'),
      render: (_, row) => (
        <>
          <b className="rate-title">{row.drawn ? row.title : t('staff.rounds.undrawn')}</b>
          <p className="rate-small">
            {(['homes', 'visited', 'overdue', 'never'] as const).map((figure) => (
              <span key={figure}>{shown(row, figure, `${t(`staff.rounds.${figure}`)} ${row[figure]}`)}</span>
            ))}
          </p>
        </>
      ),
    },
    counted('homes'),
    counted('visited'),
    {
      key: 'share',
      title: t('staff.rounds.share'),
      align: 'right',
      render: (_, row) => `${row.homes === 0 ? 0 : Math.floor((100 * row.visited) / row.homes)}%`,
    },
    counted('overdue'),
    counted('never'),
  ];
}

/** How far the visits of each grid are; a figure opens the homes that it counts where the reader keeps the registry. */
export function GridFigures({ board, opens }: { board: RoundsBoard; opens: boolean }) {
  const { t } = useTranslation();
  return (
    <Table<Row>
      className="rate-table"
      rowKey="id"
      dataSource={board.grids}
      columns={columnsFor(board.community, opens, t)}
      pagination={false}
    />
  );
}
