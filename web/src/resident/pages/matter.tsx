import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import type { MatterBody, PollBody } from '../../shared/api/bodies.ts';
import { refusalOf } from '../../shared/api/client.ts';
import { useMe } from '../../shared/api/me.ts';
import { titled } from '../../shared/i18n/titles.ts';
import { titleOf } from '../../shared/lines/matter-rows.tsx';
import { momentText } from '../../shared/matter/dates.ts';
import { MatterActions } from '../../shared/matter/matter-actions.tsx';
import { MatterChildren } from '../../shared/matter/matter-children.tsx';
import { MatterDocuments } from '../../shared/matter/matter-documents.tsx';
import { MatterNext } from '../../shared/matter/matter-head.tsx';
import { MatterRecord } from '../../shared/matter/matter-record.tsx';
import { MatterStations } from '../../shared/matter/matter-stations.tsx';
import { useMatter, useOrgans } from '../../shared/matter/sources.ts';
import { takesBallots } from '../../shared/polls/open.ts';
import { PollParts } from '../../shared/polls/poll-status.tsx';
import { wordsOf } from '../../shared/polls/sign.ts';
import { hasTalk } from '../../shared/talk/sources.ts';
import { Button, LinkButton } from '../../shared/ui/button.tsx';
import { useNow } from '../../shared/ui/due-text.tsx';
import { ErrorNotice, Happened, Skeleton } from '../../shared/ui/notice.tsx';
import { Page, Part } from '../../shared/ui/page.tsx';
import { OnPaper } from '../matter/on-paper.tsx';
import { kindOf, RatePanel } from '../matter/rate-panel.tsx';
import { VerifyPart } from '../matter/verify-part.tsx';
import { PhoneSignIn } from '../sign-in/phone-sign-in.tsx';
import '../resident.css';
import '../matter/matter-page.css';

/** 事项, as residents and the public see it: what comes next and what you may do first, then the line and the record. */
export function MatterPage() {
  const { t } = useTranslation();
  const { community = '', id = '' } = useParams<{ community: string; id: string }>();
  const answer = useMatter(community, id);
  if (answer.data !== undefined) return <Matter key={id} matter={answer.data} />;
  if (answer.error === null)
    return (
      <div className="lr-page">
        <Skeleton lines={8} />
      </div>
    );
  return (
    <Page title={t('resident.matter.cannot')} back={{ to: '/', title: t('common.home') }}>
      <ErrorNotice refusal={refusalOf(answer.error)} />
      <div className="lr-buttons">
        <LinkButton to="/public" weight="main">
          {t('resident.home.look.title')}
        </LinkButton>
      </div>
    </Page>
  );
}

