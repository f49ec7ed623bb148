import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select, Skeleton } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OrganisationArea, OrganisationPage as Page } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { ListFoot } from '../lists/list-foot.tsx';
import { useAreas } from '../organisations/organisation-fields.tsx';
import { OrganisationTable } from '../organisations/organisation-table.tsx';
import '../registry/registry.css';

interface Query {
  readonly word: string;
  readonly kind: string;
  readonly grid: string;
  readonly closed: boolean;
}
const everything: Query = { word: '', kind: '', grid: '', closed: false };
/** Remembered while the window is open, for whoever comes back from an organisation. */
const queryKey = ['organisations-query'];

function useOrganisations({ word, kind, grid, closed }: Query) {
  const answer = useInfiniteQuery({
    queryKey: ['organisations', word, kind, grid, closed],
    queryFn: ({ pageParam }) =>
      postJson<Page>('/api/organisations/search', {
        word,
        closed,
        cursor: pageParam,
        ...(kind !== '' && { kind }),
        ...(grid !== '' && { grid }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  return { ...answer, rows: (answer.data?.pages ?? []).flatMap(({ rows }) => rows) };
}

function Found({ query }: { query: Query }) {
  const { t } = useTranslation();
  const list = useOrganisations(query);
  if (list.error !== null) return <Refused refusal={refusalOf(list.error)} />;
  if (list.data === undefined) return <Skeleton active title={false} />;
  if (list.rows.length === 0) {
    const isAll = query.word === '' && query.kind === '' && query.grid === '' && !query.closed;
    const key = isAll ? 'begin' : 'none';
    return <Teach title={t(`staff.organisations.${key}`)}>{t(`staff.organisations.${key}Teach`)}</Teach>;
  }
  return (
    <>
      <OrganisationTable rows={list.rows} />
      <ListFoot
        shown={list.rows.length}
        more={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
        words="staff.organisations.foot"
      />
    </>
  );
}

function Filters({
  areas,
  query,
  onChange,
}: {
  areas: readonly OrganisationArea[];
  query: Query;
  onChange: (query: Query) => void;
}) {
  const { t } = useTranslation();
  const kinds = new Map(areas.flatMap((area) => area.kinds.map(({ id, title }) => [id, title] as const)));
  return (
    <div className="organisation-filters">
      <Select
        aria-label={t('staff.organisations.kind')}
        value={query.kind}
        options={[
          { value: '', label: t('staff.organisations.allKinds') },
          ...[...kinds].map(([value, title]) => ({ value, label: titled(title) })),
        ]}
        onChange={(kind) => onChange({ ...query, kind })}
      />
      <Select
        aria-label={t('staff.organisations.grid')}
        value={query.grid}
        options={[
          { value: '', label: t('staff.organisations.allGrids') },
          ...areas.flatMap((area) =>
            area.grids.map(({ id, title }) => ({ value: id, label: titled(title) })),
          ),
        ]}
        onChange={(grid) => onChange({ ...query, grid })}
      />
      <label className="change-check">
        <input
          type="checkbox"
          checked={query.closed}
          onChange={({ target }) => onChange({ ...query, closed: target.checked })}
        />{' '}
        {t('staff.organisations.onlyClosed')}
      </label>
    </div>
  );
}

/** 单位: firms, shops, stationed units and social organisations of one's communities or grids. */
export function OrganisationsPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const areas = useAreas() ?? [];
  const [query, setQuery] = useState(() => client.getQueryData<Query>(queryKey) ?? everything);
  const [word, setWord] = useState(query.word);
  const change = (next: Query) => {
    client.setQueryData(queryKey, next);
    setQuery(next);
  };
  const find = (event: FormEvent) => {
    event.preventDefault();
    change({ ...query, word: word.trim() });
  };
  return (
    <>
      <PageHead
        title={t('staff.organisations.title')}
        note={t('staff.organisations.note')}
        tools={
          areas.some(({ mayChange }) => mayChange) && (
            <>
              <Link to="/organisations/new">{t('staff.organisations.newTitle')}</Link>
              <Link to="/organisations/import">{t('staff.organisations.importTitle')}</Link>
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
            aria-label={t('staff.organisations.word')}
            placeholder={t('staff.organisations.word')}
            onChange={({ target }) => setWord(target.value)}
          />
          <Button type="primary" htmlType="submit">
            {t('staff.registry.find')}
          </Button>
        </form>
        <Filters areas={areas} query={query} onChange={change} />
      </search>
      <Found query={query} />
    </>
  );
}
