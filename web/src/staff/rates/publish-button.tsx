import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Json, MeasureRow, MeasuresBody, OpenedBody } from '../../shared/api/bodies.ts';
import { postJson, refusalOf } from '../../shared/api/client.ts';
import { asWritten } from '../../shared/i18n/titles.ts';
import type { Say } from '../../shared/matter/dates.ts';
import { newId } from '../../shared/matter/new-id.ts';
import { hrefOf } from '../lists/matter-table.tsx';
import { handPrefill } from '../lists/prefill.ts';

const orNothing = (text: string | undefined): Json => text ?? null;

/** The table as it goes on record with the notice. */
export function figuresOf(data: MeasuresBody): Json {
  const { month, by, weights, formula } = data;
  const row = (each: MeasureRow): Json => ({
    rank: each.rank ?? null,
    title: asWritten(each.title),
    calls: each.calls,
    contacted: orNothing(each.contactedRate),
    solved: orNothing(each.solvedRate),
    satisfied: orNothing(each.satisfiedRate),
    score: orNothing(each.score),
  });
  return {
    month,
    by,
    formula,
    weights: { ...weights, source: asWritten(weights.source) },
    rows: data.rows.map(row),
    total: row(data.total),
  };
}

/** 2026年10月. */
export const monthText = (month: string, t: Say): string =>
  t('staff.rates.monthIs', { year: month.slice(0, 4), month: Number(month.slice(5)) });

function noticeText(data: MeasuresBody, t: Say): string {
  const lines = data.rows
    .filter((row) => row.rank !== undefined)
    .map((row) =>
      t('staff.publish.line', {
        rank: row.rank,
        title: asWritten(row.title),
        score: row.score,
        contacted: row.contactedRate,
        solved: row.solvedRate,
        satisfied: row.satisfiedRate,
      }),
    );
  return [
    t('staff.publish.lead', { month: monthText(data.month, t) }),
    ...lines,
    data.formula,
    t('staff.publish.end'),
  ].join('\n');
}

/** Opens the procedure of the ranking and leads to its publication with title, text and figures filled in. */
export function PublishButton({ data }: { data: MeasuresBody }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const [, go] = useLocation();
  const open = useMutation({
    mutationFn: () =>
      postJson<OpenedBody>('/api/matters', {
        commandId: newId(),
        procedure: 'monthly-ranking',
        channel: 'web',
        input: { month: data.month },
      }),
    onSuccess: (opened) => {
      const draft = {
        title: t('staff.publish.heading', {
          month: monthText(data.month, t),
          by: t(`staff.rates.by.${data.by}`),
        }),
        text: noticeText(data, t),
        figures: figuresOf(data),
      };
      handPrefill(opened.id, { publish: draft });
      go(hrefOf(opened));
    },
    onError: (error) => message.error(refusalOf(error).message),
  });
  const ask = () =>
    modal.confirm({
      title: t('staff.publish.title', { month: monthText(data.month, t) }),
      content: t('staff.publish.note'),
      okText: t('staff.publish.begin'),
      cancelText: t('staff.cancel'),
      icon: null,
      onOk: () => open.mutate(),
    });
  return (
    <>
      {data.total.calls === 0 && (
        <span className="panel-hint" id="publish-why">
          {t('staff.publish.nothing')}
        </span>
      )}
      <Button
        type="primary"
        onClick={ask}
        loading={open.isPending}
        disabled={data.total.calls === 0}
        aria-describedby={data.total.calls === 0 ? 'publish-why' : undefined}
      >
        {t('staff.publish.button')}
      </Button>
    </>
  );
}
