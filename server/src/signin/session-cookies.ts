import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '@liren/core/basics/ids.ts';
import { parseCookies } from 'better-auth/cookies';
import { z } from 'zod';
import { cookiePrefix } from './auth-tables.ts';

/** What a quick cookie says in place of the database, until a moment soon. */
export interface QuickSession {
  readonly sessionId: string;
  readonly personId: string;
  readonly kind: 'resident' | 'staff';
  readonly secondFactor: boolean;
  readonly validUntil: number;
}

const quickSchema = z.tuple([z.string(), z.string(), z.enum(['resident', 'staff']), z.boolean(), z.number()]);

export interface SessionCookies {
  /** The session token in a Cookie header, if our key signed it. */
  readonly findToken: (cookieHeader: string | undefined) => string | undefined;
  /** The quick session that belongs to `token`, if signed by us and still valid. */
  readonly findQuick: (cookieHeader: string, token: string, now: Instant) => QuickSession | undefined;
  /** A Set-Cookie value. */
  readonly writeQuick: (session: QuickSession, token: string, now: Instant) => string;
  readonly dropQuick: string;
}

const equal = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

/** @param mostMilliseconds no quick cookie stands for longer, even where the machine's clock was set back meanwhile */
export function createSessionCookies(
  secret: string,
  isSecure: boolean,
  mostMilliseconds: number,
): SessionCookies {
  const nameOf = (name: string): string => `${isSecure ? '__Secure-' : ''}${cookiePrefix}.${name}`;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  const find = (header: string, name: string): string | undefined => parseCookies(header).get(nameOf(name));
  // The quick cookie is bound to the token: it is worth nothing beside another.
  const signQuick = (payload: string, token: string): Buffer =>
    createHmac('sha256', secret).update(`quick\0${token}\0${payload}`, 'utf8').digest();

  return {
    findToken: (header) => {
      const signed = header === undefined ? undefined : find(header, 'session_token');
      // `token.signature`, as the sign-in library writes it: base64 of HMAC-SHA256.
      const [, token, signature] = /^([^.]+)\.([A-Za-z0-9+/]{43}=)$/.exec(decodeOnce(signed ?? '')) ?? [];
      if (token === undefined || signature === undefined) return undefined;
      const expected = createHmac('sha256', secret).update(token, 'utf8').digest();
      return equal(expected, Buffer.from(signature, 'base64')) ? token : undefined;
    },
    findQuick: (header, token, now) => {
      const [payload, signature] = (find(header, 'session_quick') ?? '').split('.');
      if (!payload || !signature) return undefined;
      if (!equal(signQuick(payload, token), Buffer.from(signature, 'base64url'))) return undefined;
      const read = quickSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
      if (!read.success) return undefined;
      const [sessionId, personId, kind, secondFactor, validUntil] = read.data;
      const left = validUntil - now;
      return left > 0 && left <= mostMilliseconds
        ? { sessionId, personId, kind, secondFactor, validUntil }
        : undefined;
    },
    writeQuick: (session, token, now) => {
      const fields = [
        session.sessionId,
        session.personId,
        session.kind,
        session.secondFactor,
        session.validUntil,
      ];
      const payload = Buffer.from(JSON.stringify(fields), 'utf8').toString('base64url');
      const value = `${payload}.${signQuick(payload, token).toString('base64url')}`;
      const maxAgeSeconds = Math.max(0, Math.floor((session.validUntil - now) / 1000));
      return `${nameOf('session_quick')}=${value}; Max-Age=${maxAgeSeconds}; ${attributes}`;
    },
    dropQuick: `${nameOf('session_quick')}=; Max-Age=0; ${attributes}`,
  };
}

/** Cookie values arrive percent-encoded or already decoded, as the parser pleases; a token itself holds no '%'. */
function decodeOnce(value: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    // Not written by us.
    return '';
  }
}
