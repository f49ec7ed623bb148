import { useInfiniteQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearch } from 'wouter';
import type { MatterPage, NoticeLine, NoticePage } from '../../shared/api/bodies.ts';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import { MatterRows } from '../../shared/lines/matter-rows.tsx';
import { NoticeRows } from '../../shared/lines/notice-rows.tsx';
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
  const sought = useSought() !== '';
  return (
    <Page
      title={t('resident.home.look.title')}
      lead={t('public.lead')}
      back={{ to: '/', title: t('common.home') }}
      wide
    >
      <div className="public-two">
        <Search />
        {sought && <Found />}
        <div className="public-notices">
          {notices.error !== null && <ErrorNotice refusal={refusalOf(notices.error)} />}
          {rows === undefined && notices.error === null ? (
            <div className="public-waiting">
              <Skeleton lines={5} />
            </div>
          ) : (
            <Notices rows={rows ?? []} />
          )}
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
        {!sought && <Found />}
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
const useSought = (): string => (new URLSearchParams(useSearch()).get('q') ?? '').trim();

function Search() {
  const { t } = useTranslation();
  const [path, go] = useLocation();
  const sought = useSought();
  const [words, setWords] = useState(sought);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const q = words.trim();
    go(q === '' ? path : `${path}?q=${encodeURIComponent(q)}`);
  };
  return (
    <section className="lr-part public-find" aria-labelledby="find">
      <header>
        <h2 id="find">{t('public.search.title')}</h2>
      </header>
      <form onSubmit={submit}>
        <search className="public-search">
          <TextField
            label={t('public.search.label')}
            hint={t('public.search.hint')}
            type="search"
            most={100}
            value={words}
            onChange={setWords}
          />
          <Button type="submit" weight="main">
            {t('public.search.go')}
          </Button>
        </search>
      </form>
    </section>
  );
}

const atFirst = 8;

function Found() {
  const { t } = useTranslation();
  const now = useNow();
  const sought = useSought();
  const [all, setAll] = useState(false);
  const found = useInfiniteQuery({
    queryKey: ['search', sought],
    queryFn: ({ pageParam, signal }) =>
      getJson<MatterPage>(`/api/search?q=${encodeURIComponent(sought)}${pageParam}`, signal),
    initialPageParam: '',
    getNextPageParam: cursorOf,
  });
  const rows = found.data?.pages.flatMap((each) => each.rows);
  if (found.error !== null) return <ErrorNotice refusal={refusalOf(found.error)} />;
  if (rows === undefined) return <Skeleton lines={6} />;
  const name = sought === '' ? 'none' : 'notFound';
  const more = !all && rows.length > atFirst;
  return (
    <Part
      title={t(sought === '' ? 'public.search.latest' : 'public.search.found', { words: sought })}
      {...(sought !== '' && { tools: <Link to="/public">{t('public.search.over')}</Link> })}
    >
      {rows.length === 0 ? (
        <Empty title={t(`public.search.${name}`)}>{t(`public.search.${name}Text`)}</Empty>
      ) : (
        <MatterRows rows={more ? rows.slice(0, atFirst) : rows} now={now} />
      )}
      {(more || found.hasNextPage) && (
        <div className="lr-buttons">
          <Button
            busy={found.isFetchingNextPage}
            onClick={() => (more ? setAll(true) : void found.fetchNextPage())}
          >
            {t('public.more')}
          </Button>
        </div>
      )}
    </Part>
  );
}
