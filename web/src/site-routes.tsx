import { useQueryClient } from '@tanstack/react-query';
import { type ComponentType, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Route, Switch, useLocation, useRoute } from 'wouter';
import { HomePage } from './resident/pages/home.tsx';
import { followEvents } from './shared/api/live.ts';
import { useMe } from './shared/api/me.ts';
import { needSections, type Section } from './shared/i18n/i18n.ts';
import { LinkButton } from './shared/ui/button.tsx';
import { Skeleton } from './shared/ui/notice.tsx';
import { Page } from './shared/ui/page.tsx';
import { SiteShell } from './shared/ui/shell.tsx';

interface Entry {
  readonly route: string;
  /** What fetches the script alone. */
  readonly script: () => Promise<unknown>;
  /** What fetches the script and the words it needs. */
  readonly whole: () => Promise<{ default: ComponentType }>;
  readonly Lazy: ComponentType;
  Ready?: ComponentType;
}

function page<Name extends string>(
  route: string,
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
  ...sections: readonly Section[]
): Entry {
  const whole = async () => {
    const [module] = await Promise.all([load(), needSections(...sections)]);
    entry.Ready = module[name];
    return { default: entry.Ready };
  };
  const entry: Entry = { route, script: load, whole, Lazy: lazy(whole) };
  return entry;
}

const matterPage = () => import('./resident/pages/matter.tsx');

/** Every address but the front page; each comes with its words when it is first opened, or once all is calm. */
const entries: readonly Entry[] = [
  page('/report', () => import('./resident/pages/report.tsx'), 'ReportPage', 'matter'),
  page('/help', () => import('./resident/pages/help.tsx'), 'HelpPage', 'matter'),
  page('/services', () => import('./resident/pages/services.tsx'), 'ServicesPage', 'matter', 'services'),
  page('/services/:item', () => import('./resident/pages/service.tsx'), 'ServicePage', 'matter', 'services'),
  page(
    '/r/:community/:id/:mark',
    () => import('./public/pages/receipt.tsx'),
    'ReceiptPage',
    'matter',
    'services',
  ),
  page('/matters/:community/:id', matterPage, 'MatterPage', 'matter', 'public', 'polls', 'talk'),
  page('/m/:community/:id', matterPage, 'MatterPage', 'matter', 'public', 'polls', 'talk'),
  page(
    '/m/:community/:id/check-in',
    () => import('./resident/pages/check-in.tsx'),
    'CheckInPage',
    'matter',
    'meetings',
  ),
  page(
    '/m/:community/:id/documents/:kind',
    () => import('./public/pages/document.tsx'),
    'DocumentPage',
    'matter',
  ),
  page('/public', () => import('./public/pages/public.tsx'), 'PublicPage', 'matter', 'public'),
  page('/mine', () => import('./resident/pages/mine.tsx'), 'MinePage', 'matter'),
  page('/begin', () => import('./resident/pages/begin.tsx'), 'BeginPage', 'matter'),
  page('/messages', () => import('./resident/pages/messages.tsx'), 'MessagesPage', 'matter'),
  page('/me', () => import('./resident/pages/me.tsx'), 'MePage', 'matter'),
  page('/sign-in', () => import('./resident/pages/sign-in.tsx'), 'SignInPage'),
  page('/discuss', () => import('./resident/pages/discuss.tsx'), 'DiscussPage', 'matter', 'talk'),
  page('/discuss/:community/:id', () => import('./resident/pages/talk.tsx'), 'TalkPage', 'matter', 'talk'),
  page('/vote', () => import('./resident/pages/vote.tsx'), 'VotePage', 'matter', 'polls'),
  page(
    '/vote/:community/:id/candidates',
    () => import('./resident/pages/candidates.tsx'),
    'CandidatesPage',
    'matter',
    'polls',
  ),
  page('/vote/:community/:id', () => import('./resident/pages/ballot.tsx'), 'BallotPage', 'matter', 'polls'),
  page(
    '/notices/:community/:matter/:seq',
    () => import('./public/pages/notice.tsx'),
    'NoticePage',
    'matter',
    'public',
  ),
  page('/verify', () => import('./public/pages/verify.tsx'), 'VerifyPage', 'matter', 'public'),
];

/** On the wall of a hall: without the frame that everybody else finds their way by. */
const hall = page(
  '/h/:community/:id/:mark',
  () => import('./public/pages/hall.tsx'),
  'HallPage',
  'matter',
  'meetings',
);

/** A page that is there already is drawn at once: a lazy one always waits a turn, and flashes the skeleton. */
function PageOf({ entry }: { entry: Entry }) {
  const [{ Page: Inside }] = useState(() => ({ Page: entry.Ready ?? entry.Lazy }));
  return <Inside />;
}

/** Fetches the script of an address before anything is drawn. A failure shows when the page is drawn. */
export function fetchAhead(address: string): void {
  const [first] = address.split('/').filter((part) => part !== '');
  const entry = entries.find(({ route }) => route.split('/')[1] === first);
  entry?.script().catch(() => undefined);
}

const soonMs = 2_500;

/** Once the first page has settled, the others come too, so that going on takes no waiting; not on a saver's line. */
function FetchRest() {
  useEffect(() => {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (connection?.saveData === true) return;
    const timer = setTimeout(() => {
      for (const { whole } of entries) whole().catch(() => undefined);
    }, soonMs);
    return () => clearTimeout(timer);
  }, []);
  return null;
}

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
  const [onWall] = useRoute(hall.route);
  if (onWall)
    return (
      <Suspense fallback={<Skeleton lines={4} />}>
        <Route path={hall.route}>
          <PageOf entry={hall} />
        </Route>
      </Suspense>
    );
  return (
    <SiteShell footer={<Footer />}>
      <Live />
      <FromTheTop />
      <FetchRest />
      <Suspense
        fallback={
          <div className="lr-page">
            <Skeleton lines={4} />
          </div>
        }
      >
        <Switch>
          <Route path="/" component={HomePage} />
          {entries.map((entry) => (
            <Route key={entry.route} path={entry.route}>
              <PageOf key={entry.route} entry={entry} />
            </Route>
          ))}
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </SiteShell>
  );
}
