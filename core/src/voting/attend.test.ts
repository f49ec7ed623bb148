import { describe, expect, it } from 'vitest';
import { doorsOpenMilliseconds, findAttendRefusal } from './attend.ts';

const startsAt = Date.parse('2026-12-05T19:30:00+08:00');
const sitting = { startsAt, over: false };
const late = startsAt + 5 * 3_600_000;

describe('checking in', () => {
  it('opens two hours before the meeting and ends with its result', () => {
    const doors = startsAt - doorsOpenMilliseconds;
    expect(findAttendRefusal(sitting, doors, doors)).toBeUndefined();
    expect(findAttendRefusal(sitting, doors - 1, doors - 1)).toBe('doors-closed');
    expect(findAttendRefusal({ ...sitting, over: true }, startsAt, startsAt)).toBe('meeting-over');
    expect(findAttendRefusal({ startsAt: undefined, over: false }, startsAt, startsAt)).toBe('not-convened');
  });
  it('takes the time of a paper list, as long as it is past', () => {
    expect(findAttendRefusal(sitting, startsAt - 60_000, late)).toBeUndefined();
    expect(findAttendRefusal(sitting, late + 1, late)).toBe('not-passed-yet');
  });
});
