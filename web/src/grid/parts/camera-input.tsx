import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../shared/api/bodies.ts';
import type { InputProps } from '../../shared/matter/field-input.tsx';
import { newId } from '../../shared/matter/new-id.ts';
import { Icon } from '../../shared/ui/icons.tsx';
import type { Keeper } from '../book/keeper.ts';
import { useKeeper } from '../book/use-book.ts';
import { NoRoom } from '../vault/store.ts';
import { smaller } from './camera.ts';

const idOf = (value: Json): string | undefined =>
  typeof value === 'object' && value !== null && 'photo' in value && typeof value['photo'] === 'string'
    ? value['photo']
    : undefined;

/** The picture of a sealed photo, for as long as it is looked at. */
function usePicture(id: string): string | undefined {
  const { vault } = useKeeper();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let left = false;
    vault.findPhoto(id).then(
      (bytes) => {
        if (left || bytes === undefined) return;
        made = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
        setAddress(made);
      },
      () => undefined,
    );
    return () => {
      left = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [vault, id]);
  return address;
}

export function SealedPhoto({ id, n, onRemove }: { id: string; n: number; onRemove?: () => void }) {
  const { t } = useTranslation();
  const address = usePicture(id);
  return (
    <li className="lr-photo">
      {address !== undefined && <img src={address} alt={t('common.photo.alt', { n })} />}
      {onRemove !== undefined && (
        <button
          type="button"
          className="lr-photo-remove"
          aria-label={t('common.photo.remove', { n })}
          onClick={onRemove}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
    </li>
  );
}

/** Seals a photo on the phone; it goes to the office with the item that names it. */
async function keepPhoto(keeper: Keeper, file: File, community: string): Promise<string> {
  const id = newId();
  const photo = { community, name: `${id.slice(0, 8)}.jpg`, takenAt: Date.now() };
  await keeper.change(['box'], ({ box }) => ({ box: { ...box, photos: { ...box.photos, [id]: photo } } }));
  await keeper.vault.keepPhoto(id, await smaller(file));
  return id;
}

/** Takes photos with the camera and keeps them sealed, with or without a network. */
export function CameraInput({ id, field, value, onChange, context, describedBy }: InputProps) {
  const { t } = useTranslation();
  const keeper = useKeeper();
  const [trouble, setTrouble] = useState<'room' | 'other'>();
  const photos = Array.isArray(value) ? value : [];
  const add = async (files: readonly File[]) => {
    setTrouble(undefined);
    const added: Json[] = [];
    try {
      for (const file of files.slice(0, field.most - photos.length))
        added.push({ photo: await keepPhoto(keeper, file, context.community) });
    } catch (error) {
      setTrouble(error instanceof NoRoom ? 'room' : 'other');
    }
    if (added.length > 0) onChange([...photos, ...added]);
  };
  const without = (photo: Json) => {
    const left = photos.filter((each) => each !== photo);
    onChange(left.length === 0 ? undefined : left);
  };
  return (
    <fieldset className="grid-camera" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      <ul className="lr-photos">
        {photos.map((photo, index) => (
          <SealedPhoto
            key={idOf(photo) ?? index}
            id={idOf(photo) ?? ''}
            n={index + 1}
            onRemove={() => without(photo)}
          />
        ))}
        {photos.length < field.most && (
          <li>
            <label className="lr-photo-add">
              <Icon name="camera" />
              <span>{t('grid.camera.take')}</span>
              <input
                className="lr-spoken"
                type="file"
                accept="image/*"
                capture="environment"
                onChange={({ target }) => {
                  void add([...(target.files ?? [])]);
                  target.value = '';
                }}
              />
            </label>
          </li>
        )}
      </ul>
      <p className="lr-complaint" aria-live="polite">
        {trouble !== undefined && t(`grid.camera.${trouble}`)}
      </p>
    </fieldset>
  );
}
