import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MessageLine, MessagePage } from '../../shared/api/bodies.ts';
import { getJson, postJson, refusalOf } from '../../shared/api/client.ts';
import { meKey, useMe } from '../../shared/api/me.ts';
import { calledOf } from '../../shared/i18n/titles.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { Empty, ErrorNotice, Skeleton } from '../../shared/ui/notice.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { NeedSignIn } from '../sign-in/need-sign-in.tsx';
import '../resident.css';

/** 消息: what happened to my matters. */
export function MessagesPage() {
  const { t } = useTranslation();
  const me = useMe().data;
  return (
    <Page title={t('resident.messages.title')} back={{ to: '/', title: t('common.home') }}>
      {me === undefined ? (
        <Skeleton lines={6} />
      ) : me.person === undefined ? (
        <NeedSignIn why={t('resident.messages.signIn')} />
      ) : (
        <Messages />
      )}
    </Page>
  );
}

/** What is on screen counts as read; the marks stay until the page is left. */
function useRead(rows: readonly MessageLine[]): void {
  const client = useQueryClient();
  const fresh = rows
    .filter(({ read }) => !read)
    .map(({ id }) => id)
    .slice(0, 200)
    .join(' ');
  useEffect(() => {
    if (fresh === '') return;
    postJson('/api/messages/read', { ids: fresh.split(' ') }).then(
      () => client.invalidateQueries({ queryKey: meKey }),
      // They are marked the next time.
      () => undefined,
    );
  }, [fresh, client]);
}

function Messages() {
  const { t } = useTranslation();
  const now = useNow();
  const messages = useInfiniteQuery({
    queryKey: ['messages', 'all'],
    queryFn: ({ pageParam, signal }) => getJson<MessagePage>(`/api/messages${pageParam}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => (next === undefined ? undefined : `?cursor=${encodeURIComponent(next)}`),
  });
  const rows = messages.data?.pages.flatMap((each) => each.rows) ?? [];
  useRead(rows);
  if (messages.error !== null) return <ErrorNotice refusal={refusalOf(messages.error)} />;
  if (messages.data === undefined) return <Skeleton lines={6} />;
  if (rows.length === 0)
    return <Empty title={t('resident.messages.emptyTitle')}>{t('resident.messages.emptyText')}</Empty>;
  return (
    <section className="lr-part">
      <ul className="lr-list messages">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={`/matters/${row.community}/${row.matter}`}>
              <b>
                {!row.read && (
                  <span className="fresh">
                    <span aria-hidden="true">●</span> {t('resident.messages.fresh')}
                  </span>
                )}
                {t(`resident.message.${row.key}`, {
                  step: row.params['title'] ?? '',
                  defaultValue: t('resident.message.other'),
                })}
              </b>
              <span>{calledOf(row)}</span>
              <small>
                <time dateTime={new Date(row.at).toISOString()}>{momentText(row.at, now, t)}</time>
                <span>{row.number}</span>
              </small>
            </Link>
          </li>
        ))}
      </ul>
      {messages.hasNextPage && (
        <Button busy={messages.isFetchingNextPage} onClick={() => void messages.fetchNextPage()}>
          {t('resident.mine.more')}
        </Button>
      )}
    </section>
  );
}
