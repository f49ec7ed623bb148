import { matterId, personId } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base32 } from './base32.ts';
import { createBlindIndex } from './blind-index.ts';
import { handleOf } from './handles.ts';
import { maskName, maskPhone } from './mask.ts';
import { normalisePhone } from './phone.ts';
import { newSalt } from './salts.ts';
import { createSealer, type SealedPlace } from './sealer.ts';

const keyOf = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const older = { id: '2025', key: keyOf(1) };
const newer = { id: '2026', key: keyOf(2) };
const place: SealedPlace = { table: 'person', row: 'r1', column: 'phone_sealed' };
const word = fc.string({ minLength: 1, maxLength: 12 });
const anyPlace = fc.record({ table: word, row: word, column: word });

describe('sealer', () => {
  it('opens whatever it sealed, and nowhere else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), anyPlace, anyPlace, (text, here, there) => {
        const sealer = createSealer([newer]);
        // Lone surrogates are not text: UTF-8 cannot hold them.
        fc.pre(Buffer.from(text).toString() === text && JSON.stringify(here) !== JSON.stringify(there));
        const sealed = sealer.seal(here, text);
        expect(unwrap(sealer.open(here, sealed))).toBe(text);
        expect(sealer.open(there, sealed)).toEqual({ ok: false, error: 'tampered' });
      }),
    );
  });

  it('refuses every single changed byte', () => {
    const sealer = createSealer([newer]);
    const sealed = sealer.seal(place, '13812345678');
    const [head, id, body] = sealed.split('.');
    const bytes = Buffer.from(body ?? '', 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      const forged = `${head}.${id}.${changed.toString('base64url')}`;
      expect(sealer.open(place, forged)).toEqual({ ok: false, error: 'tampered' });
    }
  });

  it('rotates: the newest key seals, older ones still open until they leave the ring', () => {
    const before = createSealer([older]).seal(place, '旧');
    const rotated = createSealer([newer, older]);
    expect(unwrap(rotated.open(place, before))).toBe('旧');
    expect(rotated.isStale(before)).toBe(true);
    const after = rotated.seal(place, '新');
    expect(after).toMatch(/^s1\.2026\./);
    expect(rotated.isStale(after)).toBe(false);
    expect(createSealer([newer]).open(place, before)).toEqual({ ok: false, error: 'unknown-key' });
  });

  it('never repeats itself and hides the text', () => {
    const sealer = createSealer([newer]);
    const sealed = new Set(Array.from({ length: 200 }, () => sealer.seal(place, 'same')));
    expect(sealed.size).toBe(200);
    expect([...sealed].join()).not.toContain('same');
  });

  it('says malformed for anything it did not write, and refuses unsafe rings', () => {
    const sealer = createSealer([newer]);
    for (const text of [
      '',
      'plain',
      's1.2026.',
      's1.2026.AAAA',
      's2.2026.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    ])
      expect(sealer.open(place, text)).toEqual({ ok: false, error: 'malformed' });
    expect(() => createSealer([])).toThrow();
    expect(() => createSealer([newer, { id: '2026', key: keyOf(3) }])).toThrow();
    expect(() => createSealer([{ id: 'k', key: new Uint8Array(16) }])).toThrow();
  });
});

