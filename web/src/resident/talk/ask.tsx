import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TalkBody } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { talkKey, talkPath } from '../../shared/talk/sources.ts';
import { ErrorNotice, Happened, Skeleton } from '../../shared/ui/notice.tsx';

const answers = [
  { vote: 1, name: 'agree' },
  { vote: -1, name: 'disagree' },
  { vote: 0, name: 'pass' },
] as const;
type Vote = (typeof answers)[number]['vote'];

const sending = ['talk-vote'];

/** The next statement stands there at once; the vote goes off meanwhile, and comes back if it could not be kept. */
function useVotes(talk: TalkBody) {
  const client = useQueryClient();
  const key = { community: talk.community, matter: talk.matter };
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set());
  const send = useMutation({
    mutationKey: sending,
    mutationFn: (body: { n: number; vote: Vote }) => postJson(`${talkPath(key)}/votes`, body),
    onMutate: ({ n }) => setGone((before) => new Set([...before, n])),
    onError: (_, { n }) => setGone((before) => new Set([...before].filter((each) => each !== n))),
    onSettled: () => client.invalidateQueries({ queryKey: talkKey(key) }),
  });
  const next = talk.next.find(({ n }) => !gone.has(n));
  const ahead = talk.next.filter(({ n }) => gone.has(n)).length;
  const isSending = useIsMutating({ mutationKey: sending }) > 0;
  return { send, next, isSending, done: Math.min(talk.shown, talk.mine.answered + ahead) };
}

function Finished({ talk }: { talk: TalkBody }) {
  const { t } = useTranslation();
  return talk.shown === 0 ? (
    <Happened what={t('talk.nothingYet')} next={t('talk.nothingYetNext')} />
  ) : (
    <Happened what={t('talk.allDone')} next={t('talk.allDoneNext')} />
  );
}

/** 表态: one statement at a time, three large buttons. */
export function Ask({ talk, first }: { talk: TalkBody; first: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { send, next, isSending, done } = useVotes(talk);
  const left = talk.shown - done;
  // Nobody is told that all is done while a vote is still on its way: whoever then closes the page would lose it.
  if (next === undefined && (left > 0 || isSending)) return <Skeleton lines={3} />;
  if (next === undefined) return <Finished talk={talk} />;
  const press = (vote: Vote) => {
    if (first !== undefined) return first();
    send.mutate({ n: next.n, vote });
  };
  return (
    <section className="talk-ask" aria-label={t('talk.ask')}>
      <h2>{t('talk.ask')}</h2>
      {/* The buttons keep the focus: listeners hear the next one by itself. */}
      <p className="talk-words" aria-live="polite">
        {next.text}
      </p>
      <div className="talk-answers">
        {answers.map(({ vote, name }) => (
          <button
            key={name}
            type="button"
            className={`talk-answer talk-answer-${name}`}
            onClick={() => press(vote)}
          >
            {t(`talk.${name}`)}
          </button>
        ))}
      </div>
      {send.error !== null && <ErrorNotice refusal={refusalOf(send.error)} />}
      <p className="talk-progress" role="status">
        {t('talk.progress', { done, left })}
      </p>
      <progress max={talk.shown} value={done} aria-hidden="true" />
    </section>
  );
}
