import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditCheckCharacter, readCreditCode } from './credit-code.ts';

describe('统一社会信用代码 (GB 32100)', () => {
  it('reads the example of the standard, as people type it', () => {
    expect(readCreditCode('91350100M000100Y43')).toEqual({ ok: true, value: '91350100M000100Y43' });
    expect(readCreditCode(' ９１350100-m000100y43 ')).toEqual({ ok: true, value: '91350100M000100Y43' });
  });

  it.each([
    ['91350100M000100Y4', 'wrong-length'],
    ['91350100M000I00Y43', 'wrong-character'],
    ['91350100M000100Y34', 'wrong-check-character'],
  ])('refuses %s as %s', (text, code) => {
    expect(readCreditCode(text)).toEqual({ ok: false, error: code });
  });

  it('notices any one wrong character', () => {
    const characters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    const first17 = fc
      .array(fc.constantFrom(...characters), { minLength: 17, maxLength: 17 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(first17, fc.nat(17), fc.constantFrom(...characters), (text, at, other) => {
        const code = text + creditCheckCharacter(text);
        expect(readCreditCode(code).ok).toBe(true);
        if (code[at] !== other)
          expect(readCreditCode(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false);
      }),
    );
  });
});
