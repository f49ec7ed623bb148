import { useTranslation } from 'react-i18next';
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
          <li key={title}>
            <b>{title}</b>
            {[who, limit].some((part) => part !== undefined && part !== '') &&
              t('resident.report.promised', {
                what: [who, limit].filter((part) => part !== undefined && part !== '').join('，'),
              })}
          </li>
        ))}
      </ol>
    </div>
  );
}
