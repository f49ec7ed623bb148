import { createHmac, timingSafeEqual } from 'node:crypto';
import { base32 } from '../adapters/crypto/base32.ts';
import type { Shell } from './shell.ts';

type Keyed = Pick<Shell, 'handleKey'>;

function digestOf({ handleKey }: Keyed, purpose: string, of: string): Buffer {
  return createHmac('sha256', handleKey).update(`${purpose}\0${of}`, 'utf8').digest();
}

/** A link's own mark: only who was given the link has it; 128 bits, and it leads to nothing else. */
export const linkMark = (shell: Keyed, purpose: 'receipt' | 'hall', of: string): string =>
  base32(digestOf(shell, purpose, of).subarray(0, 16));

/** A short code that is shown for a while to those in a room. */
export const roomCode = (shell: Keyed, of: string): string =>
  base32(digestOf(shell, 'room', of).subarray(0, 5));

export function isMark(right: string, given: string): boolean {
  const [mark, said] = [Buffer.from(right, 'utf8'), Buffer.from(given, 'utf8')];
  return mark.length === said.length && timingSafeEqual(mark, said);
}
