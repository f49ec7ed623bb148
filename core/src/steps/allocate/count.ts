import type { Json, JsonObject } from '../../basics/json.ts';
import { err, ok } from '../../basics/result.ts';
import type { Outcome } from '../../budgeting/allocate.ts';
import { outcomeJson } from '../../budgeting/outcome-json.ts';
import type { Action } from '../../engine/kind.ts';
import type { PollFacts } from '../../voting/facts.ts';
import { allMet, turnoutOf } from '../../voting/legs.ts';
import { ballotsDigest, mayTell } from '../../voting/published.ts';
import { type Ballot, nothing } from '../../voting/types.ts';
import { boxHindrance } from '../vote/poll.ts';
import type { Allocate, AllocateConfig, AllocateState, ProjectOption } from './config.ts';
import { allocationOf, electionOf } from './election.ts';

interface Chosen {
  readonly outcome: 'allocated' | 'none';
  readonly selected: readonly string[];
  readonly spent: number;
}
const chosenIn = (counted: Outcome, options: readonly ProjectOption[], enough: boolean): Chosen => {
  const selected = enough ? counted.chosen.flatMap((at) => options[at]?.id ?? []) : [];
  const spent = options.reduce((sum, { id, cost }) => (selected.includes(id) ? sum + cost : sum), 0);
  return { outcome: selected.length > 0 ? 'allocated' : 'none', selected, spent };
};

/** What is told of the count; of a secret one that would tell how somebody voted, only what was chosen. */
function told(
  { config }: Allocate,
  poll: PollFacts,
  counted: Outcome,
  ballots: readonly Ballot[],
): JsonObject {
  if (config.ballot === 'secret' && !mayTell(ballots)) return { held: true };
  const { explain, ties } = outcomeJson(counted, 0);
  return {
    held: false,
    ballots: ballots.length,
    invalid: ballots.reduce((sum, { weight }) => sum + weight.heads, 0) - counted.election.voters,
    digest: ballotsDigest(ballots),
    ties,
    explain: explain as unknown as Json,
    turnout: turnoutIn(config, poll) as unknown as Json,
  };
}

const turnoutIn = ({ attends }: AllocateConfig, { roll, taken }: PollFacts) =>
  turnoutOf(attends, { whole: { heads: roll.heads, area: roll.area }, present: taken, cast: nothing });

export const count: Action<AllocateConfig, AllocateState> = {
  name: 'count',
  title: '计票并公布结果',
  main: true,
  makes: 'allocated',
  by: ({ step, state }) => (state.announced === undefined ? undefined : step.by),
  hindrance: (context) => boxHindrance(context),
  decide: (context) => {
    const { config, state, facts } = context;
    const { poll } = facts;
    const { announced } = state;
    if (poll?.ballots === undefined || announced === undefined) return err({ code: 'roll-not-ready' });
    const counted = allocationOf(config, electionOf(config, announced, poll.ballots));
    if (!counted.ok) return err({ code: 'conditions-clash' });
    const enough = allMet(turnoutIn(config, poll));
    const { options, budget } = announced;
    const { outcome, selected, spent } = chosenIn(counted.value, options, enough);
    const children = options.map(({ id, child }) => ({
      id: child,
      outcome: selected.includes(id) ? 'chosen' : 'passed-over',
    }));
    const data = {
      outcome,
      enough,
      budget,
      spent,
      selected,
      projects: options.map((option) => ({ ...option })),
      children,
      ...told(context, poll, counted.value, poll.ballots),
    };
    return ok({ events: [{ type: 'allocated', data }], outcome });
  },
};
