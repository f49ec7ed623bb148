import { useTranslation } from 'react-i18next';
import type { DiaryEntry } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { dayText } from '../../shared/matter/dates.ts';

const spoken = ['needs', 'solved', 'differs', 'text', 'route'] as const;

function EntryLine({ entry }: { entry: DiaryEntry }) {
  const { t } = useTranslation();
  const said = spoken.flatMap((name) => {
    const text = entry.answers[name];
    return typeof text === 'string' && text !== '' ? [text] : [];
  });
  return (
    <li className="diary-entry">
      <p>
        <b>{entry.address ?? titled(entry.title)}</b>{' '}
        {entry.address !== undefined && (
          <span className="row-quiet">{t(entry.met ? 'staff.week.met' : 'staff.week.notMet')}</span>
        )}
        {entry.matters.length > 0 && (
          <span className="row-quiet"> · {t('staff.week.raised', { count: entry.matters.length })}</span>
        )}
      </p>
      {said.map((text) => (
        <p key={text} className="diary-said">
          {text}
        </p>
      ))}
    </li>
  );
}

/** 民情日志: day by day, what was done and heard. */
export function Diary({ entries, now }: { entries: readonly DiaryEntry[]; now: number }) {
  const { t } = useTranslation();
  const days = [...new Set(entries.map(({ day }) => day))].toSorted();
  return days.map((day) => (
    <section key={day} className="diary-day">
      <h2>{dayText(Date.parse(`${day}T12:00:00+08:00`), now, t)}</h2>
      <ul>
        {entries
          .filter((entry) => entry.day === day)
          .map((entry) => (
            <EntryLine key={entry.id} entry={entry} />
          ))}
      </ul>
    </section>
  ));
}
