import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { BuildingChange, BuildingsBody } from '../../shared/api/bodies.ts';
import { getJson, postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { dayText, momentText, noonOf } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { useMe } from '../frame/use-me.ts';
import { useFilters } from '../lists/use-filters.ts';
import { BuildingForm } from '../registry/building-form.tsx';
import { CompoundPart } from '../registry/building-table.tsx';
import { HousePage } from '../registry/house.tsx';
import '../grids/grids.css';
import '../registry/registry.css';
import '../registry/buildings.css';

function Undo({ community, change }: { community: string; change: BuildingChange }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: () => postJson(`/api/registry/buildings/${community}/changes/${change.id}/undo`, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['buildings', community] }),
  });
  return (
    <>
      <Button size="small" loading={undo.isPending} onClick={() => undo.mutate()}>
        {t('staff.buildings.undo')}
      </Button>
      {undo.error !== null && <Refused refusal={refusalOf(undo.error)} />}
    </>
  );
}

/** What became of buildings, the last first; a tear-down can be taken back. */
function Changes({ community, changes }: { community: string; changes: readonly BuildingChange[] }) {
  const { t } = useTranslation();
  const now = useNow();
  if (changes.length === 0) return null;
  const nameOf = ({ compound, building }: { compound: string; building: string }): string =>
    building === ''
      ? compound || t('staff.buildings.nameless')
      : t('staff.buildings.address', { compound, building }).trim();
  return (
    <section className="grid-part">
      <h2>{t('staff.buildings.changes')}</h2>
      <ul className="panel-list">
        {changes.map((change) => (
          <li key={change.id}>
            {t(`staff.buildings.became.${change.kind}`, {
              name: nameOf(change),
              day: dayText(noonOf(change.day), now, t),
              ...(change.to !== undefined && { to: nameOf(change.to) }),
            })}
            <span>
              {momentText(change.at, now, t)} · {change.by}
              {change.undone && ` · ${t('staff.buildings.undone')}`}
            </span>
            {change.kind === 'torn-down' && !change.undone && <Undo community={community} change={change} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function NewBuilding({ community }: { community: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{t('staff.buildings.open')}</Button>;
  return (
    <BuildingForm
      community={community}
      kind="opened"
      titles={[
        { name: 'compound', label: t('staff.buildings.compound') },
        { name: 'building', label: t('staff.buildings.number'), hint: t('staff.buildings.numberHint') },
      ]}
      wishOf={({ compound = '', building = '', day = '' }) => ({
        kind: 'opened',
        at: { compound: compound.trim(), building: building.trim() },
        day,
      })}
      onDone={() => setOpen(false)}
    />
  );
}

function Community({ community }: { community: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['buildings', community],
    queryFn: ({ signal }) => getJson<BuildingsBody>(`/api/registry/buildings/${community}`, signal),
  });
  if (error !== null) return <Refused refusal={refusalOf(error)} />;
  if (data === undefined) return <Skeleton active title={false} />;
  const compounds = [...new Set(data.buildings.map(({ compound }) => compound))];
  return (
    <>
      {compounds.length === 0 && (
        <Teach title={t('staff.buildings.none')}>{t('staff.buildings.noneTeach')}</Teach>
      )}
      {compounds.map((compound) => (
        <CompoundPart key={compound} community={community} compound={compound} body={data} />
      ))}
      {data.mayChange && (
        <section className="grid-part">
          <h2>{t('staff.buildings.new')}</h2>
          <NewBuilding community={community} />
        </section>
      )}
      <Changes community={community} changes={data.changes} />
    </>
  );
}

/** 楼栋: what stands in the community; one of them door by door, where the address names it. */
export function BuildingsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [{ community: chosen, compound = '', building }, choose] = useFilters([
    'community',
    'compound',
    'building',
  ]);
  const own = new Set(
    me.posts.filter(({ rights }) => rights.includes('registry')).flatMap((post) => post.communities),
  );
  const communities = me.communities.filter(({ id }) => own.has(id));
  const community = chosen ?? communities[0]?.id ?? '';
  if (building !== undefined) return <HousePage community={community} at={{ compound, building }} />;
  return (
    <>
      <PageHead
        title={t('staff.buildings.title')}
        note={t('staff.buildings.note')}
        tools={<Link to="/registry">{t('staff.registry.back')}</Link>}
      />
      {communities.length > 1 && (
        <Select
          className="building-community"
          aria-label={t('staff.registry.community')}
          value={community}
          options={communities.map(({ id, title }) => ({ value: id, label: titled(title) }))}
          onChange={(next) => choose({ community: next })}
        />
      )}
      <Community key={community} community={community} />
    </>
  );
}