function Facts({ matter, now }: { matter: MatterBody; now: number }) {
  const { t } = useTranslation();
  const place = matter.places
    .filter(({ level }) => level !== 'district' && level !== 'street')
    .map(({ title }) => titled(title))
    .join(' › ');
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['number', matter.number],
    [
      'affair',
      matter.affair === undefined ? '' : `${titled(matter.affair.class)} › ${titled(matter.affair.title)}`,
    ],
    ['place', place === '' ? titled(matter.communityTitle) : place],
    [kindOf(matter) === '' ? 'opened' : 'began', momentText(matter.openedAt, now, t)],
    ['urgency', kindOf(matter) === '' ? titled(matter.urgency.title) : ''],
    ['holds', matter.assignee === undefined ? '' : titled(matter.assignee.title)],
    ['joined', matter.joined > 0 ? t('matter.joined', { count: matter.joined }) : ''],
  ];
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{t(`resident.fact.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Actions({ matter, onRated }: { matter: MatterBody; onRated: () => void }) {
  const rate = matter.offers.find(({ name, hindrance }) => name === 'rate' && hindrance === undefined);
  const others = {
    ...matter,
    offers: matter.offers.filter(
      ({ name }) => name !== 'rate' && !(name === 'join' && (matter.mine || matter.joinedByMe)),
    ),
  };
  return (
    <div className="lr-no-print">
      {rate !== undefined && <RatePanel matter={matter} onDone={onRated} />}
      <MatterActions matter={others} />
      {matter.status === 'open' && <GuestActions />}
    </div>
  );
}

/** The way to the ballot, while the box is open. */
function GoVote({ matter, poll, now }: { matter: MatterBody; poll: PollBody; now: number }) {
  const { t } = useTranslation();
  if (!takesBallots(poll, now)) return null;
  return (
    <div className="lr-buttons lr-no-print">
      <LinkButton to={`/vote/${matter.community}/${matter.id}`} weight="main">
        {t('polls.goVote', wordsOf(poll))}
      </LinkButton>
    </div>
  );
}

/** A guest may look; to join in, a telephone number is needed. */
function GuestActions() {
  const { t } = useTranslation();
  const me = useMe().data;
  const [wish, setWish] = useState(false);
  if (me === undefined || me.person !== undefined) return null;
  return (
    <section className="matter-section narrow" aria-label={t('matter.actions.title')}>
      <h2>{t('resident.matter.guest')}</h2>
      <p>{t('resident.matter.guestText')}</p>
      {wish ? (
        <PhoneSignIn inline />
      ) : (
        <div className="lr-buttons">
          <Button onClick={() => setWish(true)}>{t('common.signIn')}</Button>
        </div>
      )}
    </section>
  );
}

function Matter({ matter }: { matter: MatterBody }) {
  const { t } = useTranslation();
  const now = useNow();
  const [rated, setRated] = useState(false);
  const place = matter.places.at(-1);
  const organs = useOrgans(matter.community);
  const titles = new Map(organs.map(({ id, title }) => [id, titled(title)]));
  return (
    <Page
      title={titleOf({ ...matter, ...(place !== undefined && { place: place.title }) }, t)}
      back={
        matter.mine
          ? { to: '/mine', title: t('resident.mine.title') }
          : { to: '/public', title: t('resident.home.look.title') }
      }
      wide
    >
      <article className="resident-matter">
        <p className="matter-kind">
          <span>{titled(matter.procedure.title)}</span> <span className="matter-number">{matter.number}</span>
        </p>
        <MatterNext matter={matter} now={now} />
        {rated && (
          <Happened what={t(`resident.rate.done${kindOf(matter)}`)} next={t('resident.rate.doneNext')} />
        )}
        <div className="matter-two">
          <div className="matter-main">
            <Actions matter={matter} onRated={() => setRated(true)} />
            <PollParts matter={matter} now={now}>
              {(poll) => <GoVote matter={matter} poll={poll} now={now} />}
            </PollParts>
            {hasTalk(matter) && (
              <div className="lr-buttons lr-no-print">
                <LinkButton to={`/discuss/${matter.community}/${matter.id}`} weight="main">
                  {t(matter.visit?.kind === 'discuss' ? 'talk.goTalk' : 'talk.map.show')}
                </LinkButton>
              </div>
            )}
            <section className="lr-part" aria-label={t('matter.stations')}>
              <header>
                <h2>{t('matter.stations')}</h2>
              </header>
              <MatterStations stations={matter.stations} visit={matter.visit} now={now} />
            </section>
            {matter.children.length > 0 && (
              <MatterChildren
                matters={matter.children}
                record={matter.record}
                hrefOf={(id) => `/matters/${matter.community}/${id}`}
              />
            )}
            <Part title={t('matter.record')}>
              <MatterRecord record={matter.record} now={now} titleOf={(id) => titles.get(id)} />
            </Part>
            <VerifyPart matter={matter} />
          </div>
          <aside className="matter-aside">
            <Part title={t('resident.matter.facts')}>
              <Facts matter={matter} now={now} />
              {matter.sight === 'public' && <p className="lr-hint">{t('resident.matter.publicSight')}</p>}
            </Part>
            <MatterDocuments matter={matter} now={now} />
            <div className="lr-buttons lr-no-print">
              {matter.receipt !== undefined && (
                <LinkButton to={matter.receipt}>{t('matter.receipt')}</LinkButton>
              )}
              <Button onClick={() => window.print()}>{t('resident.matter.print')}</Button>
            </div>
          </aside>
        </div>
        <OnPaper matter={matter} now={now} />
      </article>
    </Page>
  );
}
