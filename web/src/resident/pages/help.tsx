import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';
import { useMe } from '../../shared/api/me.ts';
import { Skeleton } from '../../shared/ui/notice.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { CallForm } from '../help/call-form.tsx';
import { CallStatus } from '../help/call-status.tsx';
import '../resident.css';
import '../help/help.css';

/** 我要求助: one large button; once pressed, who is coming and since when, in large type. */
export function HelpPage() {
  const { t } = useTranslation();
  const signedIn = useMe().data?.person !== undefined;
  const mine = useQuery({
    queryKey: ['mine', 'first'],
    queryFn: ({ signal }) => getJson<MatterPage>('/api/mine', signal),
    enabled: signedIn,
  });
  const calls = mine.data?.rows.filter(({ procedure }) => procedure.id === 'help-call') ?? [];
  const open = calls.find(({ status }) => status === 'open');
  return (
    <Page title={t('resident.help.title')} back={{ to: '/', title: t('common.home') }}>
      {signedIn && mine.isPending ? (
        <Skeleton lines={4} />
      ) : open === undefined ? (
        <CallForm signedIn={signedIn} known={mine.data?.rows ?? []} last={calls[0]} />
      ) : (
        <CallStatus key={open.id} community={open.community} id={open.id} />
      )}
    </Page>
  );
}
