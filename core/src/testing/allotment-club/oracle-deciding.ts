import { record } from '../../checker/plain.ts';
import type { Person } from './club.ts';
import { hourMilliseconds as hour, presentAt, votersAt } from './hall.ts';

/*
 * Meetings and votes as a naive reader of the file understands them; the rest of the rules is in `oracle.ts`.
 */

type Plain = Readonly<Record<string, unknown>>;
export interface OracleClock {
  readonly name: string;
  dueAt: number;
  done: boolean;
}
/** What a stay asks of the oracle around it. */
export interface Around {
  readonly who: Person;
  readonly by: boolean;
  readonly input: Plain;
  readonly now: number;
  readonly rules: Plain;
  readonly is: (named: unknown) => boolean;
  readonly leave: (outcome: string) => void;
  readonly stop: (...names: readonly string[]) => void;
  readonly start: (name: string, dueAt: number) => void;
}
export type Acts = Readonly<Record<string, { may: boolean; effect: () => void }>>;
/** Clocks whose passing is no lateness. */
export const quietClocks: ReadonlySet<string> = new Set(['starts', 'objections', 'roll', 'opens', 'closes']);

const hoursIn = (rules: Plain, name: string): number => Number(record(rules[name])['hours']) * hour;
const nothing = (): void => undefined;

export class Sitting {
  private startsAt: number | undefined;
  private begun = false;
  private outcome: string | undefined;
  private writer: Person | undefined;

  acts(around: Around): Acts {
    const { who, by, input, now, rules, is, leave, stop, start } = around;
    const starts = Date.parse(`${String(input['starts'])}:00+08:00`);
    const within = hoursIn(rules, 'minutes-within');
    const hands = [input['for'], input['against'], input['abstain']].map(Number);
    const enough = presentAt(now) * 2 > votersAt;
    return {
      convene: {
        may: by && this.startsAt === undefined && starts >= now + hoursIn(rules, 'notice'),
        effect: () => {
          this.startsAt = starts;
          stop('limit');
          start('starts', starts);
          start('minutes', starts + within);
        },
      },
      begin: {
        may: by && this.startsAt !== undefined && !this.begun && now >= this.startsAt,
        effect: () => {
          this.begun = enough;
          if (enough) return;
          this.startsAt = undefined;
          stop('starts', 'minutes');
          start('limit', now + within);
        },
      },
      resolve: {
        may:
          by &&
          this.begun &&
          this.outcome === undefined &&
          hands.reduce((sum, each) => sum + each, 0) <= presentAt(now),
        effect: () => {
          const agreed = Number(input['for']) * 2 > presentAt(now);
          this.outcome = agreed && enough ? 'passed' : 'failed';
        },
      },
      'write-minutes': {
        may: by && this.outcome !== undefined && this.writer === undefined,
        effect: () => {
          this.writer = who;
        },
      },
      'confirm-minutes': {
        may: is(rules['confirmed-by']) && this.writer !== undefined && this.writer !== who,
        effect: () => {
          this.writer = undefined;
          if (input['right'] === true) leave(this.outcome ?? '');
        },
      },
    };
  }
}

export class Voting {
  private objectUntil: number | undefined;
  private publishedUntil = 0;
  private closesAt: number | undefined;
  private objections: boolean[] = [];

  acts(around: Around, isPopular: boolean): Acts {
    const { by, input, now, is } = around;
    const isFrozen = this.objectUntil !== undefined;
    const n = Number(input['n']);
    return {
      'freeze-roll': { may: by && !isFrozen, effect: () => this.freeze(around) },
      'object-to-roll': {
        may: is('resident') && now < (this.objectUntil ?? 0),
        effect: () => {
          this.objections.push(false);
          this.clockOf(around, this.objections.length);
        },
      },
      'decide-objection': {
        may: by && isFrozen && this.objections[n - 1] === false,
        effect: () => {
          this.objections[n - 1] = true;
          around.stop(`decide-${n}`);
        },
      },
      'correct-roll': { may: by && isFrozen && this.closesAt === undefined, effect: nothing },
      announce: {
        may:
          by &&
          isFrozen &&
          this.closesAt === undefined &&
          now >= (this.objectUntil ?? 0) &&
          this.objections.every(Boolean),
        effect: () => this.announce(around),
      },
      count: {
        may: by && this.closesAt !== undefined && now >= this.closesAt,
        effect: () => around.leave(isPopular ? 'passed' : 'failed'),
      },
    };
  }

  private freeze({ now, rules, start }: Around): void {
    const published = record(rules['roll-published']);
    this.objectUntil = now + hoursIn(published, 'objections');
    this.publishedUntil = now + hoursIn(published, 'for');
    if (this.objectUntil < this.publishedUntil) start('objections', this.objectUntil);
    start('roll', this.publishedUntil);
  }
  private clockOf({ now, rules, start }: Around, n: number): void {
    start(`decide-${n}`, now + hoursIn(record(rules['roll-published']), 'decided-within'));
  }
  private announce({ now, rules, stop, start }: Around): void {
    const opensAt = Math.max(now + hoursIn(rules, 'notice'), this.publishedUntil);
    this.closesAt = opensAt + hoursIn(rules, 'open-for');
    stop('limit');
    start('opens', opensAt);
    start('closes', this.closesAt);
    start('count', this.closesAt + hoursIn(rules, 'counted-within'));
  }
}
