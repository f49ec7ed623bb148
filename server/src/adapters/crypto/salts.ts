import { randomBytes } from 'node:crypto';

/** A fresh salt for one commitment: 16 random bytes as 32 hex. */
export const newSalt = (): string => randomBytes(16).toString('hex');
