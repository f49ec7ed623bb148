import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeBody, PlaceAt } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import type { Draft } from '../../shared/matter/answers.ts';
import { usePlaces } from '../../shared/matter/sources.ts';
import type { Call } from './intake-draft.ts';

const SpotMap = lazy(() => import('../map/spot-map.tsx'));

/** Where it is: a community and an address in words, or a point on the map. */
export function WherePart({
  call,
  asked,
  communities,
  onChange,
}: {
  call: Call;
  /** Submitted once already: what is lacking is told. */
  asked: boolean;
  communities: MeBody['communities'];
  onChange: (change: Draft) => void;
}) {
  const { t } = useTranslation();
  const [drawn, setDrawn] = useState(call.spot !== undefined);
  const { spot } = call;
  const home = communities.find(({ id }) => id === call.community)?.place;
  const grids = usePlaces().filter(({ level, parent }) => level === 'grid' && parent === home);
  const lacks = asked && call.community === '' && spot === undefined;
  const at = useQuery({
    queryKey: ['place-at', spot],
    queryFn: () => getJson<PlaceAt>(`/api/places/at?lat=${spot?.lat ?? 0}&long=${spot?.long ?? 0}`),
    enabled: spot !== undefined,
  }).data;
  return (
    <div className="where">
      <div className="intake-row">
        <label htmlFor="intake-community">{t('staff.intake.community')}</label>
        <Select
          id="intake-community"
          showSearch={{ optionFilterProp: 'label' }}
          value={call.community === '' ? null : call.community}
          placeholder={t('staff.intake.chooseCommunity')}
          options={communities.map(({ id, title }) => ({ value: id, label: titled(title) }))}
          status={lacks ? 'error' : ''}
          onChange={(community: string) => onChange({ community, grid: '' })}
        />
        {lacks && (
          <p className="intake-complaint">
            <span aria-hidden="true">▲</span> {t('staff.intake.whereNeeded')}
          </p>
        )}
      </div>
      {grids.length > 0 && spot === undefined && (
        <div className="intake-row">
          <label htmlFor="intake-grid">{t('staff.intake.grid')}</label>
          <Select
            id="intake-grid"
            allowClear
            value={call.grid === '' ? null : call.grid}
            placeholder={t('staff.intake.chooseGrid')}
            options={grids.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(grid: string | undefined) => onChange({ grid: grid ?? '' })}
          />
        </div>
      )}
      <div className="intake-row">
        <label htmlFor="intake-address">{t('staff.intake.address')}</label>
        <Input
          id="intake-address"
          value={call.address}
          maxLength={200}
          placeholder={t('staff.intake.addressHint')}
          onChange={({ target }) => onChange({ address: target.value })}
        />
      </div>
      <Button onClick={() => setDrawn(!drawn)} aria-expanded={drawn}>
        {t(drawn ? 'staff.intake.hideMap' : 'staff.intake.showMap')}
      </Button>
      {at !== undefined && (
        <span className="where-path">
          {at.path.length === 0
            ? t('staff.intake.outside')
            : at.path.map(({ title }) => titled(title)).join(' › ')}
        </span>
      )}
      {drawn && (
        <Suspense fallback={<p className="panel-hint">{t('staff.loading')}</p>}>
          <SpotMap spot={spot} onPick={(next) => onChange({ lat: next.lat, long: next.long })} />
        </Suspense>
      )}
    </div>
  );
}
