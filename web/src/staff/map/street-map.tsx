import { useMemo } from 'react';
import { GridMap, type GridMapProps } from '../../shared/map/grid-map.tsx';
import { areasOf } from '../../shared/matter/map-areas.ts';
import { usePlaces } from '../../shared/matter/sources.ts';

/** The street's own map with whatever is asked for on it. */
export default function StreetMap(props: Omit<GridMapProps, 'areas'>) {
  const places = usePlaces();
  const areas = useMemo(() => areasOf(places), [places]);
  return <GridMap areas={areas} {...props} />;
}
