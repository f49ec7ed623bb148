import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './matter.css';
import { momentText } from './dates.ts';
import { SaidValue } from './said-value.tsx';
import { isTold, sayActor, sayEvent, type TitleOf } from './say-event.ts';
import type { EventBody, SaidBody } from './types.ts';

const quiet = new Set(['step-entered', 'clock-passed', 'child-ended']);
const isAlarm = (event: EventBody): boolean => event.type === 'clock-passed' && event.data['late'] === true;

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
  const { t } = useTranslation();
  const told = record.filter(isTold);
  return (
    <ol className="matter-record">
      {told.map((event) => (
        <li
          key={event.seq}
          id={`event-${event.seq}`}
          className={`matter-event${quiet.has(event.type) ? ' matter-event-quiet' : ''}${isAlarm(event) ? ' matter-event-late' : ''}`}
        >
          <p className="matter-event-line">
            <time dateTime={new Date(event.at).toISOString()}>{momentText(event.at, now, t)}</time>
            <span className="matter-event-what">
              {!(quiet.has(event.type) && event.by.role === 'system') && (
                <span className="matter-event-who">{sayActor(event, t)}</span>
              )}
              {isAlarm(event) && <span aria-hidden="true">▲ </span>}
              {sayEvent(event, titleOf, t, now)}
            </span>
          </p>
          {event.said.length > 0 && (
            <dl className="matter-said">
              {event.said.map((said) => (
                <SaidValue key={said.name} said={said} reveal={reveal?.(event, said)} />
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}
