import { useTranslation } from 'react-i18next';
import { Notice } from '../../shared/ui/notice.tsx';
import { PhoneSignIn } from './phone-sign-in.tsx';

/** In place of what only a person who is known can see or do: says why, and lets one in on the spot. */
export function NeedSignIn({ why, onDone }: { why: string; onDone?: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="lr-part narrow">
      <Notice title={t('resident.signIn.first')}>{why}</Notice>
      <PhoneSignIn inline {...(onDone !== undefined && { onDone })} />
    </section>
  );
}
