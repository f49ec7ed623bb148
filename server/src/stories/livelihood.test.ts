import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { civilDate } from '@liren/core/basics/ids.ts';
import { readPabulib } from '@liren/core/budgeting/pabulib.ts';
import { sealBallot } from '@liren/core/voting/envelope.ts';
import { ballotsDigest } from '@liren/core/voting/published.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAllocate } from '../budgeting/run-allocate.ts';
import { ensureDemoPerson } from '../signin/demo.ts';
import { givePost } from '../signin/people.ts';
import { type Browser, enterByPhone, openBrowser } from '../signin/testing-sign-in.ts';
import { testDatabase } from '../testing/postgres.ts';
import { startStreet, type TestStreet } from '../testing/street.ts';
import { replayAll } from '../usecases/replay.ts';
import { householdCsv, identity, takeInto } from '../usecases/testing-registry.ts';
import { wakeDueMatters } from '../usecases/wake-matter.ts';

const database = testDatabase();
let street: TestStreet;
const browsers = new Map<string, Browser>();
const councillors = Array.from({ length: 20 }, (_, i) => `council-${i + 1}`);
const voters = 12;
const phone = (n: number): string => `139110030${String(n).padStart(2, '0')}`;
const number = (n: number): string => identity('19700101', 300 + n);

beforeAll(async () => {
  street = await startStreet(database.pool);
  await database.pool.query(
    `INSERT INTO organ (id, kind, title, area_id) VALUES ('council1', 'council', '柳荫居民议事会', 'c1')`,
  );
  await street.wired.reloadDirectory();
  for (const role of councillors) {
    const staff = { kind: 'staff' as const, name: role, demoRole: role };
    const person = await ensureDemoPerson(street.wired.deps.people, staff, street.now());
    await givePost(database.pool, {
      person,
      post: 'council-member',
      organ: 'council1',
      from: civilDate('2026-01-01'),
    });
  }
  const rows = Array.from(
    { length: voters },
    (_, n) =>
      `住户${'甲乙丙丁戊己庚辛壬癸子丑'[n]},${number(n)},${phone(n)},柳荫里1号楼1单元${101 + n},柳荫一网格`,
  );
  await takeInto(street.wired.deps, householdCsv(...rows), 'c1');
});
afterAll(() => street.close());

async function as(role: string): Promise<Browser> {
  const known = browsers.get(role);
  if (known !== undefined) return known;
  const browser = openBrowser(street.app, role);
  expect((await browser.send('POST', '/api/demo/enter', { role })).statusCode).toBe(200);
  browsers.set(role, browser);
  return browser;
}
/** Resident n, signed in and shown to be who they are. */
async function resident(n: number): Promise<Browser> {
  const known = browsers.get(phone(n));
  if (known !== undefined) return known;
  const browser = street.guest();
  expect((await enterByPhone(browser, phone(n))).statusCode).toBe(200);
  const proof = { name: `住户${'甲乙丙丁戊己庚辛壬癸子丑'[n]}`, identityEnd: number(n).slice(-6) };
  expect((await browser.send('POST', '/api/my-registry/c1/prove', proof)).statusCode).toBe(200);
  browsers.set(phone(n), browser);
  return browser;
}
async function daysPass(days: number): Promise<void> {
  street.pass({ days });
  browsers.clear();
  await wakeDueMatters(street.wired.deps.shell, (error) => {
    throw error;
  });
}
const command = (browser: Browser, matter: string, type: string, input: object = {}) =>
  browser.send('POST', `/api/matters/c1/${matter}/commands`, { commandId: randomUUID(), type, input });
async function done(who: Browser, matter: string, type: string, input: object = {}): Promise<void> {
  const response = await command(who, matter, type, input);
  expect(response.statusCode, `${type}: ${response.body}`).toBe(200);
}
const view = async (matter: string) =>
  (await (await as('worker')).send('GET', `/api/matters/c1/${matter}`)).json();
const get = async (path: string) => (await street.guest().send('GET', `/api/polls/c1/${path}`)).json();

