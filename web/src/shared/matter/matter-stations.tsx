import type { Station } from '@liren/core/drawing/station.ts';
import { useTranslation } from 'react-i18next';
import type { Json, MatterBody, StationBody } from '../api/bodies.ts';
import { titled } from '../i18n/titles.ts';
import { StationLine } from '../station-line/station-line.tsx';
import { dueText, lengthText, momentText, type Say } from './dates.ts';

/** What asks for the step: each law once, with all its articles. */
function sayRules(rules: StationBody['rules'], comma: string): string {
  const articles = new Map<string, Set<string>>();
  for (const { law, article } of rules) {
    const known = articles.get(titled(law)) ?? new Set();
    for (const each of titled(article).split(comma)) known.add(each);
    articles.set(titled(law), known);
  }
  return [...articles].map(([law, all]) => `${law} ${[...all].join(comma)}`.trim()).join(comma);
}

const outcomeText = (outcome: string, say: Say): string =>
  say(`matter.way.${outcome}`, { defaultValue: say('matter.way.other') });

/** The stations of the interface in the words that the drawing sets. */
export function stationsOf(
  stations: readonly StationBody[],
  now: number,
  say: Say,
  visit?: MatterBody['visit'],
): Station[] {
  return stations.map((station) => {
    const dueText_ = whenOf(station, now, say);
    const note = noteOf(station, say, visit);
    return {
      id: station.id,
      title: titled(station.title),
      kind: station.kind,
      state: station.state,
      visits: station.visits,
      who: station.who.map(titled).join(say('matter.comma')),
      ...(dueText_ !== undefined && { dueText: dueText_ }),
      rule: sayRules(station.rules, say('matter.comma')),
      ...(note !== undefined && { note }),
      branches: station.branches.map(({ title, state }) => ({ title: titled(title), state })),
      backTo: station.backTo.map(({ id, taken, outcome }) => ({
        id,
        taken,
        label: outcomeText(outcome, say),
      })),
    };
  });
}

/** How it was left, or by how much its limit was extended. */
function noteOf(station: StationBody, say: Say, visit: MatterBody['visit']): string | undefined {
  if (station.state === 'done' && station.outcome !== undefined) return outcomeText(station.outcome, say);
  const granted = visit?.step === station.id ? visit.state['granted'] : undefined;
  if (!Array.isArray(granted) || granted.length === 0) return undefined;
  const lengths = granted.flatMap((by: Json) => lengthText(by, say) ?? []);
  return say('matter.extended', { length: lengths.join(say('matter.comma')) });
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
  visit,
  now,
  size = 'text',
}: {
  stations: readonly StationBody[];
  /** The stay that the matter is in: what was granted in it stands at its station. */
  visit?: MatterBody['visit'] | undefined;
  now: number;
  size?: 'text' | 'small';
}) {
  const { t } = useTranslation();
  return (
    <StationLine stations={stationsOf(stations, now, t, visit)} title={t('matter.stations')} size={size} />
  );
}
