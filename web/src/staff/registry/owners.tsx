import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OwnersBody, OwnershipBody } from '../../shared/api/bodies.ts';
import { getJson, refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { dayText, noonOf } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';

/** As papers write it: two decimals. */
const squareMetres = (squareCentimetres: number): string =>
  (squareCentimetres / 10_000).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** How large the house is and how many heads own it, as far as both are known. */
export function OwnershipLine({
  community,
  at,
}: {
  community: string;
  at: { readonly compound: string; readonly building: string };
}) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['ownership', community, at],
    queryFn: ({ signal }) =>
      getJson<OwnershipBody>(
        `/api/registry/buildings/${community}/ownership?${new URLSearchParams({ ...at })}`,
        signal,
      ),
  });
  if (data === undefined || data.homes === 0) return null;
  const { homes, measured, owned, heads } = data;
  const lacking = (key: 'unmeasured' | 'unowned', count: number): string =>
    count === 0 ? '' : t(`staff.owners.${key}`, { count });
  const parts = [
    ...(measured === 0
      ? []
      : [
          t('staff.owners.area', { area: squareMetres(data.areaSquareCentimetres) }) +
            lacking('unmeasured', homes - measured),
        ]),
    ...(owned === 0 ? [] : [t('staff.owners.heads', { count: heads }) + lacking('unowned', homes - owned)]),
  ];
  return (
    <p className="ownership">
      {parts.length === 0 ? t('staff.owners.none') : parts.join(' · ')}{' '}
      <Link to="/registry/owners/import">{t('staff.owners.importTitle')}</Link>
    </p>
  );
}

/** Who owns the home behind a door, numbers masked. */
export function Owners({ community, home }: { community: string; home: string }) {
  const { t } = useTranslation();
  const now = useNow();
  const { data, error } = useQuery({
    queryKey: ['owners', community, home],
    queryFn: ({ signal }) => getJson<OwnersBody>(`/api/registry/homes/${community}/${home}/owners`, signal),
  });
  if (error !== null) return <Refused refusal={refusalOf(error)} />;
  if (data === undefined) return <Skeleton active title={false} />;
  const { area, owners } = data;
  return (
    <>
      <h3>{t('staff.owners.title')}</h3>
      {area !== undefined && (
        <p className="owned-area">
          {t(`staff.owners.measured.${area.basis}`, { area: squareMetres(area.squareCentimetres) })}
        </p>
      )}
      {owners.length === 0 ? (
        <p className="panel-hint">{t('staff.owners.nobody')}</p>
      ) : (
        <ul className="panel-list">
          {owners.map(({ id, name, number, share, since }) => (
            <li key={id}>
              {name || t('staff.owners.erased')}
              <span>
                {[
                  ...(number === undefined ? [] : [number]),
                  share.bottom === 1
                    ? t('staff.owners.whole')
                    : t('staff.owners.part', { share: `${share.top}/${share.bottom}` }),
                  t('staff.owners.since', { day: dayText(noonOf(since), now, t) }),
                ].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
