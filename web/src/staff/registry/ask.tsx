import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RequestsBody, ResidentBody } from '../../shared/api/bodies.ts';
import { getJson, postJson, refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { momentText, type Say } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { Line, Pick, RelationLine, Text } from './change-form.tsx';

const fields = ['name', 'phone', 'identity', 'relation'] as const;
const sayField = (field: string, t: Say): string =>
  field === 'relation' || field === 'name' ? t(`staff.registry.edit.${field}`) : t(`staff.registry.${field}`);

/** Somebody who sees what is wrong but may not change it says so. */
export function Propose({ resident }: { resident: ResidentBody }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [field, setField] = useState<string>('name');
  const [value, setValue] = useState('');
  const [relation, setRelation] = useState(resident.relation ?? 'other');
  const send = useMutation({
    mutationFn: () =>
      postJson(`/api/registry/residents/${resident.community}/${resident.id}/propose`, {
        field,
        value: field === 'relation' ? relation : value.trim(),
      }),
    onSuccess: () => {
      setOpen(false);
      setValue('');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  const title = t('staff.registry.edit.propose');
  return (
    <section className="resident-part">
      <h2>{title}</h2>
      <p className="panel-hint" role="status">
        {t(send.isSuccess ? 'staff.registry.edit.proposed' : 'staff.registry.edit.proposeNote')}
      </p>
      {!isOpen && <Button onClick={() => setOpen(true)}>{title}</Button>}
      {isOpen && (
        <form className="change-form" aria-label={title} onSubmit={submit} noValidate>
          <Line name="field" label={t('staff.registry.edit.which')}>
            <Pick
              name="field"
              value={field}
              onChange={setField}
              options={fields.map((each) => ({ value: each, title: sayField(each, t) }))}
            />
          </Line>
          {field === 'relation' ? (
            <RelationLine value={relation} onChange={setRelation} />
          ) : (
            <Line name="value" label={t('staff.registry.edit.value')}>
              <Text name="value" value={value} onChange={setValue} />
            </Line>
          )}
          {send.error !== null && <Refused refusal={refusalOf(send.error)} />}
          <div className="change-buttons">
            <Button type="primary" htmlType="submit" loading={send.isPending}>
              {title}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('staff.cancel')}</Button>
          </div>
        </form>
      )}
    </section>
  );
}

type Request = ResidentBody['requests'][number];

/** Corrections that residents or grid workers ask for, each to be taken up or refused with a reason. */
export function Asked({ resident }: { resident: ResidentBody }) {
  const { t } = useTranslation();
  if (!resident.mayChange || resident.requests.length === 0) return null;
  return (
    <section className="resident-part">
      <h2>{t('staff.registry.ask.title')}</h2>
      <ul className="panel-list">
        {resident.requests.map((request) => (
          <li key={request.id}>
            <Answering resident={resident} request={request} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answering({ resident, request }: { resident: ResidentBody; request: Request }) {
  const { t } = useTranslation();
  const now = useNow();
  const client = useQueryClient();
  const [refuses, setRefuses] = useState(false);
  const [reason, setReason] = useState('');
  const { community, id, version } = resident;
  const key = ['resident', community, id];
  const answer = useMutation({
    mutationFn: (body: { readonly reason?: string }) =>
      postJson<ResidentBody>(
        `/api/registry/residents/${community}/${id}/requests/${request.id}/${body.reason === undefined ? 'accept' : 'refuse'}`,
        { version, ...body },
      ),
    onSuccess: (next) => {
      client.setQueryData(key, next);
      void client.invalidateQueries({ queryKey: ['registry-requests'] });
    },
    onError: () => void client.invalidateQueries({ queryKey: key }),
  });
  const value = request.field === 'relation' ? t(`staff.registry.relation.${request.value}`) : request.value;
  const title = t('staff.registry.ask.send');
  return (
    <>
      {t('staff.registry.ask.line', { field: sayField(request.field, t), value })}
      <span>
        {request.bySelf ? t('staff.registry.ask.self') : t('staff.registry.ask.grid', { name: request.by })} ·{' '}
        {momentText(request.at, now, t)}
      </span>
      {answer.error !== null && <Refused refusal={refusalOf(answer.error)} />}
      {refuses ? (
        <form
          className="change-form"
          aria-label={title}
          onSubmit={(event) => {
            event.preventDefault();
            answer.mutate({ reason: reason.trim() });
          }}
        >
          <Line name="why" label={t('staff.registry.ask.why')} hint={t('staff.registry.ask.whyHint')}>
            <Text name="why" value={reason} most={200} onChange={setReason} />
          </Line>
          <div className="change-buttons">
            <Button htmlType="submit" disabled={reason.trim().length < 2} loading={answer.isPending}>
              {title}
            </Button>
            <Button onClick={() => setRefuses(false)}>{t('staff.cancel')}</Button>
          </div>
        </form>
      ) : (
        <div className="change-buttons">
          <Button type="primary" loading={answer.isPending} onClick={() => answer.mutate({})}>
            {t('staff.registry.ask.accept')}
          </Button>
          <Button onClick={() => setRefuses(true)}>{t('staff.registry.ask.refuse')}</Button>
        </div>
      )}
    </>
  );
}

/** All that wait, on the page where a clerk begins; nothing where there are none. */
export function AskedList() {
  const { t } = useTranslation();
  const now = useNow();
  const { data } = useQuery({
    queryKey: ['registry-requests'],
    queryFn: ({ signal }) => getJson<RequestsBody>('/api/registry/requests', signal),
  });
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <section className="resident-part" aria-label={t('staff.registry.ask.title')}>
      <h2>{t('staff.registry.ask.list', { count: data.rows.length })}</h2>
      <ul className="panel-list">
        {data.rows.map((row) => (
          <li key={`${row.resident}-${row.at}-${row.field}`}>
            <Link to={`/registry/${row.community}/${row.resident}`}>{row.name}</Link>
            <span>
              {sayField(row.field, t)} · {momentText(row.at, now, t)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
