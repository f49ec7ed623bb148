import { type Instant, instant } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import type pg from 'pg';
import type { Keys } from '../platform/keys.ts';
import { type Wired, wire } from '../wiring.ts';

const filled = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const testKeys: Keys = {
  sealing: [{ id: 'k1', key: filled(1) }],
  blindIndex: filled(2),
  handle: filled(3),
  authSecret: '5a'.repeat(32),
  fingerprint: 'test',
};

/** Every part of a server over a test database, at a present of the test's own. */
export const wireForTest = async (
  pool: pg.Pool,
  filesFolder: string,
  now: () => Instant = () => instant(Date.now()),
  sealing: Keys['sealing'] = testKeys.sealing,
): Promise<Wired> =>
  unwrap(
    await wire({
      config: { mode: 'demo', publicUrl: 'http://localhost', sms: undefined, s3: undefined },
      keys: { ...testKeys, sealing },
      pool,
      filesFolder,
      now,
      serverId: 'test',
    }),
  );
