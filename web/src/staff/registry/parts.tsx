import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationBody, ResidentBody } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="resident-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Who had something shown whole, and why. */
export function Looks({ looks }: { looks: (ResidentBody | OrganisationBody)['looks'] }) {
  const { t } = useTranslation();
  const now = useNow();
  if (looks.length === 0) return <p className="panel-hint">{t('staff.registry.noLooks')}</p>;
  return (
    <ul className="panel-list">
      {looks.map(({ field, reason, by, organ, post, at }) => (
        <li key={`${at}-${field}-${by}`}>
          {titled(organ)} {titled(post)} {by} {t(`staff.registry.look.${field}`)}
          <span>
            {momentText(at, now, t)} · {t('staff.registry.because', { reason })}
          </span>
        </li>
      ))}
    </ul>
  );
}
