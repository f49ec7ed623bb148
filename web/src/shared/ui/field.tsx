import { type HTMLAttributes, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

interface FieldProps {
  label: string;
  /** What helps to answer; stands between label and field. */
  hint?: ReactNode;
  /** Why the answer cannot be taken, and what would do. */
  complaint?: string | undefined;
  optional?: boolean;
}

function useField({ hint, complaint }: Pick<FieldProps, 'hint' | 'complaint'>) {
  const id = useId();
  const described = [
    hint === undefined ? '' : `${id}-hint`,
    complaint === undefined ? '' : `${id}-complaint`,
  ];
  const describedBy = described.filter((each) => each !== '').join(' ');
  return {
    id,
    input: {
      id,
      'aria-describedby': describedBy === '' ? undefined : describedBy,
      'aria-invalid': complaint !== undefined,
    },
  };
}

function Around({
  id,
  label,
  hint,
  complaint,
  optional = false,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={`lr-field${complaint === undefined ? '' : ' lr-field-wrong'}`}>
      <label htmlFor={id}>
        {label}
        {optional && <small> {t('common.optional')}</small>}
      </label>
      {hint !== undefined && (
        <p className="lr-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      <p className="lr-complaint" id={`${id}-complaint`} aria-live="polite">
        {complaint}
      </p>
    </div>
  );
}

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'tel' | 'email' | 'search' | 'password';
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  autoComplete?: string;
  /** Most characters that are taken. */
  most?: number;
  required?: boolean;
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, type = 'text', inputMode, autoComplete, most, required = false } = props;
  const { id, input } = useField(props);
  return (
    <Around {...props} id={id}>
      <input
        {...input}
        className="lr-input"
        type={type}
        inputMode={inputMode}
        autoComplete={autoComplete}
        maxLength={most}
        required={required}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </Around>
  );
}

export interface TextAreaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  most?: number;
  required?: boolean;
  /** The caller keeps a draft (`useDraft`): say so under the field. */
  keepsDraft?: boolean;
  placeholder?: string;
}

/** Grows with what is written; near its bound it counts down. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, rows = 4, most, required = false, keepsDraft = false, placeholder } = props;
  const { t } = useTranslation();
  const { id, input } = useField(props);
  const left = most === undefined ? undefined : most - value.length;
  const counting = left !== undefined && most !== undefined && left <= Math.max(50, most * 0.1);
  return (
    <Around {...props} id={id}>
      <div className="lr-grow" data-text={`${value} `}>
        <textarea
          {...input}
          className="lr-input"
          rows={rows}
          maxLength={most}
          required={required}
          placeholder={placeholder}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
      <p className="lr-under" aria-live="polite">
        {counting ? t('common.left', { count: left }) : keepsDraft && value !== '' ? t('common.kept') : ''}
      </p>
    </Around>
  );
}

export interface ChoiceOption<V extends string> {
  value: V;
  title: string;
  text?: string;
}

/** One of a few, as cards with radio buttons in them. */
export function Choice<V extends string>({
  label,
  hint,
  complaint,
  options,
  value,
  onChange,
  row = false,
}: {
  label: string;
  hint?: ReactNode;
  complaint?: string | undefined;
  options: readonly ChoiceOption<V>[];
  value: V | undefined;
  onChange: (value: V) => void;
  /** Side by side where there is room. */
  row?: boolean;
}) {
  const name = useId();
  return (
    <fieldset
      className="lr-field lr-choice"
      aria-invalid={complaint !== undefined}
      aria-describedby={complaint === undefined ? undefined : `${name}-complaint`}
    >
      <legend>{label}</legend>
      {hint !== undefined && <p className="lr-hint">{hint}</p>}
      <div className={row ? 'lr-choice-row' : 'lr-choice-list'}>
        {options.map((option) => (
          <label key={option.value} className="lr-choice-card">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              <b>{option.title}</b>
              {option.text !== undefined && <small>{option.text}</small>}
            </span>
          </label>
        ))}
      </div>
      <p className="lr-complaint" id={`${name}-complaint`} aria-live="polite">
        {complaint}
      </p>
    </fieldset>
  );
}

export interface CheckProps {
  children: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A yes or no in the person's own words. */
export function Check({ children, checked, onChange }: CheckProps) {
  return (
    <label className="lr-check">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      <span>{children}</span>
    </label>
  );
}
