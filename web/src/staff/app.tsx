import { useQueryClient } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider, Skeleton } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import zhTW from 'antd/locale/zh_TW';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Router, Switch } from 'wouter';
import { refusalOf } from '../shared/api/client.ts';
import { followEvents } from '../shared/api/live.ts';
import { useMe as useSignedIn } from '../shared/api/me.ts';
import { needSections, type Section } from '../shared/i18n/i18n.ts';
import { chooseLanguage } from '../shared/i18n/languages.ts';
import { Frame, Teach } from './frame/frame.tsx';
import { MeContext } from './frame/use-me.ts';
import { InboxPage } from './pages/inbox.tsx';
import { theme } from './theme.ts';

const page = <Name extends string>(load: () => Promise<Record<Name, () => ReactNode>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }));

/** A page that needs more words than every page has. */
const worded =
  <Module,>(load: () => Promise<Module>, ...sections: readonly Section[]) =>
  async () => {
    const [module] = await Promise.all([load(), needSections(...sections)]);
    return module;
  };

const IntakePage = page(() => import('./pages/intake.tsx'), 'IntakePage');
const WindowPage = page(
  worded(() => import('./pages/window.tsx'), 'services'),
  'WindowPage',
);
const MattersPage = page(() => import('./pages/matters.tsx'), 'MattersPage');
const MatterPage = page(
  worded(() => import('./pages/matter.tsx'), 'polls', 'talk', 'meetings'),
  'MatterPage',
);
const MeetingPage = page(
  worded(() => import('./pages/meeting.tsx'), 'meetings'),
  'MeetingPage',
);
const ConvenePage = page(
  worded(() => import('./pages/convene.tsx'), 'meetings'),
  'ConvenePage',
);
const PrintPage = page(() => import('./pages/print.tsx'), 'PrintPage');
const BallotsPage = page(
  worded(() => import('./pages/ballots.tsx'), 'polls'),
  'BallotsPage',
);
const MapPage = page(() => import('./pages/map.tsx'), 'MapPage');
const CommunityPage = page(() => import('./pages/community.tsx'), 'CommunityPage');
const OverviewPage = page(() => import('./pages/overview.tsx'), 'OverviewPage');
const RatesPage = page(() => import('./pages/rates.tsx'), 'RatesPage');
const FigurePage = page(() => import('./pages/figure.tsx'), 'FigurePage');
const TopicsPage = page(() => import('./pages/topics.tsx'), 'TopicsPage');
const GridsPage = page(() => import('./pages/grids.tsx'), 'GridsPage');
const ImportPage = page(() => import('./pages/import.tsx'), 'ImportPage');
const PeoplePage = page(() => import('./pages/people.tsx'), 'PeoplePage');
const PeopleListPage = page(() => import('./pages/people-list.tsx'), 'PeopleListPage');
const DuplicatesPage = page(() => import('./pages/duplicates.tsx'), 'DuplicatesPage');
const RegistryPage = page(() => import('./pages/registry.tsx'), 'RegistryPage');
const RegistryImportPage = page(() => import('./pages/registry-import.tsx'), 'RegistryImportPage');
const OwnersImportPage = page(() => import('./pages/owners-import.tsx'), 'OwnersImportPage');
const RegistryExportsPage = page(() => import('./pages/registry-exports.tsx'), 'RegistryExportsPage');
const RegistryNewPage = page(() => import('./pages/registry-new.tsx'), 'RegistryNewPage');
const BuildingsPage = page(() => import('./pages/buildings.tsx'), 'BuildingsPage');
const ResidentPage = page(() => import('./pages/resident.tsx'), 'ResidentPage');
const OrganisationsPage = page(() => import('./pages/organisations.tsx'), 'OrganisationsPage');
const OrganisationsImportPage = page(
  () => import('./pages/organisations-import.tsx'),
  'OrganisationsImportPage',
);
const OrganisationNewPage = page(() => import('./pages/organisation-new.tsx'), 'OrganisationNewPage');
const OrganisationPage = page(() => import('./pages/organisation.tsx'), 'OrganisationPage');
const RoundsPage = page(() => import('./pages/rounds.tsx'), 'RoundsPage');
const RoundsHomesPage = page(() => import('./pages/rounds-homes.tsx'), 'RoundsHomesPage');
const RoundsHomePage = page(() => import('./pages/rounds-home.tsx'), 'RoundsHomePage');
const RoundsPlacesPage = page(() => import('./pages/rounds-places.tsx'), 'RoundsPlacesPage');
const WeekPage = page(() => import('./pages/week.tsx'), 'WeekPage');
const BeginPage = page(() => import('./pages/begin.tsx'), 'BeginPage');
const ElectedPage = page(() => import('./pages/elected.tsx'), 'ElectedPage');
const MePage = page(() => import('./pages/me.tsx'), 'MePage');
const EnrolPage = page(() => import('./pages/enrol.tsx'), 'EnrolPage');
const SignInPage = page(() => import('./pages/sign-in.tsx'), 'SignInPage');

