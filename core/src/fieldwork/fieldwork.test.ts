import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, type Instant, instant } from '../basics/ids.ts';
import { err, ok } from '../basics/result.ts';
import { instantOf } from '../calendar/calendar.ts';
import { claimedTime } from './claimed-time.ts';
import { dueOn, overdueBefore } from './due.ts';
import { dutyFigures, periodOf } from './duties.ts';
import { decideEntry, evolveHome, raisedRisk } from './entry.ts';
import { decideReason, explainedBy } from './reasons.ts';
import { decideRisk } from './set-risk.ts';
import type { Fieldwork, HomeState } from './types.ts';

const choice = (name: string, ...values: readonly string[]) => ({
  name,
  title: name,
  type: 'choice' as const,
  required: name === 'met',
  sealed: false,
  audience: 'public' as const,
  most: 1,
  choices: values.map((value) => ({ value, title: value })),
});
const risks = [
  { id: 'high', title: '高', visitEveryDays: 7 },
  { id: 'key', title: '重点', visitEveryDays: 30 },
  { id: 'ordinary', title: '一般', visitEveryDays: 90 },
];
const fieldwork: Fieldwork = {
  id: 'garden-round',
  by: 'walker',
  mostOfflineDays: 14,
  riskSetBy: [],
  risks,
  duties: [],
  rounds: {
    visit: {
      title: '走访',
      about: 'home',
      fields: [choice('met', 'yes', 'no'), choice('risk', 'high', 'key', 'ordinary')],
      met: { field: 'met', is: ['yes'] },
      risk: 'risk',
    },
    patrol: { title: '巡查', about: 'grid', fields: [choice('found', 'nothing', 'something')] },
  },
};
const now = instant(instantOf(civilDate('2026-11-28'), 9 * 60));
const home: HomeState = { grid: 'g1', risk: 'key' };

describe('the office’s word on a home', () => {
  it('sets the risk up or down, on what it saw', () => {
    expect(decideRisk(fieldwork, 'high', { from: 'high', to: 'ordinary' })).toEqual(ok('ordinary'));
    expect(decideRisk(fieldwork, 'ordinary', { from: 'ordinary', to: 'high' })).toEqual(ok('high'));
    expect(decideRisk(fieldwork, 'high', { from: 'key', to: 'ordinary' })).toEqual(err('moved-on'));
    expect(decideRisk(fieldwork, 'key', { from: 'key', to: 'key' })).toEqual(err('no-change'));
    expect(decideRisk(fieldwork, 'key', { from: 'key', to: 'constructor' })).toEqual(err('unknown-risk'));
  });

  it('holds until something reaches it that it did not know', () => {
    const lowered = { ...home, risk: 'ordinary' };
    const seen = { at: now, met: true, risk: 'high' };
    expect(evolveHome(fieldwork, lowered, { at: now, met: true }).risk).toBe('ordinary');
    expect(evolveHome(fieldwork, lowered, seen).risk).toBe('high');
  });
});

