import { useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWidth } from '../ui/use-width.ts';
import './grid-map.css';
import type { MapArea, MapPoint } from './kinds.ts';
import { Areas, Labels, Points } from './layers.tsx';
import { boundsOf, contains, type Position, projectionAt, ringsOf } from './project.ts';
import { useView } from './use-view.ts';
import { fit, type Size, toPlane, toScreen } from './view.ts';

export type { MapArea, MapPoint } from './kinds.ts';

export interface Picked {
  readonly at: Position;
  /** Areas that hold the spot, largest first. */
  readonly areas: readonly MapArea[];
}

export interface GridMapProps {
  readonly areas: readonly MapArea[];
  readonly points?: readonly MapPoint[];
  /** The spot that is chosen now. */
  readonly picked?: Position | undefined;
  /** A press on the map, or Enter, which takes the centre. Without it the map is for looking. */
  readonly onPick?: (picked: Picked) => void;
  readonly onPoint?: (id: string) => void;
  readonly height?: number;
  readonly label?: string;
}

const order = ['street', 'community', 'other', 'grid', 'compound', 'building'] as const;
const byLevel = (a: MapArea, b: MapArea): number => order.indexOf(a.level) - order.indexOf(b.level);
const nowhere = { west: 116.3, south: 39.9, east: 116.31, north: 39.91 };

/** A street drawn from its own shapes: communities, grids, buildings, matters. No tiles, no outside server. */
export function GridMap({ areas, points = [], picked, onPick, onPoint, height = 320, label }: GridMapProps) {
  const { t } = useTranslation();
  const helpId = useId();
  const svg = useRef<SVGSVGElement>(null);
  const [box, width] = useWidth<HTMLDivElement>();
  const size: Size = { width: Math.max(width, 1), height };
  const sorted = useMemo(() => [...areas].sort(byLevel), [areas]);
  const bounds = useMemo(
    () =>
      boundsOf([...areas.flatMap(({ shape }) => ringsOf(shape).flat()), ...points.map(({ at }) => at)]) ??
      nowhere,
    [areas, points],
  );
  const projection = useMemo(() => projectionAt((bounds.south + bounds.north) / 2), [bounds]);
  const home = useMemo(
    () => fit(bounds, projection, { width: Math.max(width, 1), height }),
    [bounds, projection, width, height],
  );
  const pick = (at: Position): void =>
    onPick?.({ at, areas: sorted.filter(({ shape }) => contains(shape, at)) });
  const controls = useView(svg, home, size, (screen) => {
    pick(projection.toGlobe(toPlane(controls.view, size, screen)));
  });
  const { view } = controls;
  const place = (position: Position) => toScreen(view, size, projection.toPlane(position));
  const mark = picked === undefined ? undefined : place(picked);
  return (
    <div className="grid-map" ref={box}>
      <svg
        ref={svg}
        width={size.width}
        height={height}
        role="application"
        aria-label={label ?? t('common.map.label')}
        aria-describedby={helpId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is moved with the arrow keys
        tabIndex={0}
        className={onPick === undefined ? 'grid-map-look' : 'grid-map-pick'}
        {...controls.handlers}
      >
        <Areas areas={sorted} view={view} size={size} projection={projection} />
        <Labels areas={sorted} place={place} scale={view.scale / home.scale} />
        <Points points={points} place={place} onPoint={onPoint} />
        {mark !== undefined && (
          <g transform={`translate(${mark.x} ${mark.y})`} className="grid-map-mark">
            <path d="M0 0C-4-9-10-13-10-20a10 10 0 0 1 20 0C10-13 4-9 0 0Z" />
            <circle cy="-20" r="4" />
          </g>
        )}
        {onPick !== undefined && (
          <path
            className="grid-map-cross"
            d={`M${size.width / 2 - 8} ${height / 2}h16M${size.width / 2} ${height / 2 - 8}v16`}
          />
        )}
      </svg>
      <div className="grid-map-tools">
        <button type="button" aria-label={t('common.map.in')} onClick={() => controls.zoomBy(1.6)}>
          +
        </button>
        <button type="button" aria-label={t('common.map.out')} onClick={() => controls.zoomBy(1 / 1.6)}>
          −
        </button>
        <button type="button" onClick={() => controls.set(home)}>
          {t('common.map.all')}
        </button>
      </div>
      <p className="lr-spoken" id={helpId}>
        {t('common.map.help')}
      </p>
    </div>
  );
}
