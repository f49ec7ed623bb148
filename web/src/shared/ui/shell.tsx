import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMe } from '../api/me.ts';
import { setLanguage } from '../i18n/i18n.ts';
import { isLanguage, languageNames, languages } from '../i18n/languages.ts';
import { titled } from '../i18n/titles.ts';
import { Crash } from './crash.tsx';
import { setElder, useElder } from './elder.ts';
import { Icon } from './icons.tsx';

function LanguageSelect() {
  const { t, i18n } = useTranslation();
  return (
    <select
      className="lr-language"
      aria-label={t('common.language')}
      value={i18n.language}
      onChange={({ target }) => {
        if (isLanguage(target.value)) void setLanguage(target.value);
      }}
    >
      {languages.map((each) => (
        <option key={each} value={each} lang={each}>
          {languageNames[each]}
        </option>
      ))}
    </select>
  );
}

function SignedIn() {
  const { t } = useTranslation();
  const me = useMe().data;
  if (me === undefined) return null;
  const staff = me.person?.kind === 'staff';
  const to = me.person === undefined ? '/sign-in' : '/me';
  const words =
    me.person === undefined ? t('common.signIn') : me.person.name === '' ? t('common.me') : me.person.name;
  const inside = (
    <>
      <Icon name="person" size={20} />
      <span>{words}</span>
      {me.unread > 0 && <b className="lr-unread">{me.unread > 99 ? '99+' : me.unread}</b>}
    </>
  );
  return staff ? (
    <a className="lr-who" href="/staff">
      {inside}
    </a>
  ) : (
    <Link className="lr-who" to={to}>
      {inside}
    </Link>
  );
}

/** Reads the main part of the page aloud with the device's own voice; absent where the device has none. */
function ReadAloud() {
  const { t, i18n } = useTranslation();
  const [reading, setReading] = useState(false);
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  if (!('speechSynthesis' in window)) return null;
  const toggle = () => {
    window.speechSynthesis.cancel();
    if (reading) return setReading(false);
    const speech = new SpeechSynthesisUtterance(document.querySelector('main')?.innerText ?? '');
    speech.lang = i18n.language;
    speech.rate = 0.9;
    speech.onend = () => setReading(false);
    window.speechSynthesis.speak(speech);
    setReading(true);
  };
  return (
    <button type="button" className="lr-tool" aria-pressed={reading} onClick={toggle}>
      <Icon name="sound" size={20} />
      {t(reading ? 'common.elder.stop' : 'common.elder.read')}
    </button>
  );
}

/** What stands around every page for residents and the public. */
export function SiteShell({ children, footer }: { children: ReactNode; footer?: ReactNode }) {
  const { t } = useTranslation();
  const elder = useElder();
  const me = useMe().data;
  return (
    <div className="lr-shell">
      <a className="lr-skip" href="#main">
        {t('common.skip')}
      </a>
      <header>
        {me?.demo === true && <p className="lr-demo lr-no-print">{t('common.demo.strip')}</p>}
        <div className="lr-header">
          <Link to="/" className="lr-brand">
            <span className="lr-wordmark">{t('common.name')}</span>
            {me !== undefined && <small>{titled(me.street.title)}</small>}
          </Link>
          <div className="lr-tools">
            {elder && <ReadAloud />}
            <button type="button" className="lr-tool" aria-pressed={elder} onClick={() => setElder(!elder)}>
              {t(elder ? 'common.elder.off' : 'common.elder.on')}
            </button>
            {!elder && <LanguageSelect />}
            <SignedIn />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Crash>{children}</Crash>
      </main>
      <footer className="lr-footer">
        {footer}
        {/* Fewer choices at the top where the type is large. */}
        {elder && <LanguageSelect />}
        <p>{t('common.motto')}</p>
      </footer>
    </div>
  );
}