const locales = { 'zh-CN': zhCN, 'zh-TW': zhTW, en: enUS };

/** Follows the server's events for as long as somebody is signed in. */
function Live() {
  const client = useQueryClient();
  useEffect(() => followEvents(client), [client]);
  return null;
}

function toSignIn(): null {
  const to = encodeURIComponent(`${location.pathname}${location.search}`);
  location.replace(`/staff/sign-in?to=${to}`);
  return null;
}

function SignedIn() {
  const { t } = useTranslation();
  const me = useSignedIn();
  // Who has come in stays in while the server does not answer: the desk of a hall goes on without it.
  if (me.data === undefined && me.error !== null)
    return <Teach title={t('staff.cannot')}>{refusalOf(me.error).message}</Teach>;
  if (me.data === undefined) return <Skeleton active title={false} className="staff-main" />;
  if (me.data.person?.kind !== 'staff') return toSignIn();
  return (
    <MeContext value={me.data}>
      <Live />
      <Switch>
        <Route path="/matters/:community/:id/print" component={PrintPage} />
        <Route path="/matters/:community/:id/ballots" component={BallotsPage} />
        <Route>
          <Frame me={me.data}>
            <Suspense fallback={<Skeleton active title={false} />}>
              <Switch>
                <Route path="/" component={InboxPage} />
                <Route path="/intake" component={IntakePage} />
                <Route path="/window" component={WindowPage} />
                <Route path="/matters" component={MattersPage} />
                <Route path="/matters/:community/:id" component={MatterPage} />
                <Route path="/meetings/:community" component={ConvenePage} />
                <Route path="/meetings/:community/:id" component={MeetingPage} />
                <Route path="/map" component={MapPage} />
                <Route path="/community" component={CommunityPage} />
                <Route path="/overview" component={OverviewPage} />
                <Route path="/rates" component={RatesPage} />
                <Route path="/figures" component={FigurePage} />
                <Route path="/topics" component={TopicsPage} />
                <Route path="/grids" component={GridsPage} />
                <Route path="/import" component={ImportPage} />
                <Route path="/people" component={PeoplePage} />
                <Route path="/people/:community" component={PeopleListPage} />
                <Route path="/registry" component={RegistryPage} />
                <Route path="/registry/import" component={RegistryImportPage} />
                <Route path="/registry/owners/import" component={OwnersImportPage} />
                <Route path="/registry/exports" component={RegistryExportsPage} />
                <Route path="/registry/duplicates" component={DuplicatesPage} />
                <Route path="/registry/new" component={RegistryNewPage} />
                <Route path="/registry/buildings" component={BuildingsPage} />
                <Route path="/registry/:community/:id" component={ResidentPage} />
                <Route path="/organisations" component={OrganisationsPage} />
                <Route path="/organisations/import" component={OrganisationsImportPage} />
                <Route path="/organisations/new" component={OrganisationNewPage} />
                <Route path="/organisations/:community/:id" component={OrganisationPage} />
                <Route path="/rounds" component={RoundsPage} />
                <Route path="/rounds/homes" component={RoundsHomesPage} />
                <Route path="/rounds/homes/:community/:id" component={RoundsHomePage} />
                <Route path="/rounds/places" component={RoundsPlacesPage} />
                <Route path="/week" component={WeekPage} />
                <Route path="/elected" component={ElectedPage} />
                <Route path="/begin" component={BeginPage} />
                <Route path="/me" component={MePage} />
                <Route>
                  <Teach title={t('common.notFound.title')}>{t('common.notFound.text')}</Teach>
                </Route>
              </Switch>
            </Suspense>
          </Frame>
        </Route>
      </Switch>
    </MeContext>
  );
}

/** The workplace: everything under /staff. */
export function StaffApp() {
  const { i18n } = useTranslation();
  return (
    <ConfigProvider
      theme={theme}
      locale={locales[chooseLanguage([i18n.language])]}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <AntApp>
        <Router base="/staff">
          <Suspense fallback={<Skeleton active title={false} />}>
            <Switch>
              <Route path="/sign-in" component={SignInPage} />
              <Route path="/enrol" component={EnrolPage} />
              <Route component={SignedIn} />
            </Switch>
          </Suspense>
        </Router>
      </AntApp>
    </ConfigProvider>
  );
}
