import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../shared/api/me.ts';
import { asTitle } from '../../shared/i18n/titles.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icons.tsx';
import { Skeleton } from '../../shared/ui/notice.tsx';
import { NeedSignIn } from '../sign-in/need-sign-in.tsx';
import '../../shared/matter/matter.css';
import type { Drafting } from './draft.ts';

const PhotosInput = lazy(async () => ({
  default: (await import('../../shared/matter/photos-input.tsx')).PhotosInput,
}));

/** Photos go off at once, so they need to know who sends them and which community keeps them. */
export function PhotosPart({ drafting }: { drafting: Drafting }) {
  const { t } = useTranslation();
  const signedIn = useMe().data?.person !== undefined;
  const [wish, setWish] = useState(false);
  const { draft, change } = drafting;
  const { community } = draft;
  if (community === undefined || !signedIn)
    return (
      <div className="lr-field">
        <p className="lr-hint">
          {t(community === undefined ? 'resident.report.photoWhere' : 'resident.report.photoWho')}
        </p>
        {community !== undefined && !wish && (
          <Button onClick={() => setWish(true)}>
            <Icon name="camera" size={20} />
            {t('common.photo.add')}
          </Button>
        )}
        {community !== undefined && wish && <NeedSignIn why={t('resident.report.photoSignIn')} />}
      </div>
    );
  return (
    <Suspense fallback={<Skeleton lines={2} />}>
      <PhotosInput
        key={community}
        id="photos"
        field={{
          name: 'photos',
          title: asTitle(t('resident.report.photos')),
          type: 'photos',
          required: false,
          sealed: true,
          audience: 'parties',
          most: 9,
        }}
        value={draft.photos[community] ?? []}
        onChange={(value) =>
          change({ photos: { ...draft.photos, [community]: Array.isArray(value) ? value : [] } })
        }
        context={{ community }}
        describedBy={undefined}
        invalid={false}
      />
    </Suspense>
  );
}
