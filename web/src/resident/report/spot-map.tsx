import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { GridMap } from '../../shared/map/grid-map.tsx';
import { areasOf, positionOf } from '../../shared/matter/map-areas.ts';
import { usePlaces } from '../../shared/matter/sources.ts';
import { Skeleton } from '../../shared/ui/notice.tsx';

interface Spot {
  readonly lat: number;
  readonly long: number;
}

/** The street's own map: a tap says where it is. */
export function SpotMap({ spot, onPick }: { spot: Spot | undefined; onPick: (spot: Spot) => void }) {
  const { t } = useTranslation();
  const places = usePlaces();
  const areas = useMemo(() => areasOf(places), [places]);
  if (areas.length === 0) return <Skeleton lines={6} />;
  return (
    <figure className="where-map">
      <figcaption className="lr-hint">{t('resident.report.mapHint')}</figcaption>
      <GridMap
        areas={areas}
        height={300}
        label={t('resident.report.mapLabel')}
        picked={spot === undefined ? undefined : positionOf(spot)}
        onPick={({ at: [long, lat] }) => onPick({ lat, long })}
      />
    </figure>
  );
}
