import { randomUUID } from 'node:crypto';
import { unwrap } from '@liren/core/basics/result.ts';
import { readBallotList } from '@liren/core/voting/ballot-list.ts';
import { sealBallot } from '@liren/core/voting/envelope.ts';
import { ballotsDigest } from '@liren/core/voting/published.ts';
import { recount } from '@liren/core/voting/recount.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, enterByPhone } from '../signin/testing-sign-in.ts';
import { dumpOf } from '../testing/dump.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { replayAll } from '../usecases/replay.ts';
import { householdCsv, identity, takeInto } from '../usecases/testing-registry.ts';
import { wakeDueMatters } from '../usecases/wake-matter.ts';

const database = testDatabase();
let street: TestStreet;
const browsers = new Map<string, Browser>();
/** Household n of twelve: one grown person with a telephone. */
const names = [
  '赵一',
  '钱二',
  '孙三',
  '李四',
  '周五',
  '吴六',
  '郑七',
  '王八',
  '冯九',
  '陈十',
  '褚一',
  '卫二',
];
const number = (n: number): string => identity('19700101', 100 + n);
const phone = (n: number): string => `139110020${String(n).padStart(2, '0')}`;
let matter = '';

beforeAll(async () => {
  street = await startStreet(database.pool);
  await takeInto(
    street.wired.deps,
    householdCsv(
      ...names.map((name, n) => `${name},${number(n)},${phone(n)},柳荫里1号楼1单元${101 + n},柳荫一网格`),
    ),
    'c1',
  );
});
afterAll(() => street.close());

