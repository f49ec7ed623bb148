import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { MeBody } from '../../shared/api/bodies.ts';
import { deleteJson } from '../../shared/api/client.ts';
import { useMe } from '../../shared/api/me.ts';
import { Button, LinkButton } from '../../shared/ui/button.tsx';
import { Happened, Skeleton } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import { Devices } from '../me/devices.tsx';
import { ErasePart } from '../me/erase.tsx';
import { Looks } from '../me/looks.tsx';
import { NamePart } from '../me/name.tsx';
import { OwnRegistry } from '../me/own-registry.tsx';
import { NeedSignIn } from '../sign-in/need-sign-in.tsx';
import '../resident.css';
import '../me/me.css';

/** 我的: who I am here, who looked at my data, what is kept of me, and the ways out. */
export function MePage() {
  const { t } = useTranslation();
  const me = useMe().data;
  const [erased, setErased] = useState<number>();
  return (
    <Page title={t('common.me')} back={{ to: '/', title: t('common.home') }}>
      {erased !== undefined ? (
        <Happened
          what={t(erased === 0 ? 'resident.erase.doneNone' : 'resident.erase.done', { count: erased })}
          next={t('resident.erase.doneNext')}
        />
      ) : me === undefined ? (
        <Skeleton lines={6} />
      ) : me.person === undefined ? (
        <NeedSignIn why={t('resident.me.signIn')} />
      ) : (
        <Mine me={me} onErased={setErased} />
      )}
    </Page>
  );
}

function Mine({ me, onErased }: { me: MeBody; onErased: (count: number) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="lr-buttons">
        <LinkButton to="/mine">{t('resident.mine.title')}</LinkButton>
        <LinkButton to="/messages">
          {t(me.unread > 0 ? 'resident.me.messagesNew' : 'resident.messages.title', { count: me.unread })}
        </LinkButton>
      </div>
      <Part title={t('resident.me.name')}>
        <NamePart />
      </Part>
      <Part title={t('resident.looks.title')}>
        <Looks />
      </Part>
      {me.person?.kind === 'resident' && (
        <Part title={t('resident.registry.title')}>
          <OwnRegistry />
        </Part>
      )}
      <Part title={t('resident.devices.title')}>
        <Devices />
      </Part>
      <Part title={t('resident.data.title')}>
        <p>{t('resident.data.text')}</p>
        <div className="lr-buttons">
          <a className="lr-button lr-button-plain" href="/api/my-data" download="my-data.json">
            {t('resident.data.export')}
          </a>
        </div>
      </Part>
      {me.person?.kind === 'resident' && (
        <Part title={t('resident.erase.title')}>
          <ErasePart onErased={onErased} />
        </Part>
      )}
      <SignOut />
    </>
  );
}

function SignOut() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [, go] = useLocation();
  const out = useMutation({
    mutationFn: () => deleteJson('/api/session'),
    onSuccess: async () => {
      go('/');
      // Nothing that was a person's stays on the screen, not even until the next answer.
      await client.resetQueries();
    },
  });
  return (
    <div className="lr-buttons me-out">
      <Button busy={out.isPending} onClick={() => out.mutate()}>
        {t('resident.me.signOut')}
      </Button>
    </div>
  );
}
