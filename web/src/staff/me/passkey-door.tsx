import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../shared/matter/action-form.tsx';
import { enterByPasskey, knowsPasskeys, passkeyRefusal } from './passkey.ts';
import { whereTo } from './where-to.ts';

/** In with a face, a finger or a PIN, where the browser can. `needed`: this account has no other second factor. */
export function PasskeyDoor({ needed }: { needed: boolean }) {
  const { t } = useTranslation();
  const enter = useMutation({
    mutationFn: enterByPasskey,
    onSuccess: () => location.assign(whereTo()),
  });
  if (!knowsPasskeys()) return needed ? <p role="alert">{t('staff.passkey.notHere')}</p> : null;
  return (
    <div className="sign-in-form">
      {needed && <p role="status">{t('staff.passkey.needed')}</p>}
      <Button type={needed ? 'primary' : 'default'} loading={enter.isPending} onClick={() => enter.mutate()}>
        {t('staff.passkey.enter')}
      </Button>
      {enter.error !== null && <Refused refusal={passkeyRefusal(enter.error, t('staff.passkey.stopped'))} />}
    </div>
  );
}
