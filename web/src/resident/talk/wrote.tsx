import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TalkBody } from '../../shared/api/bodies.ts';
import { refusalOf } from '../../shared/api/client.ts';
import { useTalkAct } from '../../shared/talk/sources.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextArea } from '../../shared/ui/field.tsx';
import { ErrorNotice } from '../../shared/ui/notice.tsx';
import { Part } from '../../shared/ui/page.tsx';

type Own = TalkBody['mine']['wrote'][number];

function Appeal({ talk, own }: { talk: TalkBody; own: Own }) {
  const { t } = useTranslation();
  const [text, setText] = useState<string>();
  const act = useTalkAct({ community: talk.community, matter: talk.matter });
  if (text === undefined) return <Button onClick={() => setText('')}>{t('talk.appeal')}</Button>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '')
          act.mutate({ path: `statements/${own.n}/appeal`, body: { text: text.trim() } });
      }}
    >
      <TextArea label={t('talk.appealLabel')} rows={2} most={500} value={text} onChange={setText} />
      {act.error !== null && <ErrorNotice refusal={refusalOf(act.error)} />}
      <Button type="submit" weight="main" busy={act.isPending} disabled={text.trim() === ''}>
        {t('talk.appealSend')}
      </Button>
    </form>
  );
}

/** What I said, and what became of it. */
export function Wrote({ talk }: { talk: TalkBody }) {
  const { t } = useTranslation();
  const { wrote } = talk.mine;
  if (wrote.length === 0) return null;
  return (
    <Part title={t('talk.wrote')}>
      <ul className="talk-wrote">
        {wrote.map((own) => (
          <li key={own.n}>
            <b>{own.text}</b>
            <span>
              {t(`talk.status.${own.status}`, {
                reason: own.reason === undefined ? '' : t(`talk.reason.${own.reason}`),
              })}
            </span>
            {own.appeal !== undefined && <span>{t(`talk.appealState.${own.appeal}`)}</span>}
            {own.status === 'removed' && own.appeal === undefined && talk.state !== 'closed' && (
              <Appeal talk={talk} own={own} />
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
