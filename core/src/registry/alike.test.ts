import { describe, expect, it } from 'vitest';
import { type AlikeFacts, likenessOf } from './alike.ts';

const resident = (more: Partial<AlikeFacts>): AlikeFacts => ({
  name: '王芳',
  phone: undefined,
  bornYear: undefined,
  hasIdentity: false,
  homes: [{ home: '3-501', building: '3' }],
  ...more,
});
const known = { hasIdentity: true, bornYear: 1980 };
const elsewhere = { homes: [{ home: '9-101', building: '9' }] };

describe('two residents', () => {
  it.each<[string, Partial<AlikeFacts>, Partial<AlikeFacts>, readonly string[]]>([
    ['of one telephone', { phone: '1', ...elsewhere }, { phone: '1' }, ['phone']],
    ['of one home, one without a number', known, {}, ['home']],
    [
      'of one building, one without a number',
      known,
      { homes: [{ home: '3-502', building: '3' }] },
      ['building'],
    ],
    ['of one year and home with two numbers', known, known, ['born-home']],
    ['of two years with two numbers', known, { ...known, bornYear: 1981 }, []],
    ['of two homes', known, elsewhere, []],
    ['of two names', { phone: '1', name: '王芬' }, { phone: '1' }, []],
  ])('%s', (_, one, other, expected) => {
    expect(likenessOf(resident(one), resident(other))).toEqual(expected);
    expect(likenessOf(resident(other), resident(one))).toEqual(expected);
  });
});
