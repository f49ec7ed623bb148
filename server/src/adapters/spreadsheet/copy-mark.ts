import { createHmac } from 'node:crypto';

/** Two spellings of one address that everybody reads alike. */
const plain = (address: string): string => address;
const marked = (address: string): string => address.replaceAll(' ', '');

const isMarked = (seed: string, resident: string): boolean =>
  ((createHmac('sha256', Buffer.from(seed, 'hex')).update(resident, 'utf8').digest()[0] ?? 0) & 1) === 1;

/** The address as this copy spells it: which of two ways, row by row, tells the copies apart even when rows are sorted or cut. */
export const spelledFor = (seed: string, resident: string, address: string): string =>
  (isMarked(seed, resident) ? marked : plain)(address);

/** Of a row in a file that turned up: whether it is spelled as the copy of this seed is. */
export const fitsCopy = (seed: string, resident: string, cell: string): boolean =>
  isMarked(seed, resident) === !cell.trim().includes(' ');
/** An address whichever way it was spelled. */
export const bareAddress = (cell: string): string => cell.replaceAll(/\s/g, '');
