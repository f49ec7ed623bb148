import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DemoRole, DemoRolesBody, StaffEntered } from '../../shared/api/bodies.ts';
import { getJson, postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { useTitle } from '../frame/frame.tsx';
import { PasskeyDoor } from '../me/passkey-door.tsx';
import { ProviderDoor, RefusedOnReturn } from '../me/provider-door.tsx';
import { whereTo } from '../me/where-to.ts';
import '../me/sign-in.css';

type Next = StaffEntered['next'];
type Stage = 'password' | 'passkey' | 'code';

/** Where the way through an identity provider goes on. */
function firstStage(): Stage {
  const next = new URLSearchParams(location.search).get('next');
  return next === 'code' || next === 'passkey' ? next : 'password';
}

function DemoRoles() {
  const { t } = useTranslation();
  const roles = useQuery({
    queryKey: ['demo-roles'],
    queryFn: () => getJson<DemoRolesBody>('/api/demo/roles'),
    retry: false,
  }).data?.rows;
  const enter = useMutation({
    mutationFn: ({ role }: DemoRole) => postJson('/api/demo/enter', { role }),
    onSuccess: (_, { opens }) => location.assign(opens.startsWith('/') ? opens : whereTo()),
  });
  if (roles === undefined || roles.length === 0) return null;
  return (
    <section className="demo-roles">
      <h2>{t('staff.signIn.demo')}</h2>
      <p className="panel-hint">{t('staff.signIn.demoNote')}</p>
      <ul>
        {roles.map((role) => (
          <li key={role.role}>
            <button type="button" disabled={enter.isPending} onClick={() => enter.mutate(role)}>
              <b>{titled(role.title)}</b>
              <span>{role.person}</span>
              <small>{titled(role.says)}</small>
            </button>
          </li>
        ))}
      </ul>
      {enter.error !== null && <Refused refusal={refusalOf(enter.error)} />}
    </section>
  );
}

function PasswordForm({ onNext }: { onNext: (next: Next) => void }) {
  const { t } = useTranslation();
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () => postJson<StaffEntered>('/api/auth/staff/enter', { loginName, password }),
    onSuccess: ({ next }) => onNext(next),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <form onSubmit={submit} className="sign-in-form">
      <label htmlFor="login-name">{t('staff.signIn.name')}</label>
      <Input
        id="login-name"
        autoComplete="username"
        autoFocus
        value={loginName}
        onChange={({ target }) => setLoginName(target.value)}
      />
      <label htmlFor="login-password">{t('staff.signIn.password')}</label>
      <Input.Password
        id="login-password"
        autoComplete="current-password"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      {enter.error !== null && <Refused refusal={refusalOf(enter.error)} />}
      <Button
        type="primary"
        htmlType="submit"
        loading={enter.isPending}
        disabled={loginName === '' || password === ''}
      >
        {t('staff.signIn.enter')}
      </Button>
    </form>
  );
}

function CodeForm({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const enter = useMutation({
    mutationFn: () => postJson('/api/auth/staff/second-factor', { code: code.trim() }),
    onSuccess: () => location.assign(whereTo()),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <form onSubmit={submit} className="sign-in-form">
      <label htmlFor="login-code">{t('staff.signIn.code')}</label>
      <p className="panel-hint">{t('staff.signIn.codeHint')}</p>
      <Input
        id="login-code"
        autoComplete="one-time-code"
        autoFocus
        inputMode="numeric"
        maxLength={11}
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      {enter.error !== null && <Refused refusal={refusalOf(enter.error)} />}
      <Button type="primary" htmlType="submit" loading={enter.isPending} disabled={code.trim().length < 6}>
        {t('staff.signIn.enter')}
      </Button>
      <Button type="text" onClick={onBack}>
        {t('staff.signIn.back')}
      </Button>
    </form>
  );
}

/** Staff sign in with a password and the code of their phone; a demonstration also offers its roles. */
export function SignInPage() {
  const { t } = useTranslation();
  useTitle(t('staff.signIn.title'));
  const [stage, setStage] = useState(firstStage);
  const next = (to: Next) => {
    if (to === 'enrol') location.assign('/staff/enrol');
    else setStage(to === 'passkey' ? 'passkey' : 'code');
  };
  return (
    <main className="sign-in">
      <header>
        <b>{t('staff.brand')}</b>
        <h1>{t('staff.signIn.title')}</h1>
      </header>
      <DemoRoles />
      <section>
        {stage !== 'code' ? (
          <>
            <RefusedOnReturn />
            <ProviderDoor />
            <PasskeyDoor needed={stage === 'passkey'} />
            <PasswordForm onNext={next} />
          </>
        ) : (
          <CodeForm onBack={() => setStage('password')} />
        )}
        <p className="panel-hint">
          {t('staff.signIn.resident')} <a href="/">{t('staff.signIn.residentLink')}</a>
        </p>
      </section>
    </main>
  );
}
