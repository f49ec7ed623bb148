import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiaryBody, OpeningBody } from '../../shared/api/bodies.ts';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import { civilDay } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { useMe } from '../frame/use-me.ts';
import { OpenForm } from '../matter/open-form.tsx';
import { Diary } from '../rounds/diary.tsx';
import { OwnDuties } from '../rounds/own-reasons.tsx';
import { Recorded } from '../rounds/recorded.tsx';
import { weekOf, weekText } from '../rounds/week-text.ts';
import '../rates/rates.css';
import '../rounds/rounds.css';

/** 我的一周: the diary that wrote itself, and the weekly report made of it. */
export function WeekPage() {
  const { t } = useTranslation();
  const now = useNow();
  const me = useMe();
  const [back, setBack] = useState(0);
  const [opens, setOpens] = useState(false);
  const week = weekOf(civilDay(now), back);
  const community = me.posts.find(({ ground }) => ground?.grid !== undefined)?.ground?.community;
  const diary = useQuery({
    queryKey: ['diary', week],
    queryFn: () => getJson<DiaryBody>(`/api/grid/diary?${new URLSearchParams(week)}`),
    placeholderData: keepPreviousData,
    enabled: community !== undefined,
  });
  const opening = useQuery({
    queryKey: ['opening', 'weekly-report', community],
    queryFn: () => getJson<OpeningBody>(`/api/procedures/weekly-report/opening?community=${community}`),
    enabled: community !== undefined,
  }).data;
  if (community === undefined)
    return <Teach title={t('staff.week.alone')}>{t('staff.week.aloneTeach')}</Teach>;
  if (diary.error !== null)
    return <Teach title={t('staff.week.cannot')}>{refusalOf(diary.error).message}</Teach>;
  if (diary.data === undefined) return <Skeleton active title={false} paragraph={{ rows: 10 }} />;
  const { rows } = diary.data;
  return (
    <>
      <PageHead
        title={t('staff.week.title')}
        note={t('staff.week.note')}
        tools={
          opening?.mayOpen === true &&
          rows.length > 0 && (
            <Button type="primary" aria-expanded={opens} onClick={() => setOpens(!opens)}>
              {t('staff.week.report')}
            </Button>
          )
        }
      />
      <div className="rates-controls">
        <Segmented
          value={back}
          options={[
            { value: 0, label: t('staff.week.this') },
            { value: 1, label: t('staff.week.last') },
          ]}
          onChange={(chosen: number) => {
            setBack(chosen);
            setOpens(false);
          }}
        />
        <span className="row-quiet">{t('staff.week.range', week)}</span>
      </div>
      {opens && opening !== undefined && (
        <OpenForm
          key={week.from}
          opening={opening}
          community={community}
          draftKey={`open.weekly-report.${week.from}`}
          initial={{ week: t('staff.week.range', week), text: weekText(rows, t) }}
          onClose={() => setOpens(false)}
        />
      )}
      {rows.length === 0 ? (
        <Teach title={t('staff.week.none')}>{t('staff.week.noneTeach')}</Teach>
      ) : (
        <Diary entries={rows} now={now} />
      )}
      <OwnDuties />
      <Recorded now={now} />
    </>
  );
}
