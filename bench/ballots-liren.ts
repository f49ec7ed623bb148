// The real server with a vote of many households and a session for each: see ballots.ts.
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { instant } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import type { PhoneNumber } from '../server/src/adapters/crypto/phone.ts';
import { emailOf } from '../server/src/signin/credentials.ts';
import { addPerson } from '../server/src/signin/people.ts';
import type { Browser } from '../server/src/signin/testing-sign-in.ts';
import { createPool } from '../server/src/store/pool.ts';
import { columnsOf, openResident } from '../server/src/store/registry.ts';
import { startStreet, testKeys } from '../server/src/testing/street.ts';
import { identity, takeInto } from '../server/src/usecases/testing-registry.ts';
import { wakeDueMatters } from '../server/src/usecases/wake-matter.ts';
import { answering } from './child.ts';

const pool = createPool(process.env['BENCH_DATABASE'] ?? '', {
  maxConnections: 12,
  limitStatementMilliseconds: 0,
});
let ahead = 0;
const now = () => instant(Date.now() + ahead);
const street = await startStreet(pool, { now });
await street.app.listen({ port: 0, host: '127.0.0.1' });
const { port } = street.app.server.address() as AddressInfo;
const { deps } = street.wired;
let worker: Browser = await street.as('worker');
let matter = '';

/** One grown person a home. */
const household = (n: number): string =>
  `住户${n},${identity(`19${50 + (n % 50)}0${1 + (n % 9)}${10 + (n % 18)}`, Math.floor(n / 450) * 2)},139${String(n).padStart(8, '0')},柳荫里${1 + Math.floor(n / 400)}号楼${1 + (Math.floor(n / 100) % 4)}单元${101 + (n % 100)},柳荫一网格`;

async function send(method: 'GET' | 'POST', url: string, body?: object) {
  const response = await worker.send(method, url, body);
  if (response.statusCode >= 300) throw new Error(`${url}: ${response.body}`);
  return response.json();
}
const act = (type: string, input: object = {}) =>
  send('POST', `/api/matters/c1/${matter}/commands`, { commandId: randomUUID(), type, input });

/** Households from a table, their roll, and the box opened. */
async function open(count: number): Promise<{ readonly seconds: number }> {
  const rows = Array.from({ length: count }, (_, n) => household(n));
  const table = ['姓名,身份证号,联系电话,住址,网格', ...rows].join('\n');
  const report = await takeInto(deps, new TextEncoder().encode(table), 'c1');
  if (report.errors.length > 0) throw new Error(JSON.stringify(report.errors.slice(0, 3)));
  const wish = { procedure: 'household-vote', community: 'c1', input: { title: '装电梯', text: '老人多' } };
  matter = (await send('POST', '/api/matters', { commandId: randomUUID(), ...wish })).id;
  const began = performance.now();
  await act('freeze-roll');
  const seconds = (performance.now() - began) / 1000;
  await act('announce', { title: '装电梯', text: '同意就装' });
  ahead = 11 * 86_400_000;
  worker = await street.as('worker');
  await wakeDueMatters(deps.shell, (error) => {
    throw error;
  });
  return { seconds };
}

/** Somebody signed in for each telephone, who has shown that the record is theirs: what 20,000 people do beforehand. */
async function sessions(): Promise<readonly { readonly entry: string; readonly cookie: string }[]> {
  const residents = await pool.query<{ id: string; phone_sealed: string; entry: string }>(
    `SELECT r.id, r.phone_sealed, k.entry_id AS entry FROM resident r
     JOIN roll_key k ON k.community_id = r.community_id AND k.key = 'resident:' || r.id`,
  );
  const made = [];
  for (const { id: resident, phone_sealed, entry } of residents.rows) {
    const phone = openResident(deps.shell.sealer, resident, 'phone', phone_sealed) as PhoneNumber;
    const person = unwrap(await addPerson(deps.people, { kind: 'resident', phone }, now()));
    const token = randomBytes(24).toString('base64url');
    made.push({ id: randomUUID(), person, email: emailOf(person), token, resident, entry });
  }
  const at = new Date(now());
  await pool.query(
    `INSERT INTO auth_user (id, name, email, email_verified, two_factor_enabled, created_at, updated_at)
     SELECT id, 'person', email, false, false, $3, $3 FROM unnest($1::uuid[], $2::text[]) AS k(id, email)
     ON CONFLICT DO NOTHING`,
    [...columnsOf(made, ['person', 'email']), at],
  );
  await pool.query(
    `INSERT INTO auth_session (id, user_id, token, expires_at, created_at, updated_at)
     SELECT k.id, k.person, k.token, $4::timestamptz + interval '30 days', $4, $4
     FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS k(id, person, token)`,
    [...columnsOf(made, ['id', 'person', 'token']), at],
  );
  await pool.query(
    `INSERT INTO resident_proof (session_id, community_id, resident_id, at)
     SELECT k.id, 'c1', k.resident, $3 FROM unnest($1::uuid[], $2::uuid[]) AS k(id, resident)`,
    [...columnsOf(made, ['id', 'resident']), now()],
  );
  await pool.query('ANALYZE');
  return made.map(({ token, entry }) => {
    const signature = createHmac('sha256', testKeys.authSecret).update(token, 'utf8').digest('base64');
    return { entry, cookie: `liren.session_token=${encodeURIComponent(`${token}.${signature}`)}` };
  });
}

const viewed = async () => {
  const began = performance.now();
  const { polls } = await send('GET', `/api/polls/c1/${matter}`);
  return { poll: polls[0], milliseconds: performance.now() - began };
};

answering(
  {
    port: () => port,
    open,
    sessions,
    poll: async () => ({ matter, ...(await viewed()) }),
    marks: async () => (await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM mark')).rows[0]?.n,
    /** The box is closed and counted: how long it took, and what came out. */
    count: async () => {
      ahead += 8 * 86_400_000;
      worker = await street.as('worker');
      const began = performance.now();
      await act('count');
      const seconds = (performance.now() - began) / 1000;
      const { record } = await send('GET', `/api/matters/c1/${matter}`);
      const { data } = record.findLast(({ type }: { type: string }) => type === 'vote-counted');
      return { seconds, tally: data.tally, ballots: data.ballots };
    },
  },
  async () => {
    await street.close();
    await pool.end();
  },
);