describe('an entry of a round', () => {
  const take = (command: object, facts: object = {}) =>
    decideEntry(
      { round: 'visit', grid: 'g1', home: 'h', answers: { met: 'yes' }, ...command },
      { fieldwork, grids: ['g1'], home, ...facts },
    );

  it('is taken down where it was seen, and says whether somebody was met', () => {
    expect(take({})).toMatchObject({ ok: true, value: { met: true, grid: 'g1', risk: 'key', remarks: [] } });
    expect(take({ answers: { met: 'no' } })).toMatchObject({ ok: true, value: { met: false } });
  });

  it('is kept under the grid that the home lies in now, and says so', () => {
    expect(take({}, { home: { ...home, grid: 'g9' } })).toMatchObject({
      ok: true,
      value: { grid: 'g9', remarks: ['home-in-other-grid'] },
    });
  });

  it.each([
    ['no-such-action', { round: 'dance' }, {}],
    ['not-yours', { grid: 'g2' }, {}],
    ['field-invalid', {}, { home: undefined }],
    ['field-invalid', { home: undefined }, { home: undefined }],
    ['field-invalid', { round: 'patrol', answers: { found: 'nothing' } }, {}],
    ['field-required', { answers: {} }, {}],
    ['field-unknown', { answers: { met: 'yes', tea: 'green' } }, {}],
    ['field-invalid', { answers: { met: 'perhaps' } }, {}],
    ['no-such-action', { round: 'constructor' }, {}],
  ])('is refused: %s %j', (code, command, facts) => {
    expect(take(command, facts)).toMatchObject({ ok: false, error: { code } });
  });

  it('raises a risk, never lowers it', () => {
    expect(raisedRisk(fieldwork, 'key', 'high')).toBe('high');
    expect(raisedRisk(fieldwork, 'key', 'ordinary')).toBe('key');
    expect(raisedRisk(fieldwork, 'key', undefined)).toBe('key');
    expect(raisedRisk(fieldwork, 'key', 'unheard-of')).toBe('key');
  });

  it('leaves the same home behind in whatever order entries arrive', () => {
    const entries = fc.array(
      fc.record({
        at: fc.integer({ min: 1, max: 9 }).map((n) => instant(n)),
        met: fc.boolean(),
        risk: fc.constantFrom('high', 'key', 'ordinary'),
      }),
      { minLength: 2, maxLength: 6 },
    );
    let differed = 0;
    fc.assert(
      fc.property(entries, fc.integer(), (some, seed) => {
        const shuffled = some.toSorted((a, b) => ((a.at * 31 + seed) % 7) - ((b.at * 31 + seed) % 7));
        if (shuffled.some((each, i) => each !== some[i])) differed += 1;
        const fold = (list: typeof some) =>
          list.reduce((state, each) => evolveHome(fieldwork, state, each), home);
        expect(fold(shuffled)).toEqual(fold(some));
      }),
    );
    expect(differed).toBeGreaterThan(20);
  });
});

describe('a time that a phone claims', () => {
  const minute = 60_000;
  it('stands when the clock is right', () => {
    expect(claimedTime(now - 90 * minute, now, now, 14)).toEqual({ at: now - 90 * minute, bounded: false });
  });
  it('is moved by as much as the clock is wrong', () => {
    const behind = 300 * minute;
    expect(claimedTime(now - behind - 90 * minute, now - behind, now, 14)).toEqual({
      at: now - 90 * minute,
      clockOffMilliseconds: behind,
      bounded: false,
    });
  });
  it('is never later than now nor longer ago than a phone may wait', () => {
    expect(claimedTime(now + 60 * minute, now, now, 14)).toMatchObject({ at: now, bounded: true });
    expect(claimedTime(0, now, now, 14)).toMatchObject({ at: now - 14 * 24 * 60 * minute, bounded: true });
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (claimed, sent) => {
        const { at } = claimedTime(claimed, sent, now, 14);
        expect(at).toBeLessThanOrEqual(now);
        expect(at).toBeGreaterThanOrEqual(now - 14 * 24 * 60 * minute);
      }),
    );
  });
});

describe('when a home is due', () => {
  const today = civilDate('2026-11-28');
  it('follows its risk, and today when nobody was ever met', () => {
    const visitedAt = now as Instant;
    expect(dueOn(fieldwork, { risk: 'high', visitedAt }, today)).toBe('2026-12-05');
    expect(dueOn(fieldwork, { risk: 'ordinary', visitedAt }, today)).toBe('2027-02-26');
    expect(dueOn(fieldwork, { risk: 'high' }, today)).toBe(today);
  });
});

describe('asking many homes at once', () => {
  it('calls overdue exactly those whose day has passed', () => {
    let overdue = 0;
    fc.assert(
      fc.property(fc.constantFrom(...risks), fc.integer({ min: 0, max: 200 * 24 }), (risk, hoursAgo) => {
        const today = civilDate('2026-11-28');
        const visitedAt = instant(now - hoursAgo * 3_600_000);
        const isOverdue = dueOn(fieldwork, { risk: risk.id, visitedAt }, today) < today;
        overdue += Number(isOverdue);
        expect(visitedAt < overdueBefore(risk, today)).toBe(isOverdue);
      }),
      { numRuns: 500 },
    );
    expect(overdue).toBeGreaterThan(50);
  });
});

