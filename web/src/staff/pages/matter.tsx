import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { Json, MatterBody } from '../../shared/api/bodies.ts';
import { refusalOf } from '../../shared/api/client.ts';
import { titled } from '../../shared/i18n/titles.ts';
import type { Draft } from '../../shared/matter/answers.ts';
import { MatterActions } from '../../shared/matter/matter-actions.tsx';
import { MatterChildren } from '../../shared/matter/matter-children.tsx';
import { MatterDocuments } from '../../shared/matter/matter-documents.tsx';
import { MatterHead, titleOf } from '../../shared/matter/matter-head.tsx';
import { MatterRecord } from '../../shared/matter/matter-record.tsx';
import { MatterStations } from '../../shared/matter/matter-stations.tsx';
import { useMatter, useOrgans } from '../../shared/matter/sources.ts';
import { PollParts } from '../../shared/polls/poll-status.tsx';
import { hasTalk } from '../../shared/talk/sources.ts';
import { useNow } from '../../shared/ui/due-text.tsx';
import { Teach, useTitle } from '../frame/frame.tsx';
import { takePrefill } from '../lists/prefill.ts';
import { MatterFacts } from '../matter/matter-facts.tsx';
import { RevealButton } from '../matter/reveal-button.tsx';
import { MeetingPanel } from '../meetings/meeting-panel.tsx';
import { PollDesk } from '../polls/poll-desk.tsx';
import { RollGaps } from '../polls/roll-gaps.tsx';
import { TalkDesk } from '../talk/talk-desk.tsx';
import '../matter/matter-page.css';

const numbersIn = (value: Json | undefined): readonly number[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'number') : [];

/** What can be filled in beforehand: the objection or opinion that waits for an answer, the likely organ, the time that was asked for, figures brought along. */
function prefillOf(matter: MatterBody): Readonly<Record<string, Draft>> {
  const organ = matter.suggestedOrgans[0]?.id;
  const objections = matter.visit?.state['objections'];
  const waiting = Array.isArray(objections)
    ? objections.find(
        (each) => typeof each === 'object' && each !== null && 'answered' in each && !each['answered'],
      )
    : undefined;
  const asked = matter.visit?.state['asked'];
  const length =
    typeof asked === 'object' && asked !== null && 'length' in asked ? asked['length'] : undefined;
  const [opinion] = matter.visit?.kind === 'discuss' ? numbersIn(matter.visit.state['open']) : [];
  return {
    ...(opinion !== undefined && { 'answer-opinion': { n: opinion } }),
    ...(length !== undefined && { 'decide-extension': { length } }),
    ...(organ !== undefined && { assign: { organ, ...(matter.affair && { affair: matter.affair.id }) } }),
    ...(waiting !== undefined && { answer: { n: waiting['n'] } }),
    ...takePrefill(matter.id),
  };
}

/** Said by whom it concerns, never from a desk. */
const forResidents = ['join', 'object'];

function Matter({ matter }: { matter: MatterBody }) {
  const { t } = useTranslation();
  useTitle(`${titleOf(matter)} ${matter.number}`);
  const now = useNow();
  const organs = useOrgans(matter.community);
  const titles = new Map(organs.map(({ id, title }) => [id, titled(title)]));
  const prefill = prefillOf(matter);
  const startWith = Object.keys(prefill).find((name) => name === 'publish');
  return (
    <article className="matter-page">
      <MatterHead matter={matter} now={now} />
      <MatterActions matter={matter} without={forResidents} prefill={prefill} startWith={startWith} />
      <MeetingPanel matter={matter} />
      <RollGaps matter={matter} />
      <PollParts matter={matter} now={now}>
        {(poll) => poll.keeper && <PollDesk matter={matter} poll={poll} now={now} />}
      </PollParts>
      {hasTalk(matter) && <TalkDesk talk={{ community: matter.community, matter: matter.id }} />}
      <section className="matter-section" aria-label={t('matter.stations')}>
        <h2>{t('matter.stations')}</h2>
        <MatterStations stations={matter.stations} visit={matter.visit} now={now} size="small" />
      </section>
      <div className="matter-columns">
        <section className="matter-section">
          <h2>{t('matter.record')}</h2>
          <MatterRecord
            record={matter.record}
            now={now}
            titleOf={(id) => titles.get(id)}
            reveal={(event, said) => <RevealButton matter={matter} event={event} said={said} />}
          />
        </section>
        <div>
          {matter.children.length > 0 && (
            <MatterChildren
              matters={matter.children}
              record={matter.record}
              hrefOf={(id) => `/staff/matters/${matter.community}/${id}`}
            />
          )}
          <MatterDocuments matter={matter} now={now} />
          {matter.record.some(({ type }) => type === 'offices-taken') && (
            <p className="matter-section">
              <Link to="/elected">{t('staff.elected.title')}</Link>
            </p>
          )}
          <MatterFacts matter={matter} now={now} />
        </div>
      </div>
    </article>
  );
}

/** 事项: one page for everything, whatever its procedure. */
export function MatterPage() {
  const { t } = useTranslation();
  const { community = '', id = '' } = useParams<{ community: string; id: string }>();
  const answer = useMatter(community, id);
  if (answer.data !== undefined) return <Matter key={id} matter={answer.data} />;
  if (answer.error === null) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
  return (
    <Teach
      title={t('staff.matter.cannot')}
      action={<Button onClick={() => history.back()}>{t('staff.back')}</Button>}
    >
      {refusalOf(answer.error).message}
    </Teach>
  );
}
