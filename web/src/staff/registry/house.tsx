import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { BuildingsBody, Door, DoorsBody, ResidentPage } from '../../shared/api/bodies.ts';
import { getJson, postJson, refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { BuildingForm } from './building-form.tsx';
import { DoorSheet } from './door-sheet.tsx';
import { Owners, OwnershipLine } from './owners.tsx';
import { ResidentTable } from './resident-table.tsx';

interface At {
  readonly compound: string;
  readonly building: string;
}
interface Own {
  readonly community: string;
  readonly at: At;
}

/** Who lives behind one door, as the registry shows them. */
function Behind({ community, at, door }: Own & { door: Door }) {
  const { t } = useTranslation();
  const unit = door.unit === '' ? '' : `${door.unit}单元`;
  const word = `${at.compound}${at.building}号楼${unit}${door.number}`;
  const { data, error } = useQuery({
    queryKey: ['residents-behind', community, door.id],
    queryFn: () => postJson<ResidentPage>('/api/registry/search', { word }),
  });
  if (error !== null) return <Refused refusal={refusalOf(error)} />;
  if (data === undefined) return <Skeleton active title={false} />;
  const rows = data.rows.filter((row) => row.community === community);
  return rows.length === 0 ? (
    <Teach title={t('staff.buildings.nobody')}>{t('staff.buildings.nobodyTeach')}</Teach>
  ) : (
    <ResidentTable rows={rows} />
  );
}

/** Called otherwise, or torn down: one form at a time. */
function Tools({ community, at }: Own) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [open, setOpen] = useState<'renamed' | 'torn-down'>();
  const back = (): void => go(`/registry/buildings?${new URLSearchParams({ community })}`);
  if (open === undefined)
    return (
      <div className="change-buttons">
        <Button onClick={() => setOpen('renamed')}>{t('staff.buildings.renameHouse')}</Button>
        <Button onClick={() => setOpen('torn-down')}>{t('staff.buildings.tearDown')}</Button>
      </div>
    );
  return (
    <BuildingForm
      community={community}
      kind={open}
      titles={
        open === 'renamed'
          ? [{ name: 'to', label: t('staff.buildings.houseTo'), hint: t('staff.buildings.houseToHint') }]
          : []
      }
      wishOf={({ to = '', day = '' }) =>
        open === 'renamed' ? { kind: open, from: at, to: to.trim() } : { kind: open, at, day }
      }
      onDone={back}
    />
  );
}

/** One house, door by door. */
export function HousePage({ community, at }: Own) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Door>();
  const query = `?${new URLSearchParams({ ...at })}`;
  const { data, error } = useQuery({
    queryKey: ['buildings', community, at],
    queryFn: ({ signal }) => getJson<DoorsBody>(`/api/registry/buildings/${community}/doors${query}`, signal),
  });
  const all = useQuery({
    queryKey: ['buildings', community],
    queryFn: ({ signal }) => getJson<BuildingsBody>(`/api/registry/buildings/${community}`, signal),
  });
  const doors = data?.doors ?? [];
  const people = doors.reduce((count, door) => count + door.residents, 0);
  return (
    <>
      <PageHead
        title={t('staff.buildings.address', { ...at }).trim()}
        note={data === undefined ? '' : t('staff.buildings.counted', { homes: doors.length, people })}
        tools={
          <Link to={`/registry/buildings?${new URLSearchParams({ community })}`}>
            {t('staff.buildings.all')}
          </Link>
        }
      />
      {all.data?.mayChange && <OwnershipLine community={community} at={at} />}
      {error !== null && <Refused refusal={refusalOf(error)} />}
      {data === undefined && error === null && <Skeleton active title={false} />}
      {data !== undefined && doors.length === 0 && (
        <Teach title={t('staff.buildings.noDoors')}>{t('staff.buildings.noDoorsTeach')}</Teach>
      )}
      <DoorSheet doors={doors} chosen={chosen?.id} onChoose={setChosen} />
      {chosen !== undefined && (
        <section className="resident-part" aria-live="polite">
          <h2>{t('staff.buildings.behind', { number: chosen.number })}</h2>
          <Behind key={chosen.id} community={community} at={at} door={chosen} />
          {all.data?.mayChange && (
            <Owners key={`owners ${chosen.id}`} community={community} home={chosen.id} />
          )}
        </section>
      )}
      {all.data?.mayChange && (
        <section className="resident-part">
          <h2>{t('staff.buildings.change')}</h2>
          <Tools community={community} at={at} />
        </section>
      )}
    </>
  );
}
