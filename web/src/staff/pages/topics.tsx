import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HotTopic, MatterPage, OpeningBody } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';
import { civilMonth, type Say } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { useMe } from '../frame/use-me.ts';
import { ListFoot } from '../lists/list-foot.tsx';
import { MatterTable } from '../lists/matter-table.tsx';
import { useRows } from '../lists/use-rows.ts';
import { OpenForm } from '../matter/open-form.tsx';
import { HotTopics } from '../topics/hot-topics.tsx';

interface Taken {
  readonly topic: HotTopic;
  readonly month: string;
}
/** A topic as what was found would have it; every word may be changed. */
function filledBy({ topic, month }: Taken, say: Say) {
  const words = topic.words.slice(0, 3).join(say('matter.comma'));
  return {
    initial: {
      title: say('staff.topics.takeTitle', { words }),
      month,
      text: say('staff.topics.takeText', { month, count: topic.count, words }),
      matters: topic.matters.map(({ id }) => id),
    },
    titles: Object.fromEntries(topic.matters.map(({ id, number, title }) => [id, `${number} ${title}`])),
    draftKey: `open.monthly-topic.${topic.matters[0]?.id ?? ''}`,
  };
}

/** 每月一题: topics picked from what is raised again and again; complaints are tied in and measures carried out. */
export function TopicsPage() {
  const { t } = useTranslation();
  const now = useNow();
  const [opens, setOpens] = useState(false);
  const [taken, setTaken] = useState<Taken>();
  const me = useMe();
  const seesTopics = me.rights.includes('see-measures');
  const list = useRows<MatterPage>('matters', '/api/matters', { procedure: 'monthly-topic' });
  const opening = useQuery({
    queryKey: ['opening', 'monthly-topic'],
    queryFn: () => getJson<OpeningBody>('/api/procedures/monthly-topic/opening'),
  }).data;
  const button = opening?.mayOpen === true && (
    <Button
      type="primary"
      aria-expanded={opens}
      onClick={() => {
        setTaken(undefined);
        setOpens(taken !== undefined || !opens);
      }}
    >
      {t('staff.topics.open')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('staff.topics.title')} note={t('staff.topics.note')} tools={button} />
      {opens && opening !== undefined && (
        <OpenForm
          key={taken?.topic.matters[0]?.id}
          opening={opening}
          {...(taken === undefined ? { initial: { month: civilMonth(now) } } : filledBy(taken, t))}
          onClose={() => setOpens(false)}
        />
      )}
      {seesTopics && (
        <HotTopics
          now={now}
          onTake={
            opening?.mayOpen === true
              ? (topic, month) => {
                  setTaken({ topic, month });
                  setOpens(true);
                  window.scrollTo({ top: 0 });
                }
              : undefined
          }
        />
      )}
      {seesTopics && <h2 className="topics-taken">{t('staff.topics.taken')}</h2>}
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
