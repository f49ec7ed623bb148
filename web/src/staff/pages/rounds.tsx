import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RoundsBoard } from '../../shared/api/bodies.ts';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import { PageHead, Teach } from '../frame/frame.tsx';
import { useMe } from '../frame/use-me.ts';
import { useFilters } from '../lists/use-filters.ts';
import { pathWith } from '../lists/use-rows.ts';
import { keptCommunities } from '../registry/kept-communities.ts';
import { GridFigures } from '../rounds/grid-figures.tsx';
import { InspectionFigures } from '../rounds/inspection-figures.tsx';
import { WorkerDuties } from '../rounds/worker-duties.tsx';
import '../rates/rates.css';
import '../rounds/rounds.css';

/** 走访: how far the rounds of a community are, by grid and by who walks it. */
export function RoundsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [{ community }, change] = useFilters(['community'] as const);
  const answer = useQuery({
    queryKey: ['rounds', community],
    queryFn: () => getJson<RoundsBoard>(pathWith('/api/fieldwork/board', { community })),
    placeholderData: keepPreviousData,
  });
  const { data: board } = answer;
  if (answer.error !== null)
    return <Teach title={t('staff.rounds.cannot')}>{refusalOf(answer.error).message}</Teach>;
  if (board === undefined) return <Skeleton active title={false} paragraph={{ rows: 10 }} />;
  const keeps = keptCommunities(me).some(({ id }) => id === board.community);
  return (
    <>
      <PageHead
        title={t('staff.rounds.title')}
        note={t('staff.rounds.note', { from: board.quarter.from, until: board.quarter.until })}
        tools={
          board.communities.length > 1 && (
            <Select
              value={board.community}
              aria-label={t('staff.rounds.community')}
              options={board.communities.map(({ id, title }) => ({ value: id, label: title }))}
              onChange={(chosen: string) => change({ community: chosen })}
            />
          )
        }
      />
      {board.grids.length === 0 ? (
        <Teach title={t('staff.rounds.none')}>{t('staff.rounds.noneTeach')}</Teach>
      ) : (
        <GridFigures board={board} opens={keeps} />
      )}
      <InspectionFigures community={board.community} opens={keeps} />
      <h2 className="rounds-part">{t('staff.rounds.workers')}</h2>
      <p className="rounds-note">{t('staff.rounds.workersNote')}</p>
      {board.workers.length === 0 ? (
        <Teach title={t('staff.rounds.nobody')}>{t('staff.rounds.nobodyTeach')}</Teach>
      ) : (
        <WorkerDuties board={board} />
      )}
    </>
  );
}
