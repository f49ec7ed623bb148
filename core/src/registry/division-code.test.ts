import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../basics/result.ts';
import { liesIn, readDivisionCode } from './division-code.ts';

const read = (code: string) => unwrap(readDivisionCode(code));

describe('an official code of a division', () => {
  it.each([
    ['11', '110000000000', 'province'],
    ['500101001', '500101001000', 'street'],
    ['110101', '110101000000', 'county'],
    ['110101001', '110101001000', 'street'],
    ['110101001000', '110101001000', 'street'],
    ['110101001002', '110101001002', 'community'],
    ['441900003', '441900003000', 'street'],
  ])('%s', (text, code, level) => {
    expect(read(text)).toEqual({ code, level });
  });

  it.each(['', '1101010', '1101010010021', '01', '11010100100a', '991231001'])('refuses %s', (text) => {
    expect(readDivisionCode(text)).toEqual({ ok: false, error: 'not-a-division-code' });
  });

  it('lies in what its code begins with, and nowhere else', () => {
    expect(liesIn(read('110101001002'), read('110101001'))).toBe(true);
    expect(liesIn(read('110102001'), read('110101'))).toBe(false);
    expect(liesIn(read('110101'), read('110101'))).toBe(false);
    expect(liesIn(read('441900003'), read('441900'))).toBe(true);
  });
});

const data = resolve(
  import.meta.dirname,
  '../../..',
  process.env['LIREN_TEST_DATA'] ?? '../shared/data',
  'divisions/streets.csv',
);
describe('every street of the country', () => {
  it.skipIf(!existsSync(data))('has a code of our form that lies in its county and city', () => {
    const lines = readFileSync(data, 'utf8').trim().split('\n').slice(1);
    expect(lines).toHaveLength(41_352);
    const wrong = lines.filter((line) => {
      const [code = '', , area = '', province = '', city = ''] = line.split(',');
      const street = readDivisionCode(code);
      if (!street.ok || street.value.level !== 'street') return true;
      return [area, city, province].some((outer) => !liesIn(street.value, read(outer)));
    });
    // A county whose streets nobody lists stands in the table once for itself.
    expect(wrong).toEqual(['350527000,"金门县",350527,35,3505']);
  });
});