describe('duties', () => {
  it('know their week, month and quarter', () => {
    expect(periodOf(civilDate('2026-11-29'), 'week')).toEqual({ from: '2026-11-23', until: '2026-11-29' });
    expect(periodOf(civilDate('2026-11-23'), 'week')).toEqual({ from: '2026-11-23', until: '2026-11-29' });
    expect(periodOf(civilDate('2026-12-31'), 'month')).toEqual({ from: '2026-12-01', until: '2026-12-31' });
    expect(periodOf(civilDate('2028-02-10'), 'month')).toEqual({ from: '2028-02-01', until: '2028-02-29' });
    expect(periodOf(civilDate('2026-11-28'), 'quarter')).toEqual({ from: '2026-10-01', until: '2026-12-31' });
  });

  it('count days and homes once, only those met, only in the period', () => {
    const duty = {
      id: 'd',
      title: '天',
      of: 'visit',
      counts: 'days',
      per: 'month',
      least: { number: 10 },
    } as const;
    const day = (date: string, homeId: string, met = true) => ({
      round: 'visit',
      home: homeId,
      met,
      day: civilDate(date),
    });
    const entries = [
      day('2026-11-03', 'a'),
      day('2026-11-03', 'b'),
      day('2026-11-04', 'a'),
      day('2026-11-05', 'c', false),
      day('2026-10-31', 'd'),
      { ...day('2026-11-06', 'e'), round: 'patrol' },
    ];
    const figures = dutyFigures(
      [duty, { ...duty, id: 'h', counts: 'homes', least: { percentOfHomes: 10 } }],
      entries,
      43,
      civilDate('2026-11-28'),
    );
    expect(figures.map(({ done, least }) => [done, least])).toEqual([
      [2, 10],
      [2, 5],
    ]);
  });
});

describe('a reason for days without', () => {
  const today = civilDate('2026-11-28');
  const may = {
    ...fieldwork,
    reasons: { answeredBy: ['keeper'], kinds: [{ value: 'leave', title: '请假' }] },
  };
  const days = (from: string, until: string) => ({ from: civilDate(from), until: civilDate(until) });
  const ask = (from: string, until: string, kind = 'leave') =>
    decideReason(may, { kind, ...days(from, until) }, today);

  it('names a kind of the charter and a span of at most a quarter, not far from today', () => {
    expect(ask('2026-11-28', '2026-11-28').ok).toBe(true);
    expect(ask('2026-08-28', '2026-11-27').ok).toBe(true);
    expect(ask('2026-08-28', '2026-11-28')).toEqual(err('bad-days'));
    expect(ask('2026-11-28', '2026-11-27')).toEqual(err('bad-days'));
    expect(ask('2026-08-27', '2026-08-27')).toEqual(err('too-far'));
    expect(ask('2027-02-28', '2027-02-28').ok).toBe(true);
    expect(ask('2027-03-01', '2027-03-01')).toEqual(err('too-far'));
    expect(ask('2026-11-28', '2026-11-28', 'bored')).toEqual(err('unknown-kind'));
    expect(decideReason(fieldwork, { kind: 'leave', ...days('2026-11-28', '2026-11-28') }, today)).toEqual(
      err('unknown-kind'),
    );
  });

  it('stands beside every duty whose period it touches; an accepted one before one that waits', () => {
    const november = days('2026-11-01', '2026-11-30');
    const said = (from: string, until: string, state: 'waiting' | 'accepted' | 'refused') => ({
      ...days(from, until),
      state,
    });
    expect(explainedBy(november, [said('2026-10-20', '2026-11-01', 'waiting')])).toBe('waiting');
    expect(explainedBy(november, [said('2026-12-01', '2026-12-02', 'accepted')])).toBeUndefined();
    const both = [
      said('2026-11-02', '2026-11-03', 'refused'),
      said('2026-11-04', '2026-11-04', 'accepted'),
      said('2026-11-30', '2026-12-09', 'waiting'),
    ];
    expect(explainedBy(november, both)).toBe('accepted');
  });
});
