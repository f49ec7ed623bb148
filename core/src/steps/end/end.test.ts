import { describe, expect, it } from 'vitest';
import { people } from '../../testing/allotment-club/club.ts';
import { content, repairAt } from '../../testing/allotment-club/tales.ts';

describe('the end', () => {
  it('has its outcome, and nothing moves any more', () => {
    const told = repairAt('ask').when(people.bean, 'rate', content);
    expect(told.matter.stage).toEqual({ status: 'ended', outcome: 'mended', step: 'mended', at: told.now });
    for (const type of ['assign', 'done', 'rate', 'withdraw', 'join', 'supervise'])
      told.when(people.bean, type, {}).refused('matter-ended');
    expect(told.later(10 ** 10).tick().fresh).toEqual([]);
  });
});
