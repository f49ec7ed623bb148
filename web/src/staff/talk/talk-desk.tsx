import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TalkBody } from '../../shared/api/bodies.ts';
import { refusalOf } from '../../shared/api/client.ts';
import { type TalkKey, useTalk, useTalkAct } from '../../shared/talk/sources.ts';
import { TalkMap } from '../../shared/talk/talk-map.tsx';
import { TalkRemovals } from '../../shared/talk/talk-record.tsx';
import { RemoveForm } from './remove-form.tsx';
import { SeedForm } from './seed-form.tsx';
import './talk-desk.css';

type Desk = NonNullable<TalkBody['desk']>;

/** One act on a statement; a refusal is told in words. */
function useDesk(key: TalkKey) {
  const { message } = App.useApp();
  const act = useTalkAct(key);
  return (path: string, body: object) =>
    act.mutate({ path, body }, { onError: (error) => void message.error(refusalOf(error).message) });
}

interface Part {
  readonly desk: Desk;
  readonly act: (path: string, body: object) => void;
  readonly onRemove: (n: number) => void;
}

function Waiting({ desk, act, onRemove }: Part) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('talk.desk.waiting')}</h3>
      {desk.waiting.length === 0 && <p className="talk-desk-none">{t('talk.desk.noWaiting')}</p>}
      <ul className="talk-desk-list">
        {desk.waiting.map(({ n, text }) => (
          <li key={n}>
            <span>{text}</span>
            <span className="talk-desk-acts">
              <Button size="small" type="primary" onClick={() => act(`statements/${n}/decision`, {})}>
                {t('talk.desk.show')}
              </Button>
              <Button size="small" onClick={() => onRemove(n)}>
                {t('talk.desk.remove')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Appeals({ desk, act }: Part) {
  const { t } = useTranslation();
  if (desk.appeals.length === 0) return null;
  return (
    <>
      <h3>{t('talk.desk.appeals')}</h3>
      <ul className="talk-desk-list">
        {desk.appeals.map(({ n, text, reason, appeal, mayDecide }) => (
          <li key={n}>
            <span>
              {text}
              <small>
                {t('talk.status.removed', { reason: t(`talk.reason.${reason}`) })}
                <br />
                {t('talk.desk.appealSaid', { text: appeal })}
              </small>
            </span>
            {mayDecide ? (
              <span className="talk-desk-acts">
                <Button size="small" onClick={() => act(`statements/${n}/judgement`, { upheld: true })}>
                  {t('talk.desk.uphold')}
                </Button>
                <Button size="small" onClick={() => act(`statements/${n}/judgement`, { upheld: false })}>
                  {t('talk.desk.putBack')}
                </Button>
              </span>
            ) : (
              <small>{t('talk.desk.notYou')}</small>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Shown({ desk, onRemove }: Part) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>
        {t('talk.desk.shown')} · {desk.shown.length}
      </summary>
      <ul className="talk-desk-list">
        {desk.shown.map(({ n, text, settled, ...tally }) => (
          <li key={n}>
            <span>
              {text}
              <small>{t('talk.desk.tally', tally)}</small>
            </span>
            {settled ? (
              <small>{t('talk.desk.settled')}</small>
            ) : (
              <Button size="small" onClick={() => onRemove(n)}>
                {t('talk.desk.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Unanswered({ talk }: { talk: TalkBody }) {
  const { t } = useTranslation();
  const open = talk.opinions.filter(({ answer }) => answer === undefined);
  return (
    <>
      <h3>{t('talk.desk.opinions')}</h3>
      <p className="talk-desk-none">
        {t(open.length === 0 ? 'talk.desk.noOpinions' : 'talk.desk.answerAbove')}
      </p>
      <ul className="talk-desk-list">
        {open.map(({ n, text }) => (
          <li key={n}>
            <span>
              <b>{t('talk.opinions.n', { n })}</b> {text}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** 议事: what waits for an answer or a look, what people think, who is missing, what was taken out. */
export function TalkDesk({ talk: key }: { talk: TalkKey }) {
  const { t } = useTranslation();
  const act = useDesk(key);
  const [removing, setRemoving] = useState<number>();
  const talk = useTalk(key).data;
  if (talk === undefined) return null;
  const isOver = talk.state === 'closed';
  return (
    <section className="matter-section talk-desk" aria-label={t('talk.desk.title')}>
      <h2>
        {t('talk.desk.title')}
        <a className="facts-print" href={`/discuss/${key.community}/${key.matter}`}>
          {t('talk.desk.page')}
        </a>
      </h2>
      <Unanswered talk={talk} />
      {talk.desk !== undefined && talk.statements && !isOver && (
        <>
          <Waiting desk={talk.desk} act={act} onRemove={setRemoving} />
          <Appeals desk={talk.desk} act={act} onRemove={setRemoving} />
          <Shown desk={talk.desk} act={act} onRemove={setRemoving} />
          {talk.state === 'open' && <SeedForm onSend={(text) => act('statements', { text })} />}
        </>
      )}
      {talk.statements && (
        <details className="talk-desk-map">
          <summary>{t('talk.desk.map')}</summary>
          <TalkMap talk={key} />
        </details>
      )}
      {talk.removals.length > 0 && (
        <>
          <h3>{t('talk.removals.title')}</h3>
          <TalkRemovals talk={talk} />
        </>
      )}
      {removing !== undefined && (
        <RemoveForm
          onClose={() => setRemoving(undefined)}
          onRemove={(removeFor) => {
            act(`statements/${removing}/decision`, { removeFor });
            setRemoving(undefined);
          }}
        />
      )}
    </section>
  );
}
