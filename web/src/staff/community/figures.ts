import type { CommunityBoard } from '../../shared/api/bodies.ts';
import { asWritten } from '../../shared/i18n/titles.ts';
import { pathWith } from '../lists/use-rows.ts';

export type Figure = CommunityBoard['figures'][number];
export type GridRow = CommunityBoard['grids'][number];

const ofHomes: readonly Figure[] = ['homes', 'visited', 'awaited', 'risky', 'never', 'empty'];

export const figureIn = (grid: GridRow, figure: Figure): number => grid.figures[figure] ?? 0;
export const totalOf = ({ grids }: CommunityBoard, figure: Figure): number =>
  grids.reduce((sum, grid) => sum + figureIn(grid, figure), 0);

/** Fewer is worse: a grid without a worker is what stands out. */
const isGap = (figure: Figure, value: number): boolean => figure === 'workers' && value === 0;
export const standsOut = (figure: Figure, value: number): boolean =>
  isGap(figure, value) || (figure === 'late' && value > 0);

/** From 0 to 1 against the largest of the community. */
export function shadeOf(board: CommunityBoard, grid: GridRow, figure: Figure): number {
  const value = figureIn(grid, figure);
  if (figure === 'workers') return isGap(figure, value) ? 1 : 0;
  const most = Math.max(...board.grids.map((each) => figureIn(each, figure)));
  return most === 0 ? 0 : value / most;
}

/** The page of the rows that a figure counts, as far as the reader may see rows; of the whole community without a grid. */
export function rowsPath(board: CommunityBoard, figure: Figure, grid?: GridRow): string | undefined {
  const community = board.community.id;
  if (ofHomes.includes(figure)) {
    if (!board.opensHomes) return undefined;
    return pathWith('/rounds/homes', {
      community,
      figure,
      per: 'month',
      ...(grid !== undefined && { grid: grid.id, title: asWritten(grid.title) }),
    });
  }
  if (figure === 'matters' || figure === 'late') {
    const at = grid === undefined ? {} : { grid: grid.kind === 'undrawn' ? 'none' : grid.id };
    const which = figure === 'late' ? { overdue: 'true' } : { status: 'open' };
    return pathWith('/matters', { community, ...at, ...which });
  }
  return board.opensGrids ? '/grids' : undefined;
}
