import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldBody, Json } from '../../shared/api/bodies.ts';
import { type Answers, answersOf, type Draft, missing } from '../../shared/matter/answers.ts';
import '../../shared/matter/action.css';
import { type FieldContext, FieldInput } from '../../shared/matter/field-input.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { useGridDraft } from '../book/use-grid-draft.ts';
import { NoRoom } from '../vault/store.ts';
import { CameraInput } from './camera-input.tsx';
import { SpotInput } from './spot-input.tsx';

const inputs: NonNullable<FieldContext['inputs']> = { photos: CameraInput, location: SpotInput };

/** A form that is data, filled in with or without a network. Half-filled it keeps itself, sealed. */
export function GridForm({
  label,
  send,
  fields,
  draftKey,
  initial = {},
  context,
  refusal,
  asks,
  above,
  extra,
  onSend,
}: {
  label: string;
  /** On the button. */
  send: string;
  fields: readonly FieldBody[];
  draftKey: string;
  initial?: Draft;
  context: Omit<FieldContext, 'inputs'>;
  /** Why the office said no to it before. */
  refusal?: { readonly message: string; readonly about?: string } | undefined;
  /** Which of the fields are asked as things stand; all where absent. */
  asks?: (draft: Draft) => readonly FieldBody[];
  /** What fills several fields at once, before the first. */
  above?: (draft: Draft, change: (part: Draft) => void) => ReactNode;
  /** Questions that are no field of the form, above the button. */
  extra?: (draft: Draft, change: (part: Draft) => void) => ReactNode;
  /** Resolves when it is safely kept. */
  onSend: (answers: Answers, draft: Draft) => Promise<void>;
}) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const { draft, set, full, drop } = useGridDraft(draftKey, initial);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<'room' | 'other'>();
  const asked = asks?.(draft) ?? fields;
  const lacking = missing(asked, draft);
  const change = (part: Draft) => set({ ...draft, ...part });
  const complaintOf = (name: string): string | undefined => {
    if (tried && lacking.includes(name)) return t('matter.form.required');
    return refusal?.about === name ? refusal.message : undefined;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [first] = lacking;
    if (first !== undefined) {
      const box = `[data-field="${first}"] :is(input, textarea, select, button)`;
      return form.current?.querySelector<HTMLElement>(box)?.focus();
    }
    if (busy) return;
    setBusy(true);
    try {
      drop();
      await onSend(answersOf(asked, draft), draft);
    } catch (error) {
      // What was written is put back where it was kept before.
      set(draft);
      setTrouble(error instanceof NoRoom ? 'room' : 'other');
      setBusy(false);
    }
  };
  return (
    <form
      ref={form}
      className="grid-form"
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-label={label}
    >
      {above?.(draft, change)}
      {asked.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={draft[field.name]}
          onChange={(value: Json | undefined) => change({ [field.name]: value })}
          context={{ ...context, inputs }}
          complaint={complaintOf(field.name)}
        />
      ))}
      {extra?.(draft, change)}
      {(full || trouble !== undefined) && (
        <Notice tone="late" title={t('grid.room.title')}>
          {t(trouble === 'other' ? 'grid.room.other' : 'grid.room.text')}
        </Notice>
      )}
      <div className="grid-send">
        <Button type="submit" weight="main" wide busy={busy}>
          {send}
        </Button>
      </div>
    </form>
  );
}
