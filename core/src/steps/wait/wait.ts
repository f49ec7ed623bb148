import { defineKind } from '../../engine/kind.ts';

/** 等候: a child matter waits for what its parent decides of it. How long that may take is bounded by the parent. */
export interface WaitConfig {
  /** Plain answers that the parent needs to know in order to decide: those given last count. */
  readonly tells: readonly string[];
}
interface State {
  readonly tells: readonly string[];
}

export const wait = defineKind<WaitConfig, State>({
  kind: 'wait',
  schema: {
    type: 'object',
    required: ['tells'],
    properties: {
      tells: {
        type: 'array',
        minItems: 1,
        maxItems: 20,
        uniqueItems: true,
        items: { type: 'string', pattern: '^[a-z][a-zA-Z0-9]*$', maxLength: 40 },
      },
    },
    additionalProperties: false,
  },
  outcomes: () => ['chosen', 'passed-over'],
  limits: () => true,
  actions: [],
  enter: ({ config }) => ({ state: { tells: config.tells } }),
  evolve: (state) => state,
});
