import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '@liren/core/basics/result.ts';
import { computeMap } from '@liren/core/opinion/opinion-map.ts';
import { votesDigest } from '@liren/core/opinion/published.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStatements, readVotes } from '../opinion/read-polis-export.ts';
import { runOpinions } from '../opinion/run-opinions.ts';
import { ensureDemoPerson } from '../signin/demo.ts';
import { type Browser, enterByPhone } from '../signin/testing-sign-in.ts';
import { dumpOf } from '../testing/dump.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { replayAll } from '../usecases/replay.ts';
import { householdCsv, identity, takeInto } from '../usecases/testing-registry.ts';
import { wakeDueMatters } from '../usecases/wake-matter.ts';

const database = testDatabase();
let street: TestStreet;
let folder: string;
let matter = '';
const browsers = new Map<string, Browser>();
const voters = 240;
/** What the worker sets out to be voted on. */
const seeds = [
  '空地种树，给老人乘凉',
  '空地划停车位',
  '空地装健身器材',
  '晚上十点以后不要跳广场舞',
  '垃圾桶离窗户远一点',
  '先把路灯修好',
  '停车位应当收费',
  '树荫比车位要紧',
] as const;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liren-talk-'));
  street = await startStreet(database.pool);
  for (let n = 0; n < voters; n++) {
    const demoRole = `voter-${n}`;
    await ensureDemoPerson(
      street.wired.deps.people,
      { kind: 'resident', name: `居民${n}`, demoRole },
      street.now(),
    );
  }
  // Sixty people in three buildings; the first thirty of them come, each with a proof of who they are.
  await takeInto(
    street.wired.deps,
    householdCsv(
      ...Array.from(
        { length: 60 },
        (_, n) =>
          `住户${'甲乙丙丁戊己庚辛壬癸'.charAt(n % 10)},${dwellerNumber(n)},${phone(n)},柳荫里${1 + (n % 3)}号楼1单元${101 + n},柳荫一网格`,
      ),
    ),
    'c1',
  );
}, 120_000);
afterAll(async () => {
  await street.close();
  await rm(folder, { recursive: true });
});

const phone = (n: number): string => `139110030${String(n).padStart(2, '0')}`;
const dwellerNumber = (n: number): string => identity(n < 30 ? '19500101' : '19900101', 100 + n);
async function as(role: string): Promise<Browser> {
  const known = browsers.get(role) ?? (await street.as(role as Role));
  browsers.set(role, known);
  return known;
}
async function dweller(n: number): Promise<Browser> {
  const browser = street.guest();
  expect((await enterByPhone(browser, phone(n))).statusCode).toBe(200);
  const proof = {
    name: `住户${'甲乙丙丁戊己庚辛壬癸'.charAt(n % 10)}`,
    identityEnd: dwellerNumber(n).slice(-6),
  };
  expect((await browser.send('POST', '/api/my-registry/c1/prove', proof)).statusCode).toBe(200);
  return browser;
}
const act = async (type: string, input: object, role = 'worker') =>
  (await as(role)).send('POST', `/api/matters/c1/${matter}/commands`, {
    commandId: randomUUID(),
    type,
    input,
  });
const at = (path = ''): string => `/api/discussions/c1/${matter}${path}`;
const post = async (browser: Browser, path: string, body: object) => browser.send('POST', at(path), body);
const vote = (browser: Browser, n: number, cast: number) => post(browser, '/votes', { n, vote: cast });
const talk = async (browser: Browser) => (await browser.send('GET', at())).json();
const mapOf = async (browser: Browser) => (await browser.send('GET', at('/map'))).json();
/** Those with even numbers are for trees, the others for cars; all are for lamps. */
const opinionOf = (voter: number, n: number): number => {
  const trees = voter % 2 === 0;
  if (n === 6 || n === 5) return 1;
  if (n === 3) return 0;
  return trees === [1, 4, 8].includes(n) ? 1 : -1;
};
const error = (response: { json: () => { error?: { code: string } } }) => response.json().error?.code;

