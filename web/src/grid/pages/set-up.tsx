import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeBody } from '../../shared/api/bodies.ts';
import { type Refusal, refusalOf } from '../../shared/api/client.ts';
import { meKey } from '../../shared/api/me.ts';
import { newId } from '../../shared/matter/new-id.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ErrorNotice, Notice, Skeleton } from '../../shared/ui/notice.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { askMe, registerDevice } from '../sync/office.ts';
import { pinFault } from '../vault/tries.ts';
import { makeVault, type Vault } from '../vault/vault.ts';
import { deviceTitle } from './device-title.ts';
import { PinInput } from './pin.tsx';

/** Chooses a PIN for a phone on which nothing is kept yet. */
function ChoosePin({
  person,
  onDone,
}: {
  person: NonNullable<MeBody['person']>;
  onDone: (vault: Vault) => Promise<void>;
}) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const fault = pinFault(pin);
  const differs = again !== pin;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (fault !== undefined || differs || busy) return;
    setBusy(true);
    try {
      const device = newId();
      // First the office knows the phone: one that it does not know could not be erased from afar.
      await registerDevice(device, deviceTitle(t));
      await navigator.storage?.persist?.().catch(() => false);
      await onDone(await makeVault(pin, device, person.id));
    } catch (error) {
      setRefusal(refusalOf(error));
      setBusy(false);
    }
  };
  return (
    <form className="grid-pin-form" onSubmit={(event) => void submit(event)}>
      <PinInput
        fresh
        label={t('grid.setUp.pin')}
        value={pin}
        onChange={setPin}
        complaint={asked && fault !== undefined ? t(`grid.setUp.fault.${fault}`) : undefined}
      />
      <PinInput
        fresh
        label={t('grid.setUp.again')}
        value={again}
        onChange={setAgain}
        complaint={asked && fault === undefined && differs ? t('grid.setUp.differs') : undefined}
      />
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <Button type="submit" weight="main" wide busy={busy}>
        {busy ? t('grid.setUp.making') : t('grid.setUp.go')}
      </Button>
    </form>
  );
}

/** Whoever goes from door to door nowhere has no day to carry. */
function NotYours({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone="waiting" title={t('grid.setUp.notYours', { name })}>
        {t('grid.setUp.notYoursText')}
      </Notice>
      <div className="lr-buttons">
        <a className="lr-button lr-button-plain" href="/staff/sign-in?to=/grid">
          {t('grid.setUp.other')}
        </a>
      </div>
    </>
  );
}

/** The first time on this phone: who it is, and a PIN. Needs the network once. */
export function SetUpPage({ onDone }: { onDone: (vault: Vault) => Promise<void> }) {
  const { t } = useTranslation();
  const me = useQuery({ queryKey: meKey, queryFn: askMe, networkMode: 'always' });
  const person = me.data?.person;
  return (
    <main>
      <Page title={t('grid.setUp.title')} lead={t('grid.setUp.lead')}>
        {me.isPending && <Skeleton lines={3} />}
        {me.error !== null && (
          <ErrorNotice refusal={refusalOf(me.error)}>
            <Button onClick={() => void me.refetch()}>{t('common.again')}</Button>
          </ErrorNotice>
        )}
        {me.data !== undefined && person === undefined && (
          <>
            <Notice>{t('grid.setUp.signIn')}</Notice>
            <div className="lr-buttons">
              <a className="lr-button lr-button-main" href="/staff/sign-in?to=/grid">
                {t('grid.setUp.toSignIn')}
              </a>
            </div>
          </>
        )}
        {me.data?.rounds === false && person !== undefined && <NotYours name={person.name} />}
        {me.data?.rounds === true && person !== undefined && (
          <>
            <p className="grid-who">{t('grid.setUp.who', { name: person.name })}</p>
            <ChoosePin person={person} onDone={onDone} />
            <p className="lr-hint">{t('grid.setUp.forgotten')}</p>
          </>
        )}
      </Page>
    </main>
  );
}
