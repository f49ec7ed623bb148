import { relations } from '@liren/core/registry/relations.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Json, ResidentBody } from '../../shared/api/bodies.ts';
import { postJson, type Refusal, refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';

export const sources = ['told', 'document', 'visit', 'authority'] as const;
export type Answers = Readonly<Record<string, Json>>;

/** A label, what is written under it, and what is wrong with that. */
export function Line({
  name,
  label,
  hint,
  refusal,
  children,
}: {
  name: string;
  label: string;
  hint?: string;
  refusal?: Refusal | undefined;
  children: ReactNode;
}) {
  return (
    <div className="change-line">
      <label htmlFor={`change-${name}`}>{label}</label>
      {hint !== undefined && <p id={`change-${name}-hint`}>{hint}</p>}
      {children}
      {refusal?.about === name && <Refused refusal={refusal} />}
    </div>
  );
}

export function Text({
  name,
  value,
  most = 100,
  type = 'text',
  onChange,
}: {
  name: string;
  value: string;
  most?: number;
  type?: 'text' | 'tel' | 'date';
  onChange: (value: string) => void;
}) {
  return (
    <input
      id={`change-${name}`}
      className="change-input"
      type={type}
      autoComplete="off"
      maxLength={most}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

export function Pick({
  name,
  options,
  value,
  onChange,
}: {
  name: string;
  options: readonly { readonly value: string; readonly title: string }[];
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <select
      id={`change-${name}`}
      className="change-input"
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.title}
        </option>
      ))}
    </select>
  );
}

export function SourceLine({
  value,
  words = 'staff.registry.told',
  onChange,
}: {
  value: string;
  /** Where the words for each source stand. */
  words?: 'staff.registry.told' | 'staff.organisations.told';
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Line name="source" label={t('staff.registry.edit.source')}>
      <Pick
        name="source"
        value={value}
        onChange={onChange}
        options={sources.map((source) => ({ value: source, title: t(`${words}.${source}`) }))}
      />
    </Line>
  );
}

export function RelationLine({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  return (
    <Line name="relation" label={t('staff.registry.edit.relation')}>
      <Pick
        name="relation"
        value={value}
        onChange={onChange}
        options={relations.map((each) => ({ value: each, title: t(`staff.registry.relation.${each}`) }))}
      />
    </Line>
  );
}

/** A refusal that no line shows, with the way to the other resident where there is one. */
export function General({
  refusal,
  community,
  lines,
}: {
  refusal: Refusal | undefined;
  community: string;
  lines: readonly string[];
}) {
  const { t } = useTranslation();
  if (refusal === undefined || lines.includes(refusal.about ?? '')) return null;
  const isOther = refusal.code === 'known-identity' || refusal.code === 'namesake';
  return (
    <>
      <Refused refusal={refusal} />
      {isOther && refusal.about !== undefined && (
        <Link to={`/registry/${community}/${refusal.about}`}>{t('staff.registry.edit.other')}</Link>
      )}
    </>
  );
}

/**
 * One change of one resident. Goes out with the version that the clerk saw; when somebody was faster the page shows how
 * it stands now, and what was written here stays.
 */
export function ChangeForm({
  resident,
  what,
  title,
  lines,
  body,
  onDone,
  onClose,
  children,
}: {
  resident: ResidentBody;
  /** Last part of the address. */
  what: string;
  title: string;
  /** Names of the lines that show their own refusal. */
  lines: readonly string[];
  body: () => Answers;
  onDone: () => void;
  onClose: () => void;
  children: (refusal: Refusal | undefined) => ReactNode;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [source, setSource] = useState<string>('told');
  const { community, id, version } = resident;
  const key = ['resident', community, id];
  const send = useMutation({
    mutationFn: () =>
      postJson<ResidentBody>(`/api/registry/residents/${community}/${id}/${what}`, {
        version,
        source,
        ...body(),
      }),
    onSuccess: (next) => {
      client.setQueryData(key, next);
      void client.invalidateQueries({ queryKey: ['residents'] });
      onDone();
    },
    onError: (error) => {
      if (refusalOf(error).code === 'moved-on') void client.invalidateQueries({ queryKey: key });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  const refusal = send.error === null ? undefined : refusalOf(send.error);
  return (
    <form className="change-form" aria-label={title} onSubmit={submit} noValidate>
      {children(refusal)}
      <SourceLine value={source} onChange={setSource} />
      <General refusal={refusal} community={community} lines={lines} />
      <div className="change-buttons">
        <Button type="primary" danger={what === 'erase'} htmlType="submit" loading={send.isPending}>
          {title}
        </Button>
        <Button onClick={onClose}>{t('staff.cancel')}</Button>
      </div>
    </form>
  );
}
