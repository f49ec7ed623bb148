import { ok } from '@liren/core/basics/result.ts';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { authHeadersOf } from './call-auth.ts';
import { createChallenges } from './challenges.ts';
import { isPasswordOf } from './credentials.ts';
import { answer, type Outcome, refused } from './errors.ts';
import { findFactors } from './factors.ts';
import {
  addPasskey,
  credentialsOf,
  findPasskey,
  listPasskeys,
  notePasskeyUse,
  removePasskey,
} from './passkeys.ts';
import { findPerson } from './people.ts';
import { type Entered, enteredSchema, type Routes, refusals, tags } from './routes.ts';
import type { Session } from './sessions.ts';
import type { SignIn } from './sign-in.ts';

/** Loaded with the first passkey: certificates of all the world's authenticators weigh a little. */
const library = () => import('@simplewebauthn/server');

/** The browser's own shapes: the library checks them piece by piece. */
const signedBody = z.object({ response: z.looseObject({ id: z.string().max(2_000) }) });
const optionsAnswer = z.looseObject({ challenge: z.string() });
type Options = z.infer<typeof optionsAnswer>;
const passwordBody = z.object({ password: z.string().min(1).max(128) });
const addBody = signedBody.extend({ name: z.string().trim().min(1).max(40) });
const factorsAnswer = z.object({
  hasAuthenticator: z.boolean(),
  passkeys: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      createdAt: z.number().int(),
      usedAt: z.number().int().nullable(),
    }),
  ),
});

const hostOf = (signIn: SignIn): string => new URL(signIn.publicUrl).hostname;

/** The address of the page that asks: ours, or the same host as it was called by, behind a proxy or on another port. */
function originsOf(signIn: SignIn, request: FastifyRequest): string[] {
  const known = [new URL(signIn.publicUrl).origin, ...(signIn.trustedOrigins ?? [])];
  const { origin } = request.headers;
  if (origin === undefined || !URL.canParse(origin)) return known;
  const { host, hostname } = new URL(origin);
  return host === request.host && hostname === hostOf(signIn) ? [...known, origin] : known;
}

/** What the library refuses it throws: to us each is one and the same no. */
async function verified<T extends { readonly verified: boolean }>(call: Promise<T>): Promise<T | undefined> {
  try {
    const result = await call;
    return result.verified ? result : undefined;
  } catch {
    return undefined;
  }
}

const challengesOf = ({ pool, now }: SignIn) => createChallenges(pool, now);

async function beginEnter(signIn: SignIn, request: FastifyRequest): Promise<Outcome<Options>> {
  const rule = signIn.settings.rules.passkeysPerAddress;
  const taken = await signIn.attempts.take(rule, request.ip, signIn.now());
  if (!taken.allowed) return refused('too-often', taken.retryAfterSeconds);
  const { generateAuthenticationOptions } = await library();
  // Verified by PIN, face or finger on the device: possession and the person, so two factors in one.
  const options = await generateAuthenticationOptions({ rpID: hostOf(signIn), userVerification: 'required' });
  await challengesOf(signIn).issue('passkey-enter', options.challenge, '');
  return ok({ body: { ...options } });
}

async function handleEnter(
  signIn: SignIn,
  request: FastifyRequest,
  response: AuthenticationResponseJSON,
): Promise<Outcome<Entered>> {
  const rule = signIn.settings.rules.passkeysPerAddress;
  const taken = await signIn.attempts.take(rule, request.ip, signIn.now());
  if (!taken.allowed) return refused('too-often', taken.retryAfterSeconds);
  const held = await findPasskey(signIn.pool, response.id);
  if (held === undefined) return refused('passkey-unknown');
  const { verifyAuthenticationResponse } = await library();
  const checked = await verified(
    verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => challengesOf(signIn).spend('passkey-enter', challenge, ''),
      expectedOrigin: originsOf(signIn, request),
      expectedRPID: hostOf(signIn),
      credential: held.credential,
      requireUserVerification: true,
    }),
  );
  const { person } = held;
  const counter = checked?.authenticationInfo.newCounter;
  if (counter === undefined || !(await notePasskeyUse(signIn.pool, held, counter, signIn.now()))) {
    await signIn.trail.note(person, 'refused-passkey');
    return refused('passkey-wrong');
  }
  await signIn.trail.note(person, 'entered-passkey');
  return openSession(signIn, request, person);
}

async function openSession(
  signIn: SignIn,
  request: FastifyRequest,
  personId: string,
): Promise<Outcome<Entered>> {
  const opened = await signIn.auth.api.openSession({
    body: { userId: personId, secondFactor: true },
    headers: authHeadersOf(request, 'without-session'),
    returnHeaders: true,
  });
  return ok({ body: { personId, kind: 'staff', secondFactor: true }, cookies: opened.headers });
}

/** Whoever passed a second factor, or has none yet: a password alone adds nothing beside one that is there. */
async function findOwner(signIn: SignIn, request: FastifyRequest): Promise<Session | undefined> {
  const session = await signIn.sessions.findFreshSession(request);
  if (session?.kind !== 'staff') return undefined;
  if (session.secondFactor) return session;
  const { hasAuthenticator, passkeys } = await findFactors(signIn.pool, session.personId);
  return hasAuthenticator || passkeys > 0 ? undefined : session;
}

