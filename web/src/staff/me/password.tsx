import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';

function ChangeForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => postJson('/api/auth/staff/password', { password, next }),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form className="sign-in-form" onSubmit={submit}>
      <label htmlFor="password-old">{t('staff.password.old')}</label>
      <Input.Password
        id="password-old"
        autoComplete="current-password"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <label htmlFor="password-next">{t('staff.password.next')}</label>
      <p id="password-hint">{t('staff.password.nextHint')}</p>
      <Input.Password
        id="password-next"
        autoComplete="new-password"
        aria-describedby="password-hint"
        value={next}
        onChange={({ target }) => setNext(target.value)}
      />
      {change.error !== null && <Refused refusal={refusalOf(change.error)} />}
      <Button
        type="primary"
        htmlType="submit"
        disabled={password === '' || next === ''}
        loading={change.isPending}
      >
        {t('staff.password.save')}
      </Button>
    </form>
  );
}

/** One's own password; what is too easy to guess is refused with the reason. */
export function PasswordPart() {
  const { t } = useTranslation();
  const [stage, setStage] = useState<'closed' | 'open' | 'changed'>('closed');
  return (
    <section className="me-part">
      <h2>{t('staff.password.title')}</h2>
      {stage === 'open' ? (
        <ChangeForm onDone={() => setStage('changed')} />
      ) : (
        <Button onClick={() => setStage('open')}>{t('staff.password.change')}</Button>
      )}
      <p role="status">{stage === 'changed' && t('staff.password.changed')}</p>
    </section>
  );
}
