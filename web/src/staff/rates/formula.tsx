import { useTranslation } from 'react-i18next';
import type { MeasuresBody } from '../kinds.ts';

/** '2/5' or '0.4' as 40%; text that is neither stays as it is. */
export function percentText(weight: string): string {
  const ratio = /^(\d+)\/([1-9]\d*)$/.exec(weight);
  const value = ratio === null ? Number(weight) : Number(ratio[1]) / Number(ratio[2]);
  return Number.isFinite(value) ? `${Math.round(value * 1000) / 10}%` : weight;
}

/** How the score comes about, in words, with the weights of the version in force. */
export function Formula({ data }: { data: MeasuresBody }) {
  const { t } = useTranslation();
  const { weights } = data;
  return (
    <details className="formula">
      <summary>
        {t('staff.rates.formula', {
          contacted: percentText(weights.contacted),
          solved: percentText(weights.solved),
          satisfied: percentText(weights.satisfied),
        })}
      </summary>
      <ul>
        <li>{t('staff.rates.formulaContacted')}</li>
        <li>{t('staff.rates.formulaSolved')}</li>
        <li>{t('staff.rates.formulaSatisfied', { basically: percentText(weights.basically) })}</li>
        <li>{t('staff.rates.formulaExcluded')}</li>
        <li>{t('staff.rates.formulaSource', { source: weights.source, from: weights.from })}</li>
      </ul>
    </details>
  );
}
