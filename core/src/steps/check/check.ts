import { ok } from '../../basics/result.ts';
import { textField } from '../../engine/fields.ts';
import { defineKind } from '../../engine/kind.ts';

/** 审核: accept, or send back with the reason. */
export type CheckConfig = Record<string, never>;
type State = Record<string, never>;

export const check = defineKind<CheckConfig, State>({
  kind: 'check',
  schema: { type: 'object', properties: {}, additionalProperties: false },
  outcomes: () => ['accepted', 'sent-back'],
  powers: () => ['supervise', 'decide'],
  actions: [
    {
      name: 'accept',
      title: '通过',
      main: true,
      makes: 'accepted',
      by: ({ step }) => step.by,
      fields: () => [textField('note', '意见', { required: false })],
      decide: (_, { sealed }) => ok({ events: [{ type: 'accepted', sealed }], outcome: 'accepted' }),
    },
    {
      name: 'send-back',
      title: '退回重办',
      makes: 'sent-back',
      by: ({ step }) => step.by,
      fields: () => [textField('reason', '退回的原因')],
      decide: (_, { sealed }) => ok({ events: [{ type: 'sent-back', sealed }], outcome: 'sent-back' }),
    },
  ],
  enter: () => ({ state: {} }),
  evolve: (state) => state,
});
