import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SuggestionBody } from '../../shared/api/bodies.ts';
import { postJson } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import type { Call } from './intake-draft.ts';
import { useSlow } from './use-slow.ts';

/** What the words heard so far suggest. Asked when typing rests; a person decides. */
export function useSuggestion(call: Call): SuggestionBody | undefined {
  const words = useSlow(`${call.title} ${call.text}`.trim(), 350);
  const address = useSlow(call.address.trim(), 350);
  const place = call.grid === '' ? call.community : call.grid;
  const query = {
    text: words.slice(0, 400),
    ...(address !== '' && { address }),
    // Nothing chosen yet is no place: asked with an empty one, the server would answer nothing.
    ...(place !== '' && { place }),
    lat: call.spot?.lat,
    long: call.spot?.long,
  };
  return useQuery({
    queryKey: ['suggest', query],
    queryFn: () => postJson<SuggestionBody>('/api/suggest', query),
    enabled: words.length >= 4,
    placeholderData: keepPreviousData,
  }).data;
}

export function AffairPanel({
  suggestion,
  chosen,
  onChoose,
}: {
  suggestion: SuggestionBody | undefined;
  chosen: string;
  onChoose: (affair: string) => void;
}) {
  const { t } = useTranslation();
  if (suggestion === undefined) return <p className="panel-hint">{t('staff.intake.affairHint')}</p>;
  const { class: likely, affairs } = suggestion;
  const why = (words: readonly string[]) =>
    words.length === 0 ? '' : t('staff.intake.why', { words: words.slice(0, 4).join(t('matter.comma')) });
  return (
    <>
      {likely !== undefined && (
        <p className="panel-hint">
          {t('staff.intake.class', {
            class: titled(likely.id),
            percent: Math.round(likely.confidence * 100),
          })}{' '}
          {why(likely.why)}
        </p>
      )}
      <ul className="panel-choices">
        {affairs.slice(0, 5).map((affair) => (
          <li key={affair.id}>
            <button type="button" aria-pressed={chosen === affair.id} onClick={() => onChoose(affair.id)}>
              <b>{titled(affair.title)}</b>
              <span className="panel-why">{why(affair.why)}</span>
            </button>
          </li>
        ))}
      </ul>
      {affairs.length === 0 && <p className="panel-hint">{t('staff.intake.noAffair')}</p>}
    </>
  );
}
