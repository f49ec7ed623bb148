import { sha256HexOfBytes } from '@liren/core/basics/hash.ts';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../api/bodies.ts';
import { titled } from '../i18n/titles.ts';
import { PhotoPicker } from '../ui/photo-picker.tsx';
import { useUpload } from '../ui/use-upload.ts';
import type { InputProps } from './field-input.tsx';

/** The photo as the record will commit to it: the hash of the very bytes that the server keeps. */
async function committed(file: string): Promise<Json> {
  const answer = await fetch(`/api/files/${file}?size=full`, { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`photo ${file} cannot be read back`);
  return { file, sha256: sha256HexOfBytes(new Uint8Array(await answer.arrayBuffer())) };
}

const fileOf = (value: Json): string | undefined =>
  typeof value === 'object' && value !== null && 'file' in value && typeof value['file'] === 'string'
    ? value['file']
    : undefined;

/** Photos on their way; the answer holds those that have arrived. A draft's photos from before stay until removed. */
export function PhotosInput({ field, value, onChange, context }: InputProps) {
  const { t } = useTranslation();
  const uploads = useUpload({ community: context.community, most: field.most });
  const [earlier, setEarlier] = useState<readonly Json[]>(() => (Array.isArray(value) ? value : []));
  const known = useRef(new Map<string, Json>());
  const tell = useRef(onChange);
  tell.current = onChange;
  const ids = uploads.fileIds.join(' ');
  useEffect(() => {
    let left = false;
    const files = ids === '' ? [] : ids.split(' ');
    const hash = async (file: string): Promise<Json> => {
      const photo = known.current.get(file) ?? (await committed(file));
      known.current.set(file, photo);
      return photo;
    };
    Promise.all(files.map(hash)).then(
      (photos) => {
        const all = [...earlier, ...photos];
        if (!left) tell.current(all.length === 0 ? undefined : all);
      },
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [ids, earlier]);
  return (
    <div className="photos-input">
      {earlier.length > 0 && (
        <ul className="matter-photos">
          {earlier.map((photo, index) => (
            <li key={fileOf(photo) ?? index}>
              <img
                src={`/api/files/${fileOf(photo) ?? ''}?size=thumbnail`}
                alt={t('matter.photo', { n: index + 1 })}
              />
              <button
                type="button"
                className="field-clear"
                onClick={() => setEarlier(earlier.filter((each) => each !== photo))}
              >
                {t('matter.form.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <PhotoPicker
        label={titled(field.title)}
        uploads={uploads}
        most={field.most}
        required={field.required}
      />
    </div>
  );
}
