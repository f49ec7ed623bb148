import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { deleteJson, RefusalError, refusalOf } from '../../shared/api/client.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { useTitle } from '../frame/frame.tsx';
import { PasskeyPart } from '../me/passkeys.tsx';
import { SecondFactor } from '../me/second-factor.tsx';
import { useFactors } from '../me/use-factors.ts';
import '../me/me.css';
import '../me/sign-in.css';

/** After a first sign-in: nothing of the workplace is open until a second factor is bound, by code or by passkey. */
export function EnrolPage() {
  const { t } = useTranslation();
  useTitle(t('staff.enrol.title'));
  const factors = useFactors();
  const out = useMutation({
    mutationFn: () => deleteJson('/api/session'),
    onSuccess: () => location.assign('/staff/sign-in'),
  });
  if (factors.error instanceof RefusalError && factors.error.status === 401) {
    location.replace('/staff/sign-in');
    return null;
  }
  return (
    <main className="sign-in">
      <header>
        <b>{t('staff.brand')}</b>
        <h1>{t('staff.enrol.title')}</h1>
      </header>
      <p>{t('staff.enrol.note')}</p>
      {factors.error !== null && <Refused refusal={refusalOf(factors.error)} />}
      <SecondFactor enrolled={factors.data?.hasAuthenticator === true} />
      <PasskeyPart onAdded={() => location.assign('/staff/')} />
      <Button onClick={() => out.mutate()}>{t('staff.me.signOut')}</Button>
    </main>
  );
}
