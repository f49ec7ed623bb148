import { record, text } from '../../checker/plain.ts';
import type { Person } from './club.ts';
import { isNamed } from './oracle-actors.ts';
import { type Around, type OracleClock, quietClocks, Sitting, Voting } from './oracle-deciding.ts';
import { procedures } from './sources.ts';

/**
 * A naive second reading of the rules, straight from the written files and without the engine: which act is open to
 * whom now, where it leads, and what the clocks have done. Slow and plain on purpose; limits in the club are in hours.
 */
type Plain = Readonly<Record<string, unknown>>;
const hour = 3_600_000;
const hoursOf = (limit: unknown): number => Number(record(limit)['hours']) * hour;
const urgencyHours: Readonly<Record<string, number>> = { flood: 2, usual: 48 };

const source = (id: string): Plain =>
  record(procedures.map(([, each]) => record(each)).find((each) => each['procedure'] === id));

export interface Late {
  readonly step: string;
  readonly n: number;
  readonly clock: string;
  readonly dueAt: number;
}

export class Oracle {
  step: string;
  ended: string | undefined;
  readonly late: Late[] = [];
  /** `step:outcome`, in order. */
  readonly path: string[] = [];
  private readonly rules: Plain;
  private readonly opener: string;
  private readonly urgency: string;
  private readonly visits = new Map<string, number>();
  private readonly taken = new Map<string, number>();
  private assignee: string | undefined;
  private enteredAt = 0;
  private clocks: OracleClock[] = [];
  private sitting = new Sitting();
  private voting = new Voting();
  private extensions = 0;
  private askedBy: string | undefined;
  private askedHours = 0;
  private openChildren: string[] = [];
  private childrenHere = 0;
  private readonly childStep = new Map<string, string>();
  private postedUntil: number | undefined;
  private objections: { n: number; answered: boolean }[] = [];

  constructor(procedure: string, opener: Person, urgency: string, now: number, assignee?: string) {
    this.rules = source(procedure);
    this.opener = opener;
    this.urgency = urgency;
    this.assignee = assignee;
    this.step = Object.keys(record(this.rules['steps']))[0] ?? '';
    this.enter(this.step, now);
  }

  private get here(): Plain {
    return record(record(this.rules['steps'])[this.step]);
  }
  private get may(): Plain {
    return record(this.here['may']);
  }

  private enter(step: string, now: number): void {
    this.step = step;
    const end = this.here['outcome'];
    if (this.here['kind'] === 'end') {
      this.ended = text(end);
      return;
    }
    this.visits.set(step, (this.visits.get(step) ?? 0) + 1);
    this.enteredAt = now;
    const limit = record(this.here['limit']);
    const length = limit['by'] === 'urgency' ? (urgencyHours[this.urgency] ?? 0) * hour : hoursOf(limit);
    this.clocks = [{ name: 'limit', dueAt: now + length, done: false }];
    this.extensions = 0;
    this.askedBy = undefined;
    this.postedUntil = undefined;
    this.objections = [];
    this.sitting = new Sitting();
    this.voting = new Voting();
  }

  private leave(outcome: string, now: number): void {
    this.path.push(`${this.step}:${outcome}`);
    const key = `${this.step}:${outcome}`;
    this.taken.set(key, (this.taken.get(key) ?? 0) + 1);
    const way =
      outcome === 'returned' ? record(this.may['return'])['to'] : record(this.here['then'])[outcome];
    const times = Number(record(way)['times']);
    const to =
      typeof way === 'string' ? way : text(record(way)[(this.taken.get(key) ?? 0) <= times ? 'to' : 'after']);
    if (outcome === 'returned') this.assignee = undefined;
    this.enter(to, now);
  }

  /** Every clock that has run out by `now` speaks, the earliest first, at its own time. */
  advance(now: number): void {
    for (;;) {
      if (this.ended !== undefined) return;
      const due = this.clocks
        .filter((clock) => !clock.done && clock.dueAt <= now)
        .sort((a, b) => a.dueAt - b.dueAt || (a.name < b.name ? -1 : 1))[0];
      if (due === undefined) return;
      due.done = true;
      if (this.here['kind'] === 'rate') this.leave('silent', due.dueAt);
      else if (due.name === 'window') this.closeNotice(due.dueAt);
      else if (!quietClocks.has(due.name))
        this.late.push({
          step: this.step,
          n: this.visits.get(this.step) ?? 0,
          clock: due.name,
          dueAt: due.dueAt,
        });
    }
  }

  private closeNotice(now: number): void {
    const over = this.postedUntil !== undefined && now >= this.postedUntil;
    if (over && this.objections.every(({ answered }) => answered)) this.leave('clear', now);
  }

  private is(who: Person, named: unknown): boolean {
    return isNamed(who, named, this.opener, this.assignee);
  }

  private get childrenOpen(): boolean {
    return this.openChildren.some((id) => this.childStep.get(id) === this.step);
  }

  childOpened(id: string): void {
    this.openChildren.push(id);
    this.childStep.set(id, this.step);
    this.childrenHere += 1;
  }
  childEnded(id: string): void {
    this.openChildren = this.openChildren.filter((each) => each !== id);
  }

  /** Whether the act is accepted at `now`; if so it is done. `input` is always well-formed. */
  act(who: Person, type: string, input: Plain, now: number): boolean {
    this.advance(now);
    const act = this.acts(who, input, now)[type];
    if (act === undefined || this.ended !== undefined) return false;
    if (!act.may) return false;
    act.effect();
    return true;
  }

