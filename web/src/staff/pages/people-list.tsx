import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'wouter';
import type { ResidentPage as Page, PeopleBody } from '../../shared/api/bodies.ts';
import { getJson, postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { AskWhy } from '../registry/ask-why.tsx';
import { ResidentTable } from '../registry/resident-table.tsx';

interface Wish {
  readonly group?: string;
  readonly grid?: string;
}

function Listed({ community, wish, reason }: { community: string; wish: Wish; reason: string | undefined }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['people-list', community, wish, reason],
    queryFn: ({ pageParam }) =>
      postJson<Page>(`/api/registry/people/${community}/list`, {
        ...wish,
        ...(reason !== undefined && { reason }),
        ...(pageParam !== undefined && { after: pageParam }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    // Each reading of a sensitive group is one more look on record.
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (list.error !== null) return <Refused refusal={refusalOf(list.error)} />;
  if (list.data === undefined) return <Skeleton active title={false} />;
  const rows = list.data.pages.flatMap((page) => page.rows);
  return (
    <>
      <ResidentTable rows={rows} />
      <div className="list-more" role="status">
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('staff.registry.more')}
          </Button>
        )}
        <span>
          {t(list.hasNextPage ? 'staff.registry.shown' : 'staff.registry.all', { count: rows.length })}
        </span>
      </div>
    </>
  );
}

/** Who stands behind one figure; of a sensitive group after a reason. */
export function PeopleListPage() {
  const { t } = useTranslation();
  const { community = '' } = useParams();
  const [search] = useSearchParams();
  const [reason, setReason] = useState<string>();
  const [asks, setAsks] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['people', community],
    queryFn: ({ signal }) => getJson<PeopleBody>(`/api/registry/people/${community}`, signal),
  });
  if (error !== null) return <Refused refusal={refusalOf(error)} />;
  if (data === undefined) return <Skeleton active title={false} />;
  const group = search.get('group') ?? undefined;
  const grid = search.get('grid') ?? undefined;
  const row = data.rows.find((each) => each.group === group);
  const column = data.grids.find(({ id }) => id === grid);
  const needsReason = row?.sensitive === true && reason === undefined;
  const say = t('staff.people.see');
  const where = [
    titled(data.community.title),
    ...(column?.title === undefined ? [] : [titled(column.title)]),
  ];
  return (
    <>
      <PageHead
        title={row?.title === undefined ? t('staff.people.everybody') : titled(row.title)}
        note={where.join(' · ')}
        tools={<Link to={`/people?community=${community}`}>{t('staff.people.back')}</Link>}
      />
      {needsReason ? (
        <Teach
          title={t('staff.people.guarded')}
          action={
            <Button type="primary" onClick={() => setAsks(true)}>
              {say}
            </Button>
          }
        >
          {t('staff.people.guardedTeach')}
        </Teach>
      ) : (
        <Listed
          community={community}
          wish={{ ...(group !== undefined && { group }), ...(grid !== undefined && { grid }) }}
          reason={reason}
        />
      )}
      <AskWhy
        open={asks}
        send={say}
        error={null}
        busy={false}
        onSay={(why) => {
          setAsks(false);
          setReason(why);
        }}
        onClose={() => setAsks(false)}
      />
    </>
  );
}
