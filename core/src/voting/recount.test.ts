import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../basics/json.ts';
import { versionOf } from '../engine/procedure-version.ts';
import { another, placesIn } from '../record/arbitrary-record.ts';
import { copyOf } from '../record/example-record.ts';
import { ballotsOf } from '../testing/polls.ts';
import {
  begin,
  codesOf,
  isTold,
  meetings,
  type Published,
  partsOf,
  procedures,
  recountOf,
  round,
  votes,
} from './arbitrary-counts.ts';
import { Seen } from './arbitrary-polls.ts';
import type { BallotList as List } from './ballot-list.ts';
import { describeRecountFault, type RecountFaultCode, recountFaultCodes } from './recount-fault.ts';

describe('a count that is done again', () => {
  it('comes to what the record says, whatever was asked and however it was voted', () => {
    const seen = new Seen();
    fc.assert(
      fc.property(
        fc.oneof({ weight: 6, arbitrary: votes }, { weight: 1, arbitrary: meetings }),
        (published) => {
          const { faults, polls } = recountOf(copyOf(published));
          expect(faults).toEqual([]);
          for (const { outcome, by } of polls) seen.add(`${outcome} by ${by}`);
          const figures = recountOf({ ...published, lists: [] });
          expect(figures.faults).toEqual([]);
          for (const { by } of figures.polls) seen.add(by);
          seen.add('a run-off counted', polls.length > 1);
        },
      ),
      { numRuns: 500 },
    );
    const outcomes = ['passed', 'failed', 'elected', 'run-off'].map((outcome) => `${outcome} by ballots`);
    expect(seen.rare(5, ...outcomes, 'figures', 'held', 'a run-off counted')).toEqual([]);
  });

  it('shows any single change to any ballot, and to any figure or name of the record', () => {
    const seen = new Seen();
    const cases = fc.tuple(
      fc.oneof({ weight: 6, arbitrary: votes.filter(isTold) }, { weight: 1, arbitrary: meetings }),
      fc.nat(),
    );
    fc.assert(
      fc.property(cases, ([published, pick]) => {
        const changed = copyOf(published);
        const parts = partsOf(changed);
        const part = parts[pick % parts.length];
        if (part === undefined) return;
        part.holder[part.key] = another(part.holder[part.key] ?? null);
        const codes = codesOf(changed);
        expect(codes, part.key).not.toEqual([]);
        for (const code of codes) seen.add(code);
      }),
      { numRuns: 1200 },
    );
    const reached = ['digest-differs', 'tally-differs', 'cast-differs', 'turnout-differs', 'consent-differs'];
    expect(seen.rare(5, ...reached, 'options-differ', 'elected-differs', 'whole-differs')).toEqual([]);
  });
});

describe('a list of ballots', () => {
  const told = votes.filter(isTold).filter(({ lists }) => lists.some(({ ballots }) => ballots.length > 0));
  it('shows a ballot that is dropped, added or put in twice; in another order it is the same list', () => {
    const changes = {
      drop: (ballots) => ballots.slice(1),
      add: (ballots) => [...ballots, { code: 'zz', choice: ['for'], heads: 1, area: 1 }],
      twice: (ballots) => [...ballots, ...ballots.slice(0, 1)],
      reverse: (ballots) => ballots.toReversed(),
    } satisfies Record<string, (ballots: List['ballots']) => List['ballots']>;
    type Change = keyof typeof changes;
    fc.assert(
      fc.property(told, fc.constantFrom(...(Object.keys(changes) as Change[])), (published, change) => {
        const lists = published.lists.map((list) => ({ ...list, ballots: changes[change](list.ballots) }));
        const codes = codesOf({ ...published, lists });
        if (change === 'reverse') expect(codes).toEqual([]);
        else expect(codes).toEqual(expect.arrayContaining(['number-differs', 'digest-differs']));
        expect(codes.includes('code-twice')).toBe(change === 'twice');
      }),
      { numRuns: 200 },
    );
  });
});

