import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'wouter';
import type { CheckedInBody } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { useMe } from '../../shared/api/me.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { Button, LinkButton } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { ErrorNotice, Happened, Notice, Skeleton } from '../../shared/ui/notice.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { PhoneSignIn } from '../sign-in/phone-sign-in.tsx';

function CheckIn({ path, code }: { path: string; code: string }) {
  const { t } = useTranslation();
  const now = useNow();
  const go = useMutation({ mutationFn: () => postJson<CheckedInBody>(`${path}/check-in`, { code }) });
  if (go.data !== undefined) {
    const { no, label, at } = go.data;
    return (
      <Happened
        what={t('meetings.checkIn.done', { no, label })}
        next={t('meetings.checkIn.doneNext', { at: momentText(at, now, t) })}
      />
    );
  }
  const refusal = go.error === null ? undefined : refusalOf(go.error);
  return (
    <>
      {refusal !== undefined && (
        <ErrorNotice refusal={refusal}>
          {refusal.code === 'needs-proof' && (
            <div className="lr-buttons">
              <LinkButton to="/me">{t('meetings.checkIn.prove')}</LinkButton>
            </div>
          )}
        </ErrorNotice>
      )}
      {refusal?.code !== 'code-old' && (
        <div className="lr-buttons">
          <Button weight="main" wide busy={go.isPending} onClick={() => go.mutate()}>
            {t('meetings.checkIn.go')}
          </Button>
        </div>
      )}
    </>
  );
}

/** 手机签到: whoever scanned the code on the wall is one press away from being there. */
export function CheckInPage() {
  const { t } = useTranslation();
  const { community = '', id = '' } = useParams<{ community: string; id: string }>();
  const [search] = useSearchParams();
  const code = search.get('code') ?? '';
  const me = useMe().data;
  const path = `/api/meetings/${encodeURIComponent(community)}/${encodeURIComponent(id)}`;
  const inside = () => {
    if (code === '') return <Notice tone="waiting">{t('meetings.checkIn.noCode')}</Notice>;
    if (me === undefined) return <Skeleton lines={3} />;
    if (me.person !== undefined) return <CheckIn path={path} code={code} />;
    return (
      <>
        <p>{t('meetings.checkIn.signIn')}</p>
        <PhoneSignIn inline />
      </>
    );
  };
  return (
    <Page
      title={t('meetings.checkIn.title')}
      lead={t('meetings.checkIn.lead')}
      back={{ to: `/matters/${community}/${id}`, title: t('meetings.checkIn.matter') }}
    >
      {inside()}
    </Page>
  );
}
