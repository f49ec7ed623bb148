import { describe, expect, it } from 'vitest';
import { unwrap } from '../basics/result.ts';
import { appeal, decideAppeal, isWaiting, type Moderated, moderate } from './moderation.ts';

const waiting: Moderated = { status: 'waiting' };
const removed = unwrap(moderate(waiting, 'insult', 'bean'));
const appealed = unwrap(appeal(removed));

describe('looking after statements', () => {
  it('shows one, or takes it out for a reason that is told', () => {
    expect(unwrap(moderate(waiting, undefined, 'bean'))).toEqual({ status: 'shown', decidedBy: 'bean' });
    expect(removed).toEqual({ status: 'removed', reason: 'insult', decidedBy: 'bean' });
    const shown = unwrap(moderate(waiting, undefined, 'bean'));
    expect(unwrap(moderate(shown, 'personal', 'pea')).status).toBe('removed');
    expect(moderate(shown, undefined, 'pea')).toMatchObject({ error: 'already-decided' });
    expect(moderate(removed, undefined, 'pea')).toMatchObject({ error: 'already-decided' });
  });

  it('a removal is appealed against once, and somebody else decides', () => {
    expect(appeal(waiting)).toMatchObject({ error: 'not-removed' });
    expect(appeal(appealed)).toMatchObject({ error: 'already-appealed' });
    expect(decideAppeal(removed, true, 'pea')).toMatchObject({ error: 'no-appeal' });
    expect(decideAppeal(appealed, true, 'bean')).toMatchObject({ error: 'same-decider' });
    expect(unwrap(decideAppeal(appealed, true, 'pea')).status).toBe('removed');
    const back = unwrap(decideAppeal(appealed, false, 'pea'));
    expect(back.status).toBe('shown');
    expect(decideAppeal(back, true, 'pea')).toMatchObject({ error: 'already-decided' });
    expect(moderate(back, 'insult', 'bean')).toMatchObject({ error: 'already-decided' });
  });

  it('knows who still waits', () => {
    expect([waiting, removed, appealed, unwrap(decideAppeal(appealed, true, 'pea'))].map(isWaiting)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
