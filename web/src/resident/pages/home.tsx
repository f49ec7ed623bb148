import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxBody } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';
import { useMe } from '../../shared/api/me.ts';
import { needSections } from '../../shared/i18n/i18n.ts';
import { BigChoice } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icons.tsx';
import { Skeleton } from '../../shared/ui/notice.tsx';
import { Page } from '../../shared/ui/page.tsx';
import '../resident.css';

const HomeLists = lazy(async () => {
  const [{ HomeLists: component }] = await Promise.all([
    import('../home/home-lists.tsx'),
    needSections('matter'),
  ]);
  return { default: component };
});
const DemoRoles = lazy(async () => ({ default: (await import('../home/demo-roles.tsx')).DemoRoles }));

/** What waits for the reader; nothing for a guest. */
function useWaiting(): InboxBody | undefined {
  const signedIn = useMe().data?.person !== undefined;
  return useQuery({
    queryKey: ['inbox', 'mine'],
    queryFn: ({ signal }) => getJson<InboxBody>('/api/inbox?limit=10', signal),
    enabled: signedIn,
  }).data;
}

function Doors() {
  const { t } = useTranslation();
  const door = (
    to: string,
    name: string,
    icon: 'report' | 'discuss' | 'vote' | 'look' | 'help' | 'services',
  ) => ({
    to,
    title: t(`resident.home.${name}.title`),
    text: t(`resident.home.${name}.text`),
    icon: <Icon name={icon} />,
  });
  return (
    <BigChoice
      label={t('resident.home.label')}
      items={[
        door('/report', 'report', 'report'),
        door('/services', 'services', 'services'),
        door('/discuss', 'discuss', 'discuss'),
        door('/vote', 'vote', 'vote'),
        door('/public', 'look', 'look'),
        door('/help', 'help', 'help'),
      ]}
    />
  );
}

/** Where a resident begins: four things one comes here to do, then what is under way. */
export function HomePage() {
  const { t } = useTranslation();
  const me = useMe().data;
  const waiting = useWaiting();
  const demo = me?.demo === true;
  return (
    <Page title={t('resident.home.title')} lead={t('resident.home.lead')} wide>
      <div className={demo ? 'home home-two' : 'home'}>
        <div className="home-main">
          <section className="lr-part home-doors">
            <Doors />
          </section>
          <Suspense fallback={<Skeleton lines={4} />}>
            <HomeLists signedIn={me?.person !== undefined} known={me !== undefined} waiting={waiting?.rows} />
          </Suspense>
        </div>
        {demo && (
          <Suspense fallback={null}>
            <DemoRoles current={me.person?.name} />
          </Suspense>
        )}
      </div>
    </Page>
  );
}
