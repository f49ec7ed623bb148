import { positionOf } from '../../shared/matter/map-areas.ts';
import type { Spot } from '../intake/intake-draft.ts';
import StreetMap from './street-map.tsx';
import './map.css';

/** Choosing one point: a press puts it there. */
export default function SpotMap({ spot, onPick }: { spot: Spot | undefined; onPick: (spot: Spot) => void }) {
  return (
    <div className="spot-map">
      <StreetMap
        picked={spot === undefined ? undefined : positionOf(spot)}
        onPick={({ at: [long, lat] }) => onPick({ lat, long })}
      />
    </div>
  );
}
