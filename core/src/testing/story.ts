import { expect } from 'vitest';
import { civilDate, type Instant, instant, type MatterId, type OrganId } from '../basics/ids.ts';
import type { JsonObject } from '../basics/json.ts';
import type { Result } from '../basics/result.ts';
import { instantOf } from '../calendar/calendar.ts';
import { exampleCalendar } from '../calendar/example-calendar.ts';
import { advance, decide, open } from '../engine/decide.ts';
import { replay } from '../engine/evolve.ts';
import { childEnded, childWaits } from '../engine/family.ts';
import type { Refusal, RefusalCode } from '../engine/refusal.ts';
import type {
  Actor,
  Affairs,
  Definition,
  Draft,
  Facts,
  Matter,
  OpenCommand,
  Organ,
} from '../engine/types.ts';
import type { ConversationFacts } from '../opinion/facts.ts';
import type { PollFacts } from '../voting/facts.ts';

export const minutes = 60_000;
export const hours = 60 * minutes;
export const days = 24 * hours;
/** A Tuesday in spring, at nine. */
export const morning: Instant = instantOf(civilDate('2026-03-10'), 9 * 60);

/** The small world that a story plays in. */
export interface World {
  readonly definition: Definition;
  readonly organs: readonly Organ[];
  readonly affairs: Affairs;
  /** What the stage's roll and box hold. */
  readonly poll?: PollFacts;
  /** What stands beside a discussion. */
  readonly conversation?: ConversationFacts;
  /** Plain answers that the matter was opened with. */
  readonly opening?: JsonObject;
}

/** One matter as its record grows: every act is decided by the engine, and time is whatever the story says. */
export class Story {
  readonly world: World;
  readonly events: readonly Draft[];
  readonly now: Instant;
  /** What the last act added; empty after a refusal. */
  readonly fresh: readonly Draft[];
  readonly refusal: Refusal | undefined;

  constructor(
    world: World,
    now: Instant,
    events: readonly Draft[] = [],
    fresh: readonly Draft[] = [],
    refusal?: Refusal,
  ) {
    this.world = world;
    this.now = now;
    this.events = events;
    this.fresh = fresh;
    this.refusal = refusal;
  }

  get matter(): Matter {
    const matter = replay(this.events);
    if (matter === undefined) throw new Error('nothing has happened yet');
    return matter;
  }
  /** The open step, or `end:` and the outcome. */
  get at(): string {
    const { stage } = this.matter;
    return stage.status === 'open' ? stage.visit.step : `end:${stage.outcome}`;
  }

  facts(actor: Actor): Facts {
    const { organs, affairs, poll, conversation, opening } = this.world;
    return {
      now: this.now,
      actor,
      calendar: exampleCalendar,
      organs,
      affairs,
      ...(poll !== undefined && { poll }),
      ...(conversation !== undefined && { conversation }),
      ...(opening !== undefined && { opening }),
    };
  }

  private told(result: Result<readonly Draft[], Refusal>): Story {
    return result.ok
      ? new Story(this.world, this.now, [...this.events, ...result.value], result.value)
      : new Story(this.world, this.now, this.events, [], result.error);
  }

  open(
    actor: Actor,
    command: Omit<OpenCommand, 'opener'> & { readonly opener?: OpenCommand['opener'] },
  ): Story {
    return this.told(open(this.world.definition, { opener: actor.handle, ...command }, this.facts(actor)));
  }
  when(actor: Actor, type: string, input: JsonObject = {}, visit?: { step: string; n: number }): Story {
    const command = { type, input, ...(visit !== undefined && { visit }) };
    return this.told(decide(this.world.definition, this.matter, command, this.facts(actor)));
  }
  /** The roll and the box as they are from now on. */
  with(poll: PollFacts): Story {
    return new Story({ ...this.world, poll }, this.now, this.events);
  }
  /** Time passes unnoticed, as while the server is down. */
  later(milliseconds: number): Story {
    return new Story(this.world, instant(this.now + milliseconds), this.events);
  }
  /** Somebody looks at the clocks. */
  tick(): Story {
    return this.told({
      ok: true,
      value: advance(this.world.definition, this.matter, this.facts(systemActor)),
    });
  }
  childEnds(child: string, outcome: string): Story {
    const ended = { id: child as MatterId, outcome };
    return this.told({
      ok: true,
      value: childEnded(this.world.definition, this.matter, ended, this.facts(systemActor)),
    });
  }

  childWaits(child: string, about: JsonObject): Story {
    const waiting = { id: child as MatterId, about };
    return this.told({
      ok: true,
      value: childWaits(this.world.definition, this.matter, waiting, this.facts(systemActor)),
    });
  }

  /** The last act was accepted and brought about exactly these events. */
  brings(...types: readonly string[]): Story {
    expect(this.refusal).toBeUndefined();
    expect(this.fresh.map(({ type }) => type)).toEqual(types);
    return this;
  }
  /** The last act was accepted and led here: a step, or `end:` and an outcome. */
  reaches(at: string): Story {
    expect(this.refusal).toBeUndefined();
    expect(this.at).toBe(at);
    return this;
  }
  refused(code: RefusalCode, about?: string): Story {
    expect(this.refusal?.code).toBe(code);
    if (about !== undefined) expect(this.refusal?.about).toBe(about);
    return this;
  }
}

export const systemActor: Actor = { handle: 'system' as Actor['handle'], kind: 'system', posts: [] };
export const organOf = (id: string): OrganId => id as OrganId;
