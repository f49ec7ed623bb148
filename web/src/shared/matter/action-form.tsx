import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldBody, Json, RefusalBody } from '../api/bodies.ts';
import type { Answers } from './answers.ts';
import './action.css';
import { answersOf, type Draft, missing } from './answers.ts';
import { type FieldContext, FieldInput } from './field-input.tsx';
import { useDraft } from './use-draft.ts';

/** A form drawn from what an action asks. Half-filled, it keeps itself until it is sent. */
export function ActionForm({
  title,
  fields,
  draftKey,
  initial = {},
  context,
  busy,
  refusal,
  onSend,
  onClose,
}: {
  /** Of the form, and on the button that sends it. */
  title: string;
  fields: readonly FieldBody[];
  /** Under which the unfinished answers are kept. */
  draftKey: string;
  initial?: Draft;
  context: FieldContext;
  busy: boolean;
  refusal: RefusalBody | undefined;
  onSend: (answers: Answers, forget: () => void) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft, forget] = useDraft(draftKey, initial);
  const [asked, setAsked] = useState(false);
  const lacking = missing(fields, draft);
  const set = (name: string) => (value: Json | undefined) => setDraft({ ...draft, [name]: value });
  const complaintOf = (name: string): string | undefined => {
    if (asked && lacking.includes(name)) return t('matter.form.required');
    return refusal?.about === name ? refusal.message : undefined;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const [first] = lacking;
    if (first === undefined) return onSend(answersOf(fields, draft), forget);
    form.current
      ?.querySelector<HTMLElement>(`[data-field="${first}"] :is(input, textarea, select, button)`)
      ?.focus();
  };
  const general = refusal !== undefined && fields.every(({ name }) => name !== refusal.about);
  return (
    <form ref={form} className="action-form" onSubmit={submit} noValidate aria-label={title}>
      <h3>{title}</h3>
      {fields.length === 0 && <p className="field-hint">{t('matter.form.nothingAsked')}</p>}
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={draft[field.name]}
          onChange={set(field.name)}
          context={context}
          complaint={complaintOf(field.name)}
        />
      ))}
      {general && <Refused refusal={refusal} />}
      <div className="action-form-buttons">
        <button type="submit" className="action action-main" disabled={busy}>
          {busy ? t('matter.form.sending') : title}
        </button>
        <button type="button" className="action action-quiet" onClick={onClose}>
          {t('matter.form.later')}
        </button>
      </div>
    </form>
  );
}

/** A no with its reason and, where there is one, the article. */
export function Refused({ refusal }: { refusal: RefusalBody }) {
  const { t } = useTranslation();
  return (
    <p className="refused" role="alert">
      <span aria-hidden="true">▲</span> {refusal.message}
      {refusal.law !== undefined && <small> {t('matter.lawNote', { law: refusal.law })}</small>}
    </p>
  );
}
