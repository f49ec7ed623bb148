import { type Instant, type PersonId, personId } from '@liren/core/basics/ids.ts';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { PersonKind } from './people.ts';
import type { QuickSession, SessionCookies } from './session-cookies.ts';
import type { SignInSettings } from './settings.ts';

/**
 * Who is signed in. Staff without `secondFactor` may do nothing but enrol one: whoever loads their posts must give
 * them none.
 */
export interface Session {
  readonly sessionId: string;
  readonly personId: PersonId;
  readonly kind: PersonKind;
  readonly secondFactor: boolean;
}

/** One device on which a person is signed in. */
export interface SessionEntry {
  readonly id: string;
  readonly isCurrent: boolean;
  /** As the browser names itself; shortened. */
  readonly device: string;
  readonly startedAt: Instant;
  readonly lastSeenAt: Instant;
}

export interface SessionsDeps {
  readonly pool: Pool;
  readonly cookies: SessionCookies;
  readonly settings: SignInSettings;
  readonly now: () => Instant;
}

interface SessionRow {
  id: string;
  userId: string;
  kind: PersonKind;
  secondFactor: boolean;
  createdAt: number;
  updatedAt: number;
  expiresAt: number;
}

/** Last seen is written this seldom, so that reading stays reading. */
const touchSeconds = 5 * 60;

const epoch = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;

/** When the session ends if nobody uses it from now on. */
function endsAt(row: SessionRow, settings: SignInSettings): number {
  const isStaff = row.kind === 'staff';
  const longest = isStaff ? settings.staffSessionSeconds : settings.residentSessionSeconds;
  const idle = isStaff ? settings.staffIdleSeconds : settings.residentIdleSeconds;
  return Math.min(row.expiresAt, row.createdAt + longest * 1000, row.updatedAt + idle * 1000);
}

async function findRow(pool: Pool, token: string): Promise<SessionRow | undefined> {
  // One statement, so that it is planned once and found by the unique index of the token.
  const { rows } = await pool.query<SessionRow>({
    name: 'find-session',
    text: `select s.id, s.user_id as "userId", p.kind, s.second_factor as "secondFactor",
                  ${epoch('s.created_at')} as "createdAt", ${epoch('s.updated_at')} as "updatedAt",
                  ${epoch('s.expires_at')} as "expiresAt"
           from auth_session s join person p on p.id = s.user_id
           where s.token = $1 and p.erased_at is null`,
    values: [token],
  });
  return rows[0];
}

export interface Sessions {
  /** At most one indexed query, and none while a quick cookie is valid; asked again in one request, none either. */
  readonly findSession: (request: FastifyRequest) => Promise<Session | undefined>;
  /** Never from the quick cookie: for what a stolen or revoked session must not do even for half a minute. */
  readonly findFreshSession: (request: FastifyRequest) => Promise<Session | undefined>;
  /** From the database as well, and without counting as use: for what asks by itself while nobody is there. */
  readonly peekSession: (request: FastifyRequest) => Promise<Session | undefined>;
  /** Set-Cookie values that the answer to this request should carry. */
  readonly takeCookies: (request: FastifyRequest) => readonly string[];
  readonly list: (session: Session) => Promise<readonly SessionEntry[]>;
  /** False when that session is not this person's, or ended already. */
  readonly revoke: (person: PersonId, sessionId: string) => Promise<boolean>;
  /** All but `kept`; how many. */
  readonly revokeOthers: (person: PersonId, kept: string) => Promise<number>;
  readonly removeExpired: () => Promise<number>;
}

export function createSessions(deps: SessionsDeps): Sessions {
  const { pool, cookies, settings } = deps;
  const found = new WeakMap<FastifyRequest, Promise<Session | undefined>>();
  const pending = new WeakMap<FastifyRequest, string>();

  async function lookUp(request: FastifyRequest, token: string): Promise<Session | undefined> {
    const now = deps.now();
    const row = await findRow(pool, token);
    const end = row === undefined ? 0 : endsAt(row, settings);
    if (row === undefined || end <= now) return undefined;
    if (now - row.updatedAt > touchSeconds * 1000)
      await pool.query('update auth_session set updated_at = $2 where id = $1', [row.id, new Date(now)]);
    const { id: sessionId, kind, secondFactor } = row;
    const validUntil = Math.min(end, now + settings.quickSessionSeconds * 1000);
    const quick: QuickSession = { sessionId, personId: row.userId, kind, secondFactor, validUntil };
    pending.set(request, cookies.writeQuick(quick, token, now));
    return { sessionId, personId: personId(row.userId), kind, secondFactor };
  }

  async function find(request: FastifyRequest): Promise<Session | undefined> {
    const header = request.headers.cookie;
    const token = cookies.findToken(header);
    if (header === undefined || token === undefined) return undefined;
    const quick = cookies.findQuick(header, token, deps.now());
    if (!quick) return lookUp(request, token);
    const { sessionId, kind, secondFactor } = quick;
    return { sessionId, personId: personId(quick.personId), kind, secondFactor };
  }

  return {
    findSession: (request) => {
      const known = found.get(request) ?? find(request);
      found.set(request, known);
      return known;
    },
    findFreshSession: async (request) => {
      const token = cookies.findToken(request.headers.cookie);
      return token === undefined ? undefined : lookUp(request, token);
    },
    peekSession: async (request) => {
      const token = cookies.findToken(request.headers.cookie);
      const row = token === undefined ? undefined : await findRow(pool, token);
      if (row === undefined || endsAt(row, settings) <= deps.now()) return undefined;
      const { id: sessionId, kind, secondFactor } = row;
      return { sessionId, personId: personId(row.userId), kind, secondFactor };
    },
    takeCookies: (request) => {
      const cookie = pending.get(request);
      return cookie === undefined ? [] : [cookie];
    },
    list: async (session) => {
      const { rows } = await pool.query<SessionRow & { device: string }>(
        `select s.id, s.user_id as "userId", p.kind, s.second_factor as "secondFactor",
                left(coalesce(s.user_agent, ''), 200) as device, ${epoch('s.created_at')} as "createdAt",
                ${epoch('s.updated_at')} as "updatedAt", ${epoch('s.expires_at')} as "expiresAt"
         from auth_session s join person p on p.id = s.user_id
         where s.user_id = $1 order by s.updated_at desc limit 100`,
        [session.personId],
      );
      return rows
        .filter((row) => endsAt(row, settings) > deps.now())
        .map((row) => ({
          id: row.id,
          isCurrent: row.id === session.sessionId,
          device: row.device,
          startedAt: row.createdAt as Instant,
          lastSeenAt: row.updatedAt as Instant,
        }));
    },
    revoke: async (person, sessionId) => {
      const { rowCount } = await pool.query('delete from auth_session where id = $1 and user_id = $2', [
        sessionId,
        person,
      ]);
      return rowCount === 1;
    },
    revokeOthers: async (person, kept) => {
      const { rowCount } = await pool.query('delete from auth_session where user_id = $1 and id <> $2', [
        person,
        kept,
      ]);
      return rowCount ?? 0;
    },
    removeExpired: async () => {
      const now = new Date(deps.now());
      const sessions = await pool.query('delete from auth_session where expires_at <= $1', [now]);
      const codes = await pool.query('delete from auth_verification where expires_at <= $1', [now]);
      return (sessions.rowCount ?? 0) + (codes.rowCount ?? 0);
    },
  };
}