describe('phone numbers', () => {
  it.each([
    ['13812345678', '+8613812345678'],
    ['138 1234-5678', '+8613812345678'],
    ['１３８１２３４５６７８', '+8613812345678'],
    ['+86 138 1234 5678', '+8613812345678'],
    ['0086-13812345678', '+8613812345678'],
    ['8613812345678', '+8613812345678'],
    ['010-6512 3456', '+861065123456'],
    ['+86 010 65123456', '+861065123456'],
    ['(021) 65123456', '+862165123456'],
    ['+852 2345 6789', '+85223456789'],
  ])('%s is %s', (typed, expected) => {
    expect(unwrap(normalisePhone(typed))).toBe(expected);
  });

  it.each([
    '',
    '12345',
    '12812345678',
    '1381234567',
    '138123456789',
    '+861281234',
    'abc',
    '+',
    '13812345678;drop',
  ])('%s is not a phone number', (typed) => {
    expect(normalisePhone(typed)).toEqual({ ok: false, error: 'not-a-phone' });
  });

  it('gives every spelling of a mobile one blind index, different numbers different ones', () => {
    const index = createBlindIndex(keyOf(7));
    const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }));
    fc.assert(
      fc.property(mobile, mobile, ([a, b], [c, d]) => {
        const one = `1${a}${String(b).padStart(9, '0')}`;
        const other = `1${c}${String(d).padStart(9, '0')}`;
        const indexOf = (typed: string): string => index.ofPhone(unwrap(normalisePhone(typed)));
        expect(indexOf(`+86 ${one.slice(0, 3)}-${one.slice(3)}`)).toBe(indexOf(one));
        expect(indexOf(one) === indexOf(other)).toBe(one === other);
        expect(indexOf(one)).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
  });

  it('depends on the key and on the purpose', () => {
    const phone = unwrap(normalisePhone('13812345678'));
    expect(createBlindIndex(keyOf(7)).ofPhone(phone)).not.toBe(createBlindIndex(keyOf(8)).ofPhone(phone));
    expect(createBlindIndex(keyOf(7)).ofPhone(phone)).not.toBe(createBlindIndex(keyOf(7)).ofLoginName(phone));
    expect(createBlindIndex(keyOf(7)).ofLoginName(' Wang@Street.GOV ')).toBe(
      createBlindIndex(keyOf(7)).ofLoginName('wang@street.gov'),
    );
    expect(() => createBlindIndex(new Uint8Array(8))).toThrow();
  });
});

describe('handles, salts and masks', () => {
  it('base32 agrees with RFC 4648', () => {
    const vectors = {
      '': '',
      f: 'my',
      fo: 'mzxq',
      foo: 'mzxw6',
      foob: 'mzxw6yq',
      fooba: 'mzxw6ytb',
      foobar: 'mzxw6ytboi',
    };
    for (const [text, expected] of Object.entries(vectors)) expect(base32(Buffer.from(text))).toBe(expected);
  });

  it('a handle is steady in one matter and unlike in any other, for any other person and under any other key', () => {
    const [m1, m2] = [matterId('m1'), matterId('m2')];
    const [p1, p2] = [personId('p1'), personId('p2')];
    const one = handleOf(keyOf(1), m1, p1);
    expect(one).toMatch(/^[a-z2-7]{26}$/);
    expect(handleOf(keyOf(1), m1, p1)).toBe(one);
    const others = [handleOf(keyOf(1), m2, p1), handleOf(keyOf(1), m1, p2), handleOf(keyOf(2), m1, p1)];
    expect(new Set([one, ...others]).size).toBe(4);
    // The two ids are kept apart: ('a', 'bc') is not ('ab', 'c').
    expect(handleOf(keyOf(1), matterId('a'), personId('bc'))).not.toBe(
      handleOf(keyOf(1), matterId('ab'), personId('c')),
    );
  });

  it('a salt is 32 hex and never the same', () => {
    const salts = Array.from({ length: 100 }, newSalt);
    expect(new Set(salts).size).toBe(100);
    for (const salt of salts) expect(salt).toMatch(/^[0-9a-f]{32}$/);
  });

  it('masks keep little', () => {
    expect(maskPhone('+8613812345678')).toBe('138****5678');
    expect(maskPhone('13812345678')).toBe('138****5678');
    expect(maskPhone('+861065123456')).toBe('****3456');
    expect(maskName('王小明')).toBe('王**');
    expect(maskName('王明')).toBe('王*');
    expect(maskName('欧阳娜娜')).toBe('欧**');
    expect(maskName(' ')).toBe('');
    expect(maskName('𠮷田')).toBe('𠮷*');
  });
});