async function openRound(procedure: string, budget: number): Promise<string> {
  const opened = await (await as('worker')).send('POST', '/api/matters', {
    commandId: randomUUID(),
    procedure,
    community: 'c1',
    input: { title: '2026 年民生微实事', budget, text: '十二月底做完' },
  });
  expect(opened.statusCode, opened.body).toBe(201);
  return opened.json().id;
}
const project = (n: number, cost: number) => ({
  title: `项目${n}`,
  category: n % 3 === 0 ? 'services' : 'works',
  cost,
  text: `说明${n}：楼里老人多`,
});
/** Proposed by residents and by the committee, checked by the committee; every tenth is refused. */
async function propose(round: string, count: number, costOf: (n: number) => number): Promise<void> {
  const worker = await as('worker');
  for (let n = 1; n <= count; n++)
    await done(
      n % 4 === 0 ? worker : await as(n % 2 === 0 ? 'resident' : 'neighbour'),
      round,
      'propose',
      project(n, costOf(n)),
    );
  const children = (await view(round)).children as readonly { id: string }[];
  expect(children).toHaveLength(count);
  expect(children[0]).toMatchObject({ title: '项目1', step: '初审', waiting: false });
  // What was proposed stands in the form of the check already, to be settled.
  const { offers } = await view(children[0]?.id ?? '');
  const accept = offers.find(({ name }: { name: string }) => name === 'accept');
  expect(accept.initial).toEqual({ title: '项目1', cost: costOf(1) });
  expect((await command(worker, round, 'finish', { text: '好' })).json().error.code).toBe(
    'waiting-for-others',
  );
  for (const [i, { id }] of children.entries()) {
    if ((i + 1) % 10 === 0)
      await done(worker, id, 'send-back', { because: 'duty', reason: '市政的路灯归路灯所' });
    else
      await done(worker, id, 'accept', {
        title: `项目 ${i + 1}`,
        cost: costOf(i + 1),
        area: i % 2 === 0 ? '柳荫里' : '槐荫里',
      });
  }
  await done(worker, round, 'finish', { text: '征集结束' });
  await done(worker, round, 'freeze-roll');
  await done(worker, round, 'announce', { title: '选项目', text: '请选' });
  await daysPass(5);
}

describe('议事会: twenty members choose among thirty proposals under 500,000 yuan', () => {
  let round = '';
  it('takes thirty proposals, refuses three with a reason, and puts the others on the ballot', async () => {
    const alone = await (await as('resident')).send('POST', '/api/matters', {
      commandId: randomUUID(),
      procedure: 'livelihood-project',
      community: 'c1',
      input: project(1, 1000),
    });
    expect(alone.json().error.code).toBe('cannot-open');
    round = await openRound('livelihood-projects', 500_000);
    await propose(round, 30, (n) => n * 5_000);
    const { budget, projects } = await get(`${round}/allocation`);
    expect(budget).toBe(500_000);
    expect(projects).toHaveLength(27);
    expect(projects[0]).toMatchObject({
      id: 'p1',
      title: '项目 1',
      cost: 5_000,
      text: '说明1：楼里老人多',
      area: '柳荫里',
    });
  });

  it('each member votes once, within the bounds', async () => {
    for (const [i, role] of councillors.entries()) {
      const browser = await as(role);
      const { mine } = (await browser.send('GET', `/api/polls/c1/${round}`)).json().polls[0];
      expect(mine).toHaveLength(1);
      const cast = (choice: readonly string[]) =>
        browser.send('POST', `/api/polls/c1/${round}/ballots`, {
          entry: mine[0].id,
          channel: 'online',
          said: { code: `member-code-${i}`, choice },
        });
      const eleven = Array.from({ length: 11 }, (_, n) => `p${n + 1}`);
      expect((await cast(eleven)).json().error.code).toBe('bad-ballot');
      expect((await cast(['p28'])).json().error.code).toBe('bad-ballot');
      // All want 23 to 27; 15 want 1 to 4; 8 want 8, too.
      const choice = [
        'p23',
        'p24',
        'p25',
        'p26',
        'p27',
        ...(i < 15 ? ['p1', 'p2', 'p3', 'p4'] : []),
        ...(i < 8 ? ['p8'] : []),
      ];
      expect((await cast(choice)).statusCode).toBe(200);
    }
  });

  it('the count keeps to the budget, says why of each, and moves every child matter', async () => {
    await done(await as('worker'), round, 'count');
    const { result, projects } = await get(`${round}/allocation`);
    const of = (id: string) => projects.find((each: { id: string }) => each.id === id);
    expect(result).toMatchObject({ outcome: 'allocated', ballots: 20, held: false });
    expect(result.spent).toBeLessThanOrEqual(500_000);
    expect(of('p25')).toMatchObject({ chosen: true, votes: 20, why: { key: 'points' } });
    expect(of('p27')).toMatchObject({ chosen: false, why: { key: 'budget-lacks' } });
    expect(of('p8')).toMatchObject({
      chosen: false,
      why: { key: 'support', values: { votes: 8, least: 10 } },
    });
    expect(of('p5')).toMatchObject({ chosen: false, why: { key: 'nobody' } });
    expect((await view(of('p5').child)).outcome).toBe('not-chosen');
  });

  it('chosen projects are posted, done and rated; the round ends when all are', async () => {
    const worker = await as('worker');
    await done(worker, round, 'publish', { title: '结果', text: '见项目' });
    const chosen = (await get(`${round}/allocation`)).projects.filter(
      (each: { chosen: boolean }) => each.chosen,
    );
    for (const { child } of chosen) await done(worker, child, 'publish', { title: '公示', text: '七天' });
    await daysPass(9);
    expect((await command(await as('worker'), round, 'finish', { text: '好' })).json().error.code).toBe(
      'waiting-for-others',
    );
    for (const { child } of chosen) await done(await as('worker'), child, 'done', { text: '做好了' });
    const rated = { contacted: true, solved: true, satisfied: 'satisfied' };
    for (const { child, title } of chosen) {
      const n = Number(title.split(' ')[1]);
      await done(
        await as(n % 4 === 0 ? 'worker' : n % 2 === 0 ? 'resident' : 'neighbour'),
        child,
        'rate',
        rated,
      );
    }
    await done(await as('worker'), round, 'finish', { text: '都做好了' });
    expect((await view(round)).outcome).toBe('done');
  });
});

