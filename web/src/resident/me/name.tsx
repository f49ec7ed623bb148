import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionBody } from '../../shared/api/bodies.ts';
import { getJson, putJson, refusalOf } from '../../shared/api/client.ts';
import { meKey } from '../../shared/api/me.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { ErrorNotice, Happened, Skeleton } from '../../shared/ui/notice.tsx';

type SignedIn = Extract<SessionBody, { signedIn: true }>;

/** How I am called, and the number that I sign in with. */
export function NamePart() {
  const session = useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => getJson<SessionBody>('/api/session', signal),
  });
  return session.data?.signedIn === true ? <NameForm session={session.data} /> : <Skeleton />;
}

function NameForm({ session }: { session: SignedIn }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState(session.name);
  const save = useMutation({
    mutationFn: () => putJson('/api/session/name', { name: name.trim() }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: meKey }),
        client.invalidateQueries({ queryKey: ['session'] }),
      ]),
  });
  return (
    <form
      className="narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') save.mutate();
      }}
    >
      {session.phone !== undefined && <p>{t('resident.me.phone', { phone: session.phone })}</p>}
      <TextField
        label={t('resident.me.called')}
        hint={t('resident.me.calledHint')}
        autoComplete="name"
        most={50}
        value={name}
        onChange={(next) => {
          setName(next);
          save.reset();
        }}
      />
      {save.error !== null && <ErrorNotice refusal={refusalOf(save.error)} />}
      {save.isSuccess && <Happened what={t('resident.me.calledNow', { name: name.trim() })} />}
      <Button type="submit" busy={save.isPending} disabled={name.trim() === '' || name === session.name}>
        {t('resident.me.save')}
      </Button>
    </form>
  );
}
