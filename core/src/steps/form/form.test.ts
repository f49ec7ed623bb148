import { describe, expect, it } from 'vitest';
import { people } from '../../testing/allotment-club/club.ts';
import { openDayAt } from '../../testing/allotment-club/tales.ts';

const { chair, steward } = people;

describe('a form', () => {
  it('takes what its fields ask and nothing else', () => {
    const told = openDayAt('plan');
    told.when(steward, 'submit', { plan: '周六' }).refused('not-yours');
    told.when(chair, 'submit', {}).refused('field-required', 'plan');
    told.when(chair, 'submit', { plan: '周六', weather: 'sun' }).refused('field-unknown', 'weather');
    const done = told
      .when(chair, 'submit', { plan: '周六' })
      .brings('submitted', 'step-left', 'step-entered');
    expect(done.fresh[0]?.sealed).toEqual({ plan: { value: '周六', audience: 'public' } });
    expect(done.at).toBe('prepare');
  });
});
