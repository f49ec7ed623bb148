import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MatterPage } from '../../shared/api/bodies.ts';
import { asTitle, titled } from '../../shared/i18n/titles.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { ExportButton } from '../lists/export-button.tsx';
import { ListFoot } from '../lists/list-foot.tsx';
import { MatterTable } from '../lists/matter-table.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { usePlaceKept } from '../lists/use-place-kept.ts';
import { pathWith, useRows } from '../lists/use-rows.ts';

interface FigureRef {
  readonly month: string;
  /** Left out for the figure of the whole. */
  readonly by?: string;
  readonly key?: string;
  readonly figure: string;
  readonly title?: string;
  /** Left out for complaints. */
  readonly procedure?: string;
}
/** The page of the matters that one figure counts. */
export const figurePath = (figure: FigureRef): string => `/figures?${new URLSearchParams({ ...figure })}`;

const names = ['month', 'by', 'key', 'figure', 'title', 'procedure'] as const;

/** What stands behind a figure: exactly the matters that it counts. */
export function FigurePage() {
  const { t } = useTranslation();
  const now = useNow();
  const [{ title, ...query }] = useFilters(names);
  const list = useRows<MatterPage>('matters', '/api/measures/matters', query);
  usePlaceKept(list.rows.length > 0);
  const name = t(`staff.figure.${query.figure ?? 'opened'}`);
  return (
    <>
      <PageHead
        title={title === undefined ? name : `${titled(asTitle(title))} · ${name}`}
        note={
          <>
            {t('staff.figure.note', { month: query.month ?? '' })}{' '}
            {query.procedure === undefined ? (
              <Link to={pathWith('/rates', { month: query.month, by: query.by })}>
                {t('staff.figure.back')}
              </Link>
            ) : (
              <Link to="/overview">{t('staff.nav.overview')}</Link>
            )}
          </>
        }
        tools={<ExportButton path="/api/measures/matters" query={query} name={name} />}
      />
      <MatterTable
        rows={list.rows}
        now={now}
        loading={list.isPending}
        empty={<Teach title={t('staff.figure.none')}>{t('staff.figure.noneTeach')}</Teach>}
      />
      <ListFoot
        shown={list.rows.length}
        more={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}
