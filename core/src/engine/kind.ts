import type { Instant } from '../basics/ids.ts';
import type { JsonObject } from '../basics/json.ts';
import type { Result } from '../basics/result.ts';
import type { Refusal } from './refusal.ts';
import type {
  ActorRule,
  Definition,
  Facts,
  Field,
  Matter,
  MatterEvent,
  NewEvent,
  OwnMatter,
  Step,
  Verb,
} from './types.ts';

/** All that a kind may look at. */
export interface Context<C, S> {
  readonly definition: Definition;
  readonly matter: Matter;
  readonly name: string;
  readonly step: Step;
  readonly config: C;
  readonly state: S;
  readonly facts: Facts;
}
/** Answers that passed the fields' bounds, split by whether they may stand in the chain. */
export interface Answers {
  readonly plain: JsonObject;
  readonly sealed: JsonObject;
}
/** What follows from a command or a clock: events, and the outcome if the stage is over. */
export interface Decision {
  readonly events: readonly NewEvent[];
  readonly outcome?: string;
  /** Of a clock: false when its passing is no lateness, only the end of a window. */
  readonly late?: false;
}
export interface Action<C, S> {
  /** Command type, unique inside the kind. */
  readonly name: string;
  /** The verb on the button. */
  readonly title: string;
  /** Who may; undefined when this procedure does not offer the action. */
  readonly by: (context: Context<C, S>) => ActorRule | undefined;
  readonly fields?: (context: Context<C, S>) => readonly Field[];
  /** Why not now, whoever asks; the button is grey with this reason. */
  readonly hindrance?: (context: Context<C, S>) => Refusal | undefined;
  readonly decide: (context: Context<C, S>, answers: Answers) => Result<Decision, Refusal>;
  /** The event that stands in the record for it, where a procedure may have its own words for having done it. */
  readonly makes?: string;
  /** The main thing to do here: it makes the task, and its button stands first. */
  readonly main?: boolean;
}
export interface StepKind<C = unknown, S = unknown> {
  readonly kind: string;
  /** JSON Schema (2020-12) of the kind's own configuration. */
  readonly schema: JsonObject;
  /** Every outcome the configuration can reach; the checker asks that each has its way. */
  readonly outcomes: (config: C) => readonly string[];
  /** Outcomes that the step offers only where the procedure writes a way for them. */
  readonly optionalOutcomes?: readonly string[];
  /** Outcomes that time alone can bring about. */
  readonly clockOutcomes?: readonly string[];
  /** What the organ of the step's actor must hold over some affair: one of these. Absent: any power. */
  readonly powers?: (config: C) => readonly Verb[];
  /** Whether the configuration sets a clock of its own, so that no wait is endless. */
  readonly limits?: (config: C) => boolean;
  readonly actions: readonly Action<C, S>[];
  /** Fresh state on entering, and clocks beside the step's own limit. */
  readonly enter: (context: Omit<Context<C, S>, 'state'>) => {
    readonly state: S;
    readonly clocks?: Readonly<Record<string, Instant>>;
    readonly outcome?: string;
  };
  readonly evolve: (state: S, event: MatterEvent) => S;
  /** What an event of this kind changes on the matter itself; may write to `next` and return it. */
  readonly evolveMatter?: (next: OwnMatter, event: MatterEvent) => OwnMatter;
  /** What follows when a clock passes; without it, lateness is marked and the stage goes on. */
  readonly onClock?: (context: Context<C, S>, clock: string) => Decision;
  /** What follows when a child matter ends. */
  readonly onChildEnded?: (context: Context<C, S>) => Decision;
}

/** A kind with its own types forgotten, so that all kinds stand in one table. */
export type AnyKind = StepKind<never, never>;
export function defineKind<C, S>(kind: StepKind<C, S>): StepKind {
  // The checker has matched config to the schema and state is only ever made by this kind: the types hold.
  return kind as unknown as StepKind;
}
