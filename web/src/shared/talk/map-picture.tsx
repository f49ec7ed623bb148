import { useTranslation } from 'react-i18next';
import type { ToldMap } from '../api/bodies.ts';
import { board, type Dot, placeDots } from './place-dots.ts';
import { groupName } from './tell.ts';

/** Groups are told apart by shape as well as by colour. */
const shapes = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
  'M-3.5 -3.5h7v7h-7z',
  'M0 -4.5 4.5 3.5h-9z',
  'M0 -5 5 0 0 5 -5 0z',
  'M-4.5 -1.5h3v-3h3v3h3v3h-3v3h-3v-3h-3z',
];

function Person({ dot }: { dot: Dot }) {
  const { x, y, group } = dot;
  return (
    <path
      className={group === undefined ? 'talk-dot' : `talk-dot talk-dot-${group % shapes.length}`}
      transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
      d={shapes[(group ?? 0) % shapes.length]}
    />
  );
}

/** 观点地图 as a picture; what it says stands beside it in words. */
export function MapPicture({ map }: { map: ToldMap }) {
  const { t, i18n } = useTranslation();
  const { dots, middles } = placeDots(map.people);
  const me = dots.find((dot) => dot.me);
  const sizes = map.groups.map(({ size }, group) => {
    const name = groupName(group, t, i18n.language);
    return size === undefined
      ? t('talk.map.small', { group: name, least: map.least })
      : t('talk.map.size', { group: name, count: size });
  });
  const label = t('talk.map.label', {
    people: map.people.length,
    groups: map.groups.length,
    sizes: sizes.join(t('matter.comma')),
  });
  return (
    <svg
      className="talk-picture"
      viewBox={`0 0 ${board.width} ${board.height}`}
      role="img"
      aria-label={label}
    >
      {dots.map((dot) => (
        <Person key={`${dot.x} ${dot.y}`} dot={dot} />
      ))}
      {[...middles].map(([group, { x, y }]) => (
        <text key={group} className="talk-name" x={x} y={y} textAnchor="middle" dominantBaseline="middle">
          {groupName(group, t, i18n.language)}
        </text>
      ))}
      {me !== undefined && (
        <g className="talk-me" transform={`translate(${me.x.toFixed(1)} ${me.y.toFixed(1)})`}>
          <circle r="9" />
          <text
            x={me.x > board.width - 60 ? -13 : 13}
            textAnchor={me.x > board.width - 60 ? 'end' : 'start'}
            dominantBaseline="middle"
          >
            {t('talk.map.me')}
          </text>
        </g>
      )}
    </svg>
  );
}
