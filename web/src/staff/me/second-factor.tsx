import { useMutation } from '@tanstack/react-query';
import { Button, Input, QRCode } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Enrolment } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';

function Confirm({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => postJson('/api/auth/staff/enrol/confirm', { code }),
    onSuccess: () => location.assign('/staff/'),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form className="sign-in-form" onSubmit={submit}>
      <p>{t('staff.factor.scan')}</p>
      <QRCode value={enrolment.totpUri} bordered={false} />
      <p>{t('staff.factor.backup')}</p>
      <pre className="backup-codes">{enrolment.backupCodes.join('\n')}</pre>
      <label htmlFor="factor-code">{t('staff.factor.code')}</label>
      <Input
        id="factor-code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      {confirm.error !== null && <Refused refusal={refusalOf(confirm.error)} />}
      <Button type="primary" htmlType="submit" disabled={!/^\d{6}$/.test(code)} loading={confirm.isPending}>
        {t('staff.factor.confirm')}
      </Button>
    </form>
  );
}

/** The code on one's phone: bound here once, asked for at every sign-in. */
export function SecondFactor({ enrolled }: { enrolled: boolean }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const begin = useMutation({
    mutationFn: () => postJson<Enrolment>('/api/auth/staff/enrol', { password }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate();
  };
  return (
    <section className="me-part">
      <h2>{t('staff.factor.title')}</h2>
      {enrolled ? (
        <p>
          <span aria-hidden="true">●</span> {t('staff.factor.bound')}
        </p>
      ) : begin.data !== undefined ? (
        <Confirm enrolment={begin.data} />
      ) : (
        <form className="sign-in-form" onSubmit={submit}>
          <p>{t('staff.factor.why')}</p>
          <label htmlFor="factor-password">{t('staff.signIn.password')}</label>
          <Input.Password
            id="factor-password"
            autoComplete="current-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
          {begin.error !== null && <Refused refusal={refusalOf(begin.error)} />}
          <Button type="primary" htmlType="submit" disabled={password === ''} loading={begin.isPending}>
            {t('staff.factor.begin')}
          </Button>
        </form>
      )}
    </section>
  );
}
