import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TrailEntry } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';

/** Who signed in, or tried to, and what was changed: the owner of an account notices first. */
export function TrailPart() {
  const { t } = useTranslation();
  const now = useNow();
  const rows = useQuery({
    queryKey: ['trail'],
    queryFn: () => getJson<readonly TrailEntry[]>('/api/session/trail'),
  }).data;
  if (rows === undefined) return null;
  return (
    <section className="me-part">
      <h2>{t('staff.trail.title')}</h2>
      <p>{t('staff.trail.note')}</p>
      <ul className="me-list me-trail">
        {rows.map(({ what, at }) => (
          <li key={`${at}-${what}`}>
            <span>{t(`staff.trail.what.${what}`)}</span>
            <time dateTime={new Date(at).toISOString()}>{momentText(at, now, t)}</time>
          </li>
        ))}
        {rows.length === 0 && <li>{t('staff.trail.none')}</li>}
      </ul>
    </section>
  );
}