describe('居民投票: a secret vote of residents by equal shares', () => {
  let round = '';
  const codes: string[] = [];
  it('is cast in envelopes, counted, and published as a file that anyone counts again', async () => {
    round = await openRound('livelihood-vote', 60_000);
    await propose(round, 6, (n) => n * 10_000);
    for (let n = 0; n < voters; n++) {
      const browser = await resident(n);
      const poll = (await browser.send('GET', `/api/polls/c1/${round}`)).json().polls[0];
      const code = `receipt-${randomUUID().slice(0, 18)}`;
      codes.push(code);
      const choice = n < 8 ? ['p1', 'p2'] : ['p3'];
      const envelope = await sealBallot(poll.publicKey, poll.id, { code, choice });
      const sent = { entry: poll.mine[0].id, channel: 'online', envelope };
      expect((await browser.send('POST', `/api/polls/c1/${round}/ballots`, sent)).statusCode).toBe(200);
    }
    expect((await street.guest().send('GET', `/api/polls/c1/${round}/ballots.pb`)).statusCode).toBe(404);
    await done(await as('worker'), round, 'count');
    const { result, projects } = await get(`${round}/allocation`);
    expect(
      projects.filter((each: { chosen: boolean }) => each.chosen).map(({ id }: { id: string }) => id),
    ).toEqual(['p1', 'p2', 'p3']);
    expect(result.spent).toBe(60_000);
    const file = (await street.guest().send('GET', `/api/polls/c1/${round}/ballots.pb`)).body;
    const read = readPabulib(
      file
        .trim()
        .split('\n')
        .map((line) => line.split(';')),
    );
    expect(read.ok && read.value.election).toMatchObject({ budget: 60_000n, voters });
    // The file carries its own rule and conditions: nobody needs to be told them.
    const folder = await mkdtemp(join(tmpdir(), 'liren-ballots-'));
    await writeFile(join(folder, 'ballots.pb'), file);
    const again = await runAllocate(join(folder, 'ballots.pb'), { json: true });
    await rm(folder, { recursive: true });
    expect(again.ok && JSON.parse(again.value)).toMatchObject({
      selected: ['p1', 'p2', 'p3'],
      totalCost: '60000',
    });
    expect(file).toContain('rule;equalshares\n');
    const list = (await street.guest().send('GET', `/api/polls/c1/${round}/ballots?step=choose`)).json();
    const ballots = list.ballots.map(({ code, choice, heads, area }: never) => ({
      code,
      choice,
      weight: { heads, area },
    }));
    expect(ballotsDigest(ballots)).toBe(result.digest);
  });

  it('a receipt tells what its vote did; all of them together carried all that was spent', async () => {
    const mine = await get(`${round}/explain?code=${codes[0]}`);
    expect(mine.projects).toMatchObject([
      { id: 'p1', chosen: true },
      { id: 'p2', chosen: true },
    ]);
    expect(mine.share).toBe(5_000);
    let carried = 0;
    for (const code of codes) carried += (await get(`${round}/explain?code=${code}`)).percent;
    expect(Math.round(carried)).toBe(100);
    expect((await get(`${round}/explain?code=nobody-has-this`)).error.code).toBe('not-found');
  });

  it('records equal their replay', async () => {
    expect((await replayAll(street.wired.deps.shell, { repair: false })).differences).toEqual([]);
  });
});
