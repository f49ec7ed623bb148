import { textWidth } from '@liren/core/drawing/text.ts';
import { useMemo } from 'react';
import type { MapArea, MapPoint } from './kinds.ts';
import { labelPoint, type Point, type Position, type Projection, ringsOf } from './project.ts';
import type { Size, View } from './view.ts';

type Place = (position: Position) => Point;

/** Plane units are tiny; paths are written in thousandths of them so that figures keep their digits. */
const unit = 100_000;

/** Shapes are laid out once; moving the view changes one transform. */
export function Areas({
  areas,
  view,
  size,
  projection,
}: {
  areas: readonly MapArea[];
  view: View;
  size: Size;
  projection: Projection;
}) {
  const drawn = useMemo(() => {
    const first = areas[0] === undefined ? undefined : ringsOf(areas[0].shape)[0]?.[0];
    const origin = projection.toPlane(first ?? [0, 0]);
    const point = (position: Position): string => {
      const { x, y } = projection.toPlane(position);
      return `${((x - origin.x) * unit).toFixed(1)} ${((y - origin.y) * unit).toFixed(1)}`;
    };
    const paths = areas.map(({ id, level, shape, tone = 'plain', figure }) => (
      <path
        key={id}
        className={`grid-map-area grid-map-${level} ${shadeOf(figure)} grid-map-tone-${tone}`}
        {...(figure !== undefined && { fillOpacity: 0.08 + 0.62 * figure.shade })}
        d={ringsOf(shape)
          .map((ring) => `M${ring.map(point).join('L')}Z`)
          .join('')}
        fillRule="evenodd"
        vectorEffect="non-scaling-stroke"
      />
    ));
    return { origin, paths };
  }, [areas, projection]);
  const x = (drawn.origin.x - view.centre.x) * view.scale + size.width / 2;
  const y = (drawn.origin.y - view.centre.y) * view.scale + size.height / 2;
  return <g transform={`translate(${x} ${y}) scale(${view.scale / unit})`}>{drawn.paths}</g>;
}

const shadeOf = (figure: MapArea['figure']): string => {
  if (figure === undefined) return '';
  return figure.late === true ? 'grid-map-shade-late' : 'grid-map-shade';
};

interface Label {
  readonly id: string;
  readonly title: string;
  readonly level: MapArea['level'];
  readonly x: number;
  readonly y: number;
}

/** From how far in the names of a level appear, as a multiple of the view of the whole. */
const appears: Record<MapArea['level'], number> = {
  street: 99,
  community: 0,
  other: 1.5,
  grid: 1.5,
  compound: 2.5,
  building: 4,
};

/** As grid-map.css sets them. */
const labelSize = 14;

/** Large areas speak first; a name that would cover another is left out. */
function settle(labels: readonly Label[]): Label[] {
  const kept: Label[] = [];
  const half = ({ title }: Label): number => textWidth(title, labelSize) / 2 + 8;
  for (const label of labels) {
    const covered = kept.some(
      (other) => Math.abs(other.y - label.y) < 18 && Math.abs(other.x - label.x) < half(other) + half(label),
    );
    if (!covered) kept.push(label);
  }
  return kept;
}

export function Labels({ areas, place, scale }: { areas: readonly MapArea[]; place: Place; scale: number }) {
  const anchors = useMemo(() => areas.map((area) => ({ area, at: labelPoint(area.shape) })), [areas]);
  const labels = settle(
    anchors.flatMap(({ area: { id, title, level, tone }, at }): Label[] =>
      at === undefined || (tone === undefined && appears[level] > scale)
        ? []
        : [{ id, title, level, ...place(at) }],
    ),
  );
  return (
    <g>
      {labels.map(({ id, title, level, x, y }) => (
        <text key={id} x={x} y={y} className={`grid-map-label grid-map-label-${level}`}>
          {title}
        </text>
      ))}
      {anchors.map(({ area: { id, figure }, at }) => {
        if (figure === undefined || at === undefined) return null;
        const { x, y } = place(at);
        return (
          <text key={`${id} figure`} x={x} y={y + 22} className="grid-map-label grid-map-figure">
            {figure.text}
          </text>
        );
      })}
    </g>
  );
}

const tones = { plain: 'circle', going: 'circle', done: 'circle', late: 'diamond' } as const;

export function Points({
  points,
  place,
  onPoint,
}: {
  points: readonly MapPoint[];
  place: Place;
  onPoint: ((id: string) => void) | undefined;
}) {
  return points.map(({ id, title, at, tone = 'plain' }) => {
    const { x, y } = place(at);
    const mark =
      tones[tone] === 'diamond' ? <path d="M0-7 7 0 0 7-7 0Z" /> : <circle r={tone === 'done' ? 4 : 5.5} />;
    const shared = { transform: `translate(${x} ${y})`, className: `grid-map-point grid-map-point-${tone}` };
    if (onPoint === undefined)
      return (
        <g key={id} {...shared}>
          <title>{title}</title>
          {mark}
        </g>
      );
    return (
      // biome-ignore lint/a11y/useSemanticElements: a button element cannot stand inside a drawing
      <g
        key={id}
        {...shared}
        role="button"
        tabIndex={0}
        aria-label={title}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => onPoint(id)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.stopPropagation();
          onPoint(id);
        }}
      >
        <title>{title}</title>
        <circle r="16" className="grid-map-touch" />
        {mark}
      </g>
    );
  });
}
