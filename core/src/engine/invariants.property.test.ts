import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instant, instant } from '../basics/ids.ts';
import type { Oracle } from '../testing/allotment-club/oracle.ts';
import { Play } from '../testing/allotment-club/play.ts';
import { type Move, oracleFor, type Script, scripts } from '../testing/allotment-club/scripts.ts';
import { runsOr } from '../testing/runs.ts';
import { hours } from '../testing/story.ts';
import { replay } from './evolve.ts';
import type { Matter } from './types.ts';

const runs = runsOr(1600);

/** Long enough for every clock of the club to run out. */
const whole = 4000 * hours;

const lateness = (matter: Matter) =>
  matter.lateMarks.map(({ step, n, clock, dueAt }) => ({ step, n, clock, dueAt }));
const pathOf = (matter: Matter) => matter.path.map(({ step, outcome }) => `${step}:${outcome}`);
const whereIs = ({ stage }: Matter) => (stage.status === 'open' ? stage.visit.step : stage.outcome);
const whereOracle = (oracle: Oracle) => oracle.ended ?? oracle.step;

/** How often something interesting was reached. */
class Tally {
  private readonly counts = new Map<string, number>();

  add(what: string): void {
    this.counts.set(what, this.of(what) + 1);
  }
  of(what: string): number {
    return this.counts.get(what) ?? 0;
  }
  expectEach(least: number, ...corners: readonly string[]): void {
    expect(corners.filter((corner) => this.of(corner) < least)).toEqual([]);
  }
}

/** Engine and oracle take one move each and must agree. */
function moveBoth(play: Play, oracle: Oracle, move: Move, tally: Tally): void {
  play.wait(move.wait);
  const child = play.openChild;
  if (move.type === 'child-ends') {
    if (child !== undefined) oracle.advance(play.now);
    if (child !== undefined) oracle.childEnded(child);
    play.play(move);
    return;
  }
  const known = play.matter.children.length;
  const asked = play.ask(move);
  expect(play.ask(move)).toEqual(asked);
  const accepted = play.play(move);
  expect({ move, accepted }).toEqual({
    move,
    accepted: oracle.act(move.who, move.type, move.input, play.now),
  });
  for (const { id } of play.matter.children.slice(known)) oracle.childOpened(id);
  if (accepted) expect(whereIs(play.matter)).toBe(whereOracle(oracle));
  tally.add(accepted ? 'accepted' : 'refused');
  if (accepted) tally.add(move.type);
  if (!asked.ok && asked.error.code === 'waiting-for-others') tally.add(`${move.type} too soon`);
}

function playAgainstOracle(script: Script, tally: Tally): void {
  const play = new Play(script);
  const oracle = oracleFor(script);
  for (const move of script.moves) moveBoth(play, oracle, move, tally);
  play.wait(whole);
  play.tick();
  oracle.advance(play.now);
  expect(pathOf(play.matter)).toEqual(oracle.path);
  expect(lateness(play.matter)).toEqual(oracle.late);
  expect(whereIs(play.matter)).toBe(whereOracle(oracle));
  expect(replay(play.events)).toEqual(play.matter);
  if (oracle.late.length > 0) tally.add('late');
  for (const { type } of play.events)
    if (type === 'not-quorate' || type === 'minutes-returned') tally.add(type);
  if (oracle.path.filter((each) => each === 'ask:displeased').length > 1) tally.add('displeased twice');
  for (const taken of new Set(oracle.path)) tally.add(taken);
  tally.add(`ended ${oracle.ended}`);
}

