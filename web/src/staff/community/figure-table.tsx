import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CommunityBoard } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { type Figure, figureIn, type GridRow, rowsPath, standsOut, totalOf } from './figures.ts';

function Value({ board, figure, grid }: { board: CommunityBoard; figure: Figure; grid?: GridRow }) {
  const { t } = useTranslation();
  const value = grid === undefined ? totalOf(board, figure) : figureIn(grid, figure);
  const to = value === 0 && figure !== 'workers' ? undefined : rowsPath(board, figure, grid);
  const isOut = grid !== undefined && standsOut(figure, value);
  const text = (
    <>
      {isOut && (
        <>
          <span aria-hidden="true">▲ </span>
          <span className="lr-spoken">{t('staff.community.standsOut')} </span>
        </>
      )}
      {value}
    </>
  );
  const look = isOut ? 'board-out' : value === 0 ? 'row-quiet' : undefined;
  return to === undefined ? (
    <span className={look}>{text}</span>
  ) : (
    <Link to={to} className={look}>
      {text}
    </Link>
  );
}

/** Every figure of every grid. A column's head chooses what the map shows; a narrow screen has that column alone. */
export function FigureTable({
  board,
  figure,
  chosen,
  onFigure,
}: {
  board: CommunityBoard;
  figure: Figure;
  chosen: string | undefined;
  onFigure: (figure: Figure) => void;
}) {
  const { t } = useTranslation();
  const column = (each: Figure) => (each === figure ? 'board-column-shown' : 'board-column');
  return (
    <table className="board-table">
      <thead>
        <tr>
          <th scope="col">{t('staff.rounds.grid')}</th>
          {board.figures.map((each) => (
            <th key={each} scope="col" className={column(each)}>
              <button type="button" aria-pressed={each === figure} onClick={() => onFigure(each)}>
                {t(`staff.community.figure.${each}`)}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {board.grids.map((grid) => (
          <tr key={grid.id} className={grid.id === chosen ? 'board-row-chosen' : undefined}>
            <th scope="row">
              {grid.kind === 'undrawn' ? t('staff.rounds.undrawn') : titled(grid.title)}
              {grid.workers.length > 0 && <span>{grid.workers.join(t('matter.comma'))}</span>}
            </th>
            {board.figures.map((each) => (
              <td key={each} className={column(each)}>
                <Value board={board} figure={each} grid={grid} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {board.grids.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">{t('staff.community.all')}</th>
            {board.figures.map((each) => (
              <td key={each} className={column(each)}>
                <Value board={board} figure={each} />
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}
