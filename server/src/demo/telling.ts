import type { Duration } from '@liren/core/calendar/calendar.ts';
import type { Cast } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Person } from './life.ts';
import { type AffairTold, fill, type Spoken, type Told, type WordName } from './told.ts';

/** All that the telling of one matter leans on. */
export interface Telling {
  readonly chance: Chance;
  readonly told: Told;
  readonly cast: Cast;
  readonly affair: AffairTold;
  readonly spoken: Spoken;
  /** The organ that should handle it, and one that should not, with an affair of its own. */
  readonly organ: string;
  readonly wrong: { readonly organ: string; readonly affair: string };
  /** Undefined when nobody knows who called. */
  readonly opener: Person | undefined;
  /** Answers the call-back on the page; else the hotline rings. */
  readonly ratesItself: boolean;
  readonly isKnownAffair: boolean;
  /** 0.6 to 1: how well the handling organ works. */
  readonly care: number;
}

export const say = ({ told, chance, spoken }: Telling, name: WordName): string =>
  fill(chance.pick(told.words[name]), spoken, chance);

export const pressing = ({ affair }: Telling): boolean =>
  affair.urgency === 'urgent' || affair.urgency === 'critical';

/** Staff work in office hours; what cannot wait is done at any hour. */
export function workTime(t: Telling, leastHours: number, mostHours: number): Duration {
  const hours = leastHours + t.chance.next() * (mostHours - leastHours);
  const minutes = Math.round(hours * 60);
  if (t.affair.urgency === 'critical') return { minutes: Math.max(9, Math.round(minutes / 24)) };
  return t.affair.urgency === 'urgent' ? { minutes: Math.round(minutes / 2) } : { workingMinutes: minutes };
}

export const handler = ({ cast, organ }: Telling): Person => cast.seat('handler', organ);
export const dispatcher = ({ cast, chance }: Telling): Person =>
  cast.seat('dispatcher', 'street-office', chance.between(0, 1));
