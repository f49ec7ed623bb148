import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Skeleton } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ElectedBody } from '../../shared/api/bodies.ts';
import { getJson, postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { noonOf } from '../../shared/matter/dates.ts';
import { PageHead, Teach } from '../frame/frame.tsx';
import '../me/me.css';

type Row = ElectedBody['rows'][number];
const key = ['elected'];

/** 补上手机号: the office is held by its account from then on. */
function BringNumber({ row }: { row: Row }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [phone, setPhone] = useState('');
  const bring = useMutation({
    mutationFn: () =>
      postJson(`/api/elected/${row.community}/${row.matter}/${row.candidate}`, { phone: phone.trim() }),
    onSuccess: () => {
      message.success(t('staff.elected.done', { name: row.name }));
      return client.invalidateQueries({ queryKey: key });
    },
    onError: (error) => message.error(refusalOf(error).message),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    bring.mutate();
  };
  return (
    <form className="elected-form" onSubmit={submit}>
      <Input
        aria-label={t('staff.elected.phoneOf', { name: row.name })}
        placeholder={t('staff.elected.phone')}
        inputMode="tel"
        maxLength={20}
        value={phone}
        onChange={({ target }) => setPhone(target.value)}
      />
      <Button htmlType="submit" type="primary" loading={bring.isPending} disabled={phone.trim().length < 5}>
        {t('staff.elected.bring')}
      </Button>
    </form>
  );
}

function Waiting({ row }: { row: Row }) {
  const { t, i18n } = useTranslation();
  const day = (date: string) =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'Asia/Shanghai' }).format(
      noonOf(date),
    );
  return (
    <li>
      <div>
        <b>{row.name}</b> {titled(row.organ)} {titled(row.post)}
        <p>
          {t('staff.elected.term', { from: day(row.from), until: day(row.until) })} ·{' '}
          <Link to={`/matters/${row.community}/${row.matter}`}>{t('staff.elected.matter')}</Link>
        </p>
        <p>{t(`staff.elected.lacks.${row.lacks}`)}</p>
        {row.lacks === 'number' && row.mine && <BringNumber row={row} />}
      </div>
    </li>
  );
}

/** 选出来还没有上岗的人: who they are, what is lacking, and what to do about it. */
export function ElectedPage() {
  const { t } = useTranslation();
  const answer = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => getJson<ElectedBody>('/api/elected', signal),
  });
  const rows = answer.data?.rows;
  return (
    <>
      <PageHead title={t('staff.elected.title')} />
      {answer.error !== null && <Teach title={t('staff.cannot')}>{refusalOf(answer.error).message}</Teach>}
      {rows === undefined && answer.error === null && <Skeleton active title={false} />}
      {rows?.length === 0 && <Teach title={t('staff.elected.none')}>{t('staff.elected.noneText')}</Teach>}
      {rows !== undefined && rows.length > 0 && (
        <section className="me-part">
          <p>{t('staff.elected.lead')}</p>
          <ul className="me-list">
            {rows.map((row) => (
              <Waiting key={`${row.matter} ${row.candidate}`} row={row} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
