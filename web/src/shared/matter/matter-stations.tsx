import type { Station } from '@liren/core/drawing/station.ts';
import { useTranslation } from 'react-i18next';
import type { StationBody } from '../api/bodies.ts';
import { StationLine } from '../station-line/station-line.tsx';
import { dueText, momentText, type Say } from './dates.ts';

const outcomeText = (outcome: string, say: Say): string =>
  say(`matter.way.${outcome}`, { defaultValue: say('matter.way.other') });

/** The stations of the interface in the words that the drawing sets. */
export function stationsOf(stations: readonly StationBody[], now: number, say: Say): Station[] {
  return stations.map((station) => {
    const dueText_ = whenOf(station, now, say);
    return {
      id: station.id,
      title: station.title,
      kind: station.kind,
      state: station.state,
      visits: station.visits,
      ...(station.who !== undefined && { who: station.who }),
      ...(dueText_ !== undefined && { dueText: dueText_ }),
      ...(station.rule !== undefined && { rule: station.rule }),
      ...(station.outcome !== undefined &&
        station.state === 'done' && { note: outcomeText(station.outcome, say) }),
      branches: station.branches.map(({ title, state }) => ({ title, state })),
      backTo: station.backTo.map(({ id, taken, outcome }) => ({
        id,
        taken,
        label: outcomeText(outcome, say),
      })),
    };
  });
}

function whenOf(station: StationBody, now: number, say: Say): string | undefined {
  if (station.state === 'here' || station.state === 'late')
    return station.dueAt === undefined ? undefined : dueText(station.dueAt, now, say);
  return station.state === 'done' && station.leftAt !== undefined
    ? momentText(station.leftAt, now, say)
    : undefined;
}

/** The procedure as a line of stations: done, here, to come. */
export function MatterStations({
  stations,
  now,
  size = 'text',
}: {
  stations: readonly StationBody[];
  now: number;
  size?: 'text' | 'small';
}) {
  const { t } = useTranslation();
  return <StationLine stations={stationsOf(stations, now, t)} title={t('matter.stations')} size={size} />;
}
