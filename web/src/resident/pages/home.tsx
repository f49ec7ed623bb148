import { useTranslation } from 'react-i18next';
import { BigChoice } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icons.tsx';
import { Page } from '../../shared/ui/page.tsx';

/** Where a resident begins: four things one comes here to do. */
export function HomePage() {
  const { t } = useTranslation();
  return (
    <Page title={t('resident.home.title')} lead={t('resident.home.lead')}>
      <section className="lr-part">
        <BigChoice
          label={t('resident.home.label')}
          items={[
            {
              to: '/report',
              title: t('resident.home.report.title'),
              text: t('resident.home.report.text'),
              icon: <Icon name="report" />,
            },
            {
              to: '/discuss',
              title: t('resident.home.discuss.title'),
              text: t('resident.home.discuss.text'),
              icon: <Icon name="discuss" />,
            },
            {
              to: '/vote',
              title: t('resident.home.vote.title'),
              text: t('resident.home.vote.text'),
              icon: <Icon name="vote" />,
            },
            {
              to: '/public',
              title: t('resident.home.look.title'),
              text: t('resident.home.look.text'),
              icon: <Icon name="look" />,
            },
          ]}
        />
      </section>
    </Page>
  );
}
