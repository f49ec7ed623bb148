import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useMe } from '../../shared/api/me.ts';
import { Begin } from '../../shared/begin/begin.tsx';
import { Skeleton } from '../../shared/ui/notice.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { NeedSignIn } from '../sign-in/need-sign-in.tsx';
import '../resident.css';

/** 我要发起: what a resident may begin by right: a demand, a proposal, a matter for all. */
export function BeginPage() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const me = useMe().data;
  return (
    <Page
      title={t('matter.begin.title')}
      lead={t('matter.begin.lead')}
      back={{ to: '/mine', title: t('resident.mine.title') }}
    >
      {me === undefined ? (
        <Skeleton lines={4} />
      ) : me.person === undefined ? (
        <NeedSignIn why={t('matter.begin.signIn')} />
      ) : (
        <Begin onOpened={({ community, id }) => go(`/m/${community}/${id}`)} />
      )}
    </Page>
  );
}
