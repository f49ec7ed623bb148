import type { PlaceBody } from '../api/bodies.ts';
import { titled } from '../i18n/titles.ts';
import type { MapArea } from '../map/kinds.ts';
import type { Position, Shape } from '../map/project.ts';

const levels: readonly MapArea['level'][] = ['street', 'community', 'grid', 'compound', 'building'];

const isShape = (value: unknown): value is Shape =>
  typeof value === 'object' &&
  value !== null &&
  'coordinates' in value &&
  Array.isArray(value.coordinates) &&
  'type' in value &&
  (value.type === 'Polygon' || value.type === 'MultiPolygon');

/** Places with a shape, as the map draws them; the district around the street is left out. */
export function areasOf(places: readonly PlaceBody[]): readonly MapArea[] {
  return places.flatMap(({ id, title, level, shape }) => {
    const known = levels.find((each) => each === level);
    return known !== undefined && isShape(shape) ? [{ id, title: titled(title), level: known, shape }] : [];
  });
}

/** [longitude, latitude], as shapes are written. */
export const positionOf = ({ lat, long }: { readonly lat: number; readonly long: number }): Position => [
  long,
  lat,
];
