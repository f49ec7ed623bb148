import { ok } from '../../basics/result.ts';
import { plainField, textField } from '../../engine/fields.ts';
import { type Answers, type Decision, defineKind } from '../../engine/kind.ts';
import type { ActorRule, Rating } from '../../engine/types.ts';

/** 回访: ask whether somebody got in touch, whether it is solved, and how content the person is. */
export interface RateConfig {
  /** Who may write down an answer given over the telephone. */
  readonly byPhone?: ActorRule;
}
/** Calls that nobody answered. */
type State = { readonly attempts: number };

const fields = [
  plainField('contacted', '有人联系过你吗', 'yes-no'),
  plainField('solved', '问题解决了吗', 'yes-no'),
  plainField('satisfied', '对办理满意吗', 'choice', {
    choices: [
      { value: 'satisfied', title: '满意' },
      { value: 'basically', title: '基本满意' },
      { value: 'dissatisfied', title: '不满意' },
    ],
  }),
  textField('comment', '想说的话', { required: false }),
];

function rated(by: Rating['by'], { plain, sealed }: Answers): Decision {
  const { contacted = false, solved = false, satisfied = null } = plain;
  const content = solved === true && satisfied !== 'dissatisfied';
  return {
    events: [{ type: 'rated', data: { contacted, solved, satisfied, by }, sealed }],
    outcome: content ? 'pleased' : 'displeased',
  };
}

export const rate = defineKind<RateConfig, State>({
  kind: 'rate',
  schema: {
    type: 'object',
    properties: { byPhone: { $ref: '#/$defs/actor' } },
    additionalProperties: false,
  },
  outcomes: () => ['pleased', 'displeased', 'silent'],
  clockOutcomes: ['silent'],
  actions: [
    {
      name: 'rate',
      title: '评价办理结果',
      main: true,
      by: ({ step }) => step.by,
      fields: () => fields,
      decide: (_, answers) => ok(rated('app', answers)),
    },
    {
      name: 'record-call',
      title: '登记电话回访',
      main: true,
      by: ({ config }) => config.byPhone,
      fields: () => fields,
      decide: (_, answers) => ok(rated('phone', answers)),
    },
    {
      name: 'no-answer',
      title: '没有打通',
      by: ({ config }) => config.byPhone,
      decide: () => ok({ events: [{ type: 'call-unanswered' }] }),
    },
  ],
  enter: () => ({ state: { attempts: 0 } }),
  evolve: (state, event) => (event.type === 'call-unanswered' ? { attempts: state.attempts + 1 } : state),
  evolveMatter: (next, event) => {
    if (event.type !== 'rated') return next;
    const { contacted, solved, satisfied, by } = event.data;
    const rating: Rating = {
      step: event.step ?? '',
      at: event.at,
      contacted: contacted === true,
      solved: solved === true,
      satisfied: satisfied as Rating['satisfied'],
      by: by as Rating['by'],
    };
    next.ratings = [...next.ratings, rating];
    return next;
  },
  onClock: (_, clock) => ({ events: [], ...(clock === 'limit' && { outcome: 'silent' }) }),
});
