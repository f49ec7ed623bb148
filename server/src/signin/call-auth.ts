import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { APIError } from 'better-auth/api';
import type { FastifyRequest } from 'fastify';

/** What a call of the sign-in library gave back: its answer, and the cookies it set. */
export interface AuthAnswer<T> {
  readonly headers: Headers;
  readonly response: T;
}

/** The library throws its refusals; here they become values: its own code, such as INVALID_OTP. */
export async function callAuth<T>(call: Promise<AuthAnswer<T>>): Promise<Result<AuthAnswer<T>, string>> {
  try {
    return ok(await call);
  } catch (failure) {
    if (failure instanceof APIError && failure.statusCode < 500) return err(failure.body?.code ?? 'REFUSED');
    throw failure;
  }
}

const isSessionCookie = (pair: string): boolean => /^\s*(__Secure-)?liren\.session_/.test(pair);

/** What the library may know of a request: its cookies and the browser's name, no address. */
export function authHeadersOf(request: FastifyRequest, cookies: 'all' | 'without-session' = 'all'): Headers {
  const pairs = (request.headers.cookie ?? '').split(';');
  const kept = cookies === 'all' ? pairs : pairs.filter((pair) => !isSessionCookie(pair));
  const headers = new Headers({ 'user-agent': (request.headers['user-agent'] ?? '').slice(0, 300) });
  if (kept.length > 0) headers.set('cookie', kept.join(';'));
  return headers;
}
