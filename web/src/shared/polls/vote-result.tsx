import { legText } from '@liren/core/voting/explain.ts';
import type { LegResult } from '@liren/core/voting/legs.ts';
import type { Tally } from '@liren/core/voting/types.ts';
import { useTranslation } from 'react-i18next';
import type { MatterBody, PollBody } from '../api/bodies.ts';
import { asTitle, titled } from '../i18n/titles.ts';
import { FindReceipt } from './find-receipt.tsx';
import { isDemand, wordsOf } from './sign.ts';
import { pollsPath } from './sources.ts';

interface Counted {
  readonly outcome: string;
  readonly held: boolean;
  readonly ballots?: number;
  readonly tally?: Tally;
  readonly turnout?: readonly LegResult[];
  readonly consent?: readonly LegResult[];
  readonly elected?: Options;
  readonly runOff?: Options;
}
type Options = readonly { readonly id: string; readonly title: string }[];

const told = new Set(['vote-counted', 'resolved']);
/** Of a vote that was held again, each box has its own count: the last by the time it was emptied. */
function findCounted(
  { record }: MatterBody,
  { step, options, countedAt = Number.POSITIVE_INFINITY }: PollBody,
): { counted: Counted; options: Options } | undefined {
  const until = record.filter((event) => event.step === step && event.at <= countedAt);
  const counted = until.findLast(({ type }) => told.has(type));
  const announced = until.findLast(({ type }) => type === 'vote-announced');
  if (counted === undefined) return undefined;
  return {
    counted: counted.data as unknown as Counted,
    // A ballot in the room has no notice of its own: it says yes, no or neither.
    options: (announced?.data['options'] ?? options) as unknown as Options,
  };
}

/** @param won of an election; of anything else what most people chose stands out */
function Bars({
  poll,
  tally,
  options,
  won,
}: {
  poll: PollBody;
  tally: Tally;
  options: Options;
  won: readonly string[] | undefined;
}) {
  const { t } = useTranslation();
  const most = Math.max(1, ...options.map(({ id }) => tally.options[id]?.heads ?? 0));
  return (
    <div className="poll-result">
      {options.map(({ id, title }) => {
        const heads = tally.options[id]?.heads ?? 0;
        return (
          <div key={id} className={(won?.includes(id) ?? heads === most) ? 'poll-bar' : 'poll-bar is-less'}>
            <span>{titled(asTitle(title))}</span>
            <i aria-hidden="true">
              <b style={{ width: `${(100 * heads) / most}%` }} />
            </i>
            <span>{t('polls.votes', { count: heads, ...wordsOf(poll) })}</span>
          </div>
        );
      })}
    </div>
  );
}

/** 通过, 没有通过; of an election who is elected, and who stands again. */
function Outcome({ counted, poll }: { counted: Counted; poll: PollBody }) {
  const { t } = useTranslation();
  const namesOf = (options: Options = []) => options.map(({ title }) => title).join(t('matter.comma'));
  const { outcome, elected = [], runOff = [], ballots } = counted;
  const told = [
    ...(elected.length > 0 ? [t('polls.elected.names', { names: namesOf(elected) })] : []),
    ...(outcome === 'run-off' ? [t('polls.elected.again', { names: namesOf(runOff) })] : []),
  ];
  const [share] = poll.rule?.question === 'elect' ? poll.rule.passes : [];
  return (
    <>
      <p>
        <b>{told.length > 0 ? told.join('') : t(`polls.outcome.${outcome}`, wordsOf(poll))}</b>
      </p>
      {share !== undefined && ballots !== undefined && (
        <p>{t('polls.elected.share', { cast: ballots, share: share.share })}</p>
      )}
    </>
  );
}

/** 结果: what was decided, by how many, and every condition it was held against. */
export function VoteResult({ matter, poll }: { matter: MatterBody; poll: PollBody }) {
  const { t } = useTranslation();
  const found = findCounted(matter, poll);
  if (found === undefined) return null;
  const { counted, options } = found;
  const won = poll.rule?.question === 'elect' ? (counted.elected ?? []).map(({ id }) => id) : undefined;
  const list = `${pollsPath(matter.community, matter.id)}/ballots?step=${poll.step}&n=${poll.n}`;
  const legs = [
    ...(counted.turnout ?? []).map((leg) => ({ leg, what: '参加' as const })),
    ...(counted.consent ?? []).map((leg) => ({
      leg,
      what: isDemand(poll) ? ('联名' as const) : ('同意' as const),
    })),
  ];
  return (
    <>
      <Outcome counted={counted} poll={poll} />
      {counted.held && <p>{t('polls.held')}</p>}
      {counted.tally !== undefined && <Bars poll={poll} tally={counted.tally} options={options} won={won} />}
      {(counted.tally?.invalid.heads ?? 0) > 0 && (
        <p className="lr-hint">{t('polls.invalid', { count: counted.tally?.invalid.heads ?? 0 })}</p>
      )}
      <ul className="poll-legs">
        {legs.map(({ leg, what }) => (
          <li key={`${what}${leg.leg.of}`} className={leg.met ? 'is-met' : ''}>
            {legText(leg, what, counted.turnout)}
          </li>
        ))}
      </ul>
      {!counted.held && (
        <>
          <FindReceipt poll={poll} path={list} options={options} />
          <p className="lr-no-print">
            <a href={list} download={`ballots-${poll.step}-${poll.n}.json`}>
              {t('polls.allBallots', wordsOf(poll))}
            </a>
          </p>
        </>
      )}
    </>
  );
}
