import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage, OpeningBody } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';
import { civilMonth } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { ListFoot } from '../lists/list-foot.tsx';
import { MatterTable } from '../lists/matter-table.tsx';
import { useRows } from '../lists/use-rows.ts';
import { OpenForm } from '../matter/open-form.tsx';

/** 每月一题: topics picked from what is raised again and again; complaints are tied in and measures carried out. */
export function TopicsPage() {
  const { t } = useTranslation();
  const now = useNow();
  const [opens, setOpens] = useState(false);
  const list = useRows<MatterPage>('matters', '/api/matters', { procedure: 'monthly-topic' });
  const opening = useQuery({
    queryKey: ['opening', 'monthly-topic'],
    queryFn: () => getJson<OpeningBody>('/api/procedures/monthly-topic/opening'),
  }).data;
  const button = opening?.mayOpen === true && (
    <Button type="primary" aria-expanded={opens} onClick={() => setOpens(!opens)}>
      {t('staff.topics.open')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('staff.topics.title')} note={t('staff.topics.note')} tools={button} />
      {opens && opening !== undefined && (
        <OpenForm opening={opening} initial={{ month: civilMonth(now) }} onClose={() => setOpens(false)} />
      )}
      <MatterTable
        rows={list.rows}
        now={now}
        loading={list.isPending}
        empty={<Teach title={t('staff.topics.none')}>{t('staff.topics.noneTeach')}</Teach>}
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
