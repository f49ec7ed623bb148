import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countTry, isSpent, mostTries, noTries, pinFault, type Tries, waitLeft } from './tries.ts';

const wrongTimes = (times: number, at: number): Tries =>
  Array.from({ length: times }).reduce<Tries>((tries) => countTry(tries, at), noTries);

test('the first slips cost nothing, later ones ever more time, the tenth everything', () => {
  const waits = Array.from({ length: mostTries }, (_, wrong) => waitLeft(wrongTimes(wrong, 1000), 1000));
  expect(waits.slice(0, 4)).toEqual([0, 0, 0, 0]);
  expect(waits.slice(4)).toEqual([...waits.slice(4)].sort((a, b) => a - b));
  expect(waits[4]).toBeGreaterThan(0);
  expect(waits[9]).toBe(3_600_000);
  expect(isSpent(wrongTimes(9, 0))).toBe(false);
  expect(isSpent(wrongTimes(10, 0))).toBe(true);
});

test('a wait ends when it is over; a clock set back neither ends it nor makes it longer', () => {
  const tries = wrongTimes(7, 10_000_000);
  expect(waitLeft(tries, 10_000_000 + 299_000)).toBe(1_000);
  expect(waitLeft(tries, 10_000_000 + 300_000)).toBe(0);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (now) => {
      expect(waitLeft(tries, now)).toBe(300_000);
    }),
  );
});

test('a PIN is six digits that nobody guesses first', () => {
  for (const short of ['', '12345', '1234567', 'abcdef', '２４６８１３'])
    expect(pinFault(short)).toBe('length');
  for (const simple of ['000000', '777777', '123456', '567890', '654321', '098765'])
    expect(pinFault(simple)).toBe('simple');
  for (const good of ['246813', '112233', '901234']) expect(pinFault(good)).toBeUndefined();
});
