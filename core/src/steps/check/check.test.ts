import { describe, expect, it } from 'vitest';
import { people } from '../../testing/allotment-club/club.ts';
import { repairAt } from '../../testing/allotment-club/tales.ts';

const { auditor, plumber } = people;

describe('checking', () => {
  it('accepts, or sends back with the reason', () => {
    expect(repairAt('look').when(auditor, 'accept', { note: '看过了' }).at).toBe('end:mended');
    repairAt('look').when(auditor, 'send-back').refused('field-required', 'reason');
    const back = repairAt('look').when(auditor, 'send-back', { reason: '还在漏' });
    expect(back.brings('sent-back', 'step-left', 'step-entered').at).toBe('mend');
    expect(back.matter.stage).toMatchObject({ visit: { n: 3 } });
  });

  it('is not for the one whose work it is', () => {
    repairAt('look').when(plumber, 'accept').refused('not-yours');
  });
});
