import { err, ok } from '../../basics/result.ts';
import type { Action } from '../../engine/kind.ts';
import type { PollFacts } from '../../voting/facts.ts';
import { allMet, consentOf } from '../../voting/legs.ts';
import { resultOf } from '../../voting/result.ts';
import { tally, withSilent } from '../../voting/tally.ts';
import { type Ballot, plus } from '../../voting/types.ts';
import type { Vote, VoteConfig, VoteState } from './config.ts';
import { boxHindrance } from './poll.ts';

/** Whether a demand already has all the names that it needs. */
const isSignedOn = ({ config }: Vote, { roll, taken }: PollFacts): boolean =>
  config.question.kind === 'sign-on' &&
  allMet(consentOf(config.passes, { whole: roll, present: taken, cast: taken }, taken));

function countOf({ config, state }: Vote, { roll, taken, silent }: PollFacts, ballots: readonly Ballot[]) {
  const options = state.announced?.options ?? [];
  const ids = options.map(({ id }) => id);
  const cast = tally(config.question, ids, ballots, state.seats);
  const asked = { ...config, options, seats: state.seats };
  if (config.silent === undefined) return resultOf(asked, { whole: roll, present: taken }, cast, ballots);
  const present = plus(taken, silent);
  const result = resultOf(asked, { whole: roll, present }, withSilent(cast, silent), ballots);
  return { ...result, silent: { ...silent } };
}

export const count: Action<VoteConfig, VoteState> = {
  name: 'count',
  title: '计票并公布结果',
  main: true,
  makes: 'vote-counted',
  by: ({ step, state }) => (state.announced === undefined ? undefined : step.by),
  hindrance: (context) => {
    const { poll } = context.facts;
    return boxHindrance(context, poll !== undefined && isSignedOn(context, poll));
  },
  decide: (context) => {
    const { poll } = context.facts;
    if (poll?.ballots === undefined) return err({ code: 'roll-not-ready' });
    const data = countOf(context, poll, poll.ballots);
    return ok({ events: [{ type: 'vote-counted', data }], outcome: data.outcome });
  },
};
