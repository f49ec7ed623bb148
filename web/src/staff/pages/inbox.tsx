import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InboxBody } from '../../shared/api/bodies.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { ExportButton } from '../lists/export-button.tsx';
import { ChoiceFilter, useClasses, useProcedures, useSteps, WordsFilter } from '../lists/filters.tsx';
import { ListFoot } from '../lists/list-foot.tsx';
import { MatterTable } from '../lists/matter-table.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { usePlaceKept } from '../lists/use-place-kept.ts';
import { useRows } from '../lists/use-rows.ts';

const names = ['tab', 'q', 'procedure', 'class', 'step'] as const;

const shapes = { all: '○', today: '◆', late: '▲' };

/** 待办: what waits for my posts, what falls due first on top. */
export function InboxPage() {
  const { t } = useTranslation();
  const now = useNow();
  const [filters, change] = useFilters(names);
  const query = { ...filters, tab: filters.tab ?? 'all' };
  const list = useRows<InboxBody>('inbox', '/api/inbox', query);
  const classes = useClasses();
  const procedures = useProcedures();
  const steps = useSteps(filters.procedure);
  const { rows } = list;
  usePlaceKept(rows.length > 0);
  const counts = list.first?.counts;
  const narrowed = names.some((name) => name !== 'tab' && filters[name] !== undefined);
  const empty = narrowed
    ? 'noneFound'
    : query.tab === 'all'
      ? 'none'
      : query.tab === 'late'
        ? 'noneLate'
        : 'noneToday';
  return (
    <>
      <PageHead
        title={t('staff.inbox.title')}
        note={t('staff.inbox.note')}
        tools={<ExportButton path="/api/inbox" query={query} name={t('staff.inbox.title')} />}
      />
      <Tabs
        activeKey={query.tab}
        onChange={(tab) => change({ tab: tab === 'all' ? undefined : tab })}
        items={(['all', 'today', 'late'] as const).map((tab) => ({
          key: tab,
          label: (
            <span className={`tab-${tab}`}>
              {tab !== 'all' && <span aria-hidden="true">{shapes[tab]} </span>}
              {t(`staff.inbox.${tab}`)} {counts === undefined ? '' : counts[tab]}
            </span>
          ),
        }))}
      />
      <div className="list-filters">
        <WordsFilter value={filters.q} onChange={(q) => change({ q })} />
        <ChoiceFilter
          name={t('staff.filter.procedure')}
          value={filters.procedure}
          choices={procedures}
          onChange={(procedure) => change({ procedure, step: undefined })}
        />
        <ChoiceFilter
          name={t('staff.filter.class')}
          value={filters.class}
          choices={classes}
          onChange={(value) => change({ class: value })}
        />
        <ChoiceFilter
          name={t('staff.filter.step')}
          value={filters.step}
          choices={steps}
          onChange={(step) => change({ step })}
        />
      </div>
      <MatterTable
        rows={rows}
        now={now}
        loading={list.isPending}
        empty={<Teach title={t(`staff.inbox.${empty}`)}>{t(`staff.inbox.${empty}Teach`)}</Teach>}
      />
      <ListFoot
        shown={rows.length}
        more={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
      {rows.length > 0 && <p className="keys-hint">{t('staff.list.keys')}</p>}
    </>
  );
}
