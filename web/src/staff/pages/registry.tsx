import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Skeleton } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ResidentPage as Page } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { useMe } from '../frame/use-me.ts';
import { AskedList } from '../registry/ask.tsx';
import { keptCommunities } from '../registry/kept-communities.ts';
import { ResidentTable } from '../registry/resident-table.tsx';
import '../registry/registry.css';

/** Remembered while the window is open, for whoever comes back from a person; never in the address. */
const wordKey = ['registry-word'];

function useResidents(word: string) {
  const answer = useInfiniteQuery({
    queryKey: ['residents', word],
    queryFn: ({ pageParam }) => postJson<Page>('/api/registry/search', { word, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    enabled: word !== '',
  });
  return { ...answer, rows: (answer.data?.pages ?? []).flatMap(({ rows }) => rows) };
}

function Found({ word }: { word: string }) {
  const { t } = useTranslation();
  const list = useResidents(word);
  if (list.error !== null) return <Refused refusal={refusalOf(list.error)} />;
  if (list.data === undefined) return <Skeleton active title={false} />;
  if (list.rows.length === 0)
    return <Teach title={t('staff.registry.none')}>{t('staff.registry.noneTeach')}</Teach>;
  const count = list.rows.length;
  return (
    <>
      <ResidentTable rows={list.rows} />
      <div className="list-more" role="status">
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('staff.registry.more')}
          </Button>
        )}
        <span>{t(list.hasNextPage ? 'staff.registry.shown' : 'staff.registry.all', { count })}</span>
      </div>
    </>
  );
}

/** 底数: one box that finds who lives where. */
export function RegistryPage() {
  const { t } = useTranslation();
  const me = useMe();
  const client = useQueryClient();
  const [word, setWord] = useState(() => client.getQueryData<string>(wordKey) ?? '');
  const [sought, setSought] = useState(word);
  const [isShort, setShort] = useState(false);
  const find = (event: FormEvent) => {
    event.preventDefault();
    const said = word.trim();
    setShort(Array.from(said).length < 2);
    if (Array.from(said).length < 2) return;
    client.setQueryData(wordKey, said);
    setSought(said);
  };
  return (
    <>
      <PageHead
        title={t('staff.registry.title')}
        note={t('staff.registry.note')}
        tools={
          keptCommunities(me).length === 0 ? (
            <Link to="/registry/buildings">{t('staff.registry.buildings')}</Link>
          ) : (
            <>
              <Link to="/registry/buildings">{t('staff.registry.buildings')}</Link>
              <Link to="/registry/new">{t('staff.registry.edit.newTitle')}</Link>
              <Link to="/registry/duplicates">{t('staff.duplicates.title')}</Link>
              <Link to="/registry/import">{t('staff.registry.import')}</Link>
              <Link to="/registry/exports">{t('staff.registry.exports.title')}</Link>
            </>
          )
        }
      />
      <search>
        <form className="registry-search" onSubmit={find}>
          <Input
            allowClear
            autoComplete="off"
            value={word}
            maxLength={100}
            aria-label={t('staff.registry.word')}
            placeholder={t('staff.registry.word')}
            onChange={({ target }) => setWord(target.value)}
          />
          <Button type="primary" htmlType="submit">
            {t('staff.registry.find')}
          </Button>
        </form>
      </search>
      {isShort && <p role="alert">{t('staff.registry.short')}</p>}
      {sought === '' ? (
        <>
          <AskedList />
          <Teach title={t('staff.registry.begin')}>{t('staff.registry.beginTeach')}</Teach>
        </>
      ) : (
        <Found word={sought} />
      )}
    </>
  );
}
