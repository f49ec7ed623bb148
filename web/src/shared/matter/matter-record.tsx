import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventBody, SaidBody } from '../api/bodies.ts';
import { titled } from '../i18n/titles.ts';
import './matter.css';
import { momentText } from './dates.ts';
import { SaidValue } from './said-value.tsx';
import { isTold, sayActor, sayEvent, type TitleOf } from './say-event.ts';

const quiet = new Set(['step-entered', 'clock-passed', 'child-ended', 'child-waiting']);
const isAlarm = (event: EventBody): boolean => event.type === 'clock-passed' && event.data['late'] === true;

const order = ['title', 'from', 'text', 'location', 'photos', 'phone', 'openText'];
const rank = ({ name }: SaidBody): number => (order.includes(name) ? order.indexOf(name) : order.length);

/** What was said with it, in the order of a form. The title of a matter stands above the page already. */
function Said({
  event,
  reveal,
}: {
  event: EventBody;
  reveal: ((event: EventBody, said: SaidBody) => ReactNode) | undefined;
}) {
  const { t } = useTranslation();
  const said = event.said
    .filter(({ name }) => !(event.type === 'opened' && name === 'title'))
    .sort((a, b) => rank(a) - rank(b));
  const reason = event.data['reason'];
  const known =
    typeof reason === 'string' && reason !== '' ? t(`matter.reason.${reason}`, { defaultValue: '' }) : '';
  const answers = event.answers ?? [];
  if (said.length === 0 && answers.length === 0 && known === '') return null;
  return (
    <dl className="matter-said">
      {known !== '' && (
        <div className="matter-said-row">
          <dt>{t('matter.said.reason')}</dt>
          <dd>{known}</dd>
        </div>
      )}
      {answers.map(({ title, values }) => (
        <div key={titled(title)} className="matter-said-row">
          <dt>{titled(title)}</dt>
          <dd>{values.map(titled).join(t('matter.comma'))}</dd>
        </div>
      ))}
      {said.map((each) => (
        <SaidValue key={each.name} of={event} said={each} reveal={reveal?.(event, each)} />
      ))}
    </dl>
  );
}

function Told({
  event,
  now,
  titleOf,
  reveal,
}: {
  event: EventBody;
  now: number;
  titleOf: TitleOf;
  reveal: ((event: EventBody, said: SaidBody) => ReactNode) | undefined;
}) {
  const { t } = useTranslation();
  const who = quiet.has(event.type) ? '' : sayActor(event, t);
  const alarm = isAlarm(event);
  const look = `${quiet.has(event.type) ? ' matter-event-quiet' : ''}${alarm ? ' matter-event-late' : ''}`;
  return (
    <li id={`event-${event.seq}`} className={`matter-event${look}`}>
      <p className="matter-event-line">
        <time dateTime={new Date(event.at).toISOString()}>{momentText(event.at, now, t)}</time>
        <span className="matter-event-what">
          {who !== '' && <span className="matter-event-who">{who}</span>}
          {alarm && <span aria-hidden="true">▲ </span>}
          {sayEvent(event, titleOf, t, now)}
        </span>
      </p>
      <Said event={event} reveal={reveal} />
    </li>
  );
}

/** The record as people read it: newest last, as it happened. `reveal` draws the way to see a masked value. */
export function MatterRecord({
  record,
  now,
  titleOf,
  reveal,
}: {
  record: readonly EventBody[];
  now: number;
  titleOf: TitleOf;
  reveal?: (event: EventBody, said: SaidBody) => ReactNode;
}) {
  const told = record.filter(isTold);
  return (
    <ol className="matter-record">
      {told.map((event) => (
        <Told key={event.seq} event={event} now={now} titleOf={titleOf} reveal={reveal} />
      ))}
    </ol>
  );
}
