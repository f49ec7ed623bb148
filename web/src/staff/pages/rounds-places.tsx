import { useQuery } from '@tanstack/react-query';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { InspectedPlace, InspectedPlaces } from '../../shared/api/bodies.ts';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { dayText, type Say } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { pathWith } from '../lists/use-rows.ts';
import '../rates/rates.css';

const names = ['community', 'grid', 'round', 'figure', 'title'] as const;

const columnsFor = (now: number, t: Say): TableColumnsType<InspectedPlace> => [
  {
    key: 'name',
    title: t('staff.organisations.name'),
    render: (_, { community, id, name, kind, address }) => (
      <>
        <Link to={`/organisations/${community}/${id}`}>{name}</Link>
        <p className="row-quiet">{[titled(kind), address].join(' · ')}</p>
      </>
    ),
  },
  {
    key: 'inspected',
    title: t('staff.rounds.places.last'),
    render: (_, { inspectedAt }) =>
      inspectedAt === undefined ? (
        <span className="row-quiet">{t('staff.rounds.places.never')}</span>
      ) : (
        dayText(inspectedAt, now, t)
      ),
  },
  {
    key: 'state',
    title: t('staff.rounds.places.state'),
    render: (_, { done, until, openFaults }) => (
      <>
        {done ? t('staff.rounds.places.done') : t('staff.rounds.places.until', { day: until })}
        {openFaults > 0 && (
          <p className="row-quiet">{t('staff.rounds.places.faults', { count: openFaults })}</p>
        )}
      </>
    ),
  },
];

/** What stands behind a figure of the inspections: exactly the organisations that it counts. */
export function RoundsPlacesPage() {
  const { t } = useTranslation();
  const now = useNow();
  const [{ title, ...query }] = useFilters(names);
  const answer = useQuery({
    queryKey: ['rounds-places', query],
    queryFn: () => getJson<InspectedPlaces>(pathWith('/api/fieldwork/places', query)),
  });
  if (answer.error !== null)
    return <Teach title={t('staff.rounds.cannot')}>{refusalOf(answer.error).message}</Teach>;
  const figure = t(`staff.rounds.places.${query.figure ?? 'owed'}`);
  return (
    <>
      <PageHead
        title={title === undefined ? figure : `${title} · ${figure}`}
        note={<Link to={pathWith('/rounds', { community: query.community })}>{t('staff.rounds.back')}</Link>}
      />
      <Table<InspectedPlace>
        className="rate-table"
        rowKey="id"
        loading={answer.isPending}
        dataSource={answer.data?.rows ?? []}
        columns={columnsFor(now, t)}
        pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: t('staff.rounds.places.none') }}
      />
    </>
  );
}
