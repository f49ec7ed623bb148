import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { titled } from '../../shared/i18n/titles.ts';
import { civilDay, dayText } from '../../shared/matter/dates.ts';
import { DueMark, titleOf } from '../../shared/matter/matter-head.tsx';
import { LinkButton } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { Empty } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import type { DayDuty, DayRound } from '../book/day.ts';
import { dueOrganisations, organisationsOf } from '../book/inspections.ts';
import { dueHomes } from '../book/today.ts';
import { useBook, useDay } from '../book/use-book.ts';
import { HomeRows } from '../parts/home-rows.tsx';
import { OrganisationRows } from '../parts/organisation-rows.tsx';

function Duty({ duty }: { duty: DayDuty }) {
  const { t } = useTranslation();
  const left = Math.max(0, duty.least - duty.done);
  const [, month, day] = duty.until.split('-').map(Number);
  return (
    <li>
      <b>{titled(duty.title)}</b>
      <progress
        value={Math.min(duty.done, duty.least)}
        max={Math.max(1, duty.least)}
        aria-label={titled(duty.title)}
      />
      <span>
        {t('grid.duty.of', { done: duty.done, least: duty.least })}
        <small>
          {left === 0 ? t('grid.duty.met') : t(`grid.duty.left.${duty.counts}`, { count: left, month, day })}
        </small>
      </span>
    </li>
  );
}

/** A worker sees first how far they are themselves; whoever leads sees it after them. */
function Duties() {
  const { t } = useTranslation();
  const { duties } = useDay();
  if (duties.length === 0) return null;
  return (
    <Part title={t('grid.duty.title')}>
      <ul className="grid-duties">
        {duties.map((duty) => (
          <Duty key={duty.id} duty={duty} />
        ))}
      </ul>
    </Part>
  );
}

function Tasks() {
  const { t } = useTranslation();
  const now = useNow();
  const { tasks } = useDay();
  if (tasks.length === 0) return null;
  return (
    <Part title={t('grid.tasks.title', { count: tasks.length })}>
      <ul className="lr-list">
        {tasks.map((task) => (
          <li key={task.id}>
            <Link to={`/tasks/${task.community}/${task.id}`}>
              <b>{titleOf(task)}</b>
              <small>
                {task.next?.dueAt !== undefined && (
                  <DueMark dueAt={task.next.dueAt} now={now} late={task.next.late} />
                )}
                <span>{task.number}</span>
                {task.next !== undefined && <span>{titled(task.next.title)}</span>}
              </small>
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}

const mostShown = 6;

function Due() {
  const { t } = useTranslation();
  const now = useNow();
  const { box } = useBook();
  const due = dueHomes(useDay(), box, now);
  return (
    <Part title={t('grid.due.title', { count: due.length })}>
      {due.length === 0 ? (
        <Empty title={t('grid.due.none')}>{t('grid.due.noneText')}</Empty>
      ) : (
        <HomeRows homes={due.slice(0, mostShown)} />
      )}
      {due.length > mostShown && (
        <div className="lr-buttons">
          <LinkButton to="/homes" wide>
            {t('grid.due.all', { count: due.length })}
          </LinkButton>
        </div>
      )}
    </Part>
  );
}

function Checks() {
  const { t } = useTranslation();
  const now = useNow();
  const { box } = useBook();
  const day = useDay();
  const all = organisationsOf(day).length;
  if (all === 0) return null;
  const due = dueOrganisations(day, box, now);
  return (
    <Part title={t('grid.check.title', { count: due.length })}>
      {due.length === 0 && <p className="lr-hint">{t('grid.check.noneDue')}</p>}
      <OrganisationRows organisations={due.slice(0, mostShown)} />
      <div className="lr-buttons">
        <LinkButton to="/organisations" wide>
          {t('grid.check.more', { count: all })}
        </LinkButton>
      </div>
    </Part>
  );
}

/** One of each kind, though several communities may ask for it. */
export const distinct = (rounds: readonly DayRound[]): readonly DayRound[] => [
  ...new Map(rounds.map((round) => [round.id, round])).values(),
];

function Rounds() {
  const { t } = useTranslation();
  const rounds = distinct(useDay().rounds).filter(({ about }) => about === 'grid');
  return (
    <nav className="grid-verbs" aria-label={t('grid.today.verbs')}>
      {rounds.map((round) => (
        <LinkButton key={round.id} to={`/rounds/${round.id}`}>
          {titled(round.title)}
        </LinkButton>
      ))}
      <LinkButton to="/raise" weight="main">
        {t('grid.raise.go')}
      </LinkButton>
    </nav>
  );
}

/** 今天: one's own duties, what waits, which doors are due. */
export function TodayPage() {
  const { t } = useTranslation();
  const now = useNow();
  const day = useDay();
  const isOld = civilDay(day.servedAt) < civilDay(now);
  return (
    <Page
      title={t('grid.today.title', { day: dayText(now, now, t) })}
      lead={t(day.grids.length > 1 ? 'grid.today.leadMore' : 'grid.today.lead', {
        name: day.worker,
        grid: day.grids[0]?.title ?? '',
        count: day.grids.length,
      })}
    >
      {isOld && <p className="grid-old">{t('grid.today.old', { day: dayText(day.servedAt, now, t) })}</p>}
      <Rounds />
      <Duties />
      <Tasks />
      <Due />
      <Checks />
    </Page>
  );
}
