import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldBody, Json, MatterBody } from '../api/bodies.ts';
import { titled } from '../i18n/titles.ts';
import './action.css';
import { AffairInput, OrganInput, OrgansInput } from './choose-input.tsx';
import { LocationInput, PlaceInput } from './location-input.tsx';
import { MattersInput } from './matters-input.tsx';
import { PhotosInput } from './photos-input.tsx';

/** Where the form belongs, so that choices are those of this place. */
export interface FieldContext {
  readonly community: string;
  /** Titles of matters that were chosen beforehand, by id. */
  readonly matterTitles?: Readonly<Record<string, string>>;
  readonly suggestedOrgans?: MatterBody['suggestedOrgans'];
  /** Inputs of a face that cannot ask the office while one fills in, in place of the usual ones. */
  readonly inputs?: Partial<Inputs>;
  /** What a question is called here, where its usual words do not fit. */
  readonly labelOf?: (field: FieldBody) => string;
}
type Inputs = Readonly<Record<FieldBody['type'], (props: InputProps) => React.ReactNode>>;
export interface InputProps {
  readonly id: string;
  readonly field: FieldBody;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly context: FieldContext;
  /** Ids of the hint and of the complaint, for screen readers. */
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

const asText = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function TextInput({ id, field, value, onChange, describedBy, invalid }: InputProps) {
  const shared = {
    id,
    value: asText(value),
    maxLength: field.most,
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    className: 'field-input',
  };
  return field.type === 'long-text' ? (
    <textarea {...shared} rows={4} onChange={(event) => onChange(event.target.value)} />
  ) : (
    <input
      {...shared}
      type={field.type === 'phone' ? 'tel' : 'text'}
      {...(field.type === 'phone' && { autoComplete: 'tel', inputMode: 'tel' as const })}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function NumberInput({ id, field, value, onChange, describedBy, invalid }: InputProps) {
  return (
    <input
      id={id}
      className="field-input field-number"
      type="number"
      min={0}
      max={field.most}
      value={asText(value)}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}
    />
  );
}

/** A day and a time by the clock on the wall; the browser has its own way of asking for it. */
function MomentInput({ id, value, onChange, describedBy, invalid }: InputProps) {
  return (
    <input
      id={id}
      className="field-input field-moment"
      type="datetime-local"
      value={asText(value)}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value.slice(0, 16))}
    />
  );
}

function ChoiceInput({ id, field, value, onChange, describedBy, invalid }: InputProps) {
  const { t } = useTranslation();
  const choices: readonly { readonly value: string | boolean; readonly title: string }[] =
    field.type === 'yes-no'
      ? [
          { value: true, title: t('matter.yes') },
          { value: false, title: t('matter.no') },
        ]
      : (field.choices ?? []).map(({ value: each, title }) => ({ value: each, title: titled(title) }));
  return (
    <div
      className="field-choices"
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
    >
      {choices.map((choice) => (
        <label key={String(choice.value)} className="field-choice">
          <input
            type="radio"
            name={id}
            checked={value === choice.value}
            aria-invalid={invalid}
            onChange={() => onChange(choice.value)}
          />
          {choice.title}
        </label>
      ))}
      {!field.required && value !== undefined && (
        <button type="button" className="field-clear" onClick={() => onChange(undefined)}>
          {t('matter.form.clear')}
        </button>
      )}
    </div>
  );
}

/** Several of a list, each with when to choose it. */
function ChoicesInput({ id, field, value, onChange, describedBy, invalid }: InputProps) {
  const chosen = Array.isArray(value) ? value : [];
  return (
    <fieldset
      className="field-choices field-ticks"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
    >
      {(field.choices ?? []).map((choice) => (
        <label key={choice.value} className="field-choice">
          <input
            type="checkbox"
            checked={chosen.includes(choice.value)}
            aria-invalid={invalid}
            onChange={({ target }) =>
              onChange(
                target.checked ? [...chosen, choice.value] : chosen.filter((each) => each !== choice.value),
              )
            }
          />
          <span>
            {titled(choice.title)}
            {choice.hint !== undefined && <small>{titled(choice.hint)}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Figures are computed, not typed: the page that opened the form filled them in. */
function FiguresInput({ value }: InputProps) {
  const { t } = useTranslation();
  return (
    <p className="field-figures">
      {t(value === undefined ? 'matter.form.noFigures' : 'matter.form.figures')}
    </p>
  );
}

const inputs: Inputs = {
  text: TextInput,
  'long-text': TextInput,
  phone: TextInput,
  number: NumberInput,
  choice: ChoiceInput,
  choices: ChoicesInput,
  'yes-no': ChoiceInput,
  affair: AffairInput,
  organ: OrganInput,
  organs: OrgansInput,
  place: PlaceInput,
  location: LocationInput,
  photos: PhotosInput,
  matter: MattersInput,
  matters: MattersInput,
  figures: FiguresInput,
  moment: MomentInput,
};
const grouped = new Set<FieldBody['type']>([
  'choice',
  'choices',
  'yes-no',
  'organs',
  'photos',
  'location',
  'figures',
  'matters',
]);

/** One question with its words, its input and what is wrong with the answer. */
export function FieldInput({
  field,
  value,
  onChange,
  context,
  complaint,
}: Omit<InputProps, 'id' | 'describedBy' | 'invalid'> & { readonly complaint?: string | undefined }) {
  const { t } = useTranslation();
  const id = useId();
  const Input = context.inputs?.[field.type] ?? inputs[field.type];
  const described = [
    field.hint === undefined ? '' : `${id}-hint`,
    complaint === undefined ? '' : `${id}-complaint`,
  ]
    .filter((each) => each !== '')
    .join(' ');
  const label = (
    <>
      {context.labelOf?.(field) ?? titled(field.title)}
      {!field.required && <small>{t('matter.form.optional')}</small>}
      {field.audience === 'handlers' && <small>{t('matter.form.handlersOnly')}</small>}
      {field.audience === 'public' && field.sealed && <small>{t('matter.form.everyone')}</small>}
    </>
  );
  return (
    <div className={`field${complaint === undefined ? '' : ' field-wrong'}`} data-field={field.name}>
      {grouped.has(field.type) ? (
        <span className="field-label" id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label className="field-label" id={`${id}-label`} htmlFor={id}>
          {label}
        </label>
      )}
      {field.hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {titled(field.hint)}
        </p>
      )}
      <Input
        id={id}
        field={field}
        value={value}
        onChange={onChange}
        context={context}
        describedBy={described === '' ? undefined : described}
        invalid={complaint !== undefined}
      />
      {complaint !== undefined && (
        <p className="field-complaint" id={`${id}-complaint`}>
          <span aria-hidden="true">▲</span> {complaint}
        </p>
      )}
    </div>
  );
}