  /** Whether the act would be accepted at `now`, without doing it; the clocks must have spoken. */
  wouldAccept(who: Person, type: string, input: Plain, now: number): boolean {
    return this.ended === undefined && this.acts(who, input, now)[type]?.may === true;
  }
  get firstOpenChild(): string | undefined {
    return this.openChildren[0];
  }

  private acts(
    who: Person,
    input: Plain,
    now: number,
  ): Readonly<Record<string, { may: boolean; effect: () => void }>> {
    const by = this.is(who, this.here['by']);
    const leave = (outcome: string) => () => this.leave(outcome, now);
    const nothing = () => undefined;
    const always = record(this.rules['always']);
    const back = record(this.here['then'])['withdrawn'];
    const shared = {
      ...(back !== undefined && {
        withdraw: {
          may: this.is(who, always['withdraw']) && !this.childrenOpen,
          effect: leave('withdrawn'),
        },
      }),
      ...(always['supervise'] !== undefined && {
        supervise: { may: this.is(who, always['supervise']), effect: nothing },
      }),
    };
    switch (this.here['kind']) {
      case 'assign':
        return {
          ...shared,
          assign: {
            may: by && powers(text(input['organ'])),
            effect: () => {
              this.assignee = text(input['organ']);
              this.leave('assigned', now);
            },
          },
          reject: { may: by, effect: leave('rejected') },
        };
      case 'work':
        return { ...shared, ...this.workActs(who, by, input, now) };
      case 'rate': {
        const outcome =
          input['solved'] === true && input['satisfied'] !== 'dissatisfied' ? 'pleased' : 'displeased';
        const phone = this.is(who, this.here['by-phone']);
        return {
          ...shared,
          rate: { may: by, effect: leave(outcome) },
          'record-call': { may: phone, effect: leave(outcome) },
          'no-answer': { may: phone, effect: nothing },
        };
      }
      case 'check':
        return {
          ...shared,
          accept: { may: by, effect: leave('accepted') },
          'send-back': { may: by, effect: leave('sent-back') },
        };
      case 'form':
        return { ...shared, submit: { may: by, effect: leave('done') } };
      case 'gather':
        return {
          ...shared,
          'open-child': { may: by, effect: nothing },
          finish: {
            may: by && this.childrenHere >= Number(this.here['at-least']) && !this.childrenOpen,
            effect: leave('gathered'),
          },
        };
      case 'meet':
        return this.sitting.acts(this.around(who, by, input, now));
      case 'vote':
        return this.voting.acts(this.around(who, by, input, now), this.urgency === 'flood');
      default:
        return { ...shared, ...this.noticeActs(who, by, input, now) };
    }
  }

  private around(who: Person, by: boolean, input: Plain, now: number): Around {
    const stop = (...names: readonly string[]): void => {
      this.clocks = this.clocks.filter(({ name }) => !names.includes(name));
    };
    return {
      who,
      by,
      input,
      now,
      rules: this.here,
      is: (named) => this.is(who, named),
      leave: (outcome) => this.leave(outcome, now),
      stop,
      start: (name, dueAt) => {
        stop(name);
        this.clocks.push({ name, dueAt, done: false });
      },
    };
  }

  private workActs(who: Person, by: boolean, input: Plain, now: number) {
    const { return: back, extend, whistle } = this.may;
    const limit = this.clocks.find(({ name }) => name === 'limit');
    const within = hoursOf(record(back)['within']);
    const grants = this.is(who, record(extend)['granted-by']);
    return {
      done: { may: by && !this.childrenOpen, effect: () => this.leave('done', now) },
      'note-progress': { may: by, effect: () => undefined },
      return: {
        may: back !== undefined && by && !this.childrenOpen && now < this.enteredAt + within,
        effect: () => this.leave('returned', now),
      },
      'ask-extension': {
        may:
          extend !== undefined &&
          by &&
          this.askedBy === undefined &&
          this.extensions < 1 &&
          limit?.done === false,
        effect: () => {
          this.askedBy = who;
          this.askedHours = Number(input['length']);
        },
      },
      'decide-extension': {
        may: extend !== undefined && grants && this.askedBy !== undefined && this.askedBy !== who,
        effect: () => {
          this.askedBy = undefined;
          if (input['granted'] !== true || limit === undefined) return;
          this.extensions += 1;
          limit.dueAt += Number(input['length'] ?? this.askedHours) * hour;
          limit.done = false;
        },
      },
      whistle: { may: whistle !== undefined && this.is(who, record(whistle)['by']), effect: () => undefined },
    };
  }

  private noticeActs(who: Person, by: boolean, input: Plain, now: number) {
    const until = this.postedUntil;
    const waiting = this.objections.find(({ n, answered }) => n === input['n'] && !answered);
    return {
      publish: {
        may: by && until === undefined,
        effect: () => {
          this.postedUntil = now + hoursOf(this.here['for']);
          this.clocks = [{ name: 'window', dueAt: this.postedUntil, done: false }];
        },
      },
      object: {
        may: this.is(who, 'resident') && until !== undefined && now < until,
        effect: () => {
          const n = this.objections.length + 1;
          this.objections.push({ n, answered: false });
          const dueAt = now + hoursOf(record(this.here['objections'])['answered-within']);
          this.clocks.push({ name: `answer-${n}`, dueAt, done: false });
        },
      },
      answer: {
        may: by && waiting !== undefined,
        effect: () => {
          if (waiting === undefined) return;
          waiting.answered = true;
          this.clocks = this.clocks.filter(({ name }) => name !== `answer-${waiting.n}`);
          this.closeNotice(now);
        },
      },
    };
  }
}

/** A dripping tap is for the water crews alone. */
const powers = (organ: string): boolean => organ === 'water-crew' || organ === 'other-water-crew';