async function staff(role: Role): Promise<Browser> {
  const known = browsers.get(role) ?? (await street.as(role));
  browsers.set(role, known);
  return known;
}
/** Household n, signed in and shown to be who they are. */
async function home(n: number): Promise<Browser> {
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
const act = async (type: string, input: object = {}, role: Role = 'worker') =>
  (await staff(role)).send('POST', `/api/matters/c1/${matter}/commands`, {
    commandId: randomUUID(),
    type,
    input,
  });
async function done(type: string, input: object = {}): Promise<void> {
  const response = await act(type, input);
  expect(response.statusCode, response.body).toBe(200);
}
const pollFor = async (browser: Browser) =>
  (await browser.send('GET', `/api/polls/c1/${matter}`)).json().polls[0];
const post = async (browser: Browser, path: string, body: object) =>
  browser.send('POST', `/api/polls/c1/${matter}/${path}`, body);

/** Seals as the browser does, and casts. */
async function cast(
  browser: Browser,
  entry: string,
  channel: string,
  choice: string,
  code = `code-${randomUUID()}`,
) {
  const { id, publicKey } = await pollFor(browser);
  const envelope = await sealBallot(publicKey, id, { code, choice: [choice] });
  return { code, response: await post(browser, 'ballots', { entry, channel, envelope }) };
}
const entryOf = async (n: number): Promise<string> => {
  const roll = (await (await staff('worker')).send('GET', `/api/polls/c1/${matter}/roll`)).json().rows;
  return roll.find(({ label }: { label: string }) => label.endsWith(`单元 ${101 + n}`))?.id ?? '';
};

describe('户代表表决: a secret vote of households by four channels', () => {
  it('freezes a roll of one line a household, and gives ten days of notice', async () => {
    const opened = await (await staff('worker')).send('POST', '/api/matters', {
      commandId: randomUUID(),
      procedure: 'household-vote',
      community: 'c1',
      input: { title: '一号楼装不装电梯', text: '楼里老人多' },
    });
    expect(opened.statusCode, opened.body).toBe(201);
    matter = opened.json().id;
    await done('freeze-roll');
    await done('announce', { title: '一号楼装不装电梯', text: '同意就装' });
    const poll = await pollFor(await staff('worker'));
    expect(poll).toMatchObject({ keeper: true, roll: { entries: 12, heads: 12 }, taken: { heads: 0 } });
    expect(poll.opensAt - street.now()).toBeGreaterThanOrEqual(10 * 86_400_000);
    const early = await home(0);
    const { mine } = await pollFor(early);
    expect(mine).toHaveLength(1);
    expect((await cast(early, mine[0].id, 'online', 'for')).response.json().error.code).toBe('not-open');
  });

  const codes: string[] = [];
  it('is open to each household once, found under 我要投票', async () => {
    await daysPass(11);
    const voter = await home(0);
    const list = (await voter.send('GET', '/api/mine/polls')).json();
    expect(list.rows).toMatchObject([{ matter, title: '一号楼装不装电梯', voted: false }]);
    const { mine } = await pollFor(voter);
    const first = await cast(voter, mine[0].id, 'online', 'for');
    expect(first.response.statusCode, first.response.body).toBe(200);
    codes.push(first.code);
    const again = await cast(voter, mine[0].id, 'online', 'against');
    expect(again.response.json().error.code).toBe('already-voted');
    expect((await pollFor(voter)).mine[0].voted).toMatchObject({ channel: 'online' });
    expect((await voter.send('GET', '/api/mine/polls')).json().rows[0].voted).toBe(true);
  });

  it('nobody votes for another line, and nobody without a session', async () => {
    const other = await cast(await home(1), await entryOf(2), 'online', 'for');
    expect(other.response.statusCode).toBe(403);
    const guest = await post(street.guest(), 'ballots', {
      entry: await entryOf(2),
      channel: 'online',
      envelope: 'x',
    });
    expect(guest.statusCode).toBe(401);
    const desk = await cast(await home(1), await entryOf(2), 'desk', 'for');
    expect(desk.response.json().error.code).toBe('not-yours');
  });

  it('a vote at the desk may be taken back for a day, and cast anew by any channel', async () => {
    const entry = await entryOf(1);
    expect((await cast(await staff('worker'), entry, 'desk', 'against')).response.statusCode).toBe(200);
    expect((await cast(await home(1), entry, 'online', 'for')).response.json().error.code).toBe(
      'already-voted',
    );
    expect((await post(await home(2), 'revocations', { entry })).statusCode).toBe(403);
    expect((await post(await home(1), 'revocations', { entry })).statusCode).toBe(204);
    const anew = await cast(await home(1), entry, 'online', 'for');
    expect(anew.response.statusCode).toBe(200);
    codes.push(anew.code);
    expect((await post(await home(1), 'revocations', { entry })).json().error.code).toBe('not-revocable');
  });

  it('a holder votes with a written authority, for three at most', async () => {
    const holder = await home(0);
    expect((await cast(holder, await entryOf(3), 'proxy', 'for')).response.json().error.code).toBe(
      'no-authority',
    );
    for (const n of [3, 4, 5])
      expect(
        (
          await post(await staff('worker'), 'authorities', {
            entry: await entryOf(n),
            name: '赵一',
            phone: phone(0),
          })
        ).statusCode,
      ).toBe(204);
    const fourth = { entry: await entryOf(6), name: '赵一', phone: phone(0) };
    expect((await post(await staff('worker'), 'authorities', fourth)).json().error.code).toBe(
      'too-many-authorities',
    );
    const worker = await staff('worker');
    const undo = async (n: number) => post(worker, 'authorities/undo', { entry: await entryOf(n) });
    expect((await post(holder, 'authorities/undo', { entry: await entryOf(5) })).statusCode).toBe(403);
    expect((await undo(5)).statusCode).toBe(204);
    expect((await undo(5)).json().error.code).toBe('no-such-authority');
    expect((await post(worker, 'authorities', fourth)).statusCode).toBe(204);
    expect((await undo(6)).statusCode).toBe(204);
    const again = { entry: await entryOf(5), name: '赵一', phone: phone(0) };
    expect((await post(worker, 'authorities', again)).statusCode).toBe(204);
    for (const n of [3, 4, 5]) {
      const voted = await cast(holder, await entryOf(n), 'proxy', n === 5 ? 'against' : 'for');
      expect(voted.response.statusCode, voted.response.body).toBe(200);
      codes.push(voted.code);
    }
    // One that has been used is not taken back.
    expect((await undo(5)).json().error.code).toBe('no-such-authority');
  });

  it('no pair of channels lets a line vote twice', async () => {
    const worker = await staff('worker');
    const attempts = async (n: number) => {
      const entry = await entryOf(n);
      return [
        (await cast(await home(n), entry, 'online', 'for')).response,
        (await cast(worker, entry, 'desk', 'for')).response,
        await post(worker, 'ballots', { entry, channel: 'paper' }),
      ];
    };
    const refusedBy = async (n: number): Promise<readonly string[]> =>
      (await attempts(n)).map((response) => response.json().error?.code);
    // Line 3 voted by proxy; 6 at the desk; 7 on paper; 8 online.
    expect(await refusedBy(3)).toEqual(['already-voted', 'already-voted', 'already-voted']);
    expect((await cast(worker, await entryOf(6), 'desk', 'for')).response.statusCode).toBe(200);
    const taken = { entry: await entryOf(7), name: '赵一', phone: phone(9) };
    expect((await post(worker, 'authorities', taken)).statusCode).toBe(204);
    expect((await post(worker, 'ballots', { entry: await entryOf(7), channel: 'paper' })).statusCode).toBe(
      200,
    );
    expect((await cast(await home(8), await entryOf(8), 'online', 'abstain')).response.statusCode).toBe(200);
    for (const n of [6, 7, 8])
      expect(await refusedBy(n), String(n)).toEqual(['already-voted', 'already-voted', 'already-voted']);
    expect((await post(worker, 'authorities', taken)).json().error.code).toBe('already-voted');
    expect((await cast(await home(9), await entryOf(7), 'proxy', 'for')).response.json().error.code).toBe(
      'already-voted',
    );
    expect((await pollFor(worker)).taken.heads).toBe(8);
  });

  it('whoever votes by several channels at the same instant votes once', async () => {
    const entry = await entryOf(9);
    const worker = await staff('worker');
    const voter = await home(9);
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, async () => (await cast(voter, entry, 'online', 'for')).response),
      ...Array.from({ length: 4 }, () => post(worker, 'ballots', { entry, channel: 'paper' })),
    ]);
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    // Made certain for the count below: whichever came first, the line has voted once.
    expect((await pollFor(worker)).taken.heads).toBe(9);
  });

  it('nothing in the database tells what anybody voted', async () => {
    const dump = [...(await dumpOf(database.pool)).values()].join('\n');
    for (const code of codes) expect(dump).not.toContain(code);
    expect(dump).not.toContain('柳荫里 1 号楼');
    expect((await (await staff('worker')).send('GET', `/api/polls/c1/${matter}/ballots`)).statusCode).toBe(
      404,
    );
  });

  it('papers are read by two, and settled by a third, before anything is counted', async () => {
    await daysPass(8);
    expect((await act('count')).json().error.code).toBe('differences-open');
    const papers = (await pollFor(await staff('worker'))).differences;
    const loose = Array.from({ length: papers }, (_, i) => `paper-00${i + 1}`);
    for (const code of loose) {
      expect((await post(await staff('worker'), 'papers', { code, choice: ['for'] })).json()).toEqual({
        reading: 'first',
      });
      expect((await post(await staff('worker'), 'papers', { code, choice: ['for'] })).json().error.code).toBe(
        'same-reader',
      );
      await post(await staff('worker-2'), 'papers', { code, choice: ['against'] });
      expect((await act('count')).json().error.code).toBe('differences-open');
      expect((await post(await staff('worker-3'), 'papers', { code, choice: ['for'] })).json()).toEqual({
        reading: 'settled',
      });
    }
  });

  it('is counted: the list is published, holds every receipt, and recounts to the same', async () => {
    await done('count');
    const seen = (await (await staff('worker')).send('GET', `/api/matters/c1/${matter}`)).json();
    const counted = seen.record.findLast(({ type }: { type: string }) => type === 'vote-counted').data;
    expect(counted).toMatchObject({ outcome: 'passed', held: false, ballots: 9 });
    const list = (await street.guest().send('GET', `/api/polls/c1/${matter}/ballots?step=vote`)).json();
    const ballots = list.ballots.map(({ code, choice, heads, area }: never) => ({
      code,
      choice,
      weight: { heads, area },
    }));
    expect(ballots).toHaveLength(9);
    expect(ballotsDigest(ballots)).toBe(counted.digest);
    for (const code of codes) expect(ballots.map((ballot: { code: string }) => ballot.code)).toContain(code);
    expect(list.ballots.find(({ code }: { code: string }) => code === codes[0]).choice).toEqual(['for']);
    // Whoever has the two files counts again by the rule of its time.
    const record = (await street.guest().send('GET', `/api/records/c1/${matter}`)).json();
    const read = unwrap(readBallotList(list));
    expect(recount(read.procedure, record.events, [read])).toMatchObject({
      faults: [],
      polls: [{ step: 'vote', outcome: 'passed', by: 'ballots' }],
    });
  });

  it('after the count nothing leads from a ballot to its line, and records equal their replay', async () => {
    const { rows } = await database.pool.query(
      `SELECT (SELECT count(*)::int FROM mark WHERE envelope IS NOT NULL OR choice IS NOT NULL) AS tied,
         (SELECT count(*)::int FROM poll WHERE private_key_sealed IS NOT NULL) AS keys,
         (SELECT count(*)::int FROM mark) AS marks, (SELECT count(*)::int FROM ballot) AS ballots`,
    );
    expect(rows).toEqual([{ tied: 0, keys: 0, marks: 9, ballots: 9 }]);
    expect((await replayAll(street.wired.deps.shell, { repair: false })).differences).toEqual([]);
  });
});
