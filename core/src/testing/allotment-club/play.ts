import { type Instant, instant, type OrganId } from '../../basics/ids.ts';
import type { Result } from '../../basics/result.ts';
import { exampleCalendar } from '../../calendar/example-calendar.ts';
import { advance, decide, open } from '../../engine/decide.ts';
import { evolve, replay } from '../../engine/evolve.ts';
import { childEnded } from '../../engine/family.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { Actor, Draft, Facts, Matter } from '../../engine/types.ts';
import { morning, systemActor } from '../story.ts';
import { affairs, club, organs, people } from './club.ts';
import { hallAt } from './hall.ts';
import { isPopular, type Move, openingInputs, type Script } from './scripts.ts';
import { opening } from './tales.ts';

const factsAt = (now: Instant, actor: Actor, script: Script): Facts => ({
  now,
  actor,
  calendar: exampleCalendar,
  organs,
  affairs,
  ...(script.procedure === 'assembly' && { poll: hallAt(now, isPopular(script)) }),
});

/** One run of a script through the engine: the record, and the matter folded as it went. */
export class Play {
  readonly events: Draft[] = [];
  now: Instant = morning;
  matter: Matter;
  private readonly script: Script;

  constructor(script: Script) {
    this.script = script;
    const child = script.procedure === 'lend-a-hand' ? { assignee: 'path-crew' as OrganId } : {};
    const opener = people[script.opener];
    const input = openingInputs[script.procedure];
    const command = { ...opening({ input, urgency: script.urgency, ...child }), opener: opener.handle };
    const opened = open(club(script.procedure), command, factsAt(this.now, opener, script));
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    this.events.push(...opened.value);
    const matter = replay(opened.value);
    if (matter === undefined) throw new Error('no matter');
    this.matter = matter;
  }

  wait(milliseconds: number): void {
    this.now = instant(this.now + milliseconds);
  }

  private take(drafts: readonly Draft[]): void {
    this.events.push(...drafts);
    this.matter = drafts.reduce(evolve, this.matter);
  }

  /** Somebody looks at the clocks at this instant. */
  tick(at: Instant = this.now): void {
    this.take(advance(club(this.script.procedure), this.matter, factsAt(at, systemActor, this.script)));
  }

  get openChild(): Matter['id'] | undefined {
    return this.matter.children.find(({ ended }) => ended === undefined)?.id;
  }

  /** What the engine would say, without doing it. */
  ask({ who, type, input }: Move): Result<readonly Draft[], Refusal> {
    return decide(
      club(this.script.procedure),
      this.matter,
      { type, input },
      factsAt(this.now, people[who], this.script),
    );
  }

  /** Whether the move was accepted; a child ends only if one is open. */
  play(move: Move): boolean {
    if (move.type === 'child-ends') return this.endChild();
    const decided = this.ask(move);
    if (decided.ok) this.take(decided.value);
    return decided.ok;
  }

  private endChild(): boolean {
    const id = this.openChild;
    if (id === undefined) return false;
    const ended = { id, outcome: 'helped' };
    this.take(
      childEnded(
        club(this.script.procedure),
        this.matter,
        ended,
        factsAt(this.now, systemActor, this.script),
      ),
    );
    return true;
  }
}
