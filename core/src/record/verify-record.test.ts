import { describe, expect, it } from 'vitest';
import { instant, matterId } from '../basics/ids.ts';
import { type ChainedEvent, chain, commit, genesis, verifyOpening } from './event.ts';
import { exampleMatter, openingOf, recordOf, sealedOf } from './example-record.ts';
import { verifyRecord } from './verify-record.ts';

const events = recordOf([
  { type: 'opened', data: { text: '一号地没水' }, sealed: { phone: sealedOf('phone', '13800000000') } },
  { type: 'answered', step: 'answer', data: {} },
  { type: 'done', data: { figures: [1, 2] } },
  { type: 'ended', data: {} },
]);
const event = (index: number): ChainedEvent => {
  const found = events[index];
  if (found === undefined) throw new Error(`no event ${index}`);
  return found;
};

describe('an event in the chain', () => {
  it('has the hash that anyone can compute from the format', () => {
    const actor = { handle: 'h1', post: 'chair' };
    const body = {
      matter: matterId('m'),
      seq: 1,
      type: 'opened',
      at: instant(0),
      actor,
      data: { b: 1, a: '里' },
    };
    const first = chain(genesis(matterId('m')), body);
    // printf '["liren-record/1","m"]' | sha256sum
    expect(first.prev).toBe('5593888175d2243a73eeb3e96fc84fd9f19906199052c5cfd8366b8905766229');
    // printf '{"actor":{"handle":"h1","post":"chair"},"at":0,"data":{"a":"里","b":1},"matter":"m","prev":"…","seq":1,"type":"opened"}' | sha256sum
    expect(first.hash).toBe('8f2203bd8a71dbacf9edbc635be66f9b6ec9bd2d78066752e78267e96102ee49');
  });
});

describe('faults', () => {
  it.each<[string, ChainedEvent[], object]>([
    ['nothing', [], { code: 'empty' }],
    ['the first left out', events.slice(1), { code: 'missing', seq: 1 }],
    ['one left out', [event(0), event(2), event(3)], { code: 'missing', seq: 2 }],
    ['two swapped', [event(0), event(2), event(1), event(3)], { code: 'reordered', seq: 3 }],
    ['one twice', [event(0), event(1), event(1), event(2)], { code: 'repeated', seq: 2 }],
    ['content changed', [event(0), { ...event(1), type: 'refused' }, event(2)], { code: 'altered', seq: 2 }],
    ['a time changed', [{ ...event(0), at: instant(0) }], { code: 'altered', seq: 1 }],
    ['no JSON any more', [{ ...event(0), data: { n: Number.NaN } }], { code: 'altered', seq: 1 }],
    [
      'one of another matter',
      [event(0), { ...event(1), matter: matterId('x') }],
      { code: 'foreign-matter', seq: 2 },
    ],
    [
      'one written anew',
      [event(0), chain(event(0).hash, { ...event(1), type: 'no' }), event(2)],
      { code: 'altered', seq: 2 },
    ],
  ])('%s', (_, given, fault) => {
    expect(verifyRecord(given)).toEqual({ ok: false, error: fault });
  });

  it('one written anew, its hash and all', () => {
    const { prev: _prev, hash: _hash, ...rest } = event(1);
    const forged = chain(event(0).hash, { ...rest, type: 'refused' });
    expect(verifyRecord([event(0), forged, event(2)])).toEqual({
      ok: false,
      error: { code: 'broken-link', seq: 3 },
    });
  });

  it('a first event that began another matter', () => {
    const { prev: _prev, hash: _hash, ...rest } = event(0);
    const moved = chain(genesis(matterId('elsewhere')), rest);
    expect(verifyRecord([moved])).toEqual({ ok: false, error: { code: 'broken-link', seq: 1 } });
  });
});

describe('a sealed value', () => {
  const opening = openingOf('phone', '13800000000');

  it('opens with its salt and value alone', () => {
    expect(verifyOpening(event(0), 'phone', opening)).toBe(true);
    expect(verifyOpening(event(0), 'phone', { ...opening, value: '13800000001' })).toBe(false);
    expect(verifyOpening(event(0), 'name', opening)).toBe(false);
    expect(verifyOpening(event(1), 'phone', opening)).toBe(false);
    expect(verifyOpening(event(0), 'toString', opening)).toBe(false);
  });

  it('cannot be confirmed by guessing it without the salt, short as it is', () => {
    const sealed = { ...event(0), sealed: { yes: commit('0123456789abcdef0123456789abcdef', true) } };
    const guesses = [true, false, 'true', 1].flatMap((value) =>
      ['', '0', 'salt', exampleMatter, sealed.hash].map((salt) =>
        verifyOpening(sealed, 'yes', { salt, value }),
      ),
    );
    expect(guesses).not.toContain(true);
    expect(() => commit('short', true)).toThrow(/hides nothing/);
  });

  it('has another commitment under another salt', () => {
    const one = commit('0123456789abcdef0123456789abcdef', '13800000000');
    const two = commit('fedcba9876543210fedcba9876543210', '13800000000');
    expect(one).not.toEqual(two);
  });

  it('cannot slide between salt and value', () => {
    const longer = commit('0123456789abcdef0123456789abcdef1', '2');
    expect(longer).not.toEqual(commit('0123456789abcdef0123456789abcdef', '12'));
  });
});
