import { err, ok } from '../basics/result.ts';
import { plainField, textField } from './fields.ts';
import type { Action } from './kind.ts';
import type { ActorRule, Always, Charter } from './types.ts';

/** Actions that any stage of a matter offers when its procedure says so. */
export type AlwaysAction = Action<unknown, unknown> & {
  /** Also offered when the matter has its outcome. */
  readonly afterEnd?: boolean;
};

const rules = (context: Parameters<AlwaysAction['by']>[0]): Always => context.definition.procedure.always;

/** The seats that take calls in; where the matter lies they join for who calls. */
const takingIn = ({ posts }: Charter): ActorRule => ({
  who: 'any',
  of: Object.keys(posts)
    .filter((post) => posts[post]?.rights.includes('intake') === true)
    .map((post) => ({ who: 'post', post })),
});

const join: AlwaysAction = {
  name: 'join',
  title: '我也遇到了',
  makes: 'joined',
  by: (context) => {
    const own = rules(context).join?.by;
    const forCaller = context.facts.actor.behalfOf !== undefined;
    return own !== undefined && forCaller ? takingIn(context.definition.charter) : own;
  },
  hindrance: ({ matter, facts: { actor } }) => {
    const joiner = actor.behalfOf ?? actor.handle;
    return matter.opener === joiner || matter.joined.includes(joiner)
      ? { code: 'already-joined' }
      : undefined;
  },
  decide: ({ facts: { actor } }) => {
    const joined = actor.behalfOf;
    return ok({ events: [{ type: 'joined', ...(joined !== undefined && { data: { joined } }) }] });
  },
};

const withdraw: AlwaysAction = {
  name: 'withdraw',
  title: '撤回反映',
  makes: 'withdrawn',
  by: (context) => (context.step.then['withdrawn'] === undefined ? undefined : rules(context).withdraw?.by),
  // Organs that were called in are at work for it: what they find is still to be heard.
  hindrance: ({ matter }) =>
    matter.children.some((child) => child.ended === undefined) ? { code: 'waiting-for-others' } : undefined,
  fields: () => [textField('reason', '撤回原因', { required: false })],
  decide: (_, { sealed }) => ok({ events: [{ type: 'withdrawn', sealed }], outcome: 'withdrawn' }),
};

const supervise: AlwaysAction = {
  name: 'supervise',
  title: '督办',
  makes: 'supervised',
  by: (context) => rules(context).supervise?.by,
  fields: () => [textField('text', '督办要求')],
  decide: (_, { sealed }) => ok({ events: [{ type: 'supervised', sealed }] }),
};

const askExclusion: AlwaysAction = {
  name: 'ask-exclusion',
  title: '申请剔除',
  afterEnd: true,
  by: (context) => rules(context).exclude?.ask,
  hindrance: ({ matter }) =>
    matter.exclusion !== undefined && matter.exclusion.status !== 'refused'
      ? { code: 'already-asked' }
      : undefined,
  fields: (context) => [
    plainField('reason', '剔除理由', 'choice', { choices: rules(context).exclude?.reasons ?? [] }),
    textField('text', '具体说明', { audience: 'handlers' }),
  ],
  decide: (_, { plain, sealed }) => ok({ events: [{ type: 'exclusion-asked', data: plain, sealed }] }),
};

const decideExclusion: AlwaysAction = {
  name: 'decide-exclusion',
  title: '审批剔除',
  afterEnd: true,
  main: true,
  by: (context) => rules(context).exclude?.decide,
  hindrance: ({ matter, facts }) => {
    if (matter.exclusion?.status !== 'asked') return { code: 'nothing-asked' };
    return matter.exclusion.askedBy === facts.actor.handle ? { code: 'same-person' } : undefined;
  },
  fields: () => [
    plainField('granted', '同意剔除', 'yes-no'),
    textField('text', '审批意见', { audience: 'handlers' }),
  ],
  decide: ({ matter, facts }, { plain, sealed }) =>
    matter.exclusion?.askedBy === facts.actor.handle
      ? err({ code: 'same-person' })
      : ok({ events: [{ type: 'exclusion-decided', data: plain, sealed }] }),
};

export const alwaysActions: readonly AlwaysAction[] = [
  join,
  withdraw,
  supervise,
  askExclusion,
  decideExclusion,
];
