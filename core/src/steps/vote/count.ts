import type { Json, JsonObject } from '../../basics/json.ts';
import { err, ok } from '../../basics/result.ts';
import type { Action } from '../../engine/kind.ts';
import type { PollFacts } from '../../voting/facts.ts';
import { allMet, consentOf } from '../../voting/legs.ts';
import { type Verdict, verdictOf } from '../../voting/outcome.ts';
import { ballotsDigest, mayTell } from '../../voting/published.ts';
import { tally, withSilent } from '../../voting/tally.ts';
import { type Ballot, type Bases, plus } from '../../voting/types.ts';
import type { Vote, VoteConfig, VoteState } from './config.ts';

/** Whether a demand already has all the names that it needs. */
const isSignedOn = ({ config }: Vote, { roll, taken }: PollFacts): boolean =>
  config.question.kind === 'sign-on' &&
  allMet(consentOf(config.passes, { whole: roll, present: taken, cast: taken }, taken));

/** What the ballots come to; anybody who has the published list can do it again. */
export function countOf(context: Vote, poll: PollFacts, ballots: readonly Ballot[]) {
  const { config, state } = context;
  const ids = (state.announced?.options ?? []).map(({ id }) => id);
  const cast = tally(config.question, ids, ballots, state.seats);
  const counted = config.silent === undefined ? cast : withSilent(cast, poll.silent);
  const bases: Bases = {
    whole: { heads: poll.roll.heads, area: poll.roll.area },
    present: config.silent === undefined ? poll.taken : plus(poll.taken, poll.silent),
    cast: counted.cast,
  };
  return { counted, bases, verdict: verdictOf(config.question, config, bases, counted, ids, state.seats) };
}

const optionsOf = ({ state }: Vote, ids: readonly string[]): Json =>
  (state.announced?.options ?? []).filter(({ id }) => ids.includes(id)).map((option) => ({ ...option }));

function told(
  context: Vote,
  poll: PollFacts,
  ballots: readonly Ballot[],
): JsonObject & { outcome: Verdict['outcome'] } {
  const { counted, bases, verdict } = countOf(context, poll, ballots);
  const { outcome, turnout, consent, elected, runOff } = verdict;
  const base = { outcome, elected: optionsOf(context, elected), runOff: optionsOf(context, runOff) };
  // A secret count that would tell how somebody voted is held back: what was decided is told, and nothing more.
  if (context.config.ballot === 'secret' && !mayTell(ballots)) return { ...base, held: true };
  return {
    ...base,
    held: false,
    ballots: ballots.length,
    digest: ballotsDigest(ballots),
    tally: counted as unknown as Json,
    bases: bases as unknown as Json,
    turnout: turnout as unknown as Json,
    consent: consent as unknown as Json,
  };
}

export const count: Action<VoteConfig, VoteState> = {
  name: 'count',
  title: '计票并公布结果',
  main: true,
  makes: 'vote-counted',
  by: ({ step, state }) => (state.announced === undefined ? undefined : step.by),
  hindrance: (context) => {
    const { state, facts } = context;
    const { poll } = facts;
    if (poll !== undefined && poll.differences > 0) return { code: 'differences-open' };
    const over = facts.now >= (state.announced?.closesAt ?? 0);
    const early = poll !== undefined && (poll.taken.heads >= poll.roll.heads || isSignedOn(context, poll));
    return over || early ? undefined : { code: 'vote-still-open' };
  },
  decide: (context) => {
    const { poll } = context.facts;
    if (poll?.ballots === undefined) return err({ code: 'roll-not-ready' });
    const data = told(context, poll, poll.ballots);
    return ok({ events: [{ type: 'vote-counted', data }], outcome: data.outcome });
  },
};
