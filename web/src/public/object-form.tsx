import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { NoticeBody } from '../shared/api/bodies.ts';
import { postJson, refusalOf } from '../shared/api/client.ts';
import { useMe } from '../shared/api/me.ts';
import { dayText } from '../shared/matter/dates.ts';
import { newId } from '../shared/matter/new-id.ts';
import { matterPath } from '../shared/matter/sources.ts';
import { Button } from '../shared/ui/button.tsx';
import { TextArea } from '../shared/ui/field.tsx';
import { ErrorNotice, Happened } from '../shared/ui/notice.tsx';
import { Part } from '../shared/ui/page.tsx';
import { useDraft } from '../shared/ui/use-draft.ts';

function useObject({ community, matter, seq }: NoticeBody, text: string, onDone: () => void) {
  const client = useQueryClient();
  const commandId = useRef(newId());
  return useMutation({
    mutationFn: () =>
      postJson(`${matterPath(community, matter)}/commands`, {
        commandId: commandId.current,
        type: 'object',
        input: { text: text.trim() },
      }),
    onSuccess: async () => {
      commandId.current = newId();
      onDone();
      await client.invalidateQueries({ queryKey: ['notice', community, matter, String(seq)] });
      await client.invalidateQueries({ queryKey: ['notice', community, matter, seq] });
    },
  });
}

/** 提出异议, until the notice ends. A guest is shown where to sign in; what was written stays. */
export function ObjectForm({ notice, now }: { notice: NoticeBody; now: number }) {
  const { t } = useTranslation();
  const me = useMe().data;
  const here = `/notices/${notice.community}/${notice.matter}/${notice.seq}`;
  const [text, setText, forget] = useDraft(`object.${notice.matter}.${notice.seq}`);
  const [asked, setAsked] = useState(false);
  const object = useObject(notice, text, () => {
    forget();
    setAsked(false);
  });
  const until = dayText(notice.untilAt, now, t);
  if (!notice.inForce) return <p>{t('public.object.over', { day: until })}</p>;
  if (me !== undefined && me.person === undefined)
    return (
      <p>
        {t('public.object.guest', { day: until })}{' '}
        <Link to={`/sign-in?to=${encodeURIComponent(here)}`}>{t('public.object.signIn')}</Link>
      </p>
    );
  if (!notice.mayObject) return <p>{t('public.object.notYou')}</p>;
  if (object.isSuccess) return <Happened what={t('public.object.done')} next={t('public.object.doneNext')} />;
  const lacking = text.trim() === '';
  return (
    <Part title={t('public.object.title')}>
      <p>{t('public.object.until', { day: until })}</p>
      <TextArea
        label={t('public.object.text')}
        hint={t('public.object.hint')}
        rows={3}
        most={2000}
        keepsDraft
        value={text}
        complaint={asked && lacking ? t('public.object.lack') : undefined}
        onChange={setText}
      />
      {object.error !== null && <ErrorNotice refusal={refusalOf(object.error)} />}
      <Button
        busy={object.isPending}
        onClick={() => {
          setAsked(true);
          if (!lacking) object.mutate();
        }}
      >
        {t('public.object.send')}
      </Button>
    </Part>
  );
}
