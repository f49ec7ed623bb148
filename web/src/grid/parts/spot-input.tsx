import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputProps } from '../../shared/matter/field-input.tsx';
import { LocationInput } from '../../shared/matter/location-input.tsx';
import { Icon } from '../../shared/ui/icons.tsx';

const findOut = (): Promise<GeolocationPosition> =>
  new Promise((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(resolve, reject, {
      enableHighAccuracy: true,
      timeout: 20_000,
      maximumAge: 60_000,
    }),
  );

/** Where it is: in words, and by the phone's own satellite fix, which needs no network. */
export function SpotInput(props: InputProps) {
  const { t } = useTranslation();
  const { value, onChange } = props;
  const [state, setState] = useState<'asking' | 'failed'>();
  const location = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const fix = async () => {
    setState('asking');
    try {
      const { coords } = await findOut();
      onChange({ ...location, lat: coords.latitude, long: coords.longitude });
      setState(undefined);
    } catch {
      setState('failed');
    }
  };
  return (
    <div className="grid-spot">
      <LocationInput {...props} />
      {'geolocation' in navigator && (
        <button
          type="button"
          className="grid-spot-fix"
          onClick={() => void fix()}
          disabled={state === 'asking'}
        >
          <Icon name="pin" size={20} />
          {t(
            state === 'asking' ? 'grid.spot.asking' : 'lat' in location ? 'grid.spot.known' : 'grid.spot.ask',
          )}
        </button>
      )}
      {state === 'failed' && <p className="field-complaint">{t('grid.spot.failed')}</p>}
    </div>
  );
}
