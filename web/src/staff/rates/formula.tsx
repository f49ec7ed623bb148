import { useTranslation } from 'react-i18next';
import type { MeasuresBody } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';

/** How the score comes about, in words, with the weights of the version in force. */
export function Formula({ data }: { data: MeasuresBody }) {
  const { t } = useTranslation();
  const { weights } = data;
  return (
    <details className="formula">
      <summary>
        {t('staff.rates.formula', {
          contacted: `${weights.contacted}%`,
          solved: `${weights.solved}%`,
          satisfied: `${weights.satisfied}%`,
        })}
      </summary>
      <ul>
        <li>{t('staff.rates.formulaContacted')}</li>
        <li>{t('staff.rates.formulaSolved')}</li>
        <li>{t('staff.rates.formulaSatisfied', { basically: `${weights.basically}%` })}</li>
        <li>{t('staff.rates.formulaExcluded')}</li>
        <li>{t('staff.rates.formulaSource', { source: titled(weights.source), from: weights.from })}</li>
      </ul>
    </details>
  );
}
