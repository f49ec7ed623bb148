import { canonical } from '../basics/canonical.ts';
import { sha256Hex } from '../basics/hash.ts';
import type { Json } from '../basics/json.ts';
import type { Procedure } from './types.ts';

/** SHA-256 of a procedure's normal form: a matter's first event names the version that it runs under. */
export const versionOf = (normal: Omit<Procedure, 'version'>): string =>
  sha256Hex(canonical(normal as unknown as Json));
