import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
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
const names = ['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七'];
const number = (n: number): string => identity('19700101', 100 + n);
const phone = (n: number): string => `139110030${String(n).padStart(2, '0')}`;

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
async function timePasses(time: { days?: number; hours?: number }): Promise<void> {
  street.pass(time);
  if (time.days !== undefined) browsers.clear();
  await wakeDueMatters(street.wired.deps.shell, (error) => {
    throw error;
  });
}
async function opened(title: string): Promise<string> {
  const response = await (await staff('worker')).send('POST', '/api/matters', {
    commandId: randomUUID(),
    procedure: 'courtyard-council',
    community: 'c1',
    input: { title, text: '大家都在问' },
  });
  expect(response.statusCode, response.body).toBe(201);
  return response.json().id;
}
const act = async (id: string, type: string, input: object = {}, role: Role = 'worker') =>
  (await staff(role)).send('POST', `/api/matters/c1/${id}/commands`, {
    commandId: randomUUID(),
    type,
    input,
  });
async function done(id: string, type: string, input: object = {}, role: Role = 'worker'): Promise<void> {
  const response = await act(id, type, input, role);
  expect(response.statusCode, response.body).toBe(200);
}
const see = async (id: string, role: Role = 'worker') =>
  (await (await staff(role)).send('GET', `/api/matters/c1/${id}`)).json();
const meetingOf = async (id: string) =>
  (await (await staff('worker')).send('GET', `/api/meetings/c1/${id}`)).json();
const hallOf = async (id: string) =>
  (await street.guest().send('GET', (await meetingOf(id)).hall.replace('/h/', '/api/halls/'))).json();
const send = async (browser: Browser, id: string, path: string, body: object) =>
  browser.send('POST', `/api/meetings/c1/${id}/${path}`, body);
const entryOf = async (id: string, n: number): Promise<string> => {
  const { rows } = (await (await staff('worker')).send('GET', `/api/polls/c1/${id}/roll`)).json();
  return rows.find(({ label }: { label: string }) => label.endsWith(` ${101 + n}`))?.id ?? '';
};
async function arrive(id: string, n: number, more: object = {}) {
  const entry = await entryOf(id, n);
  return send(await staff('worker'), id, 'arrivals', { entry, ...more });
}
const codeOf = (checkIn: string): string => new URL(checkIn, 'http://x').searchParams.get('code') ?? '';
/** The wall clock of the street. */
const moment = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);
const hours = 3_600_000;
const days = 24 * hours;

