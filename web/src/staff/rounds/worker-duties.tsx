import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RoundsBoard } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';

import { AnswerReason, ReasonText } from './reasons.tsx';

type Worker = RoundsBoard['workers'][number];
type Duty = Worker['duties'][number];

export function DutyLine({ duty }: { duty: Duty }) {
  const { t } = useTranslation();
  const percent = Math.min(100, Math.floor((100 * duty.done) / Math.max(1, duty.least)));
  const said = t(`staff.rounds.done.${duty.counts}`, { done: duty.done, least: duty.least });
  const isMet = duty.done >= duty.least;
  return (
    <li>
      <span className="duty-title">
        {titled(duty.title)} <span className="row-quiet">{t(`staff.rounds.per.${duty.per}`)}</span>
      </span>
      <Progress
        percent={percent}
        showInfo={false}
        size="small"
        strokeColor="var(--accent)"
        aria-label={said}
      />
      <span className="duty-said">
        {said}
        {!isMet && duty.explained !== undefined && (
          <span className="duty-explained"> · {t(`staff.reasons.beside.${duty.explained}`)}</span>
        )}
        {isMet && <span className="duty-met"> · {t('staff.rounds.met')}</span>}
      </span>
    </li>
  );
}

/** What each worker owes in the week, month or quarter of today, and how far they are. They see the same on their phone. */
export function WorkerDuties({ board }: { board: RoundsBoard }) {
  const { t } = useTranslation();
  return (
    <ul className="worker-list">
      {board.workers.map((worker) => (
        <li key={worker.person} className="worker">
          <h3>
            {worker.name} <span className="row-quiet">{worker.grids.join(t('matter.comma'))}</span>
          </h3>
          <ul className="duties">
            {worker.duties.map((duty) => (
              <DutyLine key={duty.id} duty={duty} />
            ))}
          </ul>
          {worker.reasons.length > 0 && (
            <ul className="reasons">
              {worker.reasons.map((reason) => (
                <li key={reason.id}>
                  <ReasonText reason={reason} />
                  {board.answersReasons && reason.state === 'waiting' && (
                    <AnswerReason community={board.community} reason={reason} />
                  )}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
