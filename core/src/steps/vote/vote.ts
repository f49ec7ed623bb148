import { defineKind } from '../../engine/kind.ts';
import type { MatterEvent, OwnMatter } from '../../engine/types.ts';
import type { Resolution } from '../../voting/facts.ts';
import { seatsOf } from '../../voting/tally.ts';
import type { Question } from '../../voting/types.ts';
import { announce } from './announce.ts';
import { type VoteConfig, type VoteState, voteSchema } from './config.ts';
import { count } from './count.ts';
import { nominate } from './nominate.ts';
import { evolvePoll, onPollClock } from './poll.ts';
import { rollActions } from './roll-actions.ts';

/** Adds what was decided to the matter, so that later stages know it. */
export function withResolution(next: OwnMatter, event: MatterEvent): OwnMatter {
  const { outcome, elected, runOff } = event.data as unknown as Resolution;
  const n = next.stage.status === 'open' ? next.stage.visit.n : 1;
  const resolution = {
    step: event.step ?? '',
    n,
    at: event.at,
    outcome,
    elected: elected ?? [],
    runOff: runOff ?? [],
  };
  next.resolutions = [...next.resolutions, resolution];
  return next;
}

/** Who stands from the start, and for how many seats: in a run-off whoever is left of the election before. */
export function standingFor(
  question: Question,
  resolutions: readonly Pick<Resolution, 'outcome' | 'elected' | 'runOff'>[],
): Pick<VoteState, 'candidates' | 'seats'> {
  const before = resolutions.findLast(({ outcome }) => outcome === 'run-off');
  if (question.kind !== 'elect' || !question.runOff || before === undefined)
    return { candidates: [], seats: seatsOf(question) };
  const filled = resolutions.flatMap(({ elected }) => elected).length;
  return { candidates: before.runOff, seats: question.seats - filled };
}

export const vote = defineKind<VoteConfig, VoteState>({
  kind: 'vote',
  schema: voteSchema,
  outcomes: ({ question }) =>
    question.kind === 'elect' ? ['elected', 'run-off', 'failed'] : ['passed', 'failed'],
  powers: () => ['decide', 'propose', 'execute'],
  actions: [...rollActions, nominate, announce, count],
  enter: ({ config, matter }) => ({
    state: { objections: [], ...standingFor(config.question, matter.resolutions) },
  }),
  evolve: (state, event) => {
    if (event.type !== 'nominated') return evolvePoll(state, event);
    const { id, name } = event.data;
    return { ...state, candidates: [...state.candidates, { id: String(id), title: String(name) }] };
  },
  evolveMatter: (next, event) => (event.type === 'vote-counted' ? withResolution(next, event) : next),
  onClock: (_, clock) => onPollClock(clock),
});
