import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MatterLine } from '../api/bodies.ts';
import { asWritten, calledOf, titled } from '../i18n/titles.ts';
import type { Say } from '../matter/dates.ts';
import { DueMark } from '../matter/matter-head.tsx';
import { StateTag, type Tone } from '../ui/state-tag.tsx';
import './lines.css';

export const matterHref = ({ community, id }: { community: string; id: string }): string =>
  `/matters/${community}/${id}`;

/**
 * What the reader may read of it. A report whose words are not public and whose kind nobody has told yet bears the
 * procedure's name, which says nothing: its place says more.
 */
export function titleOf(
  matter: Pick<MatterLine, 'title' | 'written' | 'procedure' | 'communityTitle' | 'place'>,
  say: Say,
): string {
  const untold =
    matter.procedure.id === 'complaint' &&
    !matter.written &&
    matter.title === asWritten(matter.procedure.title);
  return untold
    ? say('resident.line.untitled', { place: titled(matter.place ?? matter.communityTitle) })
    : calledOf(matter);
}

const toneOf = (line: MatterLine): Tone => {
  if (line.status === 'ended') return 'done';
  return line.late ? 'late' : 'going';
};

/** Where it stands: how it ended, or the step it is at.. */
export function LineState({ line, waits = false }: { line: MatterLine; waits?: boolean }) {
  const { t } = useTranslation();
  if (waits)
    return <StateTag tone="waiting">{t('resident.line.waits', { step: titled(line.step.title) })}</StateTag>;
  const said =
    line.status === 'ended'
      ? t(`matter.outcome.${line.outcome ?? 'done'}`, { defaultValue: t('matter.outcome.done') })
      : t('resident.line.at', { step: titled(line.step.title) });
  return <StateTag tone={toneOf(line)}>{said}</StateTag>;
}

/** Matters, one a row: what it is, where it stands, who holds it, by when.. */
export function MatterRows({
  rows,
  now,
  waits,
  label,
}: {
  rows: readonly MatterLine[];
  now: number;
  /** The matters wait for the reader; instants by id. */
  waits?: ReadonlyMap<string, number | undefined>;
  label?: string;
}) {
  const { t } = useTranslation();
  return (
    <ul className="lr-list lines" aria-label={label}>
      {rows.map((line) => {
        const waiting = waits?.has(line.id) ?? false;
        const due = waiting ? waits?.get(line.id) : line.dueAt;
        const where = line.place ?? line.communityTitle;
        return (
          <li key={line.id}>
            <Link to={matterHref(line)}>
              <b>{titleOf(line, t)}</b>
              <small className="lines-state">
                <LineState line={line} waits={waiting} />
                {line.status === 'open' && !waiting && line.organ !== undefined && (
                  <span>{t('resident.line.holds', { who: titled(line.organ.title) })}</span>
                )}
                {line.status === 'open' && due !== undefined && (
                  <DueMark dueAt={due} now={now} late={line.late && !waiting} />
                )}
              </small>
              <small>
                <span>{line.number}</span>
                {line.procedure.id !== 'complaint' && <span>{titled(line.procedure.title)}</span>}
                <span>{titled(where)}</span>
                {line.joined > 0 && <span>{t('matter.joined', { count: line.joined })}</span>}
              </small>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
