import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnRegistryBody } from '../../shared/api/bodies.ts';
import { getJson, postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Choice, TextField } from '../../shared/ui/field.tsx';
import { Empty, ErrorNotice, Happened, Skeleton } from '../../shared/ui/notice.tsx';
import { OwnHomes } from './own-homes.tsx';

type Row = OwnRegistryBody['rows'][number];
const key = ['own-registry'];

/** What the registry of the community has of me, once I have shown that it is mine, and how to have it put right. */
export function OwnRegistry() {
  const { t } = useTranslation();
  const own = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => getJson<OwnRegistryBody>('/api/my-registry', signal),
  });
  if (own.error !== null) return <ErrorNotice refusal={refusalOf(own.error)} />;
  if (own.data === undefined) return <Skeleton />;
  const { rows, locked, shared, owned } = own.data;
  return (
    <>
      {rows.length + locked.length + shared.length === 0 && (
        <Empty title={t('resident.registry.none')}>{t('resident.registry.noneText')}</Empty>
      )}
      {rows.length > 0 && <p className="lr-hint">{t('resident.registry.text')}</p>}
      {rows.map((row) => (
        <Record key={row.community} row={row} />
      ))}
      {locked.map((each) => (
        <Locked key={each.community} locked={each} />
      ))}
      {shared.map((title) => (
        <p key={titled(title)}>{t('resident.registry.shared', { community: titled(title) })}</p>
      ))}
      <OwnHomes owned={owned} />
    </>
  );
}

/** A record that has my telephone: it may be that of who had the number before. */
function Locked({ locked }: { locked: OwnRegistryBody['locked'][number] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [identityEnd, setIdentityEnd] = useState('');
  const prove = useMutation({
    mutationFn: () =>
      postJson(`/api/my-registry/${locked.community}/prove`, {
        name: name.trim(),
        identityEnd: identityEnd.trim(),
      }),
    onSuccess: () => Promise.all([key, ['looks']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  const isWhole = name.trim() !== '' && /^\d{5}[\dXx]$/.test(identityEnd.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole) prove.mutate();
  };
  if (!locked.provable)
    return (
      <>
        <h3>{titled(locked.communityTitle)}</h3>
        <p>{t('resident.registry.noProof')}</p>
      </>
    );
  return (
    <form className="narrow" noValidate onSubmit={submit}>
      <p>{t('resident.registry.locked', { community: titled(locked.communityTitle) })}</p>
      <TextField
        label={t('resident.registry.fullName')}
        autoComplete="name"
        most={100}
        value={name}
        onChange={setName}
      />
      <TextField
        label={t('resident.registry.identityEnd')}
        hint={t('resident.registry.identityEndHint')}
        autoComplete="off"
        most={6}
        value={identityEnd}
        onChange={setIdentityEnd}
      />
      {prove.error !== null && <ErrorNotice refusal={refusalOf(prove.error)} />}
      <Button type="submit" busy={prove.isPending} disabled={!isWhole}>
        {t('resident.registry.prove')}
      </Button>
    </form>
  );
}

function Record({ row }: { row: Row }) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['name', row.name],
    ['identity', row.identity],
    ['phone', row.phone],
    ['address', row.address ?? t('resident.registry.noHome')],
    ...(row.groups.length === 0
      ? []
      : [['groups', row.groups.map((group) => sayGroup(group, t)).join(' · ')] as const]),
    ...row.carers.map(
      ({ organ, post, name }) => ['carer', `${titled(organ)} ${titled(post)} ${name}`] as const,
    ),
  ];
  return (
    <>
      <h3>{titled(row.communityTitle)}</h3>
      <dl className="own-record">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`resident.registry.${name}`)}</dt>
            <dd>{value ?? t('resident.registry.unknown')}</dd>
          </div>
        ))}
      </dl>
      {row.requests.length > 0 && (
        <ul className="plain-list">
          {row.requests.map((request) => (
            <li key={`${request.at}-${request.field}`}>
              {t('resident.registry.asked', { field: t(`resident.registry.${request.field}`) })}：
              {sayAnswer(request, t)}
            </li>
          ))}
        </ul>
      )}
      {asks ? (
        <AskForm community={row.community} />
      ) : (
        <div className="lr-buttons">
          <Button onClick={() => setAsks(true)}>{t('resident.registry.wrong')}</Button>
        </div>
      )}
    </>
  );
}

/** A group that is over says until when. */
const sayGroup = (
  { title, until }: Row['groups'][number],
  t: ReturnType<typeof useTranslation>['t'],
): string =>
  until === undefined ? titled(title) : t('resident.registry.until', { group: titled(title), day: until });

function sayAnswer(
  { accepted, answer }: Row['requests'][number],
  t: ReturnType<typeof useTranslation>['t'],
): string {
  if (accepted === undefined) return t('resident.registry.waits');
  return accepted ? t('resident.registry.yes') : t('resident.registry.no', { answer: answer ?? '' });
}

const fields = ['name', 'phone', 'identity'] as const;

function AskForm({ community }: { community: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [field, setField] = useState<(typeof fields)[number]>('name');
  const [value, setValue] = useState('');
  const ask = useMutation({
    mutationFn: () => postJson(`/api/my-registry/${community}/requests`, { field, value: value.trim() }),
    onSuccess: () => {
      setValue('');
      return client.invalidateQueries({ queryKey: key });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() !== '') ask.mutate();
  };
  return (
    <form className="narrow" noValidate onSubmit={submit}>
      <Choice
        row
        label={t('resident.registry.which')}
        options={fields.map((each) => ({ value: each, title: t(`resident.registry.${each}`) }))}
        value={field}
        onChange={setField}
      />
      <TextField
        label={t('resident.registry.value')}
        autoComplete="off"
        most={50}
        value={value}
        onChange={setValue}
      />
      {ask.error !== null && <ErrorNotice refusal={refusalOf(ask.error)} />}
      {ask.isSuccess && value === '' && <Happened what={t('resident.registry.sent')} />}
      <Button type="submit" busy={ask.isPending} disabled={value.trim() === ''}>
        {t('resident.registry.send')}
      </Button>
    </form>
  );
}
