import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceAt } from '../../shared/api/bodies.ts';
import { getJson, RefusalError } from '../../shared/api/client.ts';
import { useMe } from '../../shared/api/me.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { usePlaces } from '../../shared/matter/sources.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { Icon } from '../../shared/ui/icons.tsx';
import { Skeleton } from '../../shared/ui/notice.tsx';
import type { Drafting } from './draft.ts';
import { KnownAddress } from './known-address.tsx';

const SpotMap = lazy(async () => ({ default: (await import('./spot-map.tsx')).SpotMap }));

type Spot = NonNullable<Drafting['draft']['spot']>;

class NoPosition extends Error {}
class Outside extends Error {}

const ownPosition = (): Promise<Spot> =>
  new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(new NoPosition());
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, long: coords.longitude }),
      () => reject(new NoPosition()),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
    );
  });

/** Sets the spot and the community that holds it; refused outside the street. */
function usePick({ change }: Drafting) {
  return useMutation({
    mutationFn: async (spot: Spot | 'here') => {
      const at = spot === 'here' ? await ownPosition() : spot;
      const found = await getJson<PlaceAt>(`/api/places/at?lat=${at.lat}&long=${at.long}`);
      if (found.community === undefined) throw new Outside();
      change({
        spot: at,
        community: found.community,
        ...(found.place !== undefined && { place: found.place }),
      });
    },
  });
}

function whyNot(error: Error | null): string | undefined {
  if (error instanceof NoPosition) return 'resident.report.noPosition';
  if (error instanceof Outside) return 'common.map.off';
  return error instanceof RefusalError ? 'common.refusal.no-answer' : undefined;
}

/** Where it is: by the phone's own position, by a tap on the map, or in words. One of them is enough. */
export function WherePart({ drafting, lacking }: { drafting: Drafting; lacking: boolean }) {
  const { t } = useTranslation();
  const { draft, change, drop } = drafting;
  const communities = useMe().data?.communities ?? [];
  const [mapOpen, setMapOpen] = useState(() => window.matchMedia('(min-width: 800px)').matches);
  const pick = usePick(drafting);
  const why = whyNot(pick.error);
  const here = communities.find(({ id }) => id === draft.community);
  const places = usePlaces();
  const there = places.find(({ id }) => id === draft.place);
  const picked = [here, there]
    .flatMap((each) => (each === undefined ? [] : [titled(each.title)]))
    .join(' › ');
  return (
    <div className="where">
      <div className="where-ways">
        <Button busy={pick.isPending} onClick={() => pick.mutate('here')}>
          <Icon name="pin" size={20} />
          {t(pick.isPending ? 'resident.report.finding' : 'resident.report.here')}
        </Button>
        {!mapOpen && (
          <Button onClick={() => setMapOpen(true)}>
            <Icon name="look" size={20} />
            {t('resident.report.openMap')}
          </Button>
        )}
      </div>
      {mapOpen && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <SpotMap spot={draft.spot} onPick={(spot) => pick.mutate(spot)} />
        </Suspense>
      )}
      <p className="where-picked" role="status">
        {draft.place !== undefined && picked !== '' && (
          <>
            <Icon name="pin" size={20} />
            <span>{t('common.map.picked', { place: picked })}</span>
            <button
              type="button"
              className="link-button"
              onClick={() => {
                pick.reset();
                drop('spot', 'place', 'community');
              }}
            >
              {t('resident.report.unpick')}
            </button>
          </>
        )}
      </p>
      {why !== undefined && (
        <p className="lr-complaint" role="alert">
          {t(why)}
        </p>
      )}
      <TextField
        label={t('resident.report.address')}
        hint={t('resident.report.addressHint')}
        optional={draft.place !== undefined}
        most={200}
        autoComplete="off"
        value={draft.address}
        onChange={(address) => change({ address })}
      />
      <KnownAddress drafting={drafting} />
      {draft.place === undefined && (
        <CommunityChoice
          communities={communities.map(({ id, title }) => ({ id, title: titled(title) }))}
          value={draft.community}
          lacking={lacking}
          onChange={(community) => change({ community })}
        />
      )}
    </div>
  );
}

function CommunityChoice({
  communities,
  value,
  lacking,
  onChange,
}: {
  communities: readonly { readonly id: string; readonly title: string }[];
  value: string | undefined;
  lacking: boolean;
  onChange: (community: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={`lr-field${lacking ? ' lr-field-wrong' : ''}`}>
      <label htmlFor="community">{t('resident.report.community')}</label>
      <p className="lr-hint" id="community-hint">
        {t('resident.report.communityHint')}
      </p>
      <select
        id="community"
        className="lr-input"
        data-lack="where"
        value={value ?? ''}
        aria-invalid={lacking}
        aria-describedby={lacking ? 'community-hint community-complaint' : 'community-hint'}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="" disabled>
          {t('resident.report.choose')}
        </option>
        {communities.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <p className="lr-complaint" id="community-complaint" aria-live="polite">
        {lacking ? t('resident.report.lack.where') : ''}
      </p>
    </div>
  );
}
