import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DutyReason } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Refused } from '../../shared/matter/action-form.tsx';

/** What a worker said of days on which they could not go, and what was answered. */
export function ReasonText({ reason }: { reason: DutyReason }) {
  const { t } = useTranslation();
  const { from, until, words, answer, answeredBy = '', state } = reason;
  return (
    <>
      <p>
        <b>{titled(reason.title)}</b> {from === until ? from : t('staff.reasons.days', { from, until })}
        <span className={`reason-state reason-${state}`}>{t(`staff.reasons.state.${state}`)}</span>
      </p>
      {words !== undefined && <p className="diary-said">{words}</p>}
      {answer !== undefined && (
        <p className="diary-said">{t('staff.reasons.answered', { name: answeredBy, answer })}</p>
      )}
    </>
  );
}

/** Whether it holds, with a word: the worker sees both. */
export function AnswerReason({ community, reason }: { community: string; reason: DutyReason }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const answer = useMutation({
    mutationFn: (accepted: boolean) =>
      postJson(`/api/fieldwork/reasons/${community}/${reason.id}/answer`, { accepted, words }),
    onSettled: () => client.invalidateQueries({ queryKey: ['rounds'] }),
  });
  const label = t('staff.reasons.word');
  return (
    <div className="reason-answer">
      <Input
        aria-label={label}
        placeholder={label}
        maxLength={500}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <Button loading={answer.isPending} onClick={() => answer.mutate(true)}>
        {t('staff.reasons.accept')}
      </Button>
      <Button loading={answer.isPending} onClick={() => answer.mutate(false)}>
        {t('staff.reasons.refuse')}
      </Button>
      {answer.error !== null && <Refused refusal={refusalOf(answer.error)} />}
    </div>
  );
}