describe('invariant 4: no step is skipped, reordered or taken without the power', () => {
  it('whatever is tried by whom and when, the engine does what a naive reading of the files says', () => {
    const tally = new Tally();
    fc.assert(
      fc.property(scripts, (script) => playAgainstOracle(script, tally)),
      { numRuns: runs },
    );
    expect(tally.of('accepted') + tally.of('refused')).toBeGreaterThan(10_000);
    tally.expectEach(1000, 'accepted', 'refused');
    tally.expectEach(
      10,
      'late',
      'displeased twice',
      'whistle',
      'ask-extension',
      'decide-extension',
      'object',
      'answer',
      'done too soon',
    );
    tally.expectEach(10, 'mend:returned', 'ask:silent', 'look:sent-back', 'approve:sent-back', 'post:clear');
    tally.expectEach(
      10,
      ...[
        'convene',
        'begin',
        'resolve',
        'write-minutes',
        'confirm-minutes',
        'not-quorate',
        'minutes-returned',
      ],
      ...['freeze-roll', 'object-to-roll', 'decide-objection', 'correct-roll', 'announce', 'count'],
      ...['meet:passed', 'meet:failed', 'ask:passed', 'ask:failed', 'ended adopted', 'ended dropped'],
    );
    tally.expectEach(
      10,
      ...['mended', 'mended-unasked', 'not-ours', 'withdrawn', 'helped', 'held'].map((end) => `ended ${end}`),
    );
  });
});

describe('invariant 7: no clock passes unseen, whatever the downtime', () => {
  it('one long sleep or many short ones leave the very same record', () => {
    const tally = new Tally();
    const naps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
    fc.assert(
      fc.property(scripts, fc.array(naps, { minLength: 1, maxLength: 8 }), (script, patterns) => {
        const asleep = new Play(script);
        const awake = new Play(script);
        const pass = (milliseconds: number, pattern: readonly number[]) => {
          const wakings = [...pattern].sort((a, b) => a - b).map((part) => Math.floor(part * milliseconds));
          for (const after of wakings) awake.tick(instant(awake.now + after));
          awake.wait(milliseconds);
          asleep.wait(milliseconds);
        };
        for (const [i, move] of script.moves.entries()) {
          pass(move.wait, patterns[i % patterns.length] ?? []);
          expect(awake.play(move)).toBe(asleep.play(move));
        }
        pass(whole, [0.001, 0.01, 0.03, 0.1, 0.5, ...(patterns[0] ?? [])]);
        awake.tick();
        asleep.tick();
        expect(awake.events).toEqual(asleep.events);
        expectOrdered(asleep.events.map(({ at }) => at));
        if (asleep.matter.lateMarks.length > 1) tally.add('late twice');
        if (asleep.events.some(({ type, data }) => type === 'clock-passed' && data['late'] === false))
          tally.add('moved on');
        if (asleep.matter.stage.status === 'ended') tally.add('ended');
      }),
      { numRuns: 500 },
    );
    tally.expectEach(50, 'late twice', 'moved on', 'ended');
  });

  it('every limit that ran out is in the record, once, with the time at which it did', () => {
    const tally = new Tally();
    fc.assert(
      fc.property(scripts, (script) => {
        const play = playOut(script);
        const clocks = openClocks(play.matter);
        for (const { passedAt } of clocks) expect(passedAt).toBeDefined();
        const passed = play.events.filter(({ type }) => type === 'clock-passed');
        for (const { at, data } of passed) expect(at).toBeGreaterThanOrEqual(Number(data['dueAt']));
        const marks = passed.filter(({ data }) => data['late'] === true);
        expect(play.matter.lateMarks).toHaveLength(marks.length);
        if (marks.length > 0) tally.add('marked');
        if (clocks.length > 0) tally.add('still open');
      }),
      { numRuns: 300 },
    );
    tally.expectEach(50, 'marked', 'still open');
  });
});

function playOut(script: Script): Play {
  const play = new Play(script);
  for (const move of script.moves) {
    play.wait(move.wait);
    play.play(move);
  }
  play.wait(whole);
  play.tick();
  return play;
}
const openClocks = ({ stage }: Matter) => (stage.status === 'open' ? Object.values(stage.visit.clocks) : []);
const expectOrdered = (times: readonly Instant[]): void =>
  expect(times).toEqual([...times].sort((a, b) => a - b));
