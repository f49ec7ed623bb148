import { type Instant, instant } from '../../basics/ids.ts';
import type { Json, JsonObject } from '../../basics/json.ts';
import { type Duration, dueAt } from '../../calendar/calendar.ts';
import { holdersOf } from '../../engine/actors.ts';
import type { Context } from '../../engine/kind.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { ActorRule, MatterEvent } from '../../engine/types.ts';
import type { Option } from '../../voting/facts.ts';
import type { RollSum } from '../../voting/roll.ts';
import { type Channel, channels, type Leg, type RollRule } from '../../voting/types.ts';

/** What every kind of step has in which people on a roll cast ballots into a box, whatever the ballots say. */
export interface PollConfig {
  readonly roll: RollRule;
  readonly ballot: 'named' | 'secret';
  readonly channels: readonly Channel[];
  readonly attends: readonly Leg[];
  /** 名册公布: for how long it stands before anybody votes, and within what its objections are raised and decided. */
  readonly rollPublished?: {
    readonly for: Duration;
    readonly objections: Duration;
    readonly decidedWithin: Duration;
  };
  /** From the notice to the opening of the vote. */
  readonly notice: Duration;
  /** 告知: who hears of the notice beside those on the roll. */
  readonly tells?: ActorRule;
  readonly openFor: Duration;
  /** From the close of the vote. */
  readonly countedWithin: Duration;
  /** 委托: how many one holder may vote for, and whether whoever stands for election may be one. */
  readonly proxies?: { readonly most: number; readonly candidates?: 'none' };
  /** 反悔期 of an assisted vote. */
  readonly revocable?: Duration;
}

export interface PollState {
  readonly roll?: RollSum & { readonly objectUntil?: number; readonly publishedUntil?: number };
  readonly objections: readonly { readonly n: number; readonly answered: boolean }[];
  readonly announced?: {
    readonly opensAt: number;
    /** Not inside. */
    readonly closesAt: number;
    readonly options: readonly Option[];
  };
}
type Poll = Context<PollConfig, PollState>;

const duration: JsonObject = { $ref: '#/$defs/duration' };
export const pollProperties: JsonObject = {
  roll: { $ref: '#/$defs/roll' },
  ballot: { enum: ['named', 'secret'] },
  channels: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: channels } },
  attends: { $ref: '#/$defs/legs' },
  rollPublished: {
    type: 'object',
    required: ['for', 'objections', 'decidedWithin'],
    properties: { for: duration, objections: duration, decidedWithin: duration },
    additionalProperties: false,
  },
  notice: duration,
  tells: { $ref: '#/$defs/actor' },
  openFor: duration,
  countedWithin: duration,
  proxies: {
    type: 'object',
    required: ['most'],
    properties: { most: { type: 'integer', minimum: 1, maximum: 20 }, candidates: { const: 'none' } },
    additionalProperties: false,
  },
  revocable: duration,
};
export const pollRequired = ['roll', 'ballot', 'channels', 'notice', 'openFor', 'countedWithin'] as const;

/** Why the vote cannot be announced yet: its roll is not made, open to objections, or one of them undecided. */
export function rollHindrance({ state, facts }: Poll): Refusal | undefined {
  const { roll, objections } = state;
  const isOpen =
    roll === undefined || objections.some(({ answered }) => !answered) || facts.now < (roll.objectUntil ?? 0);
  return isOpen ? { code: 'roll-not-ready' } : undefined;
}

/** Whom the notice of a vote or meeting tells of it, as the record keeps it. */
export function toldOf({
  config,
  matter,
  definition,
  facts,
}: Context<{ readonly tells?: ActorRule }, unknown>): JsonObject {
  if (config.tells === undefined) return {};
  return { told: holdersOf(config.tells, matter, definition.charter, facts.organs) as unknown as Json };
}

/** When the box opens and closes if it is announced now, with the clocks that follow. */
export function boxHours({ config, state, facts }: Poll): {
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly clocks: JsonObject;
} {
  const told = dueAt(facts.calendar, facts.now, config.notice);
  // The roll has stood for its whole time before anybody votes (村组法 17, 居组法 17).
  const opensAt = instant(Math.max(told, state.roll?.publishedUntil ?? 0));
  const closesAt = dueAt(facts.calendar, opensAt, config.openFor);
  const count = dueAt(facts.calendar, closesAt, config.countedWithin);
  return { opensAt, closesAt, clocks: { limit: null, opens: opensAt, closes: closesAt, count } };
}

/**
 * Why the box cannot be counted yet: papers that were read differently, or more ballots may come.
 * @param early whether what is in the box settles it before everybody has voted
 */
export function boxHindrance({ state, facts }: Poll, early = false): Refusal | undefined {
  const { poll } = facts;
  if (poll !== undefined && poll.differences > 0) return { code: 'differences-open' };
  const over = facts.now >= (state.announced?.closesAt ?? 0);
  const whole = poll !== undefined && (poll.taken.heads >= poll.roll.heads || early);
  return over || whole ? undefined : { code: 'vote-still-open' };
}

/** What the roll's and the notice's events change. */
export function evolvePoll<State extends PollState>(state: State, event: MatterEvent): State {
  const { data } = event;
  switch (event.type) {
    case 'roll-frozen':
    case 'roll-corrected':
      return { ...state, roll: data['roll'] as unknown as NonNullable<PollState['roll']> };
    case 'roll-objected':
      return { ...state, objections: [...state.objections, { n: Number(data['n']), answered: false }] };
    case 'roll-objection-decided':
      return {
        ...state,
        objections: state.objections.map((each) =>
          each.n === data['n'] ? { ...each, answered: true } : each,
        ),
      };
    case 'vote-announced':
      return {
        ...state,
        announced: {
          opensAt: Number(data['opensAt']),
          closesAt: Number(data['closesAt']),
          options: data['options'] as unknown as readonly Option[],
        },
      };
    default:
      return state;
  }
}

/** A roll that stands, a box that opens or closes is late for nobody. */
export const onPollClock = (clock: string) =>
  ['objections', 'roll', 'opens', 'closes'].includes(clock)
    ? { events: [], late: false as const }
    : { events: [] };
