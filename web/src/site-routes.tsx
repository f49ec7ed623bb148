import { useQueryClient } from '@tanstack/react-query';
import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Route, Switch, useLocation } from 'wouter';
import { HomePage } from './resident/pages/home.tsx';
import { followEvents } from './shared/api/live.ts';
import { useMe } from './shared/api/me.ts';
import { needSections, type Section } from './shared/i18n/i18n.ts';
import { LinkButton } from './shared/ui/button.tsx';
import { Skeleton } from './shared/ui/notice.tsx';
import { Page } from './shared/ui/page.tsx';
import { SiteShell } from './shared/ui/shell.tsx';

/** A page that comes with the words it needs, when it is first opened. */
const page = <Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
  ...sections: readonly Section[]
) =>
  lazy(async () => {
    const [module] = await Promise.all([load(), needSections(...sections)]);
    return { default: module[name] };
  });

const ReportPage = page(() => import('./resident/pages/report.tsx'), 'ReportPage', 'matter');
const MatterPage = page(() => import('./resident/pages/matter.tsx'), 'MatterPage', 'matter', 'public');
const MinePage = page(() => import('./resident/pages/mine.tsx'), 'MinePage', 'matter');
const MessagesPage = page(() => import('./resident/pages/messages.tsx'), 'MessagesPage', 'matter');
const MePage = page(() => import('./resident/pages/me.tsx'), 'MePage', 'matter');
const SignInPage = page(() => import('./resident/pages/sign-in.tsx'), 'SignInPage');
const DiscussPage = page(() => import('./resident/pages/teach.tsx'), 'DiscussPage');
const VotePage = page(() => import('./resident/pages/teach.tsx'), 'VotePage');
const PublicPage = page(() => import('./public/pages/public.tsx'), 'PublicPage', 'matter', 'public');
const NoticePage = page(() => import('./public/pages/notice.tsx'), 'NoticePage', 'matter', 'public');
const VerifyPage = page(() => import('./public/pages/verify.tsx'), 'VerifyPage', 'matter', 'public');

/** A new page begins at its top; going back keeps the place, as browsers do by themselves. */
function FromTheTop() {
  const [path] = useLocation();
  const went = useRef(false);
  useEffect(() => {
    const onBack = () => {
      went.current = true;
    };
    window.addEventListener('popstate', onBack);
    return () => window.removeEventListener('popstate', onBack);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what the effect follows
  useEffect(() => {
    if (!went.current) window.scrollTo(0, 0);
    went.current = false;
  }, [path]);
  return null;
}

function Footer() {
  const { t } = useTranslation();
  return (
    <nav className="lr-footer-links" aria-label={t('resident.footer.label')}>
      <Link to="/public">{t('resident.home.look.title')}</Link>
      <Link to="/verify">{t('resident.footer.verify')}</Link>
      <a href="/api/docs">{t('resident.footer.data')}</a>
      <a href="/staff">{t('resident.footer.staff')}</a>
    </nav>
  );
}

/** Follows the server's events for as long as somebody is signed in. */
function Live() {
  const client = useQueryClient();
  const signedIn = useMe().data?.person !== undefined;
  useEffect(() => (signedIn ? followEvents(client) : undefined), [client, signedIn]);
  return null;
}

function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('common.notFound.title')} lead={t('common.notFound.text')}>
      <div className="lr-buttons">
        <LinkButton to="/" weight="main">
          {t('common.notFound.home')}
        </LinkButton>
      </div>
    </Page>
  );
}

/**
 * Every address for residents and the public. The front page comes with the first script; other pages are `lazy`
 * and fetch the sections of words they need (`needSections`) beside their script.
 */
export function Site() {
  return (
    <SiteShell footer={<Footer />}>
      <Live />
      <FromTheTop />
      <Suspense
        fallback={
          <div className="lr-page">
            <Skeleton lines={4} />
          </div>
        }
      >
        <Switch>
          <Route path="/" component={HomePage} />
          <Route path="/report" component={ReportPage} />
          <Route path="/discuss" component={DiscussPage} />
          <Route path="/vote" component={VotePage} />
          <Route path="/matters/:community/:id" component={MatterPage} />
          <Route path="/m/:community/:id" component={MatterPage} />
          <Route path="/mine" component={MinePage} />
          <Route path="/messages" component={MessagesPage} />
          <Route path="/me" component={MePage} />
          <Route path="/sign-in" component={SignInPage} />
          <Route path="/public" component={PublicPage} />
          <Route path="/notices/:community/:matter/:seq" component={NoticePage} />
          <Route path="/verify" component={VerifyPage} />
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </SiteShell>
  );
}
