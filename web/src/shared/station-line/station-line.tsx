import type { Station, StationWords } from '@liren/core/drawing/station.ts';
import { layoutStations } from '@liren/core/drawing/station-line.ts';
import { type Mark, stationMarks } from '@liren/core/drawing/station-marks.ts';
import { createElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useElder } from '../ui/elder.ts';
import { colourValue } from '../ui/tokens.ts';
import { useWidth } from '../ui/use-width.ts';
import './station-line.css';

const reactName: Record<string, string> = {
  'font-size': 'fontSize',
  'font-weight': 'fontWeight',
  'text-anchor': 'textAnchor',
  'stroke-width': 'strokeWidth',
  'stroke-linecap': 'strokeLinecap',
  'stroke-linejoin': 'strokeLinejoin',
  'stroke-dasharray': 'strokeDasharray',
  'stroke-opacity': 'strokeOpacity',
  'paint-order': 'paintOrder',
};

const element = ({ tag, attributes, text }: Mark, index: number) =>
  createElement(
    tag,
    {
      key: index,
      ...Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [reactName[name] ?? name, value]),
      ),
    },
    text,
  );

/** A stop in words, for who listens instead of looking. */
function SpokenStation({ station }: { station: Station }) {
  const { t } = useTranslation();
  const parts = [
    t(`common.state.${station.state}`),
    station.dueText,
    station.who === undefined || station.who === '' ? undefined : t('common.line.who', { who: station.who }),
    station.note,
    station.rule,
  ];
  return (
    <li aria-current={station.state === 'here' || station.state === 'late' ? 'step' : undefined}>
      {station.title}：{parts.filter((part) => part !== undefined && part !== '').join('，')}
      {(station.branches ?? []).length > 0 && (
        <ul>
          {(station.branches ?? []).map((branch) => (
            <li key={branch.title}>
              {[branch.title, t(`common.state.${branch.state}`), branch.note].filter(Boolean).join('，')}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** The procedure of a matter as a line of stations: across on a screen, down on a phone. */
export function StationLine({
  stations,
  title,
  size = 'text',
}: {
  stations: readonly Station[];
  /** Said to who cannot see the drawing. */
  title?: string;
  /** `small` draws a step smaller, for dense staff pages. */
  size?: 'text' | 'small';
}) {
  const { t } = useTranslation();
  const [box, width] = useWidth<HTMLElement>();
  const elder = useElder();
  const words = useMemo<StationWords>(
    () => ({
      here: t('common.state.here'),
      late: t('common.state.late'),
      skipped: t('common.state.skipped'),
      visits: t('common.line.visits'),
      backTo: t('common.line.backTo'),
    }),
    [t],
  );
  const drawing = useMemo(() => {
    if (width === 0) return undefined;
    const scale = elder ? 1.25 : size === 'small' ? 0.875 : 1;
    const layout = layoutStations(stations, width, { scale, words });
    return { height: Math.ceil(layout.height), marks: stationMarks(layout, colourValue) };
  }, [stations, width, elder, size, words]);
  return (
    <figure ref={box} className="station-line" aria-label={title ?? t('common.line.label')}>
      {drawing !== undefined && (
        <svg
          width={width}
          height={drawing.height}
          viewBox={`0 0 ${width} ${drawing.height}`}
          aria-hidden="true"
        >
          {drawing.marks.map(element)}
        </svg>
      )}
      <ol className="lr-spoken">
        {stations.map((station) => (
          <SpokenStation key={station.id} station={station} />
        ))}
      </ol>
    </figure>
  );
}
