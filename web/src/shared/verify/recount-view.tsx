import { readBallotList } from '@liren/core/voting/ballot-list.ts';
import { type Recount, recount } from '@liren/core/voting/recount.ts';
import { describeRecountFault } from '@liren/core/voting/recount-fault.ts';
import { useTranslation } from 'react-i18next';
import { Happened } from '../ui/notice.tsx';
import { useSaid } from './verdict-view.tsx';

type Events = Parameters<typeof recount>[1];

/** What the ballots of a vote come to, counted here by the rule that stands in their list. */
function recountOf(record: unknown, list: unknown): Recount {
  const read = readBallotList(list);
  if (!read.ok) return { faults: [read.error], polls: [] };
  const { events = [] } = record as { events?: Events };
  return recount(read.value.procedure, events, [read.value]);
}

/** 重算: every count of the record, and whether its ballots, its figures and its rule agree. */
export function RecountView({ record, list }: { record: unknown; list: unknown }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { faults, polls } = recountOf(record, list);
  if (faults.length > 0)
    return (
      <div className="lr-notice lr-notice-late verdict" role="alert">
        <b>
          <span aria-hidden="true">◆ </span>
          {t('public.recount.faulty', { count: faults.length })}
        </b>
        <ul>
          {faults.map((fault) => {
            const explained = describeRecountFault(fault);
            return <li key={explained.en}>{said(explained)}</li>;
          })}
        </ul>
      </div>
    );
  return (
    <div className="verdict">
      <Happened what={t('public.recount.same')} next={t('public.recount.sameText')} />
      <ul className="verdict-yes">
        {polls.map(({ step, n, title, outcome, by }) => (
          <li key={`${step} ${n}`}>
            {t('public.recount.poll', {
              title,
              outcome: t(`public.recount.outcome.${outcome}`),
              by: t(`public.recount.by.${by}`),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
