import { randomUUID } from 'node:crypto';
import type { Instant, PersonId } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { AuthenticatorTransport, WebAuthnCredential } from '@simplewebauthn/server';
import type { Pool, PoolClient } from 'pg';
import type { SealedPlace } from '../adapters/crypto/sealer.ts';
import type { PeopleDeps } from './people.ts';

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly usedAt: Instant | null;
}

/** A passkey with what a signature is checked against. */
export interface HeldPasskey {
  readonly id: string;
  readonly person: PersonId;
  readonly credential: WebAuthnCredential;
}

interface Row {
  readonly id: string;
  readonly person: PersonId;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: AuthenticatorTransport[];
  readonly nameSealed: string;
  readonly createdAt: Instant;
  readonly usedAt: Instant | null;
}

const columns = `k.id, k.person_id as person, k.credential_id as "credentialId", k.public_key as "publicKey", k.counter,
  k.transports, k.name_sealed as "nameSealed", k.created_at as "createdAt", k.used_at as "usedAt"`;
const placeOf = (row: string): SealedPlace => ({ table: 'passkey', row, column: 'name_sealed' });

const rowsOf = async (pool: Pool, person: PersonId): Promise<readonly Row[]> =>
  (
    await pool.query<Row>(`select ${columns} from passkey k where person_id = $1 order by created_at, id`, [
      person,
    ])
  ).rows;

export async function listPasskeys(
  { pool, sealer }: PeopleDeps,
  person: PersonId,
): Promise<readonly Passkey[]> {
  return (await rowsOf(pool, person)).map(({ id, nameSealed, createdAt, usedAt }) => {
    const name = sealer.open(placeOf(id), nameSealed);
    return { id, name: name.ok ? name.value : '', createdAt, usedAt };
  });
}

/** So that an authenticator which already holds one offers no second. */
export const credentialsOf = async (
  pool: Pool,
  person: PersonId,
): Promise<{ id: string; transports: AuthenticatorTransport[] }[]> =>
  (await rowsOf(pool, person)).map(({ credentialId: id, transports }) => ({ id, transports }));

/** Staff's, and nobody's who was erased. */
export async function findPasskey(pool: Pool, credentialId: string): Promise<HeldPasskey | undefined> {
  const { rows } = await pool.query<Row>(
    `select ${columns} from passkey k join person p on p.id = k.person_id
     where k.credential_id = $1 and p.kind = 'staff' and p.erased_at is null`,
    [credentialId],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const { id, person, counter, transports } = row;
  const publicKey = new Uint8Array(row.publicKey);
  return { id, person, credential: { id: credentialId, publicKey, counter, transports } };
}

export async function addPasskey(
  { pool, sealer }: PeopleDeps,
  person: PersonId,
  { credential, name }: { readonly credential: WebAuthnCredential; readonly name: string },
  now: Instant,
): Promise<Result<string, 'passkey-known'>> {
  const id = randomUUID();
  const { rowCount } = await pool.query(
    `insert into passkey (id, person_id, credential_id, public_key, counter, transports, name_sealed, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [
      id,
      person,
      credential.id,
      Buffer.from(credential.publicKey),
      credential.counter,
      credential.transports ?? [],
      sealer.seal(placeOf(id), name),
      now,
    ],
  );
  return rowCount === 1 ? ok(id) : err('passkey-known');
}

/** False when another use was quicker: of two signatures with the same count, one is a copy's. */
export async function notePasskeyUse(
  pool: Pool,
  { id, credential }: HeldPasskey,
  newCounter: number,
  now: Instant,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update passkey set counter = $3, used_at = $4 where id = $1 and counter = $2',
    [id, credential.counter, newCounter, now],
  );
  return rowCount === 1;
}

async function removeLocked(
  client: PoolClient,
  person: PersonId,
  id: string,
): Promise<Result<void, 'unknown-passkey' | 'last-second-factor'>> {
  // Whoever takes away two at once waits here: the second then counts what the first has left.
  const owner = await client.query<{ authenticator: boolean | null }>(
    'select two_factor_enabled as authenticator from auth_user where id = $1 for update',
    [person],
  );
  const { rows } = await client.query<{ id: string }>('select id from passkey where person_id = $1', [
    person,
  ]);
  if (!rows.some((row) => row.id === id)) return err('unknown-passkey');
  if (rows.length === 1 && owner.rows[0]?.authenticator !== true) return err('last-second-factor');
  await client.query('delete from passkey where id = $1', [id]);
  return ok(undefined);
}

/** Refused for the last second factor that a person has. */
export async function removePasskey(
  pool: Pool,
  person: PersonId,
  id: string,
): Promise<Result<void, 'unknown-passkey' | 'last-second-factor'>> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const removed = await removeLocked(client, person, id);
    await client.query(removed.ok ? 'commit' : 'rollback');
    return removed;
  } catch (failure) {
    await client.query('rollback');
    throw failure;
  } finally {
    client.release();
  }
}
