import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { useOrgans, usePlaces } from '../../shared/matter/sources.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { useMe } from '../frame/use-me.ts';
import { ExportButton } from '../lists/export-button.tsx';
import { ChoiceFilter, useClasses, useProcedures, useSteps, WordsFilter } from '../lists/filters.tsx';
import { ListFoot } from '../lists/list-foot.tsx';
import { MatterTable } from '../lists/matter-table.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { usePlaceKept } from '../lists/use-place-kept.ts';
import { useRows } from '../lists/use-rows.ts';

const names = [
  'q',
  'status',
  'procedure',
  'class',
  'step',
  'community',
  'organ',
  'grid',
  'overdue',
  'late',
  'excluded',
  'rated',
  'channel',
  'since',
  'until',
] as const;

/** 全部事项: everything my posts may see, newest first. */
export function MattersPage() {
  const { t } = useTranslation();
  const now = useNow();
  const me = useMe();
  const [filters, change] = useFilters(names);
  const list = useRows<MatterPage>('matters', '/api/matters', filters);
  const organs = useOrgans(undefined);
  const classes = useClasses();
  const procedures = useProcedures();
  const steps = useSteps(filters.procedure);
  usePlaceKept(list.rows.length > 0);
  const gridTitle = usePlaces().find(({ id }) => id === filters.grid)?.title;
  const narrowed = names.some((name) => filters[name] !== undefined);
  const of = (name: (typeof names)[number], values: readonly string[]) => (
    <ChoiceFilter
      name={t(`staff.filter.${name}`)}
      value={filters[name]}
      choices={values.map((value) => ({ value, label: t(`staff.filter.${name}Is.${value}`) }))}
      onChange={(value) => change({ [name]: value })}
    />
  );
  return (
    <>
      <PageHead
        title={t('staff.matters.title')}
        note={t('staff.matters.note')}
        tools={<ExportButton path="/api/matters" query={filters} name={t('staff.matters.title')} />}
      />
      <div className="list-filters">
        <WordsFilter value={filters.q} onChange={(q) => change({ q })} />
        {of('status', ['open', 'ended'])}
        {of('overdue', ['true'])}
        {of('late', ['true'])}
        <ChoiceFilter
          name={t('staff.filter.procedure')}
          value={filters.procedure}
          choices={procedures}
          onChange={(procedure) => change({ procedure, step: undefined })}
        />
        <ChoiceFilter
          name={t('staff.filter.step')}
          value={filters.step}
          choices={steps}
          onChange={(step) => change({ step })}
        />
        <ChoiceFilter
          name={t('staff.filter.class')}
          value={filters.class}
          choices={classes}
          onChange={(value) => change({ class: value })}
        />
        <ChoiceFilter
          name={t('staff.filter.community')}
          value={filters.community}
          choices={me.communities.map(({ id, title }) => ({ value: id, label: titled(title) }))}
          onChange={(community) => change({ community })}
        />
        <ChoiceFilter
          name={t('staff.filter.organ')}
          value={filters.organ}
          choices={organs.map(({ id, title }) => ({ value: id, label: titled(title) }))}
          onChange={(organ) => change({ organ })}
        />
        {of('channel', ['web', 'hotline', 'grid', 'window'])}
        {of('rated', ['satisfied', 'basically', 'dissatisfied'])}
        {of('excluded', ['true'])}
      </div>
      {filters.grid !== undefined && (
        <Alert
          type="info"
          title={
            filters.grid === 'none'
              ? t('staff.matters.noGrid')
              : t('staff.matters.inGrid', { grid: gridTitle === undefined ? '' : titled(gridTitle) })
          }
          closable={{ onClose: () => change({ grid: undefined }) }}
        />
      )}
      {(filters.since !== undefined || filters.until !== undefined) && (
        <Alert
          type="info"
          title={t('staff.matters.span')}
          closable={{ onClose: () => change({ since: undefined, until: undefined }) }}
        />
      )}
      <MatterTable
        rows={list.rows}
        now={now}
        loading={list.isPending}
        empty={
          <Teach title={t(narrowed ? 'staff.inbox.noneFound' : 'staff.matters.none')}>
            {t(narrowed ? 'staff.inbox.noneFoundTeach' : 'staff.matters.noneTeach')}
          </Teach>
        }
      />
      <ListFoot
        shown={list.rows.length}
        more={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
      {list.rows.length > 0 && <p className="keys-hint">{t('staff.list.keys')}</p>}
    </>
  );
}