async function beginAdd(
  signIn: SignIn,
  request: FastifyRequest,
  password: string,
): Promise<Outcome<Options>> {
  const session = await findOwner(signIn, request);
  if (session === undefined) return refused('sign-in-needed');
  const { personId } = session;
  const rule = signIn.settings.rules.passwordGuesses;
  const guess = await signIn.attempts.take(rule, personId, signIn.now());
  if (!guess.allowed) return refused('too-often', guess.retryAfterSeconds);
  if (!(await isPasswordOf(signIn, personId, password))) return refused('password-wrong');
  await signIn.attempts.clear(rule, personId);
  const { generateRegistrationOptions } = await library();
  const name = (await findPerson(signIn, personId))?.name ?? '工作人员';
  const options = await generateRegistrationOptions({
    rpName: '里仁',
    rpID: hostOf(signIn),
    userID: new TextEncoder().encode(personId),
    userName: name,
    userDisplayName: name,
    attestationType: 'none',
    excludeCredentials: await credentialsOf(signIn.pool, personId),
    // Kept on the device, so that nobody types a name at sign-in.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await challengesOf(signIn).issue('passkey-add', options.challenge, personId);
  return ok({ body: { ...options } });
}

async function handleAdd(
  signIn: SignIn,
  request: FastifyRequest,
  response: RegistrationResponseJSON,
  name: string,
): Promise<Outcome<Entered>> {
  const session = await findOwner(signIn, request);
  if (session === undefined) return refused('sign-in-needed');
  const { personId } = session;
  const { verifyRegistrationResponse } = await library();
  const checked = await verified(
    verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => challengesOf(signIn).spend('passkey-add', challenge, personId),
      expectedOrigin: originsOf(signIn, request),
      expectedRPID: hostOf(signIn),
      requireUserVerification: true,
    }),
  );
  const credential = checked?.registrationInfo?.credential;
  if (credential === undefined) return refused('passkey-wrong');
  const added = await addPasskey(signIn, personId, { credential, name }, signIn.now());
  if (!added.ok) return refused('passkey-wrong');
  await signIn.trail.note(personId, 'passkey-added');
  if (session.secondFactor) return ok({ body: { personId, kind: 'staff', secondFactor: true } });
  // Whatever was signed in by password alone ends now.
  await signIn.pool.query('delete from auth_session where user_id = $1 and not second_factor', [personId]);
  return openSession(signIn, request, personId);
}

async function handleRemove(signIn: SignIn, request: FastifyRequest, id: string): Promise<Outcome<null>> {
  const session = await signIn.sessions.findFreshSession(request);
  if (session?.kind !== 'staff' || !session.secondFactor) return refused('sign-in-needed');
  const removed = await removePasskey(signIn.pool, session.personId, id);
  if (!removed.ok) return refused(removed.error);
  await signIn.trail.note(session.personId, 'passkey-removed');
  // Whoever holds a key that is taken away may be signed in with it.
  await signIn.sessions.revokeOthers(session.personId, session.sessionId);
  return ok({ body: null });
}

function enterRoutes(app: Routes, signIn: SignIn): void {
  app.post(
    '/api/auth/passkey/begin',
    { schema: { tags, summary: '开始用通行密钥登录', response: { 200: optionsAnswer, ...refusals } } },
    async (request, reply) => answer(reply, await beginEnter(signIn, request)),
  );
  app.post(
    '/api/auth/passkey/enter',
    {
      schema: {
        tags,
        summary: '用通行密钥登录',
        body: signedBody,
        response: { 200: enteredSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const response = request.body.response as unknown as AuthenticationResponseJSON;
      return answer(reply, await handleEnter(signIn, request, response));
    },
  );
}

/** Staff's own passkeys: an alternative to password and authenticator. */
export function passkeyRoutes(app: Routes, signIn: SignIn): void {
  enterRoutes(app, signIn);
  app.get(
    '/api/session/factors',
    { schema: { tags, summary: '我的第二验证', response: { 200: factorsAnswer, ...refusals } } },
    async (request, reply) => {
      const session = await signIn.sessions.findFreshSession(request);
      if (!session) return answer(reply, refused('sign-in-needed'));
      const { hasAuthenticator } = await findFactors(signIn.pool, session.personId);
      const passkeys = [...(await listPasskeys(signIn, session.personId))];
      return answer(reply, ok({ body: { hasAuthenticator, passkeys } }));
    },
  );
  app.post(
    '/api/session/passkeys/begin',
    {
      schema: {
        tags,
        summary: '开始加一把通行密钥',
        body: passwordBody,
        response: { 200: optionsAnswer, ...refusals },
      },
    },
    async (request, reply) => answer(reply, await beginAdd(signIn, request, request.body.password)),
  );
  app.post(
    '/api/session/passkeys',
    {
      schema: {
        tags,
        summary: '加一把通行密钥',
        body: addBody,
        response: { 200: enteredSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const response = request.body.response as unknown as RegistrationResponseJSON;
      return answer(reply, await handleAdd(signIn, request, response, request.body.name));
    },
  );
  app.delete(
    '/api/session/passkeys/:id',
    {
      schema: {
        tags,
        summary: '去掉一把通行密钥',
        params: z.object({ id: z.uuid() }),
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => answer(reply, await handleRemove(signIn, request, request.params.id)),
  );
}
