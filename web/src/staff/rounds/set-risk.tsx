import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundsHomeBody } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { Line, Pick, Text } from '../registry/change-form.tsx';
import '../registry/registry.css';

/** 定风险: the office sets it up or down and says why; goes out with the risk that the clerk saw. */
export function SetRisk({ home }: { home: RoundsHomeBody }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState(home.risk);
  const [reason, setReason] = useState('');
  const path = `/api/fieldwork/homes/${home.community}/${home.id}`;
  const set = useMutation({
    mutationFn: () => postJson(`${path}/risk`, { from: home.risk, to, reason }),
    onSuccess: () => {
      setOpen(false);
      setReason('');
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['rounds-home'] }),
  });
  if (!open)
    return (
      <Button
        onClick={() => {
          set.reset();
          setTo(home.risk);
          setOpen(true);
        }}
      >
        {t('staff.rounds.home.set')}
      </Button>
    );
  return (
    <form
      className="change-form"
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate();
      }}
    >
      <Line name="risk" label={t('staff.rounds.risk')}>
        <Pick
          name="risk"
          value={to}
          onChange={setTo}
          options={home.risks.map(({ id, title, visitEveryDays }) => ({
            value: id,
            title: t('staff.rounds.home.every', { risk: titled(title), days: visitEveryDays }),
          }))}
        />
      </Line>
      <Line name="reason" label={t('staff.rounds.home.reason')} hint={t('staff.rounds.home.reasonHint')}>
        <Text name="reason" value={reason} most={200} onChange={setReason} />
      </Line>
      {set.error !== null && <Refused refusal={refusalOf(set.error)} />}
      <div className="change-buttons">
        <Button
          type="primary"
          htmlType="submit"
          loading={set.isPending}
          disabled={to === home.risk || reason.trim().length < 2}
        >
          {t('staff.rounds.home.save')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('staff.rounds.home.leave')}</Button>
      </div>
    </form>
  );
}

/** What the charter calls a risk. */
export const riskText = (home: RoundsHomeBody, id: string): string => {
  const risk = home.risks.find((each) => each.id === id);
  return risk === undefined ? id : titled(risk.title);
};
