import { ok } from '../../basics/result.ts';
import { fieldsOnce, plainField, textField } from '../../engine/fields.ts';
import { defineKind } from '../../engine/kind.ts';
import type { Choice, Field } from '../../engine/types.ts';

/** 审核: accept, or send back with the reason. */
export interface CheckConfig {
  /** What is settled when it is accepted: the checked cost, the organ that answers for it. */
  readonly fields?: readonly Field[];
  /** The reasons for which alone it may be sent back; without them any reason in words will do. */
  readonly reasons?: readonly Choice[];
}
type State = Record<string, never>;

/** Choices and answers that the procedure words itself. */
export const checkedFields = fieldsOnce(({ fields = [], reasons }: CheckConfig) => [
  ...fields,
  ...(reasons === undefined ? [] : [plainField('because', '为什么', 'choice', { choices: reasons })]),
]);
const accepting = fieldsOnce(({ fields = [] }: CheckConfig) => [
  ...fields,
  textField('note', '意见', { required: false }),
]);
const sendingBack = fieldsOnce((config: CheckConfig) => [
  ...checkedFields({ ...(config.reasons !== undefined && { reasons: config.reasons }) }),
  textField('reason', '退回的原因'),
]);

export const check = defineKind<CheckConfig, State>({
  kind: 'check',
  schema: {
    type: 'object',
    properties: { fields: { $ref: '#/$defs/fields' }, reasons: { $ref: '#/$defs/choices' } },
    additionalProperties: false,
  },
  outcomes: () => ['accepted', 'sent-back'],
  powers: () => ['supervise', 'decide'],
  actions: [
    {
      name: 'accept',
      title: '通过',
      main: true,
      makes: 'accepted',
      by: ({ step }) => step.by,
      fields: ({ config }) => accepting(config),
      decide: (_, { plain, sealed }) =>
        ok({ events: [{ type: 'accepted', data: plain, sealed }], outcome: 'accepted' }),
    },
    {
      name: 'send-back',
      title: '退回重办',
      makes: 'sent-back',
      by: ({ step }) => step.by,
      fields: ({ config }) => sendingBack(config),
      decide: (_, { plain, sealed }) =>
        ok({ events: [{ type: 'sent-back', data: plain, sealed }], outcome: 'sent-back' }),
    },
  ],
  enter: () => ({ state: {} }),
  evolve: (state) => state,
});
