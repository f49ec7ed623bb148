import { randomUUID } from 'node:crypto';
import { sealBallot } from '@liren/core/voting/envelope.ts';
import { ballotsDigest } from '@liren/core/voting/published.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureDemoPerson } from '../signin/demo.ts';
import { type Browser, enterByPhone, openBrowser } from '../signin/testing-sign-in.ts';
import { dumpOf } from '../testing/dump.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { replayAll } from '../usecases/replay.ts';
import { householdCsv, identity, takeInto } from '../usecases/testing-registry.ts';
import { wakeDueMatters } from '../usecases/wake-matter.ts';

const database = testDatabase();
let street: TestStreet;
const browsers = new Map<string, Browser>();
const voters = 24;
const names = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地'].map((sign) => `赵${sign}`);
const number = (n: number): string => identity('19700101', 100 + n);
const phone = (n: number): string => `139110021${String(n).padStart(2, '0')}`;
const rowOf = (n: number): string =>
  `${names[n]},${number(n)},${phone(n)},柳荫里1号楼1单元${101 + n},柳荫一网格`;
let matter = '';

beforeAll(async () => {
  street = await startStreet(database.pool);
  // The last of them is missing from the registry at first.
  const rows = Array.from({ length: voters - 1 }, (_, n) => rowOf(n));
  await takeInto(street.wired.deps, householdCsv(...rows), 'c1');
  // One of the candidates works for the community already, with an account under the telephone that they leave.
  await ensureDemoPerson(
    street.wired.deps.people,
    { kind: 'staff', name: names[1] ?? '', demoRole: 'elected-member', phone: `+86${phone(1)}` as never },
    street.now(),
  );
});
afterAll(() => street.close());

