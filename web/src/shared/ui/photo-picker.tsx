import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons.tsx';
import type { UploadItem, Uploads } from './use-upload.ts';

function Photo({ item, n, uploads }: { item: UploadItem; n: number; uploads: Uploads }) {
  const { t } = useTranslation();
  return (
    <li className={`lr-photo lr-photo-${item.state}`}>
      <img src={item.preview} alt={t('common.photo.alt', { n })} />
      {item.state === 'failed' ? (
        <button type="button" className="lr-photo-state" onClick={() => uploads.resume(item.key)}>
          {t('common.photo.failed')}
        </button>
      ) : (
        <span className="lr-photo-state">
          {item.state === 'sending'
            ? t('common.photo.sending', { percent: item.percent })
            : t(`common.photo.${item.state}`)}
        </span>
      )}
      <button
        type="button"
        className="lr-photo-remove"
        aria-label={t('common.photo.remove', { n })}
        onClick={() => uploads.remove(item.key)}
      >
        <span aria-hidden="true">×</span>
      </button>
    </li>
  );
}

/** Choose or take photos; each goes off at once and goes on by itself after a cut. */
export function PhotoPicker({
  label,
  uploads,
  most,
  required = false,
}: {
  label: string;
  uploads: Uploads;
  most: number;
  required?: boolean;
}) {
  const { t } = useTranslation();
  const id = useId();
  const full = uploads.items.length >= most;
  const failed = uploads.items.find(({ refusal }) => refusal !== undefined)?.refusal;
  return (
    <fieldset className="lr-field">
      <legend>
        {label} {!required && <small>{t('common.optional')}</small>}
      </legend>
      <p className="lr-hint" id={`${id}-hint`}>
        {t('common.photo.hint', { count: most })}
      </p>
      <ul className="lr-photos">
        {uploads.items.map((item, index) => (
          <Photo key={item.key} item={item} n={index + 1} uploads={uploads} />
        ))}
        {!full && (
          <li>
            <label className="lr-photo-add">
              <Icon name="camera" />
              <span>{t('common.photo.add')}</span>
              <input
                className="lr-spoken"
                type="file"
                accept="image/jpeg,image/png,image/webp"
                multiple
                aria-describedby={`${id}-hint`}
                onChange={({ target }) => {
                  uploads.add([...(target.files ?? [])]);
                  target.value = '';
                }}
              />
            </label>
          </li>
        )}
      </ul>
      <p className="lr-complaint" aria-live="polite">
        {failed?.message}
      </p>
    </fieldset>
  );
}
