import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { momentText } from '../../shared/matter/dates.ts';
import { choiceText } from '../../shared/polls/say-marks.ts';
import { wordsOf } from '../../shared/polls/sign.ts';
import { pollsKey, pollsPath } from '../../shared/polls/sources.ts';
import { Button, LinkButton } from '../../shared/ui/button.tsx';
import { ErrorNotice, Happened } from '../../shared/ui/notice.tsx';
import type { BallotOf } from './ballot.tsx';
import { findReceipt } from './receipts.ts';

/** 投好了: the receipt, what it is for, and where to go. */
export function Voted({ community, matter, poll, line, now }: BallotOf & { readonly now: number }) {
  const { t } = useTranslation();
  const voted = line.voted;
  if (voted === undefined) return null;
  const receipt = findReceipt(poll.id, line.id);
  const code = voted.code ?? receipt?.code;
  const secret = poll.rule?.ballot === 'secret';
  const words = wordsOf(poll);
  return (
    <>
      <Happened
        what={t(`polls.voted.${voted.channel}`, { at: momentText(voted.at, now, t), ...words })}
        next={t(secret ? 'polls.votedSecret' : 'polls.votedNamed', words)}
      />
      {code !== undefined && (
        <section className="ballot-receipt" aria-label={t('polls.receipt')}>
          <span>{t('polls.receipt')}</span>
          <code>{code}</code>
          <p>{t('polls.receiptText', words)}</p>
          {receipt !== undefined && receipt.code === code && (
            <p className="lr-hint">
              {t('polls.receiptChoice', {
                ...words,
                choice: choiceText(
                  poll.options.map(({ id, title }) => ({ id, title: titled(title) })),
                  poll.rule?.kind,
                  receipt.choice,
                  t,
                ),
              })}
            </p>
          )}
        </section>
      )}
      {voted.revocableUntil !== undefined && voted.revocableUntil > now && (
        <TakeBack
          poll={poll}
          community={community}
          matter={matter}
          entry={line.id}
          until={voted.revocableUntil}
          now={now}
        />
      )}
      <div className="lr-buttons lr-no-print">
        <LinkButton to={`/matters/${community}/${matter}`}>{t('polls.follow')}</LinkButton>
        <Button onClick={() => window.print()}>{t('polls.print')}</Button>
      </div>
    </>
  );
}

/** 反悔: what somebody did for me at the desk, taken back while that may be. */
function TakeBack({
  poll,
  community,
  matter,
  entry,
  until,
  now,
}: Pick<BallotOf, 'community' | 'matter' | 'poll'> & {
  readonly entry: string;
  readonly until: number;
  readonly now: number;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const take = useMutation({
    mutationFn: () => postJson(`${pollsPath(community, matter)}/revocations`, { entry }),
    onSuccess: () => client.invalidateQueries({ queryKey: pollsKey(community, matter) }),
  });
  return (
    <section className="lr-part narrow">
      <p>{t('polls.takeBackText', { until: momentText(until, now, t), ...wordsOf(poll) })}</p>
      {take.error !== null && <ErrorNotice refusal={refusalOf(take.error)} />}
      <Button busy={take.isPending} onClick={() => take.mutate()}>
        {t('polls.takeBack', wordsOf(poll))}
      </Button>
    </section>
  );
}
