import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RoundsBoard } from '../../shared/api/bodies.ts';
import { titled } from '../../shared/i18n/titles.ts';

type Worker = RoundsBoard['workers'][number];
type Duty = Worker['duties'][number];

function DutyLine({ duty }: { duty: Duty }) {
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
        {isMet && <span className="duty-met"> · {t('staff.rounds.met')}</span>}
      </span>
    </li>
  );
}

/** What each worker owes in the week, month or quarter of today, and how far they are. They see the same on their phone. */
export function WorkerDuties({ workers }: { workers: readonly Worker[] }) {
  const { t } = useTranslation();
  return (
    <ul className="worker-list">
      {workers.map((worker) => (
        <li key={worker.person} className="worker">
          <h3>
            {worker.name} <span className="row-quiet">{worker.grids.join(t('matter.comma'))}</span>
          </h3>
          <ul className="duties">
            {worker.duties.map((duty) => (
              <DutyLine key={duty.id} duty={duty} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
