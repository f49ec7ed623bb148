import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodeSent } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { ErrorNotice, Notice } from '../../shared/ui/notice.tsx';

const isMobile = (text: string): boolean => /^(\+?86)?1[3-9]\d{9}$/.test(text.replaceAll(/[\s-]/g, ''));

/** Seconds until a further code may be asked for. */
function useWait(seconds: number | undefined): number {
  const [left, setLeft] = useState(0);
  useEffect(() => setLeft(seconds ?? 0), [seconds]);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);
  return left;
}

/** One button after the other: number, code, in. What is filled in around it stays. */
export function PhoneSignIn({ onDone, inline = false }: { onDone?: () => void; inline?: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const send = useMutation({
    mutationFn: () => postJson<CodeSent>('/api/auth/phone/code', { phone: phone.trim() }),
    onSuccess: () => setCode(''),
  });
  const enter = useMutation({
    mutationFn: () => postJson('/api/auth/phone/enter', { phone: phone.trim(), code: code.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries();
      onDone?.();
    },
  });
  const wait = useWait(send.data?.retryAfterSeconds);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setAsked(true);
    if (!isMobile(phone)) return;
    if (send.data === undefined) send.mutate();
    else if (code.trim() !== '') enter.mutate();
  };
  const refusal = enter.error ?? send.error;
  return (
    <form className={inline ? 'sign-in sign-in-inline' : 'sign-in'} onSubmit={submit} noValidate>
      <TextField
        label={t('resident.signIn.phone')}
        hint={t('resident.signIn.phoneHint')}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        most={20}
        value={phone}
        complaint={asked && !isMobile(phone) ? t('resident.signIn.notMobile') : undefined}
        onChange={(next) => {
          setPhone(next);
          send.reset();
          enter.reset();
        }}
      />
      {send.data !== undefined && (
        <>
          <p role="status">{t('resident.signIn.sent', { to: send.data.sentTo })}</p>
          {send.data.demoCode !== undefined && <DemoCode code={send.data.demoCode} onUse={setCode} />}
          <TextField
            label={t('resident.signIn.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            most={8}
            value={code}
            onChange={setCode}
          />
        </>
      )}
      {refusal !== null && <ErrorNotice refusal={refusalOf(refusal)} />}
      <div className="lr-buttons">
        <Button type="submit" weight="main" busy={send.isPending || enter.isPending}>
          {t(send.data === undefined ? 'resident.signIn.send' : 'resident.signIn.enter')}
        </Button>
        {send.data !== undefined && (
          <Button weight="quiet" disabled={wait > 0} busy={send.isPending} onClick={() => send.mutate()}>
            {wait > 0 ? t('resident.signIn.wait', { count: wait }) : t('resident.signIn.again')}
          </Button>
        )}
      </div>
    </form>
  );
}

function DemoCode({ code, onUse }: { code: string; onUse: (code: string) => void }) {
  const { t } = useTranslation();
  return (
    <Notice tone="waiting" title={t('resident.signIn.demoTitle')}>
      {t('resident.signIn.demoCode')} <strong>{code}</strong>
      <div>
        <Button weight="quiet" onClick={() => onUse(code)}>
          {t('resident.signIn.useCode')}
        </Button>
      </div>
    </Notice>
  );
}
