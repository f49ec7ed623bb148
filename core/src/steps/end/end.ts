import { defineKind } from '../../engine/kind.ts';

/** 办结: the outcome of the matter, in a word that reports can count. */
export interface EndConfig {
  readonly outcome: string;
}

export const end = defineKind<EndConfig, Record<string, never>>({
  kind: 'end',
  schema: {
    type: 'object',
    required: ['outcome'],
    properties: { outcome: { type: 'string', pattern: '^[a-z][a-z-]*$' } },
    additionalProperties: false,
  },
  outcomes: () => [],
  actions: [],
  enter: () => ({ state: {} }),
  evolve: (state) => state,
});
