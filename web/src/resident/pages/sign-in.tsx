import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import { useMe } from '../../shared/api/me.ts';
import { LinkButton } from '../../shared/ui/button.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import { PhoneSignIn } from '../sign-in/phone-sign-in.tsx';
import { safeReturn } from '../sign-in/safe-return.ts';
import '../resident.css';

/** 登录: a telephone number is enough. */
export function SignInPage() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const to = safeReturn(new URLSearchParams(useSearch()).get('to'));
  const me = useMe().data;
  if (me?.person !== undefined)
    return (
      <Page title={t('resident.signIn.already')}>
        <div className="lr-buttons">
          <LinkButton to={to} weight="main">
            {t('resident.signIn.goOn')}
          </LinkButton>
        </div>
      </Page>
    );
  return (
    <Page
      title={t('resident.signIn.title')}
      lead={t('resident.signIn.lead')}
      back={{ to: '/', title: t('common.home') }}
    >
      <section className="lr-part narrow">
        <PhoneSignIn onDone={() => go(to)} />
      </section>
      <Part title={t('resident.signIn.whyTitle')}>
        <ul className="plain-list">
          <li>{t('resident.signIn.why1')}</li>
          <li>{t('resident.signIn.why2')}</li>
          <li>{t('resident.signIn.why3')}</li>
        </ul>
        <p className="staff-door">
          <a href="/staff">{t('resident.signIn.staff')}</a>
        </p>
      </Part>
    </Page>
  );
}