describe('小院议事厅: a meeting of seven households', () => {
  let id = '';
  let starts = 0;
  const convene = async (inDays: number): Promise<void> => {
    starts = street.now() + inDays * days;
    await done(id, 'convene', { starts: moment(starts), place: '社区活动室', text: '装不装充电桩' });
  };

  it('is convened with ten days of notice, for the households of the roll', async () => {
    id = await opened('装不装充电桩');
    const soon = { starts: moment(street.now() + 5 * days), place: '活动室', text: '议题' };
    expect((await act(id, 'convene', soon)).json().error.code).toBe('notice-too-short');
    await convene(11);
    const hall = await hallOf(id);
    expect(hall).toMatchObject({ name: '柳荫社区户代表议事会', place: '社区活动室' });
    expect(hall.items).toMatchObject([
      { title: '装不装充电桩', state: 'waiting', due: 7, present: 0, quorate: false },
    ]);
    expect(hall.items[0].attendance).toContain('还差 4 ');
  });

  it('opens its wall to nobody without the link, and its desk to nobody but who runs it', async () => {
    const { hall } = await meetingOf(id);
    const other = `${hall.slice(0, -1)}${hall.endsWith('a') ? 'b' : 'a'}`;
    expect((await street.guest().send('GET', other.replace('/h/', '/api/halls/'))).statusCode).toBe(404);
    for (const role of ['resident', 'clerk', 'grid', 'other-community'] as const) {
      const browser = await staff(role);
      expect((await browser.send('GET', `/api/meetings/c1/${id}`)).statusCode, role).toBe(403);
      const entry = await entryOf(id, 0);
      expect((await send(browser, id, 'arrivals', { entry })).statusCode, role).toBe(403);
      expect((await send(browser, id, 'arrivals/undo', { entry, reason: '点错了' })).statusCode).toBe(403);
    }
  });

  it('lets nobody in days before, nor with a code that nobody on the wall shows', async () => {
    expect((await arrive(id, 0)).json().error.code).toBe('doors-closed');
    expect((await send(await home(0), id, 'check-in', { code: 'aaaaaaaa' })).json().error.code).toBe(
      'code-old',
    );
  });

  it('too few came: it does not begin, and the next roll has nobody there', async () => {
    await timePasses({ days: 11 });
    for (const n of [0, 1, 2]) expect((await arrive(id, n)).statusCode).toBe(200);
    await done(id, 'begin');
    expect((await see(id)).record.at(-1).type).toBe('not-quorate');
    await convene(11);
    expect((await hallOf(id)).items[0]).toMatchObject({ present: 0, state: 'waiting' });
    await timePasses({ days: 11 });
  });

  it('counts everybody once, whether by their own telephone or by the desk, whichever is first', async () => {
    const { checkIn } = await hallOf(id);
    const own = await home(0);
    const first = await send(own, id, 'check-in', { code: codeOf(checkIn) });
    expect(first.json()).toMatchObject({ label: expect.stringContaining('101') });
    expect((await send(own, id, 'check-in', { code: codeOf(checkIn) })).json()).toEqual(first.json());
    expect((await arrive(id, 0)).json().error.code).toBe('already-there');
    expect((await arrive(id, 1)).statusCode).toBe(200);
    expect((await send(await home(1), id, 'check-in', { code: codeOf(checkIn) })).statusCode).toBe(200);
    expect((await hallOf(id)).items[0].present).toBe(2);
    const stranger = await staff('neighbour');
    expect((await send(stranger, id, 'check-in', { code: codeOf(checkIn) })).json().error.code).toBe(
      'not-on-roll',
    );
    await timePasses({ hours: 1 });
    expect((await send(await home(2), id, 'check-in', { code: codeOf(checkIn) })).json().error.code).toBe(
      'code-old',
    );
  });

  it('takes a mark back with its reason, which stands sealed', async () => {
    await arrive(id, 6);
    const undo = { entry: await entryOf(id, 6), reason: '把隔壁当成他了' };
    expect((await send(await staff('worker'), id, 'arrivals/undo', undo)).statusCode).toBe(204);
    expect((await send(await staff('worker'), id, 'arrivals/undo', undo)).statusCode).toBe(404);
    expect((await hallOf(id)).items[0].present).toBe(2);
    const kept = [...(await dumpOf(database.pool)).values()].join('');
    expect(kept).not.toContain('把隔壁当成他了');
  });

  it('who stands aside is not counted, and the base says so', async () => {
    for (const n of [2, 3, 4]) expect((await arrive(id, n)).statusCode).toBe(200);
    const roll = (await (await staff('worker')).send('GET', `/api/polls/c1/${id}/roll`)).json().rows;
    const aside = roll.find(({ label }: { label: string }) => label.endsWith(' 107'));
    await done(id, 'recuse', { no: aside.no, reason: '桩装在他家窗下' });
    expect((await act(id, 'recuse', { no: aside.no, reason: '再来' })).json().error.code).toBe(
      'field-invalid',
    );
    expect((await arrive(id, 6)).json().error.code).toBe('stands-aside');
    expect((await hallOf(id)).items[0]).toMatchObject({
      due: 6,
      present: 5,
      aside: '1 户回避，不计入应到',
      quorate: true,
    });
  });

  it('hears both sides equally often, counts hands, and writes its minutes by itself', async () => {
    await done(id, 'begin');
    // Hands have no box: nothing opens, and no ballot finds one.
    const entry = await entryOf(id, 2);
    const ballot = { entry, channel: 'desk', said: { code: randomUUID().slice(0, 23), choice: ['for'] } };
    const worker = await staff('worker');
    expect((await worker.send('POST', `/api/polls/c1/${id}/ballots`, ballot)).statusCode).toBe(404);
    const [poll] = (await worker.send('GET', `/api/polls/c1/${id}`)).json().polls;
    expect(poll).not.toHaveProperty('opensAt');
    await done(id, 'speak', { side: 'for', text: '楼下充电才安全' });
    expect(
      (await act(id, 'resolve', { for: 9, against: 0, abstain: 0, counters: '甲、乙' })).json().error.code,
    ).toBe('more-than-present');
    await done(id, 'resolve', { for: 3, against: 1, abstain: 1, counters: '王监票、李计票' });
    expect((await act(id, 'write-minutes', { text: '记录' })).json().error.code).toBe('sides-unbalanced');
    await done(id, 'speak', { side: 'against', text: '占了停车位' });
    const spoken = (await see(id)).record.filter(({ type }: { type: string }) => type === 'spoken');
    expect(spoken.map(({ answers }: { answers: unknown }) => answers)).toEqual([
      [{ title: '哪一方', values: ['赞成的'] }],
      [{ title: '哪一方', values: ['反对的'] }],
    ]);
    const hall = await hallOf(id);
    expect(hall.items[0].result).toMatchObject({ passed: true, outcome: '表决通过。' });
    expect(hall.items[0].sides).toEqual([
      { title: '赞成的', times: 1 },
      { title: '反对的', times: 1 },
    ]);
    expect(hall.checkIn).toBeUndefined();
    expect((await arrive(id, 5)).json().error.code).toBe('meeting-over');
    const undo = { entry: await entryOf(id, 0), reason: '他说没来' };
    expect((await send(await staff('worker'), id, 'arrivals/undo', undo)).json().error.code).toBe(
      'meeting-over',
    );
    const { text } = (await see(id)).offers.find(
      ({ name }: { name: string }) => name === 'write-minutes',
    ).initial;
    expect(text).toContain('应到 6 户，实到 5 户');
    expect(text).toContain('回避：名册第 7 号');
    expect(text).toContain('反对的：占了停车位');
    expect(text).toContain('同意 3 票，反对 1 票，弃权 1 票。');
    await done(id, 'write-minutes', { text: `${text}\n散会。` });
  });

  it('the minutes are confirmed by somebody else, go back while they are wrong, and print as a Word file', async () => {
    expect((await act(id, 'confirm-minutes', { right: true })).json().error.code).toBe('same-person');
    await done(id, 'confirm-minutes', { right: false, text: '漏了散会时间' }, 'worker-2');
    await done(id, 'write-minutes', { text: '一、议题\n充电桩\n21:00 散会。' });
    await done(id, 'confirm-minutes', { right: true }, 'worker-2');
    const response = await (await staff('worker')).send(
      'GET',
      `/api/matters/c1/${id}/documents/minutes.docx`,
    );
    expect(response.headers['content-type']).toContain('wordprocessingml');
    const xml = strFromU8(unzipSync(response.rawPayload)['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('21:00 散会。');
    expect(xml).toContain('王监票、李计票');
    expect(xml).toContain('确认属实');
    // Who wrote them left the speeches out: which side said what stands below, from the record.
    expect(xml.indexOf('附：案卷里的发言')).toBeGreaterThan(xml.indexOf('21:00 散会。'));
    expect(xml).toContain('反对的：占了停车位');
    const asGuest = await street.guest().send('GET', `/api/matters/c1/${id}/documents/minutes`);
    expect(JSON.stringify(asGuest.json())).toContain('21:00 散会。');
    expect(JSON.stringify(asGuest.json())).not.toContain('王监票');
  });

  it('the roll sheet names people only for who runs the meeting', async () => {
    const sheet = async (browser: Browser) =>
      JSON.stringify((await browser.send('GET', `/api/matters/c1/${id}/documents/roll-sheet`)).json());
    expect(await sheet(await staff('worker'))).toMatch(/柳荫里[^"]+101/);
    // Of households, a home stands on each line, whoever comes.
    expect(await sheet(await staff('worker'))).toContain('["序号","户","签名","时间","备注"]');
    expect(await sheet(street.guest())).not.toContain('柳荫里');
  });

  it('the record replays to what the tables hold', async () => {
    expect((await replayAll(street.wired.deps.shell, { repair: false })).differences).toEqual([]);
  });
});

describe('a hall without a network', () => {
  it('is entered afterwards: each with the time it had, and it begins with those who were there by then', async () => {
    const id = await opened('修不修大门');
    const starts = street.now() + 11 * days;
    await done(id, 'convene', { starts: moment(starts), place: '院里', text: '大门' });
    await timePasses({ days: 12 });
    const at = (minutes: number) => Math.floor(starts / 60_000) * 60_000 + minutes * 60_000;
    for (const [n, minutes] of [
      [0, -5],
      [1, 0],
      [2, 3],
      [3, 40],
      [4, 45],
    ] as const)
      expect((await arrive(id, n, { at: at(minutes) })).statusCode).toBe(200);
    expect((await arrive(id, 5, { at: street.now() + hours })).json().error.code).toBe('not-passed-yet');
    // Five are there in the end; at ten past only three were, and three of seven are too few.
    await done(id, 'begin', { began: moment(at(10)) });
    const failed = (await see(id)).record.at(-1);
    expect(failed).toMatchObject({ type: 'not-quorate', data: { present: { heads: 3 } } });
  });
  it('with enough of them by then it has begun at the time that it had', async () => {
    const id = await opened('换不换门禁');
    const starts = street.now() + 11 * days;
    await done(id, 'convene', { starts: moment(starts), place: '院里', text: '门禁' });
    await timePasses({ days: 12 });
    const at = (minutes: number) => Math.floor(starts / 60_000) * 60_000 + minutes * 60_000;
    for (const n of [0, 1, 2, 3]) expect((await arrive(id, n, { at: at(n) })).statusCode).toBe(200);
    await arrive(id, 4, { at: at(50) });
    await done(id, 'begin', { began: moment(at(10)) });
    const begun = (await see(id)).record.at(-1);
    expect(begun).toMatchObject({ type: 'meeting-begun', data: { at: at(10), present: { heads: 4 } } });
    const { rows } = (await (await staff('worker')).send('GET', `/api/polls/c1/${id}/roll`)).json();
    const times = rows.flatMap(({ presentAt }: { presentAt?: number }) =>
      presentAt === undefined ? [] : [presentAt],
    );
    expect(times).toEqual([0, 1, 2, 3, 50].map(at));
  });
});

describe('one sitting for several matters', () => {
  const wish = (items: readonly string[], starts: number, sitting = randomUUID()) => ({
    id: sitting,
    starts: moment(starts),
    place: '社区大厅',
    items: items.map((matter) => ({ matter, text: '材料见附件' })),
  });
  it('convenes all or none, and whoever checks in is there for all', async () => {
    const [lamp, tree] = [await opened('添路灯'), await opened('修树')];
    const worker = await staff('worker');
    const waiting = (await worker.send('GET', '/api/meetings/c1')).json().rows;
    const ids = waiting.map(({ matter }: { matter: string }) => matter);
    expect(ids).toEqual(expect.arrayContaining([lamp, tree]));
    expect((await (await staff('grid')).send('GET', '/api/meetings/c1')).json().rows).toEqual([]);
    const early = await worker.send('POST', '/api/meetings/c1', wish([lamp, tree], street.now() + 2 * days));
    expect(early.json().error.code).toBe('notice-too-short');
    expect((await see(lamp)).record.some(({ type }: { type: string }) => type === 'convened')).toBe(false);
    const together = wish([lamp, tree], street.now() + 11 * days);
    const neighbour = await (await staff('grid')).send('POST', '/api/meetings/c1', together);
    expect(neighbour.json().error.code).toBe('not-allowed');
    for (const _ of [1, 2])
      expect((await worker.send('POST', '/api/meetings/c1', together)).json()).toEqual({ matters: 2 });
    expect((await see(tree)).record.filter(({ type }: { type: string }) => type === 'convened')).toHaveLength(
      1,
    );
    // What is convened waits no more.
    const left = (await worker.send('GET', '/api/meetings/c1')).json().rows;
    expect(left.map(({ matter }: { matter: string }) => matter)).not.toContain(tree);
    const foreign = await (await staff('other-community')).send('POST', '/api/meetings/c1', together);
    expect([403, 404]).toContain(foreign.statusCode);

    await timePasses({ days: 11 });
    // Whoever has a stake in one of the two is there for the other alone.
    await done(tree, 'recuse', { no: 1, reason: '树在他家门口' });
    for (const n of [0, 1, 2, 3, 4]) expect((await arrive(lamp, n)).statusCode).toBe(200);
    const hall = await hallOf(tree);
    expect(hall.items).toMatchObject([
      { title: '添路灯', due: 7, present: 5 },
      { title: '修树', due: 6, present: 4, aside: '1 户回避，不计入应到' },
    ]);
    for (const id of [lamp, tree]) await done(id, 'begin');
    await done(lamp, 'resolve', { for: 5, against: 0, abstain: 0, counters: '甲、乙' });
    // The first item is decided; whoever comes now is there only for the second.
    expect((await arrive(tree, 5)).statusCode).toBe(200);
    expect((await hallOf(lamp)).items).toMatchObject([
      { present: 5, state: 'decided' },
      { present: 5, state: 'begun' },
    ]);
    // A notice is not sent by halves: one of the two has met already.
    const bench = await opened('添长椅');
    const half = wish([bench, lamp], street.now() + 11 * days);
    const refused = await (await staff('worker')).send('POST', '/api/meetings/c1', half);
    expect(refused.json().error.code).toBe('no-such-action');
    expect((await see(bench)).record.some(({ type }: { type: string }) => type === 'convened')).toBe(false);
  });
});