describe('a discussion that a few hundred take part in', () => {
  it('opens with a question and a few statements to begin with', async () => {
    const opened = await (await as('worker')).send('POST', '/api/matters', {
      commandId: randomUUID(),
      procedure: 'consultation',
      community: 'c1',
      input: { title: '空地拿来做什么', text: '三号楼后面有一块空地' },
    });
    expect(opened.statusCode, opened.body).toBe(201);
    matter = opened.json().id;
    for (const text of seeds)
      expect((await post(await as('worker'), '/statements', { text })).json().status).toBe('shown');
    const guest = await talk(street.guest());
    expect(guest).toMatchObject({
      title: '空地拿来做什么',
      text: '三号楼后面有一块空地',
      state: 'open',
      shown: 8,
    });
    expect(guest.next).toHaveLength(5);
    expect(guest.desk).toBeUndefined();
    const list = (await street.guest().send('GET', '/api/discussions')).json();
    expect(list.rows).toMatchObject([{ matter, title: '空地拿来做什么', shown: 8, answered: 0 }]);
  });

  it('tells nothing while few have come', async () => {
    for (let n = 0; n < 9; n++)
      for (let s = 1; s <= 8; s++) {
        const done = await vote(await as(`voter-${n}`), s, opinionOf(n, s));
        expect(done.statusCode, done.body).toBe(204);
      }
    expect(await mapOf(street.guest())).toEqual({ told: false, participants: 9, votes: 72, least: 10 });
  });

  it('counts everybody once, however often they change their minds', async () => {
    const rest = Array.from({ length: voters - 9 }, (_, i) => i + 9);
    await Promise.all(
      Array.from({ length: 8 }, async (_, lane) => {
        for (const n of rest.filter((one) => one % 8 === lane)) {
          const browser = await as(`voter-${n}`);
          for (let s = 1; s <= 8; s++) expect((await vote(browser, s, opinionOf(n, s))).statusCode).toBe(204);
        }
      }),
    );
    const first = await as('voter-0');
    for (const cast of [-1, 0, -1, 1]) await vote(first, 2, cast);
    await Promise.all(Array.from({ length: 6 }, () => vote(first, 3, -1)));
    const map = await mapOf(first);
    expect([map.participants, map.votes]).toEqual([voters, voters * 8]);
    const tally = (n: number) => {
      const { agree, disagree, pass } = map.statements.find((one: { n: number }) => one.n === n);
      return [agree, disagree, pass];
    };
    expect(tally(6)).toEqual([voters, 0, 0]);
    expect(tally(2)).toEqual([voters / 2 + 1, voters / 2 - 1, 0]);
    expect(tally(3)).toEqual([0, 1, voters - 1]);
  }, 120_000);

  it('shows each where they stand, what unites and what divides', async () => {
    const map = await mapOf(await as('voter-1'));
    expect(map.groups.map(({ size }: { size: number }) => size)).toEqual([voters / 2, voters / 2]);
    expect(map.people.filter(({ me }: { me?: true }) => me)).toHaveLength(1);
    expect(map.unites.toSorted()).toEqual([5, 6]);
    expect(map.divides).toHaveLength(5);
    const told = (n: number) => map.statements.find((one: { n: number }) => one.n === n).told;
    expect(told(6)).toMatchObject({ kind: 'unites', side: 'agree' });
    expect(told(1)).toMatchObject({ kind: 'divides' });
    expect((await mapOf(street.guest())).people.filter(({ me }: { me?: true }) => me)).toHaveLength(0);
    const list = (await (await as('voter-1')).send('GET', '/api/discussions')).json();
    expect(list.rows[0]).toMatchObject({ shown: 8, answered: 8 });
  });

  it('a map with votes added one look after the other is the map computed at once', async () => {
    const { rows } = await database.pool.query(
      'SELECT handle, statement_n, vote, first_no FROM statement_vote ORDER BY first_no',
    );
    const votes = rows.map((row) => ({
      voter: row.handle,
      statement: String(row.statement_n),
      vote: row.vote,
      at: row.first_no,
    }));
    const { map } = computeMap(votes);
    const shown = await mapOf(street.guest());
    expect(shown.people.map(({ group }: { group: number }) => group)).toEqual(
      map.people.map(({ group }) => group),
    );
  });

  it('is not for guests, nor for what is not on show', async () => {
    expect((await vote(street.guest(), 1, 1)).statusCode).toBe(401);
    expect((await post(street.guest(), '/statements', { text: '我也说' })).statusCode).toBe(401);
    expect(error(await vote(await as('voter-0'), 99, 1))).toBe('not-shown');
    expect((await vote(await as('voter-0'), 1, 2)).statusCode).toBe(400);
    expect(error(await post(await as('voter-0'), '/statements/1/decision', {}))).toBe('not-yours');
    expect(error(await post(await as('voter-0'), '/statements/1/judgement', { upheld: true }))).toBe(
      'not-yours',
    );
  });
});

