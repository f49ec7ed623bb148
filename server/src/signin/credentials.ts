import { randomUUID } from 'node:crypto';
import type { Instant, PersonId } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { Pool, PoolClient } from 'pg';
import type { PhoneNumber } from '../adapters/crypto/phone.ts';
import type { Auth } from './auth.ts';
import { findPasswordWeakness, type PasswordWeakness } from './password-rules.ts';
import { addPerson, type PeopleDeps } from './people.ts';
import type { SignInSettings } from './settings.ts';

type Runner = Pool | PoolClient;

/** The library finds people by address; this one leads nowhere. */
export const emailOf = (id: PersonId): string => `${id}@person.invalid`;

/** The library's row of a person: nothing in it was typed by anyone. */
export async function ensureAuthUser(
  runner: Runner,
  id: PersonId,
  now: Instant,
  username?: string,
): Promise<boolean> {
  const { rowCount } = await runner.query(
    `insert into auth_user (id, name, email, email_verified, username, two_factor_enabled, created_at, updated_at)
     values ($1, 'person', $2, false, $3, false, $4, $4) on conflict do nothing`,
    [id, emailOf(id), username ?? null, new Date(now)],
  );
  return rowCount === 1;
}

export interface NewStaff {
  /** User name or e-mail address; only its blind index is kept. */
  readonly loginName: string;
  readonly name: string;
  readonly password: string;
  readonly phone?: PhoneNumber;
}

export interface StaffDeps extends PeopleDeps {
  readonly auth: Auth;
  readonly settings: SignInSettings;
}

export type StaffRefusal = 'login-name-taken' | 'phone-taken' | PasswordWeakness;

async function insertStaff(
  deps: StaffDeps,
  client: PoolClient,
  staff: NewStaff,
  now: Instant,
): Promise<Result<PersonId, StaffRefusal>> {
  const { hash } = (await deps.auth.$context).password;
  const phone = staff.phone === undefined ? {} : { phone: staff.phone };
  const added = await addPerson(deps, { kind: 'staff', name: staff.name, ...phone }, now, client);
  if (!added.ok) return err('phone-taken');
  const id = added.value;
  const username = deps.blindIndex.ofLoginName(staff.loginName);
  if (!(await ensureAuthUser(client, id, now, username))) return err('login-name-taken');
  await client.query(
    `insert into auth_account (id, user_id, account_id, provider_id, password, created_at, updated_at)
     values ($1, $2, $3, 'credential', $4, $5, $5)`,
    [randomUUID(), id, id, await hash(staff.password), new Date(now)],
  );
  return ok(id);
}

/** A staff member who can sign in with a password, and must then enrol a second factor. All or nothing. */
export async function addStaff(
  deps: StaffDeps,
  staff: NewStaff,
  now: Instant,
): Promise<Result<PersonId, StaffRefusal>> {
  const owner = { phone: undefined, ...staff };
  const weakness = await findPasswordWeakness(staff.password, owner, deps.settings.passwordMinimumCharacters);
  if (weakness) return err(weakness);
  const client = await deps.pool.connect();
  try {
    await client.query('begin');
    const added = await insertStaff(deps, client, staff, now);
    await client.query(added.ok ? 'commit' : 'rollback');
    return added;
  } catch (failure) {
    await client.query('rollback');
    throw failure;
  } finally {
    client.release();
  }
}

/** For what a session alone must not do, such as adding another way in. */
export async function isPasswordOf(
  deps: Pick<StaffDeps, 'pool' | 'auth'>,
  id: PersonId,
  password: string,
): Promise<boolean> {
  const { rows } = await deps.pool.query<{ password: string | null }>(
    `select password from auth_account where user_id = $1 and provider_id = 'credential'`,
    [id],
  );
  const hash = rows[0]?.password ?? null;
  return hash !== null && (await deps.auth.$context).password.verify({ hash, password });
}

/** Lost phone: an administrator takes the second factor away, with every session; the password alone only enrols anew. */
export async function resetSecondFactor(pool: Pool, id: PersonId): Promise<void> {
  await pool.query(
    `with factor as (delete from auth_two_factor where user_id = $1),
          passkeys as (delete from passkey where person_id = $1),
          devices as (delete from auth_session where user_id = $1)
     update auth_user set two_factor_enabled = false where id = $1`,
    [id],
  );
}
