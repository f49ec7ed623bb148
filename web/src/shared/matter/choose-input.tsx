import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AffairLine, OrganLine } from '../api/bodies.ts';
import { isCalled, titled } from '../i18n/titles.ts';
import type { InputProps } from './field-input.tsx';
import { useAffairs, useOrgans } from './sources.ts';

/** One organ from those that serve the place, with the likely ones first and why they are likely. */
export function OrganInput({ id, value, onChange, context, describedBy, invalid }: InputProps) {
  const { t } = useTranslation();
  const organs = useOrgans(context.community);
  const suggested = context.suggestedOrgans ?? [];
  return (
    <div className="organ-input">
      {suggested.length > 0 && (
        <ul className="organ-suggestions">
          {suggested.map((organ) => (
            <li key={organ.id}>
              <button type="button" aria-pressed={value === organ.id} onClick={() => onChange(organ.id)}>
                <b>{titled(organ.title)}</b>
                <span>
                  {t(organ.hasPower ? 'matter.form.servesWithPower' : 'matter.form.serves', {
                    place: titled(organ.serves),
                  })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <select
        id={id}
        className="field-input"
        value={typeof value === 'string' ? value : ''}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
      >
        <option value="">{t(suggested.length > 0 ? 'matter.form.otherOrgan' : 'matter.form.choose')}</option>
        {organs.map((organ) => (
          <option key={organ.id} value={organ.id}>
            {titled(organ.title)}
          </option>
        ))}
      </select>
    </div>
  );
}

const organMatches = ({ title }: OrganLine, words: string): boolean => isCalled(title, words.trim());

/** Several organs: type to narrow, tick to call in. */
export function OrgansInput({ id, value, onChange, context, field }: InputProps) {
  const { t } = useTranslation();
  const organs = useOrgans(context.community);
  const [words, setWords] = useState('');
  const chosen = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  const toggle = (organ: string, on: boolean) =>
    onChange(on ? [...chosen, organ] : chosen.filter((each) => each !== organ));
  const shown = organs.filter((organ) => chosen.includes(organ.id) || organMatches(organ, words));
  return (
    <fieldset className="organs-input" aria-labelledby={`${id}-label`}>
      <input
        className="field-input"
        type="search"
        value={words}
        placeholder={t('matter.form.findOrgan')}
        aria-label={t('matter.form.findOrgan')}
        onChange={({ target }) => setWords(target.value)}
      />
      <div className="organs-list">
        {shown.map((organ) => (
          <label key={organ.id} className="field-choice">
            <input
              type="checkbox"
              checked={chosen.includes(organ.id)}
              disabled={!chosen.includes(organ.id) && chosen.length >= field.most}
              onChange={({ target }) => toggle(organ.id, target.checked)}
            />
            {titled(organ.title)}
          </label>
        ))}
      </div>
      <p className="field-hint">{t('matter.form.chosen', { count: chosen.length })}</p>
    </fieldset>
  );
}

const affairMatches = ({ title, class: kind, group, description }: AffairLine, words: string): boolean =>
  [title, kind, group.title].some((each) => isCalled(each, words)) || description.includes(words);

/** An affair of the catalogue by what people call it. */
export function AffairInput({ id, value, onChange, describedBy, invalid }: InputProps) {
  const { t } = useTranslation();
  const affairs = useAffairs();
  const [words, setWords] = useState<string>();
  const known = affairs.find((affair) => affair.id === value);
  const typed = words ?? (known === undefined ? '' : titled(known.title));
  const shown =
    words === undefined || words.trim() === '' ? [] : affairs.filter((a) => affairMatches(a, words.trim()));
  const choose = (affair: AffairLine) => {
    onChange(affair.id);
    setWords(undefined);
  };
  return (
    <div className="affair-input">
      <input
        id={id}
        className="field-input"
        type="search"
        autoComplete="off"
        value={typed}
        placeholder={t('matter.form.findAffair')}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={({ target }) => {
          setWords(target.value);
          if (target.value === '') onChange(undefined);
        }}
        onKeyDown={(event) => {
          const first = shown[0];
          if (event.key !== 'Enter' || first === undefined) return;
          event.preventDefault();
          choose(first);
        }}
      />
      {shown.length > 0 && (
        <ul className="affair-options">
          {shown.slice(0, 8).map((affair) => (
            <li key={affair.id}>
              <button type="button" onClick={() => choose(affair)}>
                <b>{titled(affair.title)}</b>
                <span>
                  {titled(affair.class)} › {titled(affair.group.title)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
