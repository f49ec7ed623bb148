import { useTranslation } from 'react-i18next';
import { asWritten, titled } from '../../shared/i18n/titles.ts';
import { limitOfStage } from '../../shared/matter/dates.ts';
import { useOpening } from './opening.ts';

/** What will happen, told before one sends. */
export function PromisePart() {
  const { t } = useTranslation();
  const opening = useOpening();
  if (opening === undefined) return null;
  return (
    <div className="promise">
      <p id="promise">{t('resident.report.promise')}</p>
      <ol aria-labelledby="promise">
        {opening.promise.map(({ title, limit, who }) => (
          <li key={asWritten(title)}>
            <b>{titled(title)}</b>
            {(who.length > 0 || limit !== undefined) &&
              t('resident.report.promised', {
                what: [who.map(titled).join(t('matter.comma')), limitOfStage(limit, t)]
                  .filter((part) => part !== '')
                  .join(t('matter.comma')),
              })}
          </li>
        ))}
      </ol>
    </div>
  );
}
