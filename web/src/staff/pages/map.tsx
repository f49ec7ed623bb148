import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MatterLine, MatterPage } from '../../shared/api/bodies.ts';
import { calledOf, titled } from '../../shared/i18n/titles.ts';
import type { MapPoint } from '../../shared/map/kinds.ts';
import { positionOf } from '../../shared/matter/map-areas.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { ChoiceFilter, useClasses } from '../lists/filters.tsx';
import { ListFoot } from '../lists/list-foot.tsx';
import { Due, hrefOf } from '../lists/matter-table.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { useRows } from '../lists/use-rows.ts';
import StreetMap from '../map/street-map.tsx';
import '../map/map.css';

/** Spots are rounded to about 100 m, so one mark may stand for several matters. */
const sameSpot = (a: MatterLine, b: MatterLine): boolean =>
  a.spot !== undefined && a.spot.lat === b.spot?.lat && a.spot.long === b.spot.long;

function Chosen({ lines, now }: { lines: readonly MatterLine[]; now: number }) {
  const { t } = useTranslation();
  return (
    <section className="map-chosen" aria-live="polite">
      <h2>{t('staff.map.here', { count: lines.length })}</h2>
      <ul className="panel-list">
        {lines.map((line) => (
          <li key={line.id}>
            <Link to={hrefOf(line)} className="row-title">
              {calledOf(line)}
            </Link>
            <p className="row-about">
              <span className="row-number">{line.number}</span>
              <span>{titled(line.place ?? line.communityTitle)}</span>
              <span>{titled(line.step.title)}</span>
              {line.organ !== undefined && <span>{titled(line.organ.title)}</span>}
              <Due line={line} now={now} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const names = ['class', 'late'] as const;

/** 地图: open matters where they are, late ones by colour and shape. */
export function MapPage() {
  const { t } = useTranslation();
  const now = useNow();
  const [filters, change] = useFilters(names);
  const [chosen, setChosen] = useState<string>();
  const classes = useClasses();
  const list = useRows<MatterPage>('matters', '/api/matters', { ...filters, status: 'open', limit: '200' });
  const { rows } = list;
  const points = useMemo(
    () =>
      rows.flatMap((line): readonly MapPoint[] =>
        line.spot === undefined
          ? []
          : [
              {
                id: line.id,
                title: calledOf(line),
                at: positionOf(line.spot),
                tone: line.late ? 'late' : 'going',
              },
            ],
      ),
    [rows],
  );
  const line = rows.find(({ id }) => id === chosen);
  const unplaced = rows.length - points.length;
  return (
    <>
      <PageHead title={t('staff.map.title')} note={t('staff.map.note')} />
      <div className="list-filters">
        <ChoiceFilter
          name={t('staff.filter.class')}
          value={filters.class}
          choices={classes}
          onChange={(value) => change({ class: value })}
        />
        <ChoiceFilter
          name={t('staff.filter.late')}
          value={filters.late}
          choices={[{ value: 'true', label: t('staff.filter.lateIs.true') }]}
          onChange={(late) => change({ late })}
        />
      </div>
      <StreetMap points={points} onPoint={setChosen} height={520} />
      {line !== undefined && <Chosen lines={rows.filter((each) => sameSpot(each, line))} now={now} />}
      {points.length === 0 && !list.isPending && (
        <Teach title={t('staff.map.none')}>{t('staff.map.noneTeach')}</Teach>
      )}
      {unplaced > 0 && <p className="panel-hint">{t('staff.map.unplaced', { count: unplaced })}</p>}
      <ListFoot
        shown={rows.length}
        more={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}
