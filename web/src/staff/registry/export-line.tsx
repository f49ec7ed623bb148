import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportLine } from '../../shared/api/bodies.ts';
import { postForFile, postJson, refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { Refused } from '../../shared/matter/action-form.tsx';
import { momentText, type Say } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { saveFile } from '../lists/spreadsheet.ts';
import { Line, Pick, Text } from './change-form.tsx';

export const exportsKey = ['registry-exports'];
const dayMs = 86_400_000;

const sayWho = ({ by, organ, post }: ExportLine['asked']): string =>
  `${titled(organ)}${titled(post)} ${by}`.trim();

function sayState({ answered, copiesLeft, mayTake, asked }: ExportLine, now: number, t: Say): string {
  if (answered === undefined)
    return t(now > asked.at + 14 * dayMs ? 'staff.registry.exports.void' : 'staff.registry.exports.waits');
  const who = sayWho(answered);
  if (!answered.approved) return t('staff.registry.exports.refused', { who, reason: answered.reason ?? '' });
  const lasts = copiesLeft > 0 && now < (answered.until ?? 0);
  return lasts || mayTake
    ? t('staff.registry.exports.approved', {
        who,
        until: momentText(answered.until ?? 0, now, t),
        count: copiesLeft,
      })
    : t('staff.registry.exports.over', { who });
}

/** One export: what, for whom, how far; and what the reader may do with it. */
export function ExportItem({ line }: { line: ExportLine }) {
  const { t } = useTranslation();
  const now = useNow();
  const parts = line.grids.map(titled).join('、');
  const part = parts === '' ? t('staff.registry.exports.all') : parts;
  const shown = line.columns.map((column) => t(`staff.registry.exports.column.${column}`)).join('、');
  return (
    <li className="export-item">
      <h2>
        {t('staff.registry.exports.head', { n: line.n, community: titled(line.communityTitle), part })}
        {line.whole.length > 0 && <em>{t('staff.registry.exports.wholeTag')}</em>}
      </h2>
      <p>{line.purpose}</p>
      <p className="panel-hint">
        {[
          shown,
          line.residents === undefined ? '' : t('staff.registry.exports.people', { count: line.residents }),
          t('staff.registry.exports.asked', {
            who: sayWho(line.asked),
            when: momentText(line.asked.at, now, t),
          }),
        ]
          .filter((each) => each !== '')
          .join(' · ')}
      </p>
      <p>
        <b>{sayState(line, now, t)}</b>
      </p>
      {line.mayAnswer && <Answering line={line} />}
      {line.mayTake && <Taking line={line} />}
    </li>
  );
}

const urlOf = ({ community, id }: ExportLine): string => `/api/registry/exports/${community}/${id}`;

function Answering({ line }: { line: ExportLine }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [days, setDays] = useState('3');
  const [refuses, setRefuses] = useState(false);
  const [reason, setReason] = useState('');
  const answer = useMutation({
    mutationFn: () =>
      postJson(
        `${urlOf(line)}/answer`,
        refuses ? { approve: false, reason: reason.trim() } : { approve: true, days: Number(days) },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: exportsKey }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate();
  };
  const title = t(refuses ? 'staff.registry.exports.refuse' : 'staff.registry.exports.approve');
  return (
    <form className="change-form" aria-label={title} onSubmit={submit} noValidate>
      {refuses ? (
        <Line
          name={`why-${line.n}`}
          label={t('staff.registry.exports.why')}
          hint={t('staff.registry.exports.whyHint')}
        >
          <Text name={`why-${line.n}`} value={reason} most={200} onChange={setReason} />
        </Line>
      ) : (
        <Line name={`days-${line.n}`} label={t('staff.registry.exports.days')}>
          <Pick
            name={`days-${line.n}`}
            value={days}
            options={[1, 2, 3, 5, 7].map((count) => ({
              value: String(count),
              title: t('staff.registry.exports.dayCount', { count }),
            }))}
            onChange={setDays}
          />
        </Line>
      )}
      {answer.error !== null && <Refused refusal={refusalOf(answer.error)} />}
      <div className="change-buttons">
        <Button
          type="primary"
          htmlType="submit"
          loading={answer.isPending}
          disabled={refuses && reason.trim().length < 2}
        >
          {title}
        </Button>
        <Button onClick={() => setRefuses(!refuses)}>
          {t(refuses ? 'staff.cancel' : 'staff.registry.exports.refuse')}
        </Button>
      </div>
    </form>
  );
}

function Taking({ line }: { line: ExportLine }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const take = useMutation({
    mutationFn: (format: 'xlsx' | 'csv') => postForFile(`${urlOf(line)}/file`, { format }),
    onSuccess: ({ name, file }) => saveFile(name, file),
    onSettled: () => client.invalidateQueries({ queryKey: exportsKey }),
  });
  return (
    <>
      {take.error !== null && <Refused refusal={refusalOf(take.error)} />}
      <div className="change-buttons">
        <Button type="primary" loading={take.isPending} onClick={() => take.mutate('xlsx')}>
          {t('staff.registry.exports.take', { format: 'XLSX' })}
        </Button>
        <Button loading={take.isPending} onClick={() => take.mutate('csv')}>
          {t('staff.registry.exports.take', { format: 'CSV' })}
        </Button>
        <span className="panel-hint">{t('staff.registry.exports.takeHint')}</span>
      </div>
    </>
  );
}
