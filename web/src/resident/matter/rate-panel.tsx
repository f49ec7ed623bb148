import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterBody } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { newId } from '../../shared/matter/new-id.ts';
import { matterKey, matterPath } from '../../shared/matter/sources.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Choice, TextArea } from '../../shared/ui/field.tsx';
import { ErrorNotice } from '../../shared/ui/notice.tsx';
import { useDraft } from '../../shared/ui/use-draft.ts';

type YesNo = 'yes' | 'no';
const contents = ['satisfied', 'basically', 'dissatisfied'] as const;
type Content = (typeof contents)[number];

interface Answers {
  readonly contacted?: YesNo;
  readonly solved?: YesNo;
  readonly satisfied?: Content;
}
const isWhole = (answers: Answers): answers is Required<Answers> =>
  answers.contacted !== undefined && answers.solved !== undefined && answers.satisfied !== undefined;

function useRate(matter: MatterBody, onDone: () => void) {
  const client = useQueryClient();
  const commandId = useRef(newId());
  return useMutation({
    mutationFn: (input: Readonly<Record<string, string | boolean>>) =>
      postJson(`${matterPath(matter.community, matter.id)}/commands`, {
        commandId: commandId.current,
        type: 'rate',
        ...(matter.visit !== undefined && { visit: { step: matter.visit.step, n: matter.visit.n } }),
        input,
      }),
    onSuccess: async () => {
      onDone();
      await Promise.all(
        [matterKey(matter.community, matter.id), ['inbox'], ['mine']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}

/** Only what is reported counts towards the three rates of those who handle it. */
export const kindOf = ({ procedure }: MatterBody): '' | 'Other' =>
  procedure.id === 'complaint' ? '' : 'Other';

/** Three large questions; what each answer leads to is said before it is given. */
export function RatePanel({ matter, onDone }: { matter: MatterBody; onDone: () => void }) {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState<Answers>({});
  const [comment, setComment, forget] = useDraft(`rate.${matter.id}`);
  const [asked, setAsked] = useState(false);
  const kind = kindOf(matter);
  const rate = useRate(matter, () => {
    forget();
    onDone();
  });
  const yesNo = (yes: string, no: string) =>
    [
      { value: 'yes', title: t(yes) },
      { value: 'no', title: t(no) },
    ] as const;
  const lacking = (value: string | undefined) =>
    asked && value === undefined ? t('resident.rate.choose') : undefined;
  const send = () => {
    setAsked(true);
    if (!isWhole(answers)) return;
    rate.mutate({
      contacted: answers.contacted === 'yes',
      solved: answers.solved === 'yes',
      satisfied: answers.satisfied,
      ...(comment.trim() !== '' && { comment: comment.trim() }),
    });
  };
  const displeased = answers.solved === 'no' || answers.satisfied === 'dissatisfied';
  return (
    <section className="rate" aria-labelledby="rate-title" id="rate">
      <h2 id="rate-title">{t('resident.rate.title')}</h2>
      <p>{t(`resident.rate.lead${kind}`)}</p>
      <Choice
        row
        label={t('resident.rate.contacted')}
        options={yesNo('matter.rate.contacted', 'matter.rate.notContacted')}
        value={answers.contacted}
        complaint={lacking(answers.contacted)}
        onChange={(contacted) => setAnswers({ ...answers, contacted })}
      />
      <Choice
        row
        label={t('resident.rate.solved')}
        options={yesNo('matter.rate.solved', 'matter.rate.unsolved')}
        value={answers.solved}
        complaint={lacking(answers.solved)}
        onChange={(solved) => setAnswers({ ...answers, solved })}
      />
      <Choice
        row
        label={t('resident.rate.satisfied')}
        options={contents.map((value) => ({ value, title: t(`matter.rate.${value}`) }))}
        value={answers.satisfied}
        complaint={lacking(answers.satisfied)}
        onChange={(satisfied) => setAnswers({ ...answers, satisfied })}
      />
      <TextArea
        label={t('resident.rate.comment')}
        optional
        rows={2}
        most={2000}
        keepsDraft
        value={comment}
        onChange={setComment}
      />
      {isWhole(answers) && (
        <p role="status">
          {t(displeased ? `resident.rate.thenSupervise${kind}` : 'resident.rate.thenClosed')}
        </p>
      )}
      {rate.error !== null && <ErrorNotice refusal={refusalOf(rate.error)} />}
      <div className="lr-buttons">
        <Button weight="main" busy={rate.isPending} onClick={send}>
          {t('resident.rate.send')}
        </Button>
      </div>
    </section>
  );
}
