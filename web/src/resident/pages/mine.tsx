import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxBody, MatterPage } from '../../shared/api/bodies.ts';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import { useMe } from '../../shared/api/me.ts';
import { MatterRows } from '../../shared/lines/matter-rows.tsx';
import { Button, LinkButton } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { Empty, ErrorNotice, Skeleton } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import { BeginLink } from '../begin-link.tsx';
import { NeedSignIn } from '../sign-in/need-sign-in.tsx';
import '../resident.css';

/** 我的事项: what waits for me, what is under way, what is settled. */
export function MinePage() {
  const { t } = useTranslation();
  const me = useMe().data;
  return (
    <Page title={t('resident.mine.title')} lead={<BeginLink />} back={{ to: '/', title: t('common.home') }}>
      {me === undefined ? (
        <Skeleton lines={6} />
      ) : me.person === undefined ? (
        <NeedSignIn why={t('resident.mine.signIn')} />
      ) : (
        <Mine />
      )}
    </Page>
  );
}

function Mine() {
  const { t } = useTranslation();
  const now = useNow();
  const [ended, setEnded] = useState(false);
  const mine = useInfiniteQuery({
    queryKey: ['mine', 'all'],
    queryFn: ({ pageParam, signal }) => getJson<MatterPage>(`/api/mine${pageParam}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => (next === undefined ? undefined : `?cursor=${encodeURIComponent(next)}`),
  });
  const inbox = useQuery({
    queryKey: ['inbox', 'mine'],
    queryFn: ({ signal }) => getJson<InboxBody>('/api/inbox?limit=10', signal),
  });
  if (mine.error !== null) return <ErrorNotice refusal={refusalOf(mine.error)} />;
  if (mine.data === undefined) return <Skeleton lines={6} />;
  const waiting = new Map((inbox.data?.rows ?? []).map((row) => [row.id, row.taskDueAt]));
  const rows = mine.data.pages.flatMap((each) => each.rows);
  const waits = rows.filter(({ id }) => waiting.has(id));
  const open = rows.filter(({ id, status }) => status === 'open' && !waiting.has(id));
  const over = rows.filter(({ status }) => status === 'ended');
  if (rows.length === 0)
    return (
      <Empty
        title={t('resident.mine.emptyTitle')}
        action={
          <LinkButton to="/report" weight="main">
            {t('resident.home.report.title')}
          </LinkButton>
        }
      >
        {t('resident.mine.emptyText')}
      </Empty>
    );
  return (
    <>
      {waits.length > 0 && (
        <Part title={t('resident.home.waits')}>
          <MatterRows rows={waits} now={now} waits={waiting} />
        </Part>
      )}
      <Part title={t('resident.mine.open', { count: open.length })}>
        {open.length === 0 ? <p>{t('resident.mine.noneOpen')}</p> : <MatterRows rows={open} now={now} />}
      </Part>
      {over.length > 0 && (
        <Part title={t('resident.mine.over', { count: over.length })}>
          <MatterRows rows={ended ? over : over.slice(0, 5)} now={now} />
          {!ended && over.length > 5 && (
            <Button weight="quiet" onClick={() => setEnded(true)}>
              {t('resident.home.all')}
            </Button>
          )}
        </Part>
      )}
      {mine.hasNextPage && (
        <Button busy={mine.isFetchingNextPage} onClick={() => void mine.fetchNextPage()}>
          {t('resident.mine.more')}
        </Button>
      )}
    </>
  );
}
