import type { Instant, PersonId } from '@liren/core/basics/ids.ts';
import type { JsonObject } from '@liren/core/basics/json.ts';
import type { Duration } from '@liren/core/calendar/calendar.ts';
import type { Asker } from '../usecases/actor.ts';

export type Person = Extract<Asker, { kind: 'person' }>;

/** One act in the life of a matter, some time after the one before it. */
export interface Beat {
  readonly after: Duration;
  readonly who: Person;
  readonly type: string;
  readonly input: JsonObject;
  /** The act shows a photo, under this name. */
  readonly photo?: string;
  /** At home people sleep at night. */
  readonly daytime?: boolean;
  /** What becomes of the child matters that this act opens, in their order. */
  readonly children?: readonly (readonly Beat[])[];
  /** Joins child matters: the life of this matter goes on whether or not they are finished. */
  readonly goesOn?: boolean;
}
/** A matter from its first word on; what lies after the present stays untold. */
export interface Life {
  readonly key: string;
  readonly procedure: string;
  readonly community: string;
  readonly place: string;
  readonly openedAt: Instant;
  readonly who: Person;
  readonly channel: string;
  readonly urgency: string;
  readonly affair?: string;
  readonly onBehalfOf?: { readonly person: PersonId | undefined };
  readonly input: JsonObject;
  readonly photo?: string;
  readonly beats: readonly Beat[];
}
