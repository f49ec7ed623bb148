import { useTranslation } from 'react-i18next';
import type { TalkBody } from '../api/bodies.ts';
import { momentText } from '../matter/dates.ts';
import { useNow } from '../ui/due-text.tsx';

/** 意见和答复: what was said in the record, each with its answer. */
export function TalkOpinions({ talk }: { talk: TalkBody }) {
  const { t } = useTranslation();
  if (talk.opinions.length === 0) return <p className="lr-hint">{t('talk.opinions.none')}</p>;
  return (
    <ol className="talk-opinions">
      {talk.opinions.map(({ n, text, answer }) => (
        <li key={n}>
          <small>{t('talk.opinions.n', { n })}</small>
          <p>{text}</p>
          <p className={answer === undefined ? 'talk-waits' : 'talk-answered'}>
            <b>
              {answer === undefined
                ? t('talk.opinions.waiting')
                : t(answer.adopted ? 'talk.opinions.adopted' : 'talk.opinions.notAdopted')}
            </b>
            {answer !== undefined && <> {answer.text}</>}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** 撤下的: that, when and why. */
export function TalkRemovals({ talk }: { talk: TalkBody }) {
  const { t } = useTranslation();
  const now = useNow();
  if (talk.removals.length === 0) return <p className="lr-hint">{t('talk.removals.none')}</p>;
  return (
    <ul className="plain-list">
      {talk.removals.map(({ n, reason, at, appeal }) => (
        <li key={n}>
          {t('talk.removals.one', { n, at: momentText(at, now, t), reason: t(`talk.reason.${reason}`) })}
          {appeal !== undefined && ` · ${t(`talk.removals.${appeal}`)}`}
        </li>
      ))}
    </ul>
  );
}