describe('what people add in their own words', () => {
  it('waits for a look, and is then one like any other; nobody adds any number', async () => {
    const writer = await as('voter-2');
    expect(error(await post(writer, '/statements', { text: '   ' }))).toBe('no-words');
    const added = (await post(writer, '/statements', { text: '给快递车  留个口子' })).json();
    expect(added).toEqual({ n: 9, status: 'waiting' });
    expect(error(await vote(await as('voter-3'), 9, 1))).toBe('not-shown');
    expect((await talk(await as('voter-3'))).shown).toBe(8);
    expect((await talk(writer)).mine.wrote).toMatchObject([
      { n: 9, text: '给快递车 留个口子', status: 'waiting' },
    ]);
    expect((await talk(await as('worker'))).desk.waiting).toMatchObject([{ n: 9 }]);
    expect((await post(await as('worker'), '/statements/9/decision', {})).statusCode).toBe(204);
    expect((await talk(await as('voter-3'))).next).toEqual([{ n: 9, text: '给快递车 留个口子' }]);
    expect((await vote(await as('voter-3'), 9, 1)).statusCode).toBe(204);
    for (const text of ['一', '二', '三', '四']) await post(writer, '/statements', { text });
    expect(error(await post(writer, '/statements', { text: '五' }))).toBe('too-many');
    for (const n of [10, 11, 12, 13])
      await post(await as('worker'), `/statements/${n}/decision`, { removeFor: 'duplicate' });
  });

  it('is taken out only for a reason that everybody sees, and looked at again by somebody else', async () => {
    const writer = await as('voter-4');
    await post(writer, '/statements', { text: '三楼的老王占着车位' });
    const worker = await as('worker');
    expect(
      (await post(worker, '/statements/14/decision', { removeFor: 'i-do-not-like-it' })).statusCode,
    ).toBe(400);
    expect((await post(worker, '/statements/14/decision', { removeFor: 'personal' })).statusCode).toBe(204);
    const seen = await talk(street.guest());
    expect(seen.removals).toContainEqual(expect.objectContaining({ n: 14, reason: 'personal' }));
    expect(JSON.stringify(seen)).not.toContain('老王');
    expect(error(await post(await as('voter-5'), '/statements/14/appeal', { text: '没有' }))).toBe(
      'not-yours',
    );
    expect((await post(writer, '/statements/14/appeal', { text: '没有写全名' })).statusCode).toBe(204);
    expect(error(await post(writer, '/statements/14/appeal', { text: '再来' }))).toBe('already-appealed');
    expect((await talk(worker)).desk.appeals).toMatchObject([
      { n: 14, appeal: '没有写全名', mayDecide: false },
    ]);
    expect(error(await post(worker, '/statements/14/judgement', { upheld: true }))).toBe('same-decider');
    expect((await post(await as('worker-2'), '/statements/14/judgement', { upheld: false })).statusCode).toBe(
      204,
    );
    expect((await talk(writer)).mine.wrote).toMatchObject([{ status: 'shown', appeal: 'granted' }]);
    expect(error(await post(worker, '/statements/14/decision', { removeFor: 'insult' }))).toBe(
      'already-decided',
    );
  });

  it('what is sealed does not stand in the database in plain words', async () => {
    const dump = [...(await dumpOf(database.pool)).values()].join('\n');
    for (const words of ['快递车', '老王', '没有写全名', '划停车位']) expect(dump).not.toContain(words);
  });
});

describe('what somebody wrote and answered', () => {
  it('is theirs to take along, and to have erased; what they answered is counted on, and is nobody’s', async () => {
    const writer = await as('voter-4');
    const [own] = (await writer.send('GET', '/api/my-data')).json().discussions;
    expect(own).toMatchObject({
      community: 'c1',
      matter,
      statements: [{ n: 14, text: '三楼的老王占着车位', status: 'shown' }],
    });
    expect(own.votes).toContainEqual({ n: 2, vote: opinionOf(4, 2) });
    const before = await mapOf(await as('voter-1'));
    const handles = await database.pool.query('SELECT DISTINCT handle FROM statement_vote ORDER BY 1');
    expect((await writer.send('POST', '/api/my-data/erase', { confirm: '删除' })).statusCode).toBe(200);
    browsers.delete('voter-4');
    const seen = JSON.stringify(await talk(await as('voter-3')));
    expect(seen).not.toContain('老王');
    const after = await mapOf(await as('voter-1'));
    expect([after.participants, after.votes]).toEqual([before.participants, before.votes]);
    const left = await database.pool.query('SELECT DISTINCT handle FROM statement_vote ORDER BY 1');
    expect(left.rows.filter(({ handle }) => handle.startsWith('gone-'))).toHaveLength(1);
    expect(left.rows).toHaveLength(handles.rows.length);
  });
});

