import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Route, Switch, useLocation } from 'wouter';
import { Button } from '../shared/ui/button.tsx';
import { Crash } from '../shared/ui/crash.tsx';
import { Notice, Skeleton } from '../shared/ui/notice.tsx';
import { Page } from '../shared/ui/page.tsx';
import { unsyncedOf } from './book/book.ts';
import type { Keeper } from './book/keeper.ts';
import { BookOpen, useBook } from './book/use-book.ts';
import { HomePage } from './pages/home.tsx';
import { HomesPage } from './pages/homes.tsx';
import { JournalPage } from './pages/journal.tsx';
import { OrganisationPage } from './pages/organisation.tsx';
import { OrganisationsPage } from './pages/organisations.tsx';
import { OutboxPage } from './pages/outbox.tsx';
import { PhonePage } from './pages/phone.tsx';
import { RaisePage } from './pages/raise.tsx';
import { RoundPage } from './pages/round.tsx';
import { TaskPage } from './pages/task.tsx';
import { TodayPage } from './pages/today.tsx';
import { SyncStrip } from './parts/sync-strip.tsx';
import { toTop } from './parts/to-top.ts';
import { SyncRuns, useSyncing } from './sync/use-sync.ts';
import type { Wiped } from './vault/wipe.ts';
import { newerApp, takeNewer } from './worker/keep-shell.ts';

const doors = ['today', 'homes', 'journal', 'outbox'] as const;
const pathOf = { today: '/', homes: '/homes', journal: '/journal', outbox: '/outbox' } as const;

function Doors() {
  const { t } = useTranslation();
  const [here] = useLocation();
  const waiting = unsyncedOf(useBook().box);
  const isHere = (path: string) => (path === '/' ? here === '/' : here.startsWith(path));
  return (
    <nav className="grid-doors" aria-label={t('grid.nav.label')}>
      {doors.map((door) => (
        <Link key={door} to={pathOf[door]} aria-current={isHere(pathOf[door]) ? 'page' : undefined}>
          {t(`grid.nav.${door}`)}
          {door === 'outbox' && waiting > 0 && (
            <>
              <b className="lr-unread" aria-hidden="true">
                {waiting}
              </b>
              <span className="lr-spoken">{t('grid.nav.waiting', { count: waiting })}</span>
            </>
          )}
        </Link>
      ))}
    </nav>
  );
}

function Newer() {
  const { t } = useTranslation();
  const ready = useSyncExternalStore(newerApp.follow, newerApp.isReady);
  if (!ready) return null;
  return (
    <Notice title={t('grid.newer.title')}>
      <Button onClick={takeNewer}>{t('grid.newer.take')}</Button>
    </Notice>
  );
}

/** Forms that ask for an affair find the catalogue where they look for it, without a network. */
function useKeptAffairs(): void {
  const client = useQueryClient();
  const rows = useBook().day?.affairs;
  useEffect(() => {
    if (rows !== undefined) client.setQueryData(['/api/affairs'], { rows });
  }, [client, rows]);
}

function FromTheTop() {
  const [path] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what the effect follows
  useEffect(toTop, [path]);
  return null;
}

interface Verbs {
  readonly onLock: () => void;
  readonly onErase: (by: Wiped['by']) => Promise<void>;
}

function Pages({ onLock, onErase }: Verbs) {
  const { t } = useTranslation();
  const { day } = useBook();
  useKeptAffairs();
  if (day === undefined)
    return (
      <Page title={t('grid.first.title')} lead={t('grid.first.lead')}>
        <Skeleton lines={5} />
      </Page>
    );
  return (
    <Switch>
      <Route path="/" component={TodayPage} />
      <Route path="/homes" component={HomesPage} />
      <Route path="/homes/:id" component={HomePage} />
      <Route path="/organisations" component={OrganisationsPage} />
      <Route path="/organisations/:id" component={OrganisationPage} />
      <Route path="/rounds/:round" component={RoundPage} />
      <Route path="/raise" component={RaisePage} />
      <Route path="/tasks/:community/:id" component={TaskPage} />
      <Route path="/journal" component={JournalPage} />
      <Route path="/outbox" component={OutboxPage} />
      <Route path="/phone">
        <PhonePage onLock={onLock} onErase={() => onErase('self')} />
      </Route>
      <Route>
        <Page title={t('common.notFound.title')}>
          <Link to="/">{t('grid.nav.today')}</Link>
        </Page>
      </Route>
    </Switch>
  );
}

/** Behind the PIN: the day and what is done in it. */
export function GridApp({ keeper, onLock, onErase }: Verbs & { readonly keeper: Keeper }) {
  const { t } = useTranslation();
  const sync = useSyncing(keeper, onErase);
  return (
    <BookOpen value={keeper}>
      <SyncRuns value={sync}>
        <div className="grid-shell">
          <a className="lr-skip" href="#main">
            {t('common.skip')}
          </a>
          <header className="grid-top">
            <SyncStrip />
          </header>
          <main id="main" tabIndex={-1}>
            <FromTheTop />
            <Newer />
            <Crash>
              <Pages onLock={onLock} onErase={onErase} />
            </Crash>
          </main>
          <Doors />
        </div>
      </SyncRuns>
    </BookOpen>
  );
}
