import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hmacSha256Hex,
  isSha256Hex,
  sha256Hex,
  sha256HexOfHashes,
  sha256HexOfPrefixed,
  uuidFromHash,
} from './hash.ts';
import { isUuid } from './ids.ts';

const wellFormed = fc.string({ unit: 'binary' }).filter((text) => !/\p{Surrogate}/u.test(text));

describe('hashes', () => {
  it('meet the published vectors', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    const key = new TextEncoder().encode('Jefe'); // RFC 4231, case 2
    expect(hmacSha256Hex(key, 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('agree with another implementation on any text', () => {
    fc.assert(
      fc.property(wellFormed, fc.uint8Array({ minLength: 1, maxLength: 100 }), (text, key) => {
        expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
        expect(hmacSha256Hex(key, text)).toBe(createHmac('sha256', key).update(text, 'utf8').digest('hex'));
        expect(isSha256Hex(sha256Hex(text))).toBe(true);
      }),
    );
  });

  it('prefix bytes, not characters', () => {
    const bytes = (...parts: (string | Buffer)[]) => {
      const sum = createHash('sha256');
      for (const part of parts) sum.update(part);
      return sum.digest('hex');
    };
    expect(sha256HexOfPrefixed(0, '里仁')).toBe(bytes(Buffer.from([0]), '里仁'));
    const [a, b] = [sha256Hex('a'), sha256Hex('b')];
    expect(sha256HexOfHashes(1, [a, b])).toBe(
      bytes(Buffer.from([1]), Buffer.from(a, 'hex'), Buffer.from(b, 'hex')),
    );
  });

  it('refuse half a character, which would collide with its neighbours', () => {
    expect(() => sha256Hex('\ud83d')).toThrow(/half a character/);
  });
});

describe('a UUID from a hash', () => {
  it('is the same for the same text, version 8 and of the RFC variant', () => {
    fc.assert(
      fc.property(wellFormed, wellFormed, (a, b) => {
        const uuid = uuidFromHash(a);
        expect(isUuid(uuid)).toBe(true);
        expect(uuid).toMatch(/^.{14}8.{4}[89ab]/);
        expect(uuidFromHash(b) === uuid).toBe(a === b);
      }),
    );
    expect(uuidFromHash('里仁')).toBe(uuidFromHash('里仁'));
  });
});
