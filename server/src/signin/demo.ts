import { type Instant, type PersonId, personId } from '@liren/core/basics/ids.ts';
import { ok } from '@liren/core/basics/result.ts';
import { z } from 'zod';
import { demoRoles } from '../demo/roles.ts';
import { Title } from '../http/schemas.ts';
import { authHeadersOf } from './call-auth.ts';
import { ensureAuthUser } from './credentials.ts';
import { answer, refuse } from './errors.ts';
import { addPerson, type NewPerson, type PeopleDeps, type PersonKind } from './people.ts';
import { enteredSchema, type Routes, refusals, tags } from './routes.ts';
import type { SignIn } from './sign-in.ts';

/** A person of the demonstration whom anybody may become with one click. `role` is unique, such as 'clerk'. */
export interface DemoPerson extends NewPerson {
  readonly demoRole: string;
  readonly name: string;
}

interface DemoRow {
  id: string;
  kind: PersonKind;
}

async function findDemoPerson(deps: PeopleDeps, role: string): Promise<DemoRow | undefined> {
  const { rows } = await deps.pool.query<DemoRow>('select id, kind from person where demo_role = $1', [role]);
  return rows[0];
}

/** The demonstration's person of that role, made when missing; calling again changes nothing. */
export async function ensureDemoPerson(deps: PeopleDeps, entry: DemoPerson, now: Instant): Promise<PersonId> {
  await addPerson(deps, entry, now);
  const row = await findDemoPerson(deps, entry.demoRole);
  if (!row) throw new Error(`demonstration role ${entry.demoRole}: its phone number is another person's`);
  await ensureAuthUser(deps.pool, personId(row.id), now);
  return personId(row.id);
}

const roleSchema = z.object({ role: z.string().max(60) });
const rolesSchema = z.object({
  rows: z.array(
    z.object({
      role: z.string(),
      title: Title,
      person: z.string(),
      says: Title,
      opens: z.string(),
    }),
  ),
});

/** `POST /api/demo/enter` exists in the demonstration only; elsewhere the address is unknown. */
export function demoRoutes(app: Routes, signIn: SignIn): void {
  if (signIn.mode !== 'demo') return;
  app.get(
    '/api/demo/roles',
    { schema: { tags, summary: '演示角色', response: { 200: rolesSchema } } },
    async (_request, reply) => {
      const { rows } = await signIn.pool.query<{ role: string }>(
        'select demo_role as role from person where demo_role = any($1)',
        [demoRoles.map(({ role }) => role)],
      );
      const here = new Set(rows.map(({ role }) => role));
      return reply.send({ rows: demoRoles.filter(({ role }) => here.has(role)) });
    },
  );
  app.post(
    '/api/demo/enter',
    {
      schema: {
        tags,
        summary: '一键进入演示角色',
        body: roleSchema,
        response: { 200: enteredSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const row = await findDemoPerson(signIn, request.body.role);
      if (!row) return refuse(reply, 'unknown-role');
      // A demonstration has no phones to hold a second factor: staff of it are taken as having passed.
      const secondFactor = row.kind === 'staff';
      const opened = await signIn.auth.api.openSession({
        body: { userId: row.id, secondFactor },
        headers: authHeadersOf(request, 'without-session'),
        returnHeaders: true,
      });
      await signIn.demoEntered?.(personId(row.id), opened.response.sessionId);
      const body = { personId: row.id, kind: row.kind, secondFactor };
      return answer(reply, ok({ body, cookies: opened.headers }));
    },
  );
}
