import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calledOf, titled } from '../i18n/titles.ts';
import type { InputProps } from './field-input.tsx';
import { useMatterSearch } from './sources.ts';

/**
 * Other matters that one's posts see, found by their words or number and gathered in a list: a topic of the street
 * ties in what was raised in all its communities.
 */
export function MattersInput({ id, field, value, onChange, context }: InputProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [titles, setTitles] = useState<Readonly<Record<string, string>>>(context.matterTitles ?? {});
  const found = useMatterSearch(words);
  const chosen = Array.isArray(value)
    ? value.filter((each) => typeof each === 'string')
    : typeof value === 'string'
      ? [value]
      : [];
  const several = field.type === 'matters';
  const put = (next: readonly string[]) => onChange(several ? next : next.at(-1));
  const rows = (found.data?.rows ?? []).filter((row) => !chosen.includes(row.id));
  return (
    <div className="matters-input">
      {chosen.length > 0 && (
        <ul className="matters-chosen">
          {chosen.map((each) => (
            <li key={each}>
              {titles[each] ?? each}
              <button type="button" onClick={() => put(chosen.filter((other) => other !== each))}>
                {t('matter.form.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        className="field-input"
        type="search"
        value={words}
        aria-labelledby={`${id}-label`}
        placeholder={t('matter.form.findMatter')}
        onChange={({ target }) => setWords(target.value)}
      />
      {words.trim().length >= 2 && (
        <ul className="affair-options">
          {rows.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                onClick={() => {
                  setTitles({ ...titles, [row.id]: `${row.number} ${calledOf(row)}` });
                  put([...chosen, row.id]);
                }}
              >
                <b>{calledOf(row)}</b>
                <span>
                  {row.number} {titled(row.step.title)}
                </span>
              </button>
            </li>
          ))}
          {rows.length === 0 && !found.isFetching && (
            <li className="field-hint">{t('matter.form.nothingFound')}</li>
          )}
        </ul>
      )}
    </div>
  );
}
