import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Switch } from 'wouter';
import { HomePage } from './resident/pages/home.tsx';
import { followEvents } from './shared/api/live.ts';
import { useMe } from './shared/api/me.ts';
import { LinkButton } from './shared/ui/button.tsx';
import { Skeleton } from './shared/ui/notice.tsx';
import { Page } from './shared/ui/page.tsx';
import { SiteShell } from './shared/ui/shell.tsx';

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
    <SiteShell>
      <Live />
      <Suspense
        fallback={
          <div className="lr-page">
            <Skeleton lines={4} />
          </div>
        }
      >
        <Switch>
          <Route path="/" component={HomePage} />
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </SiteShell>
  );
}
