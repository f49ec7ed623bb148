import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterBody } from '../api/bodies.ts';
import { calledOf, titled } from '../i18n/titles.ts';
import { sayActors } from './say-event.ts';
import './matter.css';
import type { Say } from './dates.ts';
import { dueText, momentText, pressureOf } from './dates.ts';

/** A word with its shape: ▲ late, ◆ today, ○ later. Colour only repeats what both say. */
export function DueMark({ dueAt, now, late = false }: { dueAt: number; now: number; late?: boolean }) {
  const { t } = useTranslation();
  const pressure = late ? 'over' : pressureOf(dueAt, now);
  const shapes = { over: '▲', today: '◆', later: '○' };
  return (
    <span className={`due-mark due-${pressure}`}>
      <span aria-hidden="true">{shapes[pressure]}</span> {dueText(dueAt, now, t)}
    </span>
  );
}

type WithNext = Pick<MatterBody, 'status' | 'outcome' | 'endedAt' | 'next'> &
  Partial<Pick<MatterBody, 'children' | 'visit' | 'offers' | 'mine'>>;
/** What carries the matter on waits for the reader. */
const isYours = ({ offers = [] }: WithNext): boolean =>
  offers.some(({ main, hindrance }) => main && hindrance === undefined);

/** What a stage says of itself while nobody must act. */
interface Awaiting {
  readonly announced?: unknown;
  readonly convened?: { readonly startsAt: number };
}
/** What is waited for where nobody must act: children that are still on their way, an open vote, a meeting, a posted notice. */
function waitsFor({ children = [], visit }: WithNext, now: number, t: Say): string {
  const open = children.filter(({ status, waiting }) => status === 'open' && !waiting);
  const called = open.filter(({ organ }) => organ !== undefined).length;
  if (called > 0) return t('matter.next.waits', { count: called });
  const { announced, convened } = (visit?.state ?? {}) as unknown as Awaiting;
  // Of a demand there is one thing to say: that one joins it.
  if (announced !== undefined) return t(`matter.next.${visit?.signing === true ? 'signing' : 'voting'}`);
  if (open.length > 0) return t('matter.next.waitsProposed', { count: open.length });
  if (visit?.kind === 'discuss') return t('matter.next.discussing');
  if (convened !== undefined) return t('matter.next.convened', { at: momentText(convened.startsAt, now, t) });
  return visit?.state['published'] === undefined ? '' : t('matter.next.window');
}

/** What happens next, who must act, by when; or how it ended. */
export function MatterNext({ matter, now }: { matter: WithNext; now: number }) {
  const { t } = useTranslation();
  const { next } = matter;
  if (matter.status === 'ended')
    return (
      <div className="matter-next matter-next-ended">
        <p className="matter-next-what">
          {t(`matter.outcome.${matter.outcome ?? 'done'}`, { defaultValue: t('matter.outcome.done') })}
        </p>
        <p className="matter-next-who">
          {matter.endedAt === undefined
            ? ''
            : t('matter.next.endedAt', { at: momentText(matter.endedAt, now, t) })}
        </p>
      </div>
    );
  if (next === undefined) return null;
  const waits = waitsFor(matter, now, t);
  const yours = isYours(matter);
  // Who raised it need not read what they are called.
  const who = yours && matter.mine === true ? [] : next.who;
  const said = who.length > 0 ? t('matter.next.by', { who: sayActors(who, t) }) : yours ? '' : waits;
  return (
    <div className={`matter-next${next.late ? ' matter-next-late' : ''}`}>
      <p className="matter-next-what">
        <span className="matter-next-label">{t('matter.next.label')}</span>
        {titled(next.title)}
      </p>
      <p className="matter-next-who">
        {yours && <b>{t('matter.next.yours')}</b>}
        {said !== '' && <span>{said}</span>}
        {next.dueAt !== undefined && <DueMark dueAt={next.dueAt} now={now} late={next.late} />}
      </p>
    </div>
  );
}

/** What it is called: its plain title or month where the form asked for one in the open, else as the list tells it. */
export function titleOf(matter: MatterBody): string {
  const { title, month } = matter.record[0]?.data ?? {};
  if (typeof title === 'string' && title !== '') return title;
  return typeof month === 'string' && month !== '' ? `${calledOf(matter)} ${month}` : calledOf(matter);
}

/** What it is: number, title, kind, place; `aside` stands at the right on wide screens. */
export function MatterHead({ matter, now, aside }: { matter: MatterBody; now: number; aside?: ReactNode }) {
  const { t } = useTranslation();
  const place = matter.places
    .filter(({ level }) => level === 'community' || level === 'grid' || level === 'building')
    .map(({ title }) => titled(title))
    .join(' › ');
  const kinds = [
    titled(matter.procedure.title),
    matter.affair === undefined
      ? undefined
      : `${titled(matter.affair.class)} › ${titled(matter.affair.title)}`,
    place === '' ? titled(matter.communityTitle) : place,
  ];
  return (
    <header className="matter-head">
      <div className="matter-head-top">
        <p className="matter-kinds">
          <span className="matter-number">{matter.number}</span>
          {kinds
            .filter((kind) => kind !== undefined)
            .map((kind) => (
              <span key={kind}>{kind}</span>
            ))}
        </p>
        {aside}
      </div>
      <h1 className="matter-title">{titleOf(matter)}</h1>
      <p className="matter-marks">
        {matter.urgency.value !== 'normal' && (
          <span className={`mark mark-${matter.urgency.value === 'critical' ? 'attention' : 'waiting'}`}>
            {titled(matter.urgency.title)}
          </span>
        )}
        {matter.exclusion !== undefined && (
          <span className="mark mark-information">{t(`matter.exclusion.${matter.exclusion.status}`)}</span>
        )}
        {matter.joined > 0 && <span className="mark">{t('matter.joined', { count: matter.joined })}</span>}
      </p>
      <MatterNext matter={matter} now={now} />
    </header>
  );
}
