import type { JsonObject } from '../../basics/json.ts';
import type { Context } from '../../engine/kind.ts';
import type { Option } from '../../voting/facts.ts';
import type { Leg, Question } from '../../voting/types.ts';
import { type PollConfig, type PollState, pollProperties, pollRequired } from './poll.ts';

/** 表决: a roll, ballots by several channels, and a rule that the count is held against. */
export interface VoteConfig extends PollConfig {
  readonly question: Question;
  readonly passes: readonly Leg[];
  /** 未表决的计入多数: only where the compound's own rules say so, with the words of the rule. */
  readonly silent?: { readonly countsWith: 'majority'; readonly because: string };
}

export interface VoteState extends PollState {
  /** Of an election. */
  readonly candidates: readonly Option[];
  /** To fill now. */
  readonly seats: number;
}
export type Vote = Context<VoteConfig, VoteState>;

export const voteSchema: JsonObject = {
  type: 'object',
  required: [...pollRequired, 'question', 'passes'],
  properties: {
    ...pollProperties,
    question: { $ref: '#/$defs/question' },
    passes: { $ref: '#/$defs/legs' },
    silent: {
      type: 'object',
      required: ['countsWith', 'because'],
      properties: { countsWith: { const: 'majority' }, because: { type: 'string', minLength: 4 } },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};
