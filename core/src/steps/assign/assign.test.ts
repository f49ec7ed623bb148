import { describe, expect, it } from 'vitest';
import { people } from '../../testing/allotment-club/club.ts';
import { repairAt } from '../../testing/allotment-club/tales.ts';

const { steward } = people;

describe('assigning', () => {
  it('makes the organ the handler and the first receiver answerable, and may name affair and urgency anew', () => {
    const told = repairAt('sort').when(steward, 'assign', {
      organ: 'path-crew',
      affair: 'event/path',
      urgency: 'flood',
    });
    expect(told.matter).toMatchObject({
      assignee: 'path-crew',
      answerable: 'path-crew',
      affair: { id: 'event/path', group: 'event/ground', handler: 'path-crew' },
      urgency: 'flood',
    });
    // The new urgency sets the new step's clock.
    expect(told.matter.stage).toMatchObject({
      visit: { clocks: { limit: { dueAt: told.now + 2 * 3_600_000 } } },
    });
  });

  it.each([
    ['unknown-organ', { organ: 'moon-crew' }],
    ['lacks-power', { organ: 'path-crew' }],
    ['separated', { organ: 'committee' }],
    ['field-required', {}],
    ['field-invalid', { organ: 'water-crew', affair: 'event/ghost' }],
    ['field-invalid', { organ: 'water-crew', urgency: 'soon' }],
  ] as const)('says %s to %j', (code, input) => {
    repairAt('sort').when(steward, 'assign', input).refused(code);
  });

  it('may reject where the procedure writes a way for it, and says why under seal', () => {
    repairAt('sort').when(steward, 'reject').refused('field-required', 'reason');
    const told = repairAt('sort').when(steward, 'reject', { reason: '不在园里' });
    expect(told.brings('rejected', 'step-left', 'ended').at).toBe('end:not-ours');
    expect(told.fresh[0]?.sealed).toEqual({ reason: { value: '不在园里', audience: 'parties' } });
    expect(told.fresh[0]?.data).toEqual({});
  });
});
