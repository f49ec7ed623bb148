import { Tabs } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterLine } from '../../shared/matter/types.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import type { InboxBody } from '../kinds.ts';
import { ExportButton } from '../lists/export-button.tsx';
import { ChoiceFilter, useClasses, useProcedures, useSteps, WordsFilter } from '../lists/filters.tsx';
import { ListFoot } from '../lists/list-foot.tsx';
import { MatterTable } from '../lists/matter-table.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { usePlaceKept } from '../lists/use-place-kept.ts';
import { useRows } from '../lists/use-rows.ts';

const names = ['tab', 'q', 'procedure', 'class', 'step'] as const;
/** The server sorts by what falls due; the few filters over one's own tasks are quicker here. */
function passes(
  line: MatterLine,
  { q, procedure, class: kind, step }: Partial<Record<(typeof names)[number], string>>,
) {
  const words = [
    line.number,
    line.title,
    line.place,
    line.communityTitle,
    line.affair?.title,
    line.organ?.title,
  ];
  return (
    (procedure === undefined || line.procedure.id === procedure) &&
    (kind === undefined || line.class === kind) &&
    (step === undefined || line.step.id === step) &&
    (q === undefined || words.some((word) => word?.toLowerCase().includes(q.toLowerCase()) === true))
  );
}

const shapes = { all: '○', today: '◆', late: '▲' };

/** 待办: what waits for my posts, what falls due first on top. */
export function InboxPage() {
  const { t } = useTranslation();
  const now = useNow();
  const [filters, change] = useFilters(names);
  const query = { tab: filters.tab ?? 'all', limit: '200' };
  const list = useRows<InboxBody>('inbox', '/api/inbox', query);
  const classes = useClasses();
  const procedures = useProcedures();
  const steps = useSteps(filters.procedure);
  const rows = list.rows.filter((line) => passes(line, filters));
  usePlaceKept(rows.length > 0);
  const counts = list.first?.counts;
  const narrowed = names.some((name) => name !== 'tab' && filters[name] !== undefined);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (narrowed && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [narrowed, hasNextPage, isFetchingNextPage, fetchNextPage]);
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
        tools={
          <ExportButton
            path="/api/inbox"
            query={query}
            name={t('staff.inbox.title')}
            only={(line) => passes(line, filters)}
          />
        }
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
