import { useTranslation } from 'react-i18next';
import type { MatterBody, PollBody } from '../api/bodies.ts';
import { titled } from '../i18n/titles.ts';
import { limitText, momentText } from '../matter/dates.ts';
import { AllocationResult } from './allocation-result.tsx';
import { takesBallots } from './open.ts';
import { isDemand, wordsOf } from './sign.ts';
import { hasPolls, usePolls } from './sources.ts';
import { VoteResult } from './vote-result.tsx';
import './polls.css';

/** How far the conditions of taking part are met, then what it takes to pass: each in its sentence. */
function Progress({ poll }: { poll: PollBody }) {
  const { t } = useTranslation();
  // Of a demand the sentence about its names says it all.
  const asks = isDemand(poll) ? [] : (poll.rule?.asks ?? []);
  return (
    <>
      <ul className="poll-legs">
        {poll.progress.map(({ text, met }) => (
          <li key={text} className={met ? 'is-met' : ''}>
            {text}
          </li>
        ))}
      </ul>
      {asks.length > 0 && (
        <>
          <p>{t('polls.toPass', { count: asks.length })}</p>
          <ul className="poll-legs">
            {asks.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The roll in one sentence: how many votes, and of owners how much area, with what has been cast. */
function RollSum({ poll }: { poll: PollBody }) {
  const { roll, taken } = poll;
  const { t, i18n } = useTranslation();
  const figure = (n: number) => n.toLocaleString(i18n.language);
  const metres = (squareCentimetres: number) => figure(squareCentimetres / 10_000);
  return (
    <p>
      {t(roll.area > 0 ? 'polls.rollOfOwners' : 'polls.rollOf', {
        roll: titled(roll.title),
        heads: figure(roll.heads),
        taken: figure(taken.heads),
        area: metres(roll.area),
        takenArea: metres(taken.area),
        ...wordsOf(poll),
      })}
    </p>
  );
}

function sayWhen(poll: PollBody, now: number, t: ReturnType<typeof useTranslation>['t']): string {
  const { opensAt, closesAt } = poll;
  if (opensAt === undefined || closesAt === undefined) return t('polls.notAnnounced', wordsOf(poll));
  if (now < opensAt && !takesBallots(poll, now))
    return t('polls.opens', { at: momentText(opensAt, now, t), ...wordsOf(poll) });
  return t(now < closesAt ? 'polls.closes' : 'polls.closed', {
    at: limitText(closesAt, now, t),
    ...wordsOf(poll),
  });
}

const Result = ({ matter, poll }: { matter: MatterBody; poll: PollBody }) =>
  poll.kind === 'allocate' ? (
    <AllocationResult matter={matter} />
  ) : (
    <VoteResult matter={matter} poll={poll} />
  );

/** Every vote of a matter: who may vote, how many have, what came out. `children` is what its reader may do there. */
export function PollParts({
  matter,
  now,
  children,
}: {
  matter: MatterBody;
  now: number;
  children?: (poll: PollBody) => React.ReactNode;
}) {
  const { t } = useTranslation();
  const answer = usePolls(matter.community, matter.id, hasPolls(matter), matter.version);
  return (
    (answer.data?.polls ?? [])
      // A meeting that counts hands has no ballots.
      .filter(({ rule }) => rule !== undefined)
      .map((poll) => (
        <section key={poll.id} className="matter-section lr-part" aria-label={poll.title}>
          <header>
            <h2>{poll.title}</h2>
          </header>
          <RollSum poll={poll} />
          {poll.candidates.length > 0 && (
            <p>
              <a href={`/vote/${matter.community}/${matter.id}/candidates`}>
                {t('polls.candidates.see', { count: poll.candidates.length })}
              </a>
            </p>
          )}
          {poll.countedAt === undefined ? (
            <>
              <p className="lr-hint">{sayWhen(poll, now, t)}</p>
              <Progress poll={poll} />
              {children?.(poll)}
            </>
          ) : (
            <Result matter={matter} poll={poll} />
          )}
        </section>
      ))
  );
}
