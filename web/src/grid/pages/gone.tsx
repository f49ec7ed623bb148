import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../shared/ui/button.tsx';
import { Page } from '../../shared/ui/page.tsx';

/** What an older day named and this one does not. */
export function Gone() {
  const { t } = useTranslation();
  return (
    <Page title={t('grid.gone.title')} lead={t('grid.gone.text')}>
      <div className="lr-buttons">
        <LinkButton to="/" weight="main">
          {t('grid.nav.today')}
        </LinkButton>
      </div>
    </Page>
  );
}
