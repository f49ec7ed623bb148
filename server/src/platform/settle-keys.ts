import { createHash } from 'node:crypto';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type pg from 'pg';
import { createSealer, type SealedPlace } from '../adapters/crypto/sealer.ts';
import type { Keys } from './keys.ts';
import { type PlatformError, platformError } from './platform-error.ts';

/** `only_row` stands for the row. */
const rootsPlace: SealedPlace = { table: 'installation', row: 'true', column: 'roots_sealed' };

/** Where the keys were read from, for whoever has to put them right. */
export interface KeysRead {
  readonly keys: Keys;
  readonly path: string;
}

/**
 * Holds the keys against what the database was written with. What pseudonyms, look-ups and sign-in are made with was
 * derived from the first master key ever and is kept sealed from then on: that key may be thrown away once nothing is
 * sealed with it. A key that is still needed and missing is asked for by its name.
 */
export async function settleKeys(
  pool: pg.Pool,
  read: KeysRead,
  now: number,
): Promise<Result<Keys, PlatformError>> {
  const { keys, path } = read;
  await pool.query(
    `INSERT INTO installation (key_fingerprint, made_at, roots_sealed) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [keys.fingerprint, new Date(now), sealRoots(keys)],
  );
  const { rows } = await pool.query<{ print: string; roots: string | null }>(
    'SELECT key_fingerprint AS print, roots_sealed AS roots FROM installation',
  );
  const [recorded] = rows;
  if (recorded === undefined) throw new Error('the installation has no row');
  if (recorded.roots === null) {
    if (recorded.print !== keys.fingerprint) return err(platformError('other-key', { path }));
    await pool.query('UPDATE installation SET roots_sealed = $1 WHERE roots_sealed IS NULL', [
      sealRoots(keys),
    ]);
  }
  const roots = recorded.roots === null ? ok(rootsOf(keys)) : openRoots(read, recorded.roots);
  if (!roots.ok) return roots;
  const known = await settleRing(pool, read, now);
  return known.ok ? ok({ ...keys, ...roots.value, fingerprint: recorded.print }) : known;
}

type Roots = Pick<Keys, 'blindIndex' | 'handle' | 'authSecret'>;
const rootsOf = ({ blindIndex, handle, authSecret }: Keys): Roots => ({ blindIndex, handle, authSecret });

const sealRoots = ({ sealing, blindIndex, handle, authSecret }: Keys): string =>
  createSealer(sealing).seal(
    rootsPlace,
    JSON.stringify(
      [blindIndex, handle].map((key) => Buffer.from(key).toString('base64url')).concat(authSecret),
    ),
  );

function openRoots({ keys, path }: KeysRead, sealed: string): Result<Roots, PlatformError> {
  const opened = createSealer(keys.sealing).open(rootsPlace, sealed);
  if (!opened.ok)
    return err(
      opened.error === 'unknown-key'
        ? platformError('key-missing', { path, id: sealed.split('.')[1] ?? '?' })
        : platformError('other-key', { path }),
    );
  const [blindIndex, handle, authSecret] = JSON.parse(opened.value) as [string, string, string];
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
  return ok({ blindIndex: bytes(blindIndex), handle: bytes(handle), authSecret });
}

type SealingKey = Keys['sealing'][number];
/** Tells a key from another of the same id, and reveals nothing of it. */
const printOf = ({ key }: SealingKey): string =>
  createHash('sha256').update('liren/sealing-key').update(key).digest('hex').slice(0, 32);

/** Every key that may still be needed is there, and the one that seals is the latest that ever did. */
async function settleRing(
  pool: pg.Pool,
  { keys: { sealing }, path }: KeysRead,
  now: number,
): Promise<Result<undefined, PlatformError>> {
  const { rows: needed } = await pool.query<{ id: string; fingerprint: string }>(
    'SELECT id, fingerprint FROM sealing_key ORDER BY n',
  );
  for (const { id, fingerprint } of needed) {
    const held = sealing.find((key) => key.id === id);
    if (held === undefined) return err(platformError('key-missing', { path, id }));
    if (printOf(held) !== fingerprint) return err(platformError('other-key', { path }));
  }
  const [newest] = sealing;
  const latest = needed.at(-1)?.id;
  if (latest !== undefined && newest?.id !== latest && needed.some(({ id }) => id === newest?.id))
    return err(platformError('key-order', { path, id: latest }));
  // Where none was written down yet, any key of the ring may have sealed something.
  const isNew = ({ id }: SealingKey) =>
    needed.length === 0 || (id === newest?.id && needed.every((each) => each.id !== id));
  for (const key of sealing.filter(isNew).toReversed())
    await pool.query(
      `INSERT INTO sealing_key (id, fingerprint, n, introduced_at)
       SELECT $1, $2, coalesce(max(n), 0) + 1, $3 FROM sealing_key ON CONFLICT DO NOTHING`,
      [key.id, printOf(key), now],
    );
  return ok(undefined);
}
