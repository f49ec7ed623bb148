import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../shared/ui/button.tsx';
import { Empty } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import '../resident.css';

function Teach({ name }: { name: 'discuss' }) {
  const { t } = useTranslation();
  return (
    <Page
      title={t(`resident.home.${name}.title`)}
      lead={t(`resident.${name}.lead`)}
      back={{ to: '/', title: t('common.home') }}
    >
      <Part title={t(`resident.${name}.now`)}>
        <Empty title={t(`resident.${name}.noneTitle`)}>{t(`resident.${name}.noneText`)}</Empty>
      </Part>
      <Part title={t('resident.teach.how')}>
        <ol className="teach-steps">
          {['one', 'two', 'three'].map((step) => (
            <li key={step}>
              <b>{t(`resident.${name}.${step}.title`)}</b>
              <p>{t(`resident.${name}.${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </Part>
      <Part title={t('resident.teach.meanwhile')}>
        <div className="lr-buttons">
          <LinkButton to="/report" weight="main">
            {t('resident.home.report.title')}
          </LinkButton>
          <LinkButton to="/public">{t('resident.home.look.title')}</LinkButton>
        </div>
      </Part>
    </Page>
  );
}

/** 我来议: nothing is under discussion yet; says so, and how it will go. */
export const DiscussPage = () => <Teach name="discuss" />;