describe('who is missing', () => {
  it('is told by age and building without giving few people away', async () => {
    await Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        expect((await vote(await dweller(n), 1, 1)).statusCode).toBe(204);
      }),
    );
    const { attendance } = await mapOf(street.guest());
    expect([attendance.of, attendance.others]).toEqual([30, voters]);
    const counts = attendance.building.cells.map(({ took }: { took: unknown }) => took);
    expect(counts).toEqual([10, 10, 10]);
    for (const way of ['age', 'building'])
      for (const { people, took } of attendance[way].cells)
        if (typeof took === 'number') {
          expect(took).toBeGreaterThanOrEqual(10);
          expect(people - took).toBeGreaterThanOrEqual(10);
        }
    expect((await database.pool.query('SELECT count(*)::int AS n FROM discussion_part')).rows).toEqual([
      { n: 30 },
    ]);
  }, 60_000);

  it('is not told anew for one person more', async () => {
    const { attendance } = await mapOf(street.guest());
    await vote(await as('neighbour'), 1, 1);
    expect((await mapOf(street.guest())).attendance).toEqual(attendance);
  });
});

describe('its end', () => {
  it('comes when its time is over, every opinion is answered and every statement looked at', async () => {
    expect((await act('register-opinion', { text: '请把预算也公布' }, 'voter-7')).statusCode).toBe(200);
    await post(await as('voter-8'), '/statements', { text: '空地归谁管' });
    const summary = { text: '大家都要修路灯' };
    expect(error(await act('close', summary))).toBe('window-still-open');
    street.pass({ days: 15 });
    browsers.clear();
    await wakeDueMatters(street.wired.deps.shell, (failure) => {
      throw failure;
    });
    expect(error(await vote(await as('voter-0'), 1, 1))).toBe('talk-over');
    expect(error(await act('close', summary))).toBe('opinions-open');
    expect((await act('answer-opinion', { n: 1, adopted: true, text: '月底公布' })).statusCode).toBe(200);
    const hindered = (await (await as('worker')).send('GET', `/api/matters/c1/${matter}`)).json();
    const offer = hindered.offers.find(({ name }: { name: string }) => name === 'close');
    expect(offer.hindrance.code).toBe('statements-waiting');
    expect(error(await act('close', summary))).toBe('statements-waiting');
    expect((await street.guest().send('GET', at('/votes.csv'))).statusCode).toBe(404);
    await post(await as('worker'), '/statements/15/decision', {});
    expect((await act('close', summary)).statusCode).toBe(200);
    const seen = await talk(street.guest());
    expect(seen.state).toBe('closed');
    expect(seen.opinions).toMatchObject([
      { n: 1, text: '请把预算也公布', answer: { adopted: true, text: '月底公布' } },
    ]);
    expect((await street.guest().send('GET', '/api/discussions')).json().rows).toEqual([]);
  });

  it('leaves a list from which anybody computes the same map, and a digest of it in the record', async () => {
    for (const name of ['votes.csv', 'comments.csv']) {
      const file = await street.guest().send('GET', at(`/${name}`));
      expect(file.statusCode).toBe(200);
      await writeFile(join(folder, name), file.body);
    }
    const votes = unwrap(await readVotes(join(folder, 'votes.csv')));
    const { out } = unwrap(await readStatements(join(folder, 'votes.csv'), undefined));
    expect([...out]).toEqual(['10', '11', '12', '13']);
    const seen = (await street.guest().send('GET', `/api/matters/c1/${matter}`)).json();
    const { data } = seen.record.findLast(({ type }: { type: string }) => type === 'discussed');
    expect(data.conversation).toEqual({
      participants: voters + 31,
      votes: votes.length,
      statements: 15,
      removed: 4,
      digest: votesDigest(votes, out),
    });
    const recount = unwrap(await runOpinions(join(folder, 'votes.csv'), { maxGroups: 5, json: true }));
    expect(JSON.parse(recount).digest).toBe(data.conversation.digest);
    const { map } = computeMap(votes, { out });
    const shown = await mapOf(street.guest());
    expect(shown.closed).toBe(true);
    expect(shown.groups.map(({ size }: { size?: number }) => size)).toEqual(
      map.groups.map(({ size }) => size),
    );
  });

  it('after it nothing leads from a vote to who cast it, and records equal their replay', async () => {
    const { rows } = await database.pool.query('SELECT DISTINCT handle FROM statement_vote');
    expect(rows.every(({ handle }) => /^[1-9][0-9]*$/.test(handle))).toBe(true);
    expect(rows).toHaveLength(voters + 31);
    expect((await mapOf(await as('voter-1'))).people.some(({ me }: { me?: true }) => me)).toBe(false);
    expect(error(await vote(await as('voter-0'), 1, 1))).toBe('talk-over');
    expect((await replayAll(street.wired.deps.shell, { repair: false })).differences).toEqual([]);
  });
});
