import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Select, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridPreviewBody, GridProposal, GridsBody } from '../../shared/api/bodies.ts';
import { getJson, postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { GridMap } from '../../shared/map/grid-map.tsx';
import type { MapArea, MapPoint } from '../../shared/map/kinds.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { areasOf } from '../../shared/matter/map-areas.ts';
import { usePlaces } from '../../shared/matter/sources.ts';
import { PageHead, Teach } from '../frame/frame.tsx';
import { useMe } from '../frame/use-me.ts';
import { ChangeList } from '../grids/change-list.tsx';
import { DecidePart, type Decision } from '../grids/decide-part.tsx';
import { GridTable } from '../grids/grid-table.tsx';
import { buildingText, gridText } from '../grids/grid-words.ts';
import {
  draftOf,
  exclusivePlan,
  housesOf,
  mergePlan,
  movePlan,
  type Plan,
  splitPlan,
} from '../grids/plan.ts';
import { PlanEditor } from '../grids/plan-editor.tsx';
import { PreviewPart } from '../grids/preview-part.tsx';
import { GridTools } from '../grids/tools.tsx';
import { keptCommunities } from '../registry/kept-communities.ts';
import '../grids/grids.css';

const pathOf = (community: string): string => `/api/grids/${encodeURIComponent(community)}`;

/** The community's own ground: its grids, marked where they are chosen or of another size, and its buildings. */
function useGround(body: GridsBody, chosen: readonly string[]) {
  const { t } = useTranslation();
  const places = usePlaces();
  return useMemo(() => {
    const watched = new Set(body.grids.filter(({ outside }) => outside !== undefined).map(({ id }) => id));
    const grids = new Set(body.grids.flatMap(({ id, kind }) => (kind === 'undrawn' ? [] : [id])));
    const drawn = areasOf(places);
    const toneOf = (id: string): NonNullable<MapArea['tone']> => {
      if (chosen.includes(id)) return 'chosen';
      return watched.has(id) ? 'watch' : 'plain';
    };
    const own = drawn
      .filter(({ id }) => grids.has(id))
      .map((area): MapArea => ({ ...area, tone: toneOf(area.id) }));
    // Where no grid is drawn yet, at least the community is.
    const areas = own.length > 0 ? own : drawn.filter(({ id }) => id === body.community.place);
    const points = housesOf(body.blocks).flatMap(([first, ...others]): MapPoint[] => {
      const [long, lat] = first?.at ?? [];
      if (first === undefined || long === undefined || lat === undefined) return [];
      const homes = [first, ...others].reduce((all, { households }) => all + households, 0);
      const title = `${buildingText(first, t)} ${t('staff.grids.homes', { count: homes })}`;
      return [{ id: `${first.compound}|${first.building}`, title, at: [long, lat], tone: 'done' }];
    });
    return { areas, points };
  }, [body, chosen, places, t]);
}

function Planning({
  body,
  plan,
  onChange,
  onDone,
}: {
  body: GridsBody;
  plan: Plan;
  onChange: (plan: Plan | undefined) => void;
  onDone: (from: string) => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const path = pathOf(body.community.id);
  const draft = draftOf(plan, body.blocks);
  const preview = useQuery({
    queryKey: ['grid-preview', body.community.id, draft],
    queryFn: () => postJson<GridPreviewBody>(`${path}/preview`, { draft }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const decide = useMutation({
    mutationFn: (decision: Decision) => postJson(`${path}/changes`, { draft, ...decision }),
    onSuccess: async (_, { from }) => {
      await client.invalidateQueries();
      onDone(from);
    },
  });
  return (
    <section className="grid-part" aria-labelledby="grids-plan">
      <h2 id="grids-plan">{t('staff.grids.plan')}</h2>
      <div className="grid-columns">
        <PlanEditor body={body} plan={plan} onChange={onChange} />
        <div>
          {preview.error !== null && <Refused refusal={refusalOf(preview.error)} />}
          {preview.error === null && preview.data !== undefined && (
            <PreviewPart preview={preview.data} body={body} />
          )}
          {decide.error !== null && <Refused refusal={refusalOf(decide.error)} />}
          <DecidePart
            body={body}
            plan={plan}
            busy={decide.isPending}
            onDecide={(decision) => decide.mutate(decision)}
            onCancel={() => onChange(undefined)}
          />
        </div>
      </div>
    </section>
  );
}

function Grids({ body }: { body: GridsBody }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [plan, setPlan] = useState<Plan>();
  const [decidedFrom, setDecidedFrom] = useState<string>();
  const { areas, points } = useGround(body, chosen);
  const path = pathOf(body.community.id);
  const toggle = (id: string) => {
    setPlan(undefined);
    setDecidedFrom(undefined);
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  };
  const [first = ''] = chosen;
  const split = useMutation({
    mutationFn: (count: number) => postJson<GridProposal>(`${path}/propose`, { grids: chosen, count }),
    onSuccess: (proposal) => {
      const known = new Set(body.grids.map(({ title }) => titled(title)));
      const own = gridText(body, first, t);
      setPlan(
        splitPlan(
          first,
          proposal,
          (n) => t('staff.grids.newTitle', { grid: own.slice(0, 34), n: n + 1 }),
          known,
        ),
      );
    },
  });
  const withdraw = useMutation({
    mutationFn: (id: string) => postJson(`${path}/changes/${id}/withdraw`),
    onSuccess: () => client.invalidateQueries(),
  });
  const undrawn = body.grids.find(({ kind }) => kind === 'undrawn')?.load.households ?? 0;
  const error = split.error ?? withdraw.error;
  return (
    <>
      {body.rules !== undefined && (
        <p className="panel-hint">
          {t('staff.grids.range', body.rules.micro)} {t('staff.grids.points', body.rules.workload)}
        </p>
      )}
      <GridMap
        areas={areas}
        points={points}
        height={360}
        label={t('staff.grids.map')}
        onPick={({ areas: under }) => {
          const grid = under.findLast(({ level }) => level === 'grid');
          if (grid !== undefined) toggle(grid.id);
        }}
      />
      <GridTable body={body} chosen={chosen} onToggle={toggle} />
      {undrawn > 0 && <p className="panel-hint">{t('staff.grids.undrawn', { count: undrawn })}</p>}
      {body.apart.length > 0 && (
        <p className="grid-warning">
          {t('staff.grids.apart', {
            count: body.apart.length,
            list: body.apart.map((each) => buildingText(each, t)).join(t('matter.comma')),
          })}
        </p>
      )}
      <GridTools
        count={chosen.length}
        busy={split.isPending}
        onSplit={(into) => split.mutate(into)}
        onMerge={() => setPlan(mergePlan(body, chosen))}
        onMove={() => setPlan(movePlan(first))}
        onExclusive={() => setPlan(exclusivePlan(first, t('staff.grids.newExclusive')))}
      />
      {error !== null && <Refused refusal={refusalOf(error)} />}
      {decidedFrom !== undefined && (
        <p role="status" className="grid-said">
          {decidedFrom === body.today
            ? t('staff.grids.effective')
            : t('staff.grids.decided', { from: decidedFrom })}
        </p>
      )}
      {plan !== undefined && (
        <Planning
          body={body}
          plan={plan}
          onChange={setPlan}
          onDone={(from) => {
            setPlan(undefined);
            setChosen([]);
            setDecidedFrom(from);
          }}
        />
      )}
      <section className="grid-part">
        <h2>{t('staff.grids.changes')}</h2>
        <ChangeList
          changes={body.changes}
          busy={withdraw.isPending}
          onWithdraw={(id) => withdraw.mutate(id)}
        />
      </section>
    </>
  );
}

/** 网格: who works which ground, how much it is, and how it is shared anew. */
export function GridsPage() {
  const { t } = useTranslation();
  const kept = keptCommunities(useMe(), 'manage-grids');
  const [community, setCommunity] = useState(kept[0]?.id ?? '');
  const grids = useQuery({
    queryKey: ['grids', community],
    queryFn: ({ signal }) => getJson<GridsBody>(pathOf(community), signal),
    enabled: community !== '',
  });
  const { data } = grids;
  return (
    <>
      <PageHead title={t('staff.grids.title')} note={t('staff.grids.note')} />
      {kept.length > 1 && (
        <div className="list-filters">
          <Select
            aria-label={t('staff.grids.community')}
            value={community}
            options={kept.map(({ id, title }) => ({ value: id, label: titled(title) }))}
            onChange={setCommunity}
          />
        </div>
      )}
      {grids.error !== null && <Refused refusal={refusalOf(grids.error)} />}
      {grids.isPending && community !== '' && <Skeleton active title={false} />}
      {data !== undefined &&
        (data.grids.length < 2 ? (
          <Teach title={t('staff.grids.none')}>{t('staff.grids.noneTeach')}</Teach>
        ) : (
          <Grids key={data.community.id} body={data} />
        ))}
    </>
  );
}
