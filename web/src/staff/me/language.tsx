import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { setLanguage } from '../../shared/i18n/i18n.ts';
import { chooseLanguage, type Language, languageNames, languages } from '../../shared/i18n/languages.ts';

export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  return (
    <section className="me-part">
      <h2>{t('staff.me.language')}</h2>
      <Segmented<Language>
        aria-label={t('staff.me.language')}
        value={chooseLanguage([i18n.language])}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        onChange={(language) => void setLanguage(language)}
      />
    </section>
  );
}
