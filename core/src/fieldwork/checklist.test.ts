import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, instant } from '../basics/ids.ts';
import { instantOf } from '../calendar/calendar.ts';
import { checklistFields, faultsIn, findings, isAsked, lackingIn, noteOf, photosOf } from './checklist.ts';
import { inspectionDue } from './due.ts';
import { decideEntry } from './entry.ts';
import type { Fieldwork, Round } from './types.ts';

const items = ['exit', 'gas'].map((id) => ({ id, title: id, affair: 'event/any' }));
const words = {
  findings: { pass: '好', fail: '不好', fixed: '改好了', none: '没有' },
  note: '说明',
  photos: '照片',
};
const round: Round = {
  title: '检查',
  about: 'organisation',
  fields: checklistFields(items, words),
  inspects: { kinds: ['shop'], every: 'quarter' },
  checklist: { items, opens: 'rectification' },
};
const fieldwork: Fieldwork = {
  id: 'x',
  by: 'walker',
  mostOfflineDays: 14,
  risks: [],
  riskSetBy: [],
  duties: [],
  rounds: { check: round },
};
const decide = (answers: object, facts: object = {}) =>
  decideEntry(
    { round: 'check', grid: 'g1', organisation: 'o1', answers: answers as never },
    { fieldwork, grids: ['g1'], organisation: { grid: 'g1', kind: 'shop' }, ...facts },
  );

describe('a checklist', () => {
  it('asks for every item, and for words about what failed', () => {
    expect(lackingIn(items, {})).toEqual(['exit', 'gas']);
    expect(lackingIn(items, { exit: 'fail', gas: 'none' })).toEqual(['exit-note']);
    expect(lackingIn(items, { exit: 'fail', 'exit-note': '堵了', gas: 'fixed' })).toEqual([]);
    expect(lackingIn(items, { exit: 'fail', 'exit-note': ' ', gas: 'pass' })).toEqual(['exit-note']);
  });

  it('asks for words and photos of what was not in order alone', () => {
    for (const finding of findings)
      for (const field of [noteOf('exit'), photosOf('exit')])
        expect(isAsked(items, field, { exit: finding })).toBe(finding === 'fail' || finding === 'fixed');
    expect(isAsked(items, 'exit', {})).toBe(true);
    expect(isAsked(items, noteOf('gas'), { exit: 'fail' })).toBe(false);
  });

  it('is taken down complete or not at all, and its faults are exactly what was not in order', () => {
    const finding = fc.option(fc.constantFrom(...findings), { nil: undefined });
    let taken = 0;
    fc.assert(
      fc.property(finding, finding, fc.boolean(), (exit, gas, told) => {
        const given = {
          ...(exit && { exit }),
          ...(gas && { gas }),
          ...(told && { 'exit-note': '堵了', 'gas-note': '漏了' }),
        };
        const decided = decide(given);
        const failed = [exit, gas].includes('fail');
        expect(decided.ok).toBe(exit !== undefined && gas !== undefined && (told || !failed));
        if (!decided.ok) return;
        taken += 1;
        expect(decided.value.faults).toEqual(
          [
            { item: 'exit', finding: exit },
            { item: 'gas', finding: gas },
          ].filter((each) => each.finding === 'fail' || each.finding === 'fixed'),
        );
        expect(faultsIn({ items, opens: 'rectification' }, decided.value.answers.plain)).toEqual(
          decided.value.faults,
        );
      }),
    );
    expect(taken).toBeGreaterThan(20);
  });

  it('is about an organisation that is known and of a kind that is inspected', () => {
    const all = { exit: 'pass', gas: 'pass' };
    expect(decide(all, { organisation: undefined })).toMatchObject({ ok: false });
    expect(decide(all, { organisation: { grid: 'g1', kind: 'firm' } })).toMatchObject({
      ok: false,
      error: { code: 'field-invalid', about: 'organisation' },
    });
    expect(decide(all, { organisation: { grid: 'g9', kind: 'shop' } })).toMatchObject({
      ok: true,
      value: { grid: 'g9', remarks: ['organisation-in-other-grid'] },
    });
  });
});

describe('when an inspection is owed', () => {
  const at = (day: string) => instantOf(civilDate(day), 600);
  it.each([
    ['month', undefined, '2026-11-30', '2026-11-30', false],
    ['month', '2026-10-31', '2026-11-01', '2026-11-30', false],
    ['month', '2026-11-01', '2026-11-30', '2026-11-30', true],
    ['quarter', '2026-10-01', '2026-12-31', '2026-12-31', true],
    ['quarter', '2026-09-30', '2026-10-01', '2026-12-31', false],
  ] as const)('every %s, last %s, on %s: by %s, done %s', (every, last, today, until, done) => {
    const inspectedAt = last === undefined ? undefined : instant(at(last));
    expect(inspectionDue(every, inspectedAt, civilDate(today))).toEqual({ until, done });
  });
});
