import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteJson, refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { momentText } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { addPasskey, knowsPasskeys, passkeyRefusal } from './passkey.ts';
import { useFactors } from './use-factors.ts';

function AddForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const add = useMutation({ mutationFn: () => addPasskey(password, name.trim()), onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className="sign-in-form" onSubmit={submit}>
      <label htmlFor="passkey-name">{t('staff.passkey.name')}</label>
      <Input
        id="passkey-name"
        maxLength={40}
        autoComplete="off"
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <label htmlFor="passkey-password">{t('staff.password.old')}</label>
      <Input.Password
        id="passkey-password"
        autoComplete="current-password"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      {add.error !== null && <Refused refusal={passkeyRefusal(add.error, t('staff.passkey.stopped'))} />}
      <Button
        type="primary"
        htmlType="submit"
        disabled={name.trim() === '' || password === ''}
        loading={add.isPending}
      >
        {t('staff.passkey.save')}
      </Button>
    </form>
  );
}

function Held() {
  const { t } = useTranslation();
  const now = useNow();
  const client = useQueryClient();
  const rows = useFactors().data?.passkeys ?? [];
  const remove = useMutation({
    mutationFn: (id: string) => deleteJson(`/api/session/passkeys/${id}`),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <>
      <ul className="me-list">
        {rows.map(({ id, name, createdAt, usedAt }) => (
          <li key={id}>
            <div>
              <b>{name}</b>
              <p>
                {usedAt === null
                  ? t('staff.passkey.addedAt', { at: momentText(createdAt, now, t) })
                  : t('staff.me.lastSeen', { at: momentText(usedAt, now, t) })}
              </p>
            </div>
            <Button
              size="small"
              aria-label={t('staff.passkey.removeOne', { name })}
              onClick={() => remove.mutate(id)}
            >
              {t('staff.passkey.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {remove.error !== null && <Refused refusal={refusalOf(remove.error)} />}
    </>
  );
}

/** One's passkeys: an alternative to password and code. */
export function PasskeyPart({ onAdded }: { onAdded?: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const done = () => {
    setAdding(false);
    void client.invalidateQueries();
    onAdded?.();
  };
  return (
    <section className="me-part">
      <h2>{t('staff.passkey.title')}</h2>
      <p>{t(knowsPasskeys() ? 'staff.passkey.why' : 'staff.passkey.notHere')}</p>
      <Held />
      {isAdding ? (
        <AddForm onDone={done} />
      ) : (
        knowsPasskeys() && <Button onClick={() => setAdding(true)}>{t('staff.passkey.add')}</Button>
      )}
    </section>
  );
}
