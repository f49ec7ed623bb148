/** Wrong PINs in a row; kept outside the vault, so that a restart forgets none. */
export interface Tries {
  readonly wrong: number;
  /** Of the last one, ms since 1970 by the phone's clock. */
  readonly lastAt: number;
}
export const noTries: Tries = { wrong: 0, lastAt: 0 };

/** The tenth wrong PIN erases what is kept. */
export const mostTries = 10;

const second = 1000;
const minute = 60 * second;
/** How long after so many wrong ones no further PIN is looked at. */
const waits: Readonly<Record<number, number>> = {
  4: 15 * second,
  5: 30 * second,
  6: minute,
  7: 5 * minute,
  8: 15 * minute,
  9: 60 * minute,
};

/** Milliseconds until the next PIN is looked at. A clock that was set back makes the wait no longer than it was. */
export function waitLeft({ wrong, lastAt }: Tries, now: number): number {
  const wait = waits[wrong] ?? 0;
  return Math.max(0, Math.min(wait, lastAt + wait - now));
}

export const isSpent = ({ wrong }: Tries): boolean => wrong >= mostTries;

/** A try is counted before it is made: who switches the phone off in between gains none. */
export const countTry = ({ wrong }: Tries, now: number): Tries => ({ wrong: wrong + 1, lastAt: now });

const simple = /^(\d)\1{5}$/;
const row = '01234567890';

/** Six digits, not all the same, not counted up or down. */
export function pinFault(pin: string): 'length' | 'simple' | undefined {
  if (!/^\d{6}$/.test(pin)) return 'length';
  const back = [...pin].reverse().join('');
  return simple.test(pin) || row.includes(pin) || row.includes(back) ? 'simple' : undefined;
}
