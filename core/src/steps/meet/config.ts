import type { JsonObject } from '../../basics/json.ts';
import type { Duration } from '../../calendar/calendar.ts';
import type { Context } from '../../engine/kind.ts';
import type { ActorRule, Choice } from '../../engine/types.ts';
import type { RollSum } from '../../voting/roll.ts';
import type { Leg, RollRule, Sum } from '../../voting/types.ts';

/** 会议: convened in time, quorate, on record; what it decides stands in its minutes, which somebody else confirms. */
export interface MeetConfig {
  readonly of: RollRule;
  readonly notice: Duration;
  /** 告知: who hears of the notice beside those on the roll. */
  readonly tells?: ActorRule;
  readonly attends: readonly Leg[];
  /** Absent where the meeting decides nothing: it informs, or judges. */
  readonly passes?: readonly Leg[];
  /** `hands`: counted in the room by two people. */
  readonly ballot?: 'hands' | 'named' | 'secret';
  /** Minutes are written and confirmed within this, from the beginning of the meeting. */
  readonly minutesWithin: Duration;
  readonly confirmedBy: ActorRule;
  /** 发言各方 of a hearing, who speak equally often. */
  readonly sides?: readonly Choice[];
}

export interface MeetState {
  readonly convened?: RollSum & { readonly startsAt: number };
  readonly begun?: { readonly at: number; readonly present: Sum };
  readonly spoken: Readonly<Record<string, number>>;
  readonly resolved?: { readonly outcome: string };
  readonly minutes?: { readonly by: string };
}
export type Meet = Context<MeetConfig, MeetState>;

const duration: JsonObject = { $ref: '#/$defs/duration' };
export const meetSchema: JsonObject = {
  type: 'object',
  required: ['of', 'notice', 'minutesWithin', 'confirmedBy'],
  properties: {
    of: { $ref: '#/$defs/roll' },
    notice: duration,
    tells: { $ref: '#/$defs/actor' },
    attends: { $ref: '#/$defs/legs' },
    passes: { $ref: '#/$defs/legs' },
    ballot: { enum: ['hands', 'named', 'secret'] },
    minutesWithin: duration,
    confirmedBy: { $ref: '#/$defs/actor' },
    sides: { $ref: '#/$defs/choices' },
  },
  dependentRequired: { passes: ['ballot'], ballot: ['passes'] },
  additionalProperties: false,
};
