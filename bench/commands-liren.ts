// The real server on a small street, as its own process: see commands.ts.
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { instant } from '@liren/core/basics/ids.ts';
import type { Browser } from '../server/src/signin/testing-sign-in.ts';
import { createPool } from '../server/src/store/pool.ts';
import { type Role, startStreet } from '../server/src/testing/street.ts';
import { answering } from './child.ts';

export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

const pool = createPool(process.env['BENCH_DATABASE'] ?? '', { maxConnections: 12 });
const street = await startStreet(pool, { now: () => instant(Date.now()) });
await street.app.listen({ port: 0, host: '127.0.0.1' });
const { port } = street.app.server.address() as AddressInfo;
const browsers = new Map<Role, Browser>();
const as = async (role: Role): Promise<Browser> => {
  const browser = browsers.get(role) ?? (await street.as(role));
  browsers.set(role, browser);
  return browser;
};

async function send(role: Role, url: string, body: object): Promise<{ id: string }> {
  const response = await (await as(role)).send('POST', url, body);
  if (response.statusCode >= 300) throw new Error(`${url}: ${response.body}`);
  return response.json();
}
const words = { title: '楼下的垃圾三天没人收', text: '柳荫里 3 号楼北侧，垃圾桶满了三天，气味很大。' };
const location = { lat: 39.905, long: 116.405, address: '柳荫里 3 号楼' };

/** A complaint in the hands of the street office. */
async function newMatter(): Promise<string> {
  const { id } = await send('resident', '/api/matters', {
    commandId: randomUUID(),
    procedure: 'complaint',
    affair: 'event/exposed-rubbish',
    input: { ...words, location },
  });
  const input = { organ: 'street-office' };
  await send('dispatcher', commandsOf(id), { commandId: randomUUID(), type: 'assign', input });
  return id;
}
const commandsOf = (id: string): string => `/api/matters/c1/${id}/commands`;

/** The statements that one note asks of the database, with their values. */
async function statementsOf(id: string): Promise<readonly Statement[]> {
  const seen: Statement[] = [];
  const { query } = pool;
  const listening = (...given: unknown[]): unknown => {
    seen.push(given[0] as Statement);
    return Reflect.apply(query, pool, given);
  };
  pool.query = listening as typeof query;
  await send('dispatcher', commandsOf(id), {
    commandId: randomUUID(),
    type: 'note-inside',
    input: { text: '已联系物业，约好下午三点到现场。' },
  });
  pool.query = query;
  return seen.filter(({ name }) => name === 'matter-load' || name === 'record-changed');
}

answering(
  {
    port: () => port,
    matters: async (count: number) => {
      const ids: string[] = [];
      while (ids.length < count) ids.push(await newMatter());
      return ids;
    },
    statements: (id: string) => statementsOf(id),
    // Browsers carry the quick cookie and renew it every half minute: so does each round.
    cookie: async (role: Role) => {
      const browser = await street.as(role);
      await browser.send('GET', '/api/inbox');
      return [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    },
  },
  async () => {
    await street.close();
    await pool.end();
  },
);
