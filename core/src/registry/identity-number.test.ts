import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityCheckCharacter, maskIdentityNumber, readIdentityNumber } from './identity-number.ts';

/** Sound by the standard, of nobody: the county code is one that was never given out. */
const arbitraryNumber = fc
  .tuple(
    fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
    fc.nat(999),
  )
  .map(([date, serial]) => {
    const first17 = `990099${date.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
    return first17 + identityCheckCharacter(first17);
  });

describe('公民身份号码 (GB 11643)', () => {
  it('reads the example of the standard', () => {
    // Annex A of GB 11643-1999.
    const read = readIdentityNumber('11010519491231002X');
    expect(read).toMatchObject({
      ok: true,
      value: { countyCode: '110105', bornOn: '1949-12-31', sex: 'female' },
    });
  });

  it('takes what people type: full width, spaces, a small x', () => {
    expect(readIdentityNumber(' １１０１０５ 19491231 002x ')).toMatchObject({
      ok: true,
      value: { number: '11010519491231002X' },
    });
  });

  it.each([
    ['1101051949123100', 'wrong-length'],
    ['110105491231002', 'old-form'],
    ['1.10105194912310E+17', 'rounded'],
    ['110105194912310000', 'rounded'],
    ['1101051949A231002X', 'not-digits'],
    ['11010519490231002X', 'no-such-date'],
    ['110105194912310021', 'wrong-check-digit'],
  ])('refuses %s as %s', (text, code) => {
    expect(readIdentityNumber(text)).toEqual({ ok: false, error: code });
  });

  it('notices every single mistyped character and every swap of two neighbours', () => {
    let swaps = 0;
    fc.assert(
      fc.property(arbitraryNumber, fc.nat(17), fc.nat(9), fc.nat(16), (number, at, digit, swapAt) => {
        expect(readIdentityNumber(number).ok).toBe(true);
        const mistyped = number.slice(0, at) + digit + number.slice(at + 1);
        if (mistyped !== number) expect(readIdentityNumber(mistyped).ok).toBe(false);
        const [a = '', b = ''] = number.slice(swapAt);
        if (a === b || b === 'X') return;
        swaps++;
        expect(readIdentityNumber(number.slice(0, swapAt) + b + a + number.slice(swapAt + 2)).ok).toBe(false);
      }),
    );
    expect(swaps).toBeGreaterThan(20);
  });

  it('is masked so that neither birthday nor serial is left', () => {
    const read = readIdentityNumber('11010519491231002X');
    if (!read.ok) throw new Error(read.error);
    expect(maskIdentityNumber(read.value.number)).toBe('110***********002X');
  });
});
