import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TalkBody } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { newId } from '../../shared/matter/new-id.ts';
import { matterPath } from '../../shared/matter/sources.ts';
import { talkKey, talkPath } from '../../shared/talk/sources.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextArea } from '../../shared/ui/field.tsx';
import { ErrorNotice, Happened } from '../../shared/ui/notice.tsx';
import { useDraft } from '../../shared/ui/use-draft.ts';

/** `say`: a sentence for others to vote on. `opinion`: something that gets an answer, and stands in the record. */
type Way = 'say' | 'opinion';
const most: Readonly<Record<Way, number>> = { say: 140, opinion: 2000 };

function useSpeak(talk: TalkBody, way: Way, onDone: () => void) {
  const client = useQueryClient();
  const key = { community: talk.community, matter: talk.matter };
  const commandId = useRef(newId());
  return useMutation({
    mutationFn: (text: string) =>
      way === 'say'
        ? postJson(`${talkPath(key)}/statements`, { text })
        : postJson(`${matterPath(talk.community, talk.matter)}/commands`, {
            commandId: commandId.current,
            type: 'register-opinion',
            input: { text },
          }),
    onSuccess: async () => {
      onDone();
      await client.invalidateQueries({ queryKey: talkKey(key) });
    },
  });
}

function Form({
  talk,
  way,
  onDone,
  onClose,
}: {
  talk: TalkBody;
  way: Way;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText, forget] = useDraft(`talk.${way}.${talk.matter}`);
  const speak = useSpeak(talk, way, () => {
    forget();
    onDone();
  });
  return (
    <form
      className="talk-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '' && !speak.isPending) speak.mutate(text.trim());
      }}
    >
      <TextArea
        label={t(`talk.${way}Label`)}
        hint={t(`talk.${way}Hint`)}
        rows={way === 'say' ? 2 : 4}
        most={most[way]}
        keepsDraft
        value={text}
        onChange={setText}
      />
      {speak.error !== null && <ErrorNotice refusal={refusalOf(speak.error)} />}
      <div className="lr-buttons">
        <Button type="submit" weight="main" busy={speak.isPending} disabled={text.trim() === ''}>
          {t(`talk.${way}Send`)}
        </Button>
        <Button onClick={onClose}>{t('talk.cancel')}</Button>
      </div>
    </form>
  );
}

/** What one wants to say oneself. */
export function Speak({ talk, first }: { talk: TalkBody; first: (() => void) | undefined }) {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>();
  const [done, setDone] = useState<Way>();
  const begin = (chosen: Way) => {
    if (first !== undefined) return first();
    setDone(undefined);
    setWay(chosen);
  };
  if (way !== undefined)
    return (
      <Form
        key={way}
        talk={talk}
        way={way}
        onClose={() => setWay(undefined)}
        onDone={() => {
          setDone(way);
          setWay(undefined);
        }}
      />
    );
  return (
    <section className="talk-speak" aria-label={t('talk.sayLabel')}>
      {done === 'say' && <Happened what={t('talk.said')} next={t('talk.saidNext')} />}
      {done === 'opinion' && <Happened what={t('talk.opinionDone')} next={t('talk.opinionDoneNext')} />}
      {talk.statements && (
        <Button wide onClick={() => begin('say')}>
          {t('talk.say')}
        </Button>
      )}
      <Button wide onClick={() => begin('opinion')}>
        {t('talk.opinion')}
      </Button>
    </section>
  );
}
