import { useTranslation } from 'react-i18next';
import type { Json } from '../api/bodies.ts';
import { titled } from '../i18n/titles.ts';
import type { InputProps } from './field-input.tsx';
import { usePlaces } from './sources.ts';

const isRecord = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where it is, in words. Pages that show a map put the point into the same answer. */
export function LocationInput({ id, field, value, onChange }: InputProps) {
  const { t } = useTranslation();
  const location = isRecord(value) ? value : {};
  const address = location['address'];
  return (
    <input
      id={id}
      className="field-input"
      aria-labelledby={`${id}-label`}
      value={typeof address === 'string' ? address : ''}
      maxLength={Math.min(field.most, 200)}
      placeholder={t('matter.form.address')}
      onChange={({ target }) => onChange({ ...location, address: target.value })}
    />
  );
}

/** A place of the tree by name: communities and grids. */
export function PlaceInput({ id, value, onChange, describedBy, invalid }: InputProps) {
  const { t } = useTranslation();
  const places = usePlaces();
  return (
    <select
      id={id}
      className="field-input"
      value={typeof value === 'string' ? value : ''}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
    >
      <option value="">{t('matter.form.choose')}</option>
      {places.map((place) => (
        <option key={place.id} value={place.id}>
          {titled(place.title)}
        </option>
      ))}
    </select>
  );
}
