import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Device, SessionBody } from '../../shared/api/bodies.ts';
import { deleteJson, getJson } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { PageHead } from '../frame/frame.tsx';
import { useMe } from '../frame/use-me.ts';
import { LanguageChoice } from '../me/language.tsx';
import { PasskeyPart } from '../me/passkeys.tsx';
import { PasswordPart } from '../me/password.tsx';
import { PhonesPart } from '../me/phones.tsx';
import { SecondFactor } from '../me/second-factor.tsx';
import { TrailPart } from '../me/trail.tsx';
import { useFactors } from '../me/use-factors.ts';
import '../me/me.css';
import '../me/sign-in.css';

function Devices() {
  const { t } = useTranslation();
  const now = useNow();
  const client = useQueryClient();
  const devices = useQuery({
    queryKey: ['devices'],
    queryFn: () => getJson<readonly Device[]>('/api/session/devices'),
  });
  const end = useMutation({
    mutationFn: (path: string) => deleteJson(path),
    onSuccess: () => client.invalidateQueries({ queryKey: ['devices'] }),
  });
  const rows = devices.data ?? [];
  return (
    <section className="me-part">
      <h2>{t('staff.me.devices')}</h2>
      <ul className="me-list">
        {rows.map((row) => (
          <li key={row.id}>
            <div>
              {row.device} {row.isCurrent && <b>{t('staff.me.thisDevice')}</b>}
              <p>{t('staff.me.lastSeen', { at: momentText(row.lastSeenAt, now, t) })}</p>
            </div>
            {!row.isCurrent && (
              <Button size="small" onClick={() => end.mutate(`/api/session/devices/${row.id}`)}>
                {t('staff.me.endDevice')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {rows.length > 1 && (
        <Button onClick={() => end.mutate('/api/session/devices')}>{t('staff.me.endOthers')}</Button>
      )}
    </section>
  );
}

function Posts() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <section className="me-part">
      <h2>{t('staff.me.posts')}</h2>
      <ul className="me-list">
        {me.posts.map((post) => (
          <li key={`${post.organ.id}-${post.post}`}>
            <div>
              <b>{titled(post.title)}</b> {titled(post.organ.title)}
              <p>
                {[
                  t(`staff.me.sees.${post.sees}`),
                  ...post.rights.map((right) => t(`staff.me.right.${right}`)),
                ].join(t('matter.comma'))}
              </p>
            </div>
          </li>
        ))}
        {me.posts.length === 0 && <li>{t('staff.me.noPostTeach')}</li>}
      </ul>
    </section>
  );
}

type SignedIn = Extract<SessionBody, { signedIn: true }>;

/** How I get in. The demonstration's people have no password, so there is nothing of theirs to change. */
function Entrance({ session }: { session: SignedIn }) {
  const factors = useFactors().data;
  if (session.demo) return <SecondFactor enrolled={session.secondFactor} />;
  if (factors === undefined) return null;
  return (
    <>
      <SecondFactor enrolled={factors.hasAuthenticator} />
      <PasskeyPart />
      {session.secondFactor && <PasswordPart />}
    </>
  );
}

/** 我的: my seats and what they let me do, my second factor, where I am signed in. */
export function MePage() {
  const { t } = useTranslation();
  const me = useMe();
  const session = useQuery({
    queryKey: ['session'],
    queryFn: () => getJson<SessionBody>('/api/session'),
  }).data;
  const out = useMutation({
    mutationFn: () => deleteJson('/api/session'),
    onSuccess: () => location.assign('/staff/sign-in'),
  });
  return (
    <>
      <PageHead
        title={me.person?.name ?? t('staff.nav.me')}
        tools={<Button onClick={() => out.mutate()}>{t('staff.me.signOut')}</Button>}
      />
      <Posts />
      {session?.signedIn === true && <Entrance session={session} />}
      <Devices />
      {me.rounds && <PhonesPart />}
      <TrailPart />
      <LanguageChoice />
    </>
  );
}
