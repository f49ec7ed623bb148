import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommunityBoard } from '../../shared/api/bodies.ts';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { FigureMap } from '../community/figure-map.tsx';
import { FigureTable } from '../community/figure-table.tsx';
import type { Figure } from '../community/figures.ts';
import { PageHead, Teach } from '../frame/frame.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { pathWith } from '../lists/use-rows.ts';
import '../community/community.css';

/** A board on a wall is looked at, not reloaded. */
const refreshMilliseconds = 60_000;

function Board({ board }: { board: CommunityBoard }) {
  const { t } = useTranslation();
  const [{ figure: wanted }, change] = useFilters(['figure'] as const);
  const [shows, setShows] = useState<'map' | 'table'>('map');
  const [chosen, setChosen] = useState<string>();
  const figure = board.figures.find((each) => each === wanted) ?? 'homes';
  const choose = (each: Figure) => change({ figure: each });
  return (
    <>
      <div className="board-controls">
        <Select
          className="board-figure"
          aria-label={t('staff.community.which')}
          value={figure}
          options={board.figures.map((each) => ({
            value: each,
            label: t(`staff.community.figure.${each}`),
          }))}
          onChange={choose}
        />
        <Segmented
          className="board-shows"
          value={shows}
          options={[
            { value: 'map', label: t('staff.community.asMap') },
            { value: 'table', label: t('staff.community.asTable') },
          ]}
          onChange={setShows}
        />
        <p className="row-quiet" aria-live="polite">
          {t(`staff.community.about.${figure}`, { ...board.month, ...board.workload })}
        </p>
      </div>
      <div className={`board board-shows-${shows}`}>
        <div className="board-map">
          <FigureMap board={board} figure={figure} chosen={chosen} onChoose={setChosen} />
        </div>
        <div className="board-rows">
          <FigureTable board={board} figure={figure} chosen={chosen} onFigure={choose} />
          {!board.opensHomes && <p className="panel-hint">{t('staff.community.countsOnly')}</p>}
        </div>
      </div>
    </>
  );
}

/** 社区一图: the community's grids by one figure, with the table beside the map; every figure opens its rows. */
export function CommunityPage() {
  const { t } = useTranslation();
  const [{ community }, change] = useFilters(['community'] as const);
  const answer = useQuery({
    queryKey: ['community-board', community],
    queryFn: ({ signal }) =>
      getJson<CommunityBoard>(pathWith('/api/fieldwork/community', { community }), signal),
    placeholderData: keepPreviousData,
    refetchInterval: refreshMilliseconds,
  });
  const { data: board } = answer;
  if (answer.error !== null)
    return <Teach title={t('staff.community.cannot')}>{refusalOf(answer.error).message}</Teach>;
  if (board === undefined) return <Skeleton active title={false} paragraph={{ rows: 10 }} />;
  return (
    <>
      <PageHead
        title={t('staff.community.title')}
        note={t('staff.community.note', { community: titled(board.community.title) })}
        tools={
          board.communities.length > 1 && (
            <Select
              value={board.community.id}
              aria-label={t('staff.rounds.community')}
              options={board.communities.map(({ id, title }) => ({ value: id, label: titled(title) }))}
              onChange={(chosen: string) => change({ community: chosen })}
            />
          )
        }
      />
      {board.grids.length === 0 ? (
        <Teach title={t('staff.community.none')}>{t('staff.community.noneTeach')}</Teach>
      ) : (
        <Board key={board.community.id} board={board} />
      )}
    </>
  );
}