async function staff(role: Role): Promise<Browser> {
  const known = browsers.get(role) ?? (await street.as(role));
  browsers.set(role, known);
  return known;
}
async function voter(n: number): Promise<Browser> {
  const known = browsers.get(phone(n));
  if (known !== undefined) return known;
  const browser = street.guest();
  expect((await enterByPhone(browser, phone(n))).statusCode).toBe(200);
  const proof = { name: names[n], identityEnd: number(n).slice(-6) };
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
const actAs = async (browser: Browser, type: string, input: object = {}) =>
  browser.send('POST', `/api/matters/c1/${matter}/commands`, { commandId: randomUUID(), type, input });
const act = async (type: string, input: object = {}) => actAs(await staff('elections'), type, input);
async function done(type: string, input: object = {}): Promise<void> {
  const response = await act(type, input);
  expect(response.statusCode, response.body).toBe(200);
}
const pollFor = async (browser: Browser) =>
  (await browser.send('GET', `/api/polls/c1/${matter}`)).json().polls[0];
const post = async (browser: Browser, path: string, body: object) =>
  browser.send('POST', `/api/polls/c1/${matter}/${path}`, body);
const seen = async () => (await (await staff('elections')).send('GET', `/api/matters/c1/${matter}`)).json();
const lastOf = async (wanted: string) =>
  (await seen()).record.findLast(({ type }: { type: string }) => type === wanted)?.data;

/** Line of the roll for voter n. */
async function entryOf(n: number): Promise<string> {
  const answer = await (await staff('elections')).send('GET', `/api/polls/c1/${matter}/roll`);
  return (
    answer.json().rows.find(({ label }: { label: string }) => label.startsWith(names[n] ?? ' '))?.id ?? ''
  );
}
async function cast(
  browser: Browser,
  n: number,
  channel: string,
  choice: readonly string[],
  code = `code-${randomUUID()}`,
) {
  const { id, publicKey } = await pollFor(browser);
  const envelope = await sealBallot(publicKey, id, { code, choice: [...choice] });
  const response = await post(browser, 'ballots', { entry: await entryOf(n), channel, envelope });
  return { code, response };
}
async function castWell(...args: Parameters<typeof cast>): Promise<string> {
  const { code, response } = await cast(...args);
  expect(response.statusCode, response.body).toBe(200);
  return code;
}

describe('居委会换届: an election with a run-off, from the roll to the posts', () => {
  it('begins with a roll that is published twenty days', async () => {
    const opened = await (await staff('elections')).send('POST', '/api/matters', {
      commandId: randomUUID(),
      procedure: 'committee-election',
      community: 'c1',
      input: { title: '第十二届居民委员会换届选举', text: '选委员五人。' },
    });
    expect(opened.statusCode, opened.body).toBe(201);
    matter = opened.json().id;
    await done('freeze-roll');
    const { roll } = await lastOf('roll-frozen');
    expect(roll.heads).toBe(voters - 1);
    expect(roll.publishedUntil - street.now()).toBeGreaterThanOrEqual(20 * 86_400_000);
    const worker = await actAs(await staff('worker'), 'announce', { title: '换届', text: '投票' });
    expect(worker.json().error.code).toBe('not-yours');
  });

  it('decides an objection within three days, and corrects the roll', async () => {
    const left = street.guest();
    expect((await enterByPhone(left, phone(voters - 1))).statusCode).toBe(200);
    expect((await actAs(left, 'object-to-roll', { text: '我住这里，名册上没有我' })).statusCode).toBe(200);
    const { clocks } = await lastOf('roll-objected');
    expect(clocks['decide-1'] - street.now()).toBeLessThanOrEqual(4 * 86_400_000);
    expect((await act('announce', { title: '换届', text: '投票' })).json().error.code).toBe('roll-not-ready');
    await daysPass(2);
    await takeInto(street.wired.deps, householdCsv(rowOf(voters - 1)), 'c1');
    await done('decide-objection', { n: 1, upheld: true, text: '确实漏了，补上。' });
    await done('correct-roll', { change: 'added', no: voters, reason: '补登' });
    expect((await pollFor(await staff('elections'))).roll.heads).toBe(voters);
    expect((await seen()).late ?? []).toEqual([]);
  });

  it('takes nominations of the organiser and of ten voters, and wants more candidates than seats', async () => {
    const nominee = (n: number) => ({ name: names[n], phone: phone(n) });
    const nine = { ...nominee(5), nominatedBy: 'voters', nominators: 9 };
    expect((await act('nominate', nine)).json().error.code).toBe('too-few-nominators');
    for (const n of [0, 1, 2, 3]) await done('nominate', { ...nominee(n), nominatedBy: 'organiser' });
    await done('nominate', { name: names[4], nominatedBy: 'organiser', text: '当了十年楼门长。' });
    await daysPass(5);
    expect((await act('announce', { title: '换届', text: '投票' })).json().error.code).toBe(
      'too-few-candidates',
    );
    await done('nominate', { ...nine, nominators: 10 });
    await done('nominate', { name: names[6], nominatedBy: 'voters', nominators: 12 });
    const poll = await pollFor(street.guest());
    expect(poll.candidates).toHaveLength(7);
    expect(poll.candidates[4]).toMatchObject({
      name: names[4],
      nominatedBy: 'organiser',
      text: '当了十年楼门长。',
    });
    expect(poll.candidates[5]).toMatchObject({ nominatedBy: 'voters', nominators: 10 });
    // Nobody but who runs the election reads the telephones.
    const published = (await street.guest().send('GET', `/api/matters/c1/${matter}`)).json();
    expect(JSON.stringify([poll, published])).not.not.toContain(phone(0));
    expect([...(await dumpOf(database.pool)).values()].join('\n')).not.toContain(phone(0));
  });

  it('opens when the roll has stood its time, and lets no candidate vote for others', async () => {
    const elections = await staff('elections');
    const give = async (holder: number, n: number) =>
      post(elections, 'authorities', { entry: await entryOf(n), name: names[holder], phone: phone(holder) });
    expect((await give(9, 10)).json().error.code).toBe('not-open');
    await done('announce', { title: '第十二届居民委员会换届选举投票', text: '每张票最多选五人。' });
    const poll = await pollFor(elections);
    expect(poll.rule).toMatchObject({ most: 5, runOff: false, ballot: 'secret' });
    const refused = await give(0, 10);
    expect(refused.json().error.code).toBe('candidate-holds-none');
    expect(refused.json().error.message).toContain('村民委员会组织法第 18 条');
    // One who left no telephone is known by the name.
    expect((await give(4, 10)).json().error.code).toBe('candidate-holds-none');
    expect((await give(9, 10)).statusCode).toBe(204);
    await daysPass(Math.ceil((poll.opensAt - street.now()) / 86_400_000));
  });

  const codes: string[] = [];
  it('is voted by four channels, once each, in secret, by no more names than seats', async () => {
    // 甲乙丙 are clear; 丁戊己庚 share what is left.
    const first = ['c1', 'c2', 'c3', 'c4'];
    const six = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
    for (const n of [7, 8, 9]) codes.push(await castWell(await voter(n), n, 'online', first));
    codes.push(await castWell(await voter(9), 10, 'proxy', first));
    const elections = await staff('elections');
    for (const n of [11, 12, 13, 14])
      codes.push(await castWell(elections, n, 'desk', ['c1', 'c2', 'c3', 'c5']));
    for (const n of [15, 16])
      expect(
        (await post(elections, 'ballots', { entry: await entryOf(n), channel: 'paper' })).statusCode,
      ).toBe(200);
    // A ballot of six names takes part and says nothing.
    codes.push(await castWell(await voter(17), 17, 'online', six));
    expect((await cast(await voter(17), 17, 'online', first)).response.json().error.code).toBe(
      'already-voted',
    );
    expect(
      (await post(elections, 'ballots', { entry: await entryOf(10), channel: 'paper' })).json().error.code,
    ).toBe('already-voted');
    codes.push(await castWell(await voter(voters - 1), voters - 1, 'online', ['c1', 'c2', 'c6', 'c7']));
    expect((await pollFor(elections)).progress[0].met).toBe(false);
    codes.push(await castWell(await voter(18), 18, 'online', ['c1', 'c6', 'c7']));
    expect((await pollFor(elections)).progress[0].met).toBe(true);
  });

  it('elects whoever more than half of the voters chose; the first losers stand again', async () => {
    await daysPass(2);
    for (const code of ['paper-001', 'paper-002'])
      for (const role of ['elections', 'elections-2'] as const)
        expect(
          (await post(await staff(role), 'papers', { code, choice: ['c1', 'c2', 'c3'] })).statusCode,
        ).toBe(200);
    await done('count');
    const counted = await lastOf('vote-counted');
    const titles = (each: { title: string }) => each.title;
    expect(counted).toMatchObject({ outcome: 'run-off', held: false, ballots: 13 });
    expect(counted.elected.map(titles)).toEqual([names[0], names[1], names[2]]);
    // Two seats are left: three stand, and who ties with the third.
    expect(counted.runOff.map(titles)).toEqual([names[3], names[4], names[5], names[6]]);
    expect(counted.tally.invalid.heads).toBe(1);
    const list = (await street.guest().send('GET', `/api/polls/c1/${matter}/ballots?step=elect`)).json();
    const ballots = list.ballots.map(({ code, choice, heads, area }: never) => ({
      code,
      choice,
      weight: { heads, area },
    }));
    expect(ballotsDigest(ballots)).toBe(counted.digest);
    for (const code of codes) expect(JSON.stringify(list)).toContain(code);
  });

  it('runs off between them for the seats left, by a third of the ballots; a telling count is held back', async () => {
    await done('freeze-roll');
    expect((await act('nominate', { name: '新人', nominatedBy: 'organiser' })).statusCode).toBe(409);
    await done('announce', { title: '另行选举', text: '每张票最多选两人。' });
    const poll = await pollFor(await staff('elections'));
    expect(poll.rule).toMatchObject({ most: 2, runOff: true });
    expect(poll.candidates.map(({ name }: { name: string }) => name)).toEqual(names.slice(3, 7));
    await daysPass(Math.ceil((poll.opensAt - street.now()) / 86_400_000));
    // All of them choose the same: to publish the count would tell how each of them voted.
    for (let n = 7; n < 20; n++) await castWell(await staff('elections'), n, 'desk', ['c4', 'c5']);
    await daysPass(2);
    await done('count');
    const counted = await lastOf('vote-counted');
    expect(counted).toMatchObject({ outcome: 'elected', held: true });
    expect(counted).not.toHaveProperty('tally');
    expect((await street.guest().send('GET', `/api/polls/c1/${matter}/ballots?step=again`)).statusCode).toBe(
      404,
    );
  });

  it('gives the elected the posts of those before them, from the day of the hand-over, for five years', async () => {
    const before = ensureDemoPerson(
      street.wired.deps.people,
      { kind: 'staff', name: '老委员', demoRole: 'former-member' },
      street.now(),
    );
    await database.pool.query(
      `INSERT INTO post (person_id, post, organ_id, from_date) VALUES ($1, 'committee-member', 'com1', '2021-11-01')`,
      [await before],
    );
    const entering = openBrowser(street.app, 'elected');
    await entering.send('POST', '/api/demo/enter', { role: 'elected-member' });
    expect((await entering.send('GET', '/api/me')).json().posts).toEqual([]);
    await done('take-office', { text: '印章、账目、档案已经移交。' });
    const taken = await lastOf('offices-taken');
    const today = new Date(street.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(taken).toMatchObject({ post: 'committee-member', organ: 'com1', from: today });
    expect(taken.until.slice(0, 4)).toBe(String(Number(today.slice(0, 4)) + 5));
    expect(taken.people.map(({ title }: { title: string }) => title)).toEqual(names.slice(0, 5));
    const { rows } = await database.pool.query(
      `SELECT from_date::text AS since, until_date::text AS until FROM post WHERE post = 'committee-member' ORDER BY from_date`,
    );
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({ since: '2021-11-01' });
    expect(Date.parse(today) - Date.parse(rows[0].until)).toBe(86_400_000);
    expect(rows.slice(1)).toEqual(Array.from({ length: 4 }, () => ({ since: today, until: taken.until })));
  });

  it('whoever is elected and not at work is listed; who left no number is seated when one is brought', async () => {
    const elections = await staff('elections');
    const waiting = async (browser: Browser) => (await browser.send('GET', '/api/elected')).json().rows;
    const rows = await waiting(elections);
    // The second works for the community already.
    expect(rows.map(({ name, lacks }: { name: string; lacks: string }) => [name, lacks])).toEqual([
      [names[0], 'account'],
      [names[2], 'account'],
      [names[3], 'account'],
      [names[4], 'number'],
    ]);
    expect(await waiting(await voter(7))).toEqual([]);
    const bring = async (browser: Browser, wanted: string) =>
      browser.send('POST', `/api/elected/c1/${matter}/c5`, { phone: wanted });
    expect((await bring(await staff('worker'), phone(4))).json().error.code).toBe('not-yours');
    expect((await bring(elections, '12')).statusCode).toBe(400);
    expect((await bring(elections, phone(4))).statusCode).toBe(204);
    expect((await bring(elections, phone(5))).json().error.code).toBe('already-seated');
    const { rows: posts } = await database.pool.query(
      `SELECT DISTINCT p.from_date::text AS since, p.until_date::text AS until FROM post p JOIN elected e USING (person_id)
       WHERE e.candidate IN ('c1', 'c5')`,
    );
    // For the same term as the others.
    expect(posts).toHaveLength(1);
    expect((await waiting(elections)).map(({ lacks }: { lacks: string }) => lacks)).toEqual(
      Array(4).fill('account'),
    );
  });

  it('is published, and its record equals its replay', async () => {
    await done('publish', { title: '换届结果', text: '选出委员五人。' });
    await daysPass(16);
    const member = openBrowser(street.app, 'elected');
    await member.send('POST', '/api/demo/enter', { role: 'elected-member' });
    expect((await member.send('GET', '/api/me')).json().posts).toMatchObject([{ post: 'committee-member' }]);
    expect((await seen()).outcome ?? (await seen()).stage).toBeDefined();
    expect((await replayAll(street.wired.deps.shell, { repair: false })).differences).toEqual([]);
  });
});
