import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { titled } from '../../shared/i18n/titles.ts';
import { civilDay } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { StateTag } from '../../shared/ui/state-tag.tsx';
import type { DayOrganisation } from '../book/day.ts';
import { seenOrganisations } from '../book/inspections.ts';
import { useBook, useDay } from '../book/use-book.ts';

/** Whether an organisation was inspected in its period, and by which day it is to be. */
export function InspectionDue({
  organisation: { done, until },
  seenAt,
}: {
  organisation: DayOrganisation;
  seenAt: number | undefined;
}) {
  const { t } = useTranslation();
  const now = useNow();
  const [, month, day] = until.split('-').map(Number);
  if (seenAt !== undefined && civilDay(seenAt) === civilDay(now))
    return <StateTag tone="done">{t('grid.home.seenToday')}</StateTag>;
  if (done) return <StateTag tone="done">{t('grid.check.done')}</StateTag>;
  return <StateTag tone="waiting">{t('grid.check.until', { month, day })}</StateTag>;
}

export function OrganisationRows({ organisations }: { organisations: readonly DayOrganisation[] }) {
  const { t } = useTranslation();
  const { box } = useBook();
  const seen = seenOrganisations(useDay(), box);
  return (
    <ul className="lr-list grid-homes">
      {organisations.map((organisation) => (
        <li key={organisation.id}>
          <Link to={`/organisations/${organisation.id}`}>
            <b>{organisation.name}</b>
            <small>
              <InspectionDue organisation={organisation} seenAt={seen.get(organisation.id)} />
              {organisation.openFaults > 0 && (
                <StateTag tone="late">{t('grid.check.faults', { count: organisation.openFaults })}</StateTag>
              )}
              <span>{titled(organisation.kind)}</span>
              <span>{organisation.address}</span>
            </small>
          </Link>
        </li>
      ))}
    </ul>
  );
}
