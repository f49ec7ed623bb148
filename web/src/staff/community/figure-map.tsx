import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommunityBoard } from '../../shared/api/bodies.ts';
import { GridMap } from '../../shared/map/grid-map.tsx';
import type { MapArea } from '../../shared/map/kinds.ts';
import { areasOf } from '../../shared/matter/map-areas.ts';
import { usePlaces } from '../../shared/matter/sources.ts';
import { type Figure, figureIn, shadeOf, standsOut } from './figures.ts';

/** The community's grids, darker where there is more of the figure; its number stands in each. */
export function FigureMap({
  board,
  figure,
  chosen,
  onChoose,
}: {
  board: CommunityBoard;
  figure: Figure;
  chosen: string | undefined;
  onChoose: (grid: string) => void;
}) {
  const { t } = useTranslation();
  const places = usePlaces();
  const areas = useMemo(() => {
    const drawn = areasOf(places);
    const own = board.grids.flatMap((grid): MapArea[] => {
      const area = drawn.find(({ id }) => id === grid.id);
      if (area === undefined || grid.kind === 'undrawn') return [];
      const value = figureIn(grid, figure);
      const late = standsOut(figure, value) ? { late: true } : {};
      return [
        {
          ...area,
          tone: grid.id === chosen ? 'chosen' : 'plain',
          figure: { shade: shadeOf(board, grid, figure), text: String(value), ...late },
        },
      ];
    });
    return own.length > 0 ? own : drawn.filter(({ id }) => id === board.community.place);
  }, [places, board, figure, chosen]);
  return (
    <GridMap
      areas={areas}
      height={420}
      label={t('staff.community.map', { figure: t(`staff.community.figure.${figure}`) })}
      onPick={({ areas: under }) => {
        const grid = under.findLast(({ level }) => level === 'grid');
        if (grid !== undefined) onChoose(grid.id);
      }}
    />
  );
}
