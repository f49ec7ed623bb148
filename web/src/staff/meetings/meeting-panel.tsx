import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MatterBody } from '../../shared/api/bodies.ts';
import { useMeeting, useWaiting } from './sources.ts';
import { useKept } from './use-arrivals.ts';
import './meetings.css';

/** Before the notice: whether others wait for the same people. */
function Together({ matter }: { matter: MatterBody }) {
  const { t } = useTranslation();
  const waiting = useWaiting(matter.community).data ?? [];
  const own = waiting.find((row) => row.matter === matter.id);
  const others = waiting.filter((row) => row.matter !== matter.id && row.roll.id === own?.roll.id);
  if (own === undefined || others.length === 0) return null;
  return (
    <p className="matter-section">
      <Link to={`/meetings/${matter.community}?roll=${own.roll.id}`}>
        {t('meetings.panel.together', { count: others.length })}
      </Link>
    </p>
  );
}

function Convened({ matter }: { matter: MatterBody }) {
  const { t } = useTranslation();
  const { data } = useMeeting(matter.community, matter.id);
  const kept = useKept(matter.community, matter.id);
  const unsent = kept.waiting.length + kept.refused.length;
  const own = data?.items.find((item) => item.matter === matter.id);
  if (data === undefined || own === undefined) return null;
  return (
    <section className="matter-section meeting-panel" aria-label={t('meetings.panel.title')}>
      <h2>{t('meetings.panel.title')}</h2>
      <p>
        <span aria-hidden="true">{own.quorate ? '●' : '◌'}</span> {own.attendance}
        {data.items.length > 1 && <> {t('meetings.panel.agenda', { count: data.items.length })}</>}
      </p>
      {unsent > 0 && (
        <p className="desk-unsent">
          <span aria-hidden="true">◆</span> {t('meetings.panel.kept', { count: unsent })}
        </p>
      )}
      <p className="desk-tools">
        <Link to={`/meetings/${matter.community}/${matter.id}`}>
          <Button type="primary">{t('meetings.desk.title')}</Button>
        </Link>
        <Button href={data.hall} target="_blank">
          {t('meetings.desk.hall')}
        </Button>
      </p>
    </section>
  );
}

/** What a meeting needs beside its steps: the desk at the door, the wall, other matters for the same people. */
export function MeetingPanel({ matter }: { matter: MatterBody }) {
  if (matter.visit?.kind !== 'meet') return null;
  return matter.visit.state['convened'] === undefined ? (
    <Together matter={matter} />
  ) : (
    <Convened matter={matter} />
  );
}
