import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { TalkBody } from '../../shared/api/bodies.ts';
import { refusalOf } from '../../shared/api/client.ts';
import { useMe } from '../../shared/api/me.ts';
import { limitText } from '../../shared/matter/dates.ts';
import { talkKey, useTalk } from '../../shared/talk/sources.ts';
import { TalkMap } from '../../shared/talk/talk-map.tsx';
import { TalkOpinions, TalkRemovals } from '../../shared/talk/talk-record.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { ErrorNotice, Notice, Skeleton } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import { NeedSignIn } from '../sign-in/need-sign-in.tsx';
import { Ask } from '../talk/ask.tsx';
import { Speak } from '../talk/speak.tsx';
import { Wrote } from '../talk/wrote.tsx';
import '../resident.css';
import '../../shared/talk/talk.css';

/** 议一件事: one statement after the other, one's own words, and where everybody stands. */
export function TalkPage() {
  const { t } = useTranslation();
  const { community = '', id = '' } = useParams<{ community: string; id: string }>();
  const answer = useTalk({ community, matter: id });
  const back = { to: '/discuss', title: t('talk.backHere') };
  if (answer.error !== null)
    return (
      <Page title={t('talk.cannot')} back={back}>
        <ErrorNotice refusal={refusalOf(answer.error)} />
      </Page>
    );
  if (answer.data === undefined)
    return (
      <div className="lr-page">
        <Skeleton lines={8} />
      </div>
    );
  return (
    <Page title={answer.data.title} back={back} lead={<When talk={answer.data} />}>
      <Background text={answer.data.text} />
      <Talk talk={answer.data} />
    </Page>
  );
}

function When({ talk }: { talk: TalkBody }) {
  const { t } = useTranslation();
  const now = useNow();
  if (talk.state !== 'open' || talk.closesAt === undefined) return t(`talk.${talk.state}`);
  return t('talk.until', { at: limitText(talk.closesAt, now, t) });
}

const shortText = 60;
function Background({ text }: { text: string }) {
  const { t } = useTranslation();
  if (text.length <= shortText) return <p className="talk-text">{text}</p>;
  return (
    <details className="talk-background">
      <summary>{t('talk.background')}</summary>
      <p className="talk-text">{text}</p>
    </details>
  );
}

function Talk({ talk }: { talk: TalkBody }) {
  const { t } = useTranslation();
  const [seesMap, setSeesMap] = useState(false);
  const key = { community: talk.community, matter: talk.matter };
  return (
    <>
      {talk.state === 'open' && <OpenTalk talk={talk} />}
      <Wrote talk={talk} />
      {talk.statements && (
        <Part title={t('talk.map.title')}>
          {seesMap || talk.state !== 'open' ? (
            <TalkMap talk={key} />
          ) : (
            <Button wide onClick={() => setSeesMap(true)}>
              {t('talk.map.show')}
            </Button>
          )}
        </Part>
      )}
      <Part title={t('talk.opinions.title')}>
        <TalkOpinions talk={talk} />
      </Part>
      {talk.removals.length > 0 && (
        <Part title={t('talk.removals.title')}>
          <TalkRemovals talk={talk} />
        </Part>
      )}
    </>
  );
}

function OpenTalk({ talk }: { talk: TalkBody }) {
  const { t } = useTranslation();
  const me = useMe().data;
  const client = useQueryClient();
  const [wish, setWish] = useState(false);
  const known = me?.person !== undefined;
  if (me === undefined) return <Skeleton lines={4} />;
  if (known && !talk.asked) return <Notice>{t('talk.notAsked')}</Notice>;
  const enter = () => {
    setWish(false);
    void client.invalidateQueries({ queryKey: talkKey({ community: talk.community, matter: talk.matter }) });
  };
  if (!known && wish) return <NeedSignIn why={t('talk.signIn')} onDone={enter} />;
  const first = known ? undefined : () => setWish(true);
  return (
    <>
      {talk.statements && <Ask talk={talk} first={first} />}
      <Speak talk={talk} first={first} />
    </>
  );
}
