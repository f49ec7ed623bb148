import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asWritten, titled } from '../../shared/i18n/titles.ts';
import { useAffairs } from '../../shared/matter/sources.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Words to look for; the list follows a quarter second after the last key. */
export function WordsFilter({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (words: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const [words, setWords] = useState(value ?? '');
  useEffect(() => {
    const timer = setTimeout(() => {
      if (words.trim() !== (value ?? '')) onChange(words.trim() === '' ? undefined : words.trim());
    }, 250);
    return () => clearTimeout(timer);
  }, [words, value, onChange]);
  return (
    <Input
      className="list-words"
      allowClear
      value={words}
      placeholder={t('staff.filter.words')}
      aria-label={t('staff.filter.words')}
      onChange={({ target }) => setWords(target.value)}
    />
  );
}

/** One choice among few, named by what it narrows; cleared, it narrows nothing. */
export function ChoiceFilter({
  name,
  value,
  choices,
  onChange,
}: {
  name: string;
  value: string | undefined;
  choices: readonly Choice[];
  onChange: (value: string | undefined) => void;
}) {
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      placeholder={name}
      aria-label={name}
      options={[...choices]}
      popupMatchSelectWidth={false}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

/** First-level classes, in the order of the catalogue. */
export function useClasses(): readonly Choice[] {
  const classes = new Set(useAffairs().map((affair) => affair.class));
  return [...classes].map((each) => ({ value: asWritten(each), label: titled(each) }));
}

const procedures: Readonly<Record<string, readonly string[]>> = {
  complaint: ['dispatch', 'handle', 'call-back', 'supervise'],
  'report-in': ['arrive', 'act', 'confirm'],
  'monthly-topic': ['plan', 'carry-out', 'review', 'disclose'],
  'topic-measure': ['carry-out', 'confirm'],
  'monthly-ranking': ['disclose'],
  'help-call': ['answer', 'arrive', 'help'],
};
export function useProcedures(): readonly Choice[] {
  const { t } = useTranslation();
  return Object.keys(procedures).map((value) => ({ value, label: t(`staff.procedure.${value}`) }));
}
/** Stages of a procedure; of the complaint when none is chosen, because that is what people mean. */
export function useSteps(procedure: string | undefined): readonly Choice[] {
  const { t } = useTranslation();
  return (procedures[procedure ?? 'complaint'] ?? []).map((value) => ({
    value,
    label: t(`staff.step.${procedure ?? 'complaint'}.${value}`),
  }));
}
