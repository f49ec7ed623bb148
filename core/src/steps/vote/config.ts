import type { JsonObject } from '../../basics/json.ts';
import type { Duration } from '../../calendar/calendar.ts';
import type { Context } from '../../engine/kind.ts';
import type { Option } from '../../voting/facts.ts';
import type { RollSum } from '../../voting/roll.ts';
import { type Channel, channels, type Leg, type Question, type RollRule } from '../../voting/types.ts';

/** 表决: a roll, ballots by several channels, and a rule that the count is held against. */
export interface VoteConfig {
  readonly roll: RollRule;
  readonly ballot: 'named' | 'secret';
  readonly question: Question;
  readonly channels: readonly Channel[];
  readonly attends: readonly Leg[];
  readonly passes: readonly Leg[];
  /** 名册公布: for how long it stands before anybody votes, and within what its objections are raised and decided. */
  readonly rollPublished?: {
    readonly for: Duration;
    readonly objections: Duration;
    readonly decidedWithin: Duration;
  };
  /** From the notice to the opening of the vote. */
  readonly notice: Duration;
  readonly openFor: Duration;
  /** From the close of the vote. */
  readonly countedWithin: Duration;
  /** 委托: how many one holder may vote for. */
  readonly proxies?: { readonly most: number };
  /** 反悔期 of an assisted vote. */
  readonly revocable?: Duration;
  /** 未表决的计入多数: only where the compound's own rules say so, with the words of the rule. */
  readonly silent?: { readonly countsWith: 'majority'; readonly because: string };
}

export interface VoteState {
  readonly roll?: RollSum & { readonly objectUntil?: number; readonly publishedUntil?: number };
  readonly objections: readonly { readonly n: number; readonly answered: boolean }[];
  /** Of an election. */
  readonly candidates: readonly Option[];
  /** To fill now. */
  readonly seats: number;
  readonly announced?: {
    readonly opensAt: number;
    /** Not inside. */
    readonly closesAt: number;
    readonly options: readonly Option[];
  };
}
export type Vote = Context<VoteConfig, VoteState>;

const duration: JsonObject = { $ref: '#/$defs/duration' };

export const voteSchema: JsonObject = {
  type: 'object',
  required: ['roll', 'ballot', 'question', 'channels', 'passes', 'notice', 'openFor', 'countedWithin'],
  properties: {
    roll: { $ref: '#/$defs/roll' },
    ballot: { enum: ['named', 'secret'] },
    question: { $ref: '#/$defs/question' },
    channels: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: channels } },
    attends: { $ref: '#/$defs/legs' },
    passes: { $ref: '#/$defs/legs' },
    rollPublished: {
      type: 'object',
      required: ['for', 'objections', 'decidedWithin'],
      properties: { for: duration, objections: duration, decidedWithin: duration },
      additionalProperties: false,
    },
    notice: duration,
    openFor: duration,
    countedWithin: duration,
    proxies: {
      type: 'object',
      required: ['most'],
      properties: { most: { type: 'integer', minimum: 1, maximum: 20 } },
      additionalProperties: false,
    },
    revocable: duration,
    silent: {
      type: 'object',
      required: ['countsWith', 'because'],
      properties: { countsWith: { const: 'majority' }, because: { type: 'string', minLength: 4 } },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};