describe('whoever counts again', () => {
  const ballots = ballotsOf({ for: 9, against: 4 }, 2);
  const told = round(begin(procedures.owners), { ballots, absent: 3 });
  const list: List = {
    poll: { matter: told.matter.id, step: 'ask', n: 1 },
    procedure: procedures.owners,
    ballots: ballots.map(({ code, choice, weight }) => ({ code, choice, ...weight })),
  };
  const honest: Published = { procedure: procedures.owners, events: told.events, lists: [list] };
  const withData = (type: string, change: (data: JsonObject) => JsonObject): Published => ({
    ...honest,
    events: honest.events.map((event) =>
      event.type === type ? { ...event, data: { ...event.data, ...change(event.data) } } : event,
    ),
  });

  it('finds nothing where nothing is wrong', () => expect(codesOf(honest)).toEqual([]));

  it('is told when the rule is another than the matter began under, and counts nothing by it', () => {
    const { version: _, ...normal } = procedures.owners;
    const weaker = copyOf(normal) as unknown as { steps: { ask: { config: { passes: unknown } } } };
    weaker.steps.ask.config.passes = [];
    const procedure = { ...weaker, version: honest.procedure.version } as unknown as Published['procedure'];
    expect(recountOf({ ...honest, procedure })).toEqual({
      faults: [{ code: 'procedure-differs' }],
      polls: [],
    });
  });

  it.each<[RecountFaultCode, Published]>([
    ['other-matter', { ...honest, lists: [{ ...list, poll: { ...list.poll, matter: 'another' } }] }],
    ['no-such-poll', { ...honest, lists: [list, { ...list, poll: { ...list.poll, n: 2 } }] }],
    ['listed-twice', { ...honest, lists: [list, list] }],
    ['roll-missing', { ...honest, events: honest.events.filter(({ type }) => type !== 'roll-frozen') }],
    ['not-followed', withData('step-left', () => ({ outcome: 'failed' }))],
    ['counted-early', withData('vote-announced', () => ({ closesAt: told.now + 1 }))],
    ['whole-differs', withData('roll-frozen', () => ({ roll: { heads: 17, area: 40 } }))],
    ['more-than-roll', withData('roll-frozen', () => ({ roll: { heads: 12, area: 40 } }))],
    ['held-differs', withData('vote-counted', () => ({ held: true }))],
    ['malformed', withData('vote-counted', () => ({ tally: null }))],
  ])('finds %s', (code, published) => {
    expect(codesOf(published)).toContain(code);
  });

  it('finds a roll that was changed after the voters were told', () => {
    const at = honest.events.findIndex(({ type }) => type === 'vote-announced');
    const frozen = honest.events.find(({ type }) => type === 'roll-frozen');
    if (frozen === undefined) throw new Error('no roll');
    const late = { ...frozen, type: 'roll-corrected' };
    const events = [...honest.events.slice(0, at + 1), late, ...honest.events.slice(at + 1)];
    expect(codesOf({ ...honest, events })).toEqual(['roll-changed-late']);
  });

  it('finds a run-off between others, or for more seats, than the election left over', () => {
    const first = ballotsOf({ 'c1+c2': 9, 'c1+c3': 7, c4: 5, c3: 4 });
    const again = round(begin(procedures.election), { ballots: first, absent: 2 });
    expect(again.at).toBe('again');
    const entered = (state: JsonObject): Published => ({
      procedure: procedures.election,
      lists: [],
      events: again.events.map((event) =>
        event.type === 'step-entered' && event.step === 'again'
          ? { ...event, data: { ...event.data, state: { ...(event.data['state'] as JsonObject), ...state } } }
          : event,
      ),
    });
    expect(codesOf(entered({}))).toEqual([]);
    expect(codesOf(entered({ seats: 2 }))).toEqual(['seats-differ']);
    expect(codesOf(entered({ candidates: [{ id: 'c4', title: '丁' }] }))).toEqual(['candidates-differ']);
    expect(codesOf(entered({ candidates: 4 }))).toEqual(['malformed']);
  });

  it('finds a meeting that began with too few', () => {
    fc.assert(
      fc.property(meetings, (published) => {
        const events = published.events.map((event) =>
          event.type === 'meeting-begun'
            ? { ...event, data: { ...event.data, present: { heads: 6, area: 6 } } }
            : event,
        );
        expect(codesOf({ ...published, events })).toEqual(expect.arrayContaining(['began-short']));
      }),
      { numRuns: 5 },
    );
  });

  it('counts a demand that was closed as soon as it had its names', () => {
    const names = ballotsOf({ for: 3 });
    const story = begin(procedures.demand);
    const early = round(story, { ballots: names, absent: 20 });
    const at = early.events.find(({ type }) => type === 'vote-announced')?.at ?? 0;
    const events = early.events.map((event) => (event.type === 'vote-counted' ? { ...event, at } : event));
    const open: Published = {
      procedure: procedures.demand,
      events: events as Published['events'],
      lists: [],
    };
    expect(codesOf(open)).toEqual([]);
    const few = round(story, { ballots: names.slice(2), absent: 20 });
    const tooFew = few.events.map((event) => (event.type === 'vote-counted' ? { ...event, at } : event));
    expect(codesOf({ ...open, events: tooFew as Published['events'] })).toEqual(['counted-early']);
  });

  it('says every fault in words, with where it is', () => {
    for (const code of recountFaultCodes) {
      const { zh, en } = describeRecountFault({ code, seq: 7, where: '/tally' });
      expect(zh).toMatch(/^第 7 条 \/tally：.+。$|^第 7 条 \/tally：.+）。$/);
      expect(en).toMatch(/^Event 7 \/tally: .+\.$/);
    }
    expect(describeRecountFault({ code: 'no-such-poll', step: 'ask' }).zh).toMatch(/^ask：/);
  });

  it('is never thrown at, whatever the files hold', () => {
    const seen = new Seen();
    const junk = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('__proto__', 'constructor', 1e300));
    const cases = fc.tuple(fc.oneof(votes, meetings), fc.array(fc.tuple(fc.nat(), junk), { maxLength: 4 }));
    fc.assert(
      fc.property(cases, ([published, changes]) => {
        const changed = copyOf(published) as Published;
        const { version: _, ...normal } = changed.procedure;
        const parts = [...changed.events.map(({ data }) => data), normal.steps];
        const all = parts.flatMap((part) => placesIn(part as unknown as Json));
        for (const [pick, value] of changes) {
          const part = all[pick % all.length];
          if (part !== undefined) part.holder[part.key] = value as Json;
        }
        // A liar makes the version fit as well.
        const version = versionOf(normal);
        const [first] = changed.events;
        Object.assign(first?.data ?? {}, { procedureVersion: version });
        const { faults } = recountOf({ ...changed, procedure: { ...normal, version } });
        seen.add(faults.length > 0 ? 'found' : 'unseen');
      }),
      { numRuns: 600 },
    );
    expect(seen.rare(20, 'found', 'unseen')).toEqual([]);
  });
});
