import { defineKind } from '../../engine/kind.ts';
import type { MatterEvent, OwnMatter } from '../../engine/types.ts';
import type { Option, Resolution } from '../../voting/facts.ts';
import { seatsOf } from '../../voting/tally.ts';
import type { Question } from '../../voting/types.ts';
import { announce } from './announce.ts';
import { type VoteConfig, type VoteState, voteSchema } from './config.ts';
import { count } from './count.ts';
import { nominate } from './nominate.ts';
import { correctRoll, decideObjection, freezeRoll, objectToRoll } from './roll-actions.ts';

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
  actions: [freezeRoll, objectToRoll, decideObjection, correctRoll, nominate, announce, count],
  enter: ({ config, matter }) => ({
    state: { objections: [], ...standingFor(config.question, matter.resolutions) },
  }),
  evolve: (state, event) => {
    const { data } = event;
    switch (event.type) {
      case 'roll-frozen':
      case 'roll-corrected':
        return { ...state, roll: data['roll'] as unknown as NonNullable<VoteState['roll']> };
      case 'roll-objected':
        return { ...state, objections: [...state.objections, { n: Number(data['n']), answered: false }] };
      case 'roll-objection-decided':
        return {
          ...state,
          objections: state.objections.map((each) =>
            each.n === data['n'] ? { ...each, answered: true } : each,
          ),
        };
      case 'nominated':
        return {
          ...state,
          candidates: [...state.candidates, { id: String(data['id']), title: String(data['name']) }],
        };
      case 'vote-announced':
        return {
          ...state,
          announced: {
            opensAt: Number(data['opensAt']),
            closesAt: Number(data['closesAt']),
            options: data['options'] as unknown as readonly Option[],
          },
        };
      default:
        return state;
    }
  },
  evolveMatter: (next, event) => (event.type === 'vote-counted' ? withResolution(next, event) : next),
  onClock: (_, clock) =>
    ['roll', 'opens', 'closes'].includes(clock) ? { events: [], late: false } : { events: [] },
});
