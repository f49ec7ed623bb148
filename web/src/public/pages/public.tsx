import { useInfiniteQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearch } from 'wouter';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import type { NoticeLine, NoticePage } from '../../shared/lines/kinds.ts';
import { MatterRows } from '../../shared/lines/matter-rows.tsx';
import { NoticeRows } from '../../shared/lines/notice-rows.tsx';
import type { MatterPage } from '../../shared/matter/types.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { Empty, ErrorNotice, Skeleton } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import { HowWeDid } from '../how-we-did.tsx';
import '../public.css';

const cursorOf = ({ next }: { readonly next?: string }): string | undefined =>
  next === undefined ? undefined : `&cursor=${encodeURIComponent(next)}`;

/** 看公开: notices in force, how we did, every matter by number or kind. Nobody needs to sign in. */
export function PublicPage() {
  const { t } = useTranslation();
  const notices = useInfiniteQuery({
    queryKey: ['notices', 'all'],
    queryFn: ({ pageParam, signal }) => getJson<NoticePage>(`/api/notices?${pageParam}`, signal),
    initialPageParam: '',
    getNextPageParam: cursorOf,
  });
  const rows = notices.data?.pages.flatMap((each) => each.rows);
  return (
    <Page
      title={t('resident.home.look.title')}
      lead={t('public.lead')}
      back={{ to: '/', title: t('common.home') }}
      wide
    >
      <div className="public-two">
        <div>
          <Search />
        </div>
        <div>
          {notices.error !== null && <ErrorNotice refusal={refusalOf(notices.error)} />}
          {rows === undefined ? <Skeleton lines={5} /> : <Notices rows={rows} />}
          {notices.hasNextPage && (
            <Button busy={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
              {t('public.more')}
            </Button>
          )}
          <Part title={t('public.check.title')}>
            <p>
              {t('public.check.text')} <Link to="/verify">{t('public.check.go')}</Link>
            </p>
          </Part>
        </div>
      </div>
    </Page>
  );
}

function Notices({ rows }: { rows: readonly NoticeLine[] }) {
  const { t } = useTranslation();
  const now = useNow();
  const inForce = rows.filter((row) => row.inForce);
  const over = rows.filter((row) => !row.inForce);
  const ranking = rows.find(({ procedure }) => procedure.id === 'monthly-ranking');
  return (
    <>
      <Part title={t('public.inForce')}>
        {inForce.length === 0 ? (
          <Empty title={t('public.noNotices')}>{t('public.noNoticesText')}</Empty>
        ) : (
          <NoticeRows rows={inForce} now={now} />
        )}
      </Part>
      {ranking !== undefined && <HowWeDid line={ranking} />}
      {over.length > 0 && (
        <Part title={t('public.over')}>
          <NoticeRows rows={over} now={now} />
        </Part>
      )}
    </>
  );
}

/** What is sought stands in the address, so that a search can be sent on and come back to. */
function Search() {
  const { t } = useTranslation();
  const now = useNow();
  const [path, go] = useLocation();
  const sought = new URLSearchParams(useSearch()).get('q') ?? '';
  const [words, setWords] = useState(sought);
  const found = useInfiniteQuery({
    queryKey: ['search', sought],
    queryFn: ({ pageParam, signal }) =>
      getJson<MatterPage>(`/api/search?q=${encodeURIComponent(sought)}${pageParam}`, signal),
    initialPageParam: '',
    getNextPageParam: cursorOf,
  });
  const rows = found.data?.pages.flatMap((each) => each.rows);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const q = words.trim();
    go(q === '' ? path : `${path}?q=${encodeURIComponent(q)}`);
  };
  return (
    <Part title={t('public.search.title')}>
      <form className="public-search" onSubmit={submit}>
        <search>
          <TextField
            label={t('public.search.label')}
            hint={t('public.search.hint')}
            type="search"
            most={100}
            value={words}
            onChange={setWords}
          />
        </search>
        <Button type="submit" weight="main">
          {t('public.search.go')}
        </Button>
      </form>
      {found.error !== null && <ErrorNotice refusal={refusalOf(found.error)} />}
      {rows === undefined && found.error === null && <Skeleton lines={6} />}
      {rows?.length === 0 && (
        <Empty title={t(sought === '' ? 'public.search.none' : 'public.search.notFound')}>
          {t(sought === '' ? 'public.search.noneText' : 'public.search.notFoundText')}
        </Empty>
      )}
      {rows !== undefined && rows.length > 0 && (
        <>
          <h3 className="public-found">
            {t(sought === '' ? 'public.search.latest' : 'public.search.found')}
          </h3>
          <MatterRows rows={rows} now={now} />
        </>
      )}
      {found.hasNextPage && (
        <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('public.more')}
        </Button>
      )}
    </Part>
  );
}
