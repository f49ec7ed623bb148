import { useQuery } from '@tanstack/react-query';
import { Select, Skeleton, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { PeopleBody, PeopleCommunitiesBody } from '../../shared/api/bodies.ts';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import type { Say } from '../../shared/matter/dates.ts';
import { PageHead, Teach } from '../frame/frame.tsx';
import '../registry/registry.css';

type Row = PeopleBody['rows'][number];
type Count = Row['total'];

/** A figure that may be hidden, and opens onto its rows where the reader may see them. */
function Figure({ count, open, href, least }: { count: Count; open: boolean; href: string; least: number }) {
  const { t } = useTranslation();
  if (count === 'few') return <span className="row-quiet">{t('staff.people.few', { least })}</span>;
  if (count === 'withheld') return <span className="row-quiet">{t('staff.people.withheld')}</span>;
  return open && count > 0 ? <Link to={href}>{count}</Link> : <span>{count}</span>;
}

const hrefOf = (community: string, group: string | undefined, grid?: string): string => {
  const query = new URLSearchParams({
    ...(group !== undefined && { group }),
    ...(grid !== undefined && { grid }),
  });
  return `/people/${community}?${query}`;
};

function columnsFor({ community, grids, leastCount: least }: PeopleBody, t: Say): TableColumnsType<Row> {
  return [
    {
      key: 'group',
      title: t('staff.people.group'),
      width: 150,
      fixed: 'left',
      render: (_, { title }) => (title === undefined ? <b>{t('staff.people.everybody')}</b> : titled(title)),
    },
    {
      key: 'total',
      title: t('staff.people.total'),
      align: 'right',
      width: 110,
      className: 'row-figures',
      render: (_, { group, total, cells }) => (
        <Figure
          count={total}
          open={cells.every(({ open }) => open)}
          href={hrefOf(community.id, group)}
          least={least}
        />
      ),
    },
    ...grids.map(({ id, title }, at) => ({
      key: id,
      title: title === undefined ? t('staff.people.undrawn') : titled(title),
      align: 'right' as const,
      width: 130,
      className: 'row-figures',
      render: (_: unknown, { group, cells }: Row) => {
        const cell = cells[at];
        return (
          cell !== undefined && <Figure {...cell} href={hrefOf(community.id, group, id)} least={least} />
        );
      },
    })),
  ];
}

function Counts({ community }: { community: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['people', community],
    queryFn: ({ signal }) => getJson<PeopleBody>(`/api/registry/people/${community}`, signal),
  });
  if (error !== null) return <Refused refusal={refusalOf(error)} />;
  if (data === undefined) return <Skeleton active title={false} />;
  if (data.grids.length === 0)
    return <Teach title={t('staff.people.empty')}>{t('staff.people.emptyTeach')}</Teach>;
  const hides = data.rows.some(({ total, cells }) =>
    [total, ...cells.map(({ count }) => count)].some((count) => typeof count !== 'number'),
  );
  return (
    <>
      <Table<Row>
        className="people-table"
        size="middle"
        rowKey={({ group }) => group ?? ''}
        dataSource={data.rows}
        columns={columnsFor(data, t)}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
      <p className="panel-hint people-note">
        {t('staff.people.overlap')} {hides && t('staff.people.hides', { least: data.leastCount })}
      </p>
    </>
  );
}

/** 人口概况: how many of each group live in each grid of a community. */
export function PeoplePage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const { data, error } = useQuery({
    queryKey: ['people-communities'],
    queryFn: ({ signal }) => getJson<PeopleCommunitiesBody>('/api/registry/people', signal),
  });
  if (error !== null) return <Refused refusal={refusalOf(error)} />;
  const rows = data?.rows ?? [];
  const community = search.get('community') ?? rows[0]?.id;
  return (
    <>
      <PageHead
        title={t('staff.people.title')}
        note={t('staff.people.note')}
        tools={
          community !== undefined && (
            <a href={`/api/registry/people/${community}/csv`} download>
              {t('staff.people.csv')}
            </a>
          )
        }
      />
      {rows.length > 1 && (
        <Select
          className="people-community"
          aria-label={t('staff.people.community')}
          value={community}
          options={rows.map(({ id, title }) => ({ value: id, label: titled(title) }))}
          onChange={(id) => go(`/people?community=${id}`)}
        />
      )}
      {community === undefined ? <Skeleton active title={false} /> : <Counts community={community} />}
    </>
  );
}
