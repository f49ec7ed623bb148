import { describe, expect, it } from 'vitest';
import type { DiaryEntry } from '../../shared/api/bodies.ts';
import type { Say } from '../../shared/matter/dates.ts';
import { weekOf, weekText } from './week-text.ts';

const say = ((key: string, values: object = {}) => `${key}${JSON.stringify(values)}`) as unknown as Say;
const entry = (more: object): DiaryEntry =>
  ({
    id: '1',
    community: 'c1',
    round: 'home-visit',
    title: '入户走访',
    grid: { id: 'g', title: '一网格' },
    met: true,
    at: 0,
    day: '2026-11-23',
    receivedAt: 0,
    answers: {},
    matters: [],
    ...more,
  }) as unknown as DiaryEntry;

describe('a week', () => {
  it('goes from Monday to Sunday', () => {
    expect(weekOf('2026-11-28', 0)).toEqual({ from: '2026-11-23', until: '2026-11-29' });
    expect(weekOf('2026-11-29', 0)).toEqual({ from: '2026-11-23', until: '2026-11-29' });
    expect(weekOf('2026-11-30', 1)).toEqual({ from: '2026-11-23', until: '2026-11-29' });
  });

  it('becomes a report: each home and day once, then what was heard where', () => {
    const text = weekText(
      [
        entry({ address: '1-101', answers: { needs: '扶手' }, matters: ['m1'] }),
        entry({ address: '1-101', day: '2026-11-24', answers: { solved: '换了灯' } }),
        entry({ address: '1-102', met: false, answers: { needs: ' ' } }),
        entry({ round: 'diary-note', title: '民情记事', answers: { text: '院里要停水' } }),
      ],
      say,
    );
    expect(text).toBe(
      [
        'staff.week.figures{"homes":2,"met":1,"days":2,"raised":1}',
        '',
        'staff.week.needs{}',
        'staff.week.line{"address":"1-101","text":"扶手"}',
        '',
        'staff.week.solved{}',
        'staff.week.line{"address":"1-101","text":"换了灯"}',
        '',
        '院里要停水',
      ].join('\n'),
    );
  });
});
