import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { RoundsHomeBody } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { dayText, momentText, type Say } from '../../shared/matter/dates.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { PageHead, Teach } from '../frame/frame.tsx';
import { pathWith } from '../lists/use-rows.ts';
import { riskText, SetRisk } from '../rounds/set-risk.tsx';
import '../rounds/rounds.css';

interface Told {
  readonly id: string;
  readonly at: number;
  readonly what: string;
  readonly about: readonly string[];
}

function storyOf(home: RoundsHomeBody, now: number, t: Say): readonly Told[] {
  const by = (name: string) => (name === '' ? [] : [t('staff.registry.by', { name })]);
  const visits = home.visits.map((visit): Told => {
    const met = t(visit.met ? 'staff.week.met' : 'staff.week.notMet');
    const seen =
      visit.risk === undefined ? [] : [t('staff.rounds.home.seen', { risk: riskText(home, visit.risk) })];
    return {
      id: visit.id,
      at: visit.at,
      what: [titled(visit.title), met, ...seen].join(t('matter.comma')),
      about: [momentText(visit.at, now, t), ...by(visit.by)],
    };
  });
  const changes = home.changes.map(({ id, at, before, after, reason, by: who }): Told => {
    const risks = { before: riskText(home, before), after: riskText(home, after) };
    return {
      id,
      at,
      what: t('staff.rounds.home.changed', risks),
      about: [momentText(at, now, t), ...by(who), t('staff.registry.because', { reason })],
    };
  });
  return [...visits, ...changes].toSorted((a, b) => b.at - a.at);
}

/** One home of the rounds: how soon somebody is due and why, and what the office says of its risk. */
export function RoundsHomePage() {
  const { t } = useTranslation();
  const now = useNow();
  const { community = '', id = '' } = useParams();
  const { data: home, error } = useQuery({
    queryKey: ['rounds-home', community, id],
    queryFn: ({ signal }) => getJson<RoundsHomeBody>(`/api/fieldwork/homes/${community}/${id}`, signal),
  });
  const back = <Link to={pathWith('/rounds', { community })}>{t('staff.rounds.back')}</Link>;
  if (error !== null)
    return (
      <Teach title={t('staff.rounds.home.missing')} action={back}>
        {t('staff.rounds.home.missingTeach')}
      </Teach>
    );
  if (home === undefined) return <Skeleton active title={false} />;
  const story = storyOf(home, now, t);
  return (
    <>
      <PageHead title={home.address} note={home.grid.title} tools={back} />
      <dl className="home-facts">
        <dt>{t('staff.rounds.risk')}</dt>
        <dd>{riskText(home, home.risk)}</dd>
        <dt>{t('staff.rounds.lastVisit')}</dt>
        <dd>{home.visitedAt === undefined ? t('staff.rounds.neverYet') : dayText(home.visitedAt, now, t)}</dd>
        <dt>{t('staff.rounds.due')}</dt>
        <dd>{dayText(Date.parse(`${home.dueOn}T12:00:00+08:00`), now, t)}</dd>
      </dl>
      {home.maySetRisk ? (
        <SetRisk home={home} />
      ) : (
        <p className="rounds-note">{t('staff.rounds.home.others')}</p>
      )}
      <h2 className="rounds-part">{t('staff.rounds.home.story')}</h2>
      {story.length === 0 ? (
        <p className="rounds-note">{t('staff.rounds.home.noStory')}</p>
      ) : (
        <ul className="panel-list home-story">
          {story.map((told) => (
            <li key={told.id}>
              {told.what}
              <span>{told.about.join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
