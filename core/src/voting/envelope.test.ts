import { describe, expect, it } from 'vitest';
import { envelopeLength, newPollKeys, openerOf, sealBallot } from './envelope.ts';

describe('the inner envelope', async () => {
  const keys = await newPollKeys();
  const inside = { code: 'k7m2-9qxw', choice: ['for'] };
  const sealed = await sealBallot(keys.publicKey, 'poll-1', inside);

  it('opens with the key of its own vote, and with nothing else', async () => {
    expect(await (await openerOf(keys, 'poll-1'))(sealed)).toEqual(inside);
    expect(await (await openerOf(keys, 'poll-2'))(sealed)).toBeUndefined();
    const other = await newPollKeys();
    expect(await (await openerOf(other, 'poll-1'))(sealed)).toBeUndefined();
  });
  it('tells nothing by its length, nor by being the same', async () => {
    const several = await sealBallot(keys.publicKey, 'poll-1', {
      code: 'x',
      choice: ['c1', 'c2', 'c3', 'c4'],
    });
    expect(several.length).toBe(envelopeLength);
    expect(sealed.length).toBe(envelopeLength);
    expect(await sealBallot(keys.publicKey, 'poll-1', inside)).not.toBe(sealed);
  });
  it('is found to be changed', async () => {
    const open = await openerOf(keys, 'poll-1');
    const at = 200;
    const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
    expect(await open(changed)).toBeUndefined();
    expect(await open('not an envelope')).toBeUndefined();
  });
});
