import { ok } from '../../basics/result.ts';
import { defineKind } from '../../engine/kind.ts';
import type { Field } from '../../engine/types.ts';

/** 填报: somebody fills in a form. */
export interface FormConfig {
  readonly fields: readonly Field[];
  /** Who hears of it when it is filled in. */
  readonly tells?: 'opener';
}
type FormState = Record<string, never>;

export const form = defineKind<FormConfig, FormState>({
  kind: 'form',
  schema: {
    type: 'object',
    required: ['fields'],
    properties: { fields: { $ref: '#/$defs/fields' }, tells: { const: 'opener' } },
    additionalProperties: false,
  },
  outcomes: () => ['done'],
  actions: [
    {
      name: 'submit',
      title: '提交',
      makes: 'submitted',
      main: true,
      by: ({ step }) => step.by,
      fields: ({ config }) => config.fields,
      decide: (_, { plain, sealed }) =>
        ok({ events: [{ type: 'submitted', data: plain, sealed }], outcome: 'done' }),
    },
  ],
  enter: () => ({ state: {} }),
  evolve: (state) => state,
});
