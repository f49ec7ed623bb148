import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RoundsHome, RoundsHomes } from '../../shared/api/bodies.ts';
import { refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { dayText, noonOf, type Say } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { ListFoot } from '../lists/list-foot.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { pathWith, useRows } from '../lists/use-rows.ts';

const names = ['community', 'grid', 'figure', 'per', 'title'] as const;

const columnsFor = (now: number, t: Say): TableColumnsType<RoundsHome> => [
  {
    key: 'address',
    title: t('staff.rounds.address'),
    render: (_, home) => <Link to={`/rounds/homes/${home.community}/${home.id}`}>{home.address}</Link>,
  },
  {
    key: 'risk',
    title: t('staff.rounds.risk'),
    responsive: ['md'],
    render: (_, home) => titled(home.riskTitle),
  },
  {
    key: 'visited',
    title: t('staff.rounds.lastVisit'),
    render: (_, { visitedAt }) =>
      visitedAt === undefined ? (
        <span className="row-quiet">{t('staff.rounds.neverYet')}</span>
      ) : (
        dayText(visitedAt, now, t)
      ),
  },
  { key: 'due', title: t('staff.rounds.due'), render: (_, { dueOn }) => dayText(noonOf(dueOn), now, t) },
];

/** What stands behind a figure of the rounds: exactly the homes that it counts. Who lives there is in the registry. */
export function RoundsHomesPage() {
  const { t } = useTranslation();
  const now = useNow();
  const [{ title, ...query }] = useFilters(names);
  const list = useRows<RoundsHomes>('rounds-homes', '/api/fieldwork/homes', query);
  if (list.error !== null)
    return <Teach title={t('staff.rounds.cannot')}>{refusalOf(list.error).message}</Teach>;
  const isMonth = query.per === 'month' && query.figure === 'visited';
  const figure = t(`staff.rounds.${isMonth ? 'visitedMonth' : (query.figure ?? 'homes')}`);
  return (
    <>
      <PageHead
        title={title === undefined ? figure : `${title} · ${figure}`}
        note={<Link to={pathWith('/rounds', { community: query.community })}>{t('staff.rounds.back')}</Link>}
      />
      <Table<RoundsHome>
        className="rate-table"
        rowKey="id"
        loading={list.isPending}
        dataSource={list.rows}
        columns={columnsFor(now, t)}
        pagination={false}
        locale={{ emptyText: t('staff.rounds.noHomes') }}
      />
      <ListFoot
        shown={list.rows.length}
        more={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
        words="staff.rounds.foot"
      />
    </>
  );
}
