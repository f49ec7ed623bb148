import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../signin/testing-sign-in.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { replayAll } from '../usecases/replay.ts';
import { wakeDueMatters } from '../usecases/wake-matter.ts';

const database = testDatabase();
let street: TestStreet;
const browsers = new Map<Role, Browser>();
beforeAll(async () => {
  street = await startStreet(database.pool);
});
afterAll(() => street.close());

async function as(role: Role): Promise<Browser> {
  const known = browsers.get(role) ?? (await street.as(role));
  browsers.set(role, known);
  return known;
}
const ask = async (role: Role, affair: string, input: object, body: object = {}) =>
  (await as(role)).send('POST', '/api/matters', {
    commandId: randomUUID(),
    procedure: 'service-item',
    community: 'c1',
    affair,
    input,
    ...body,
  });
async function asked(...given: Parameters<typeof ask>): Promise<string> {
  const response = await ask(...given);
  expect(response.statusCode, response.body).toBe(201);
  return response.json().id;
}
async function act(role: Role, id: string, type: string, input: object = {}) {
  const body = { commandId: randomUUID(), type, input };
  return (await as(role)).send('POST', `/api/matters/c1/${id}/commands`, body);
}
async function done(role: Role, id: string, type: string, input: object = {}): Promise<void> {
  const response = await act(role, id, type, input);
  expect(response.statusCode, response.body).toBe(200);
}
const see = async (role: Role, id: string) =>
  (await (await as(role)).send('GET', `/api/matters/c1/${id}`)).json();
const waits = async (role: Role): Promise<readonly string[]> =>
  (await (await as(role)).send('GET', '/api/inbox')).json().rows.map(({ id }: { id: string }) => id);
async function daysPass(days: number): Promise<void> {
  street.pass({ days });
  // Nobody stays signed in for days.
  browsers.clear();
  await wakeDueMatters(street.wired.deps.shell, (error) => {
    throw error;
  });
}
const told = async (role: Role): Promise<readonly string[]> =>
  (await (await as(role)).send('GET', '/api/messages')).json().rows.map(({ key }: { key: string }) => key);
const eventOf = (seen: { record: { type: string; data: unknown }[] }, type: string) =>
  seen.record.findLast((event) => event.type === type);
const atHome = {
  way: 'home',
  asker: 'self',
  location: { address: '柳荫里 3 号楼 2 单元 101', lat: 39.905, long: 116.405 },
};

describe('综合窗口 A6: 生育登记 done at home', () => {
  let id = '';
  it('the grid worker of that home is asked to go, within two working days; the window is not', async () => {
    id = await asked('resident', 'item/birth-registration', atHome, { community: undefined });
    expect(await waits('grid')).toContain(id);
    expect(await waits('worker')).not.toContain(id);
    expect((await see('resident', id)).next).toMatchObject({ title: '上门接件' });
  });

  it('takes the papers in there: what was taken is on record, and the window passes it on', async () => {
    await done('grid', id, 'take-in', { brought: ['couple-id', 'household-book', 'marriage'] });
    const seen = await see('resident', id);
    expect(eventOf(seen, 'taken-in')?.data).toEqual({
      materials: [
        { id: 'couple-id', title: '夫妻双方居民身份证' },
        { id: 'household-book', title: '户口簿' },
        { id: 'marriage', title: '结婚证' },
      ],
    });
    expect(await told('resident')).toContain('taken-in');
    const desk = await see('worker', id);
    expect(desk.suggestedOrgans[0]).toMatchObject({ id: 'health', hasPower: true });
    // The window passes on; it does not decide, and may only pass on to who may.
    expect((await act('worker', id, 'assign', { organ: 'water' })).json().error.code).toBe('lacks-power');
    await done('worker', id, 'assign', { organ: 'health' });
  });

  it('whoever decides has the time that the catalogue promises: one working day', async () => {
    const { next } = await see('health', id);
    // Asked for on a Monday: due when Tuesday is over.
    expect(next).toMatchObject({ dueAt: Date.parse('2026-11-11T00:00:00+08:00'), late: false });
    expect((await act('health', id, 'done', { text: '已登记' })).json().error).toMatchObject({
      code: 'field-required',
    });
    await done('health', id, 'done', { result: 'granted', text: '已登记，证明已出' });
  });

  it('the result comes back to the window, is handed over at home against a signature, and is rated', async () => {
    await done('worker', id, 'submit', { inHand: 'certificate', note: '网格员下午送去' });
    expect(await told('resident')).toContain('submitted');
    expect(await waits('grid')).toContain(id);
    await done('grid', id, 'submit', { takenBy: 'self', takenHow: 'home', signer: '林秀兰' });
    const seen = await see('resident', id);
    expect(eventOf(seen, 'submitted')?.data).toMatchObject({ takenBy: 'self', takenHow: 'home' });
    // The signature stands outside the chain, for those who handle it.
    expect(JSON.stringify(seen)).not.toContain('"signer","audience":"handlers","value"');
    await done('resident', id, 'rate', { contacted: true, solved: true, satisfied: 'satisfied' });
    expect(await see('resident', id)).toMatchObject({ status: 'ended', outcome: 'served' });
  });
});

describe('综合窗口 A6: at the window, with papers missing', () => {
  let id = '';
  it('the clerk takes it in for somebody and ticks: what is lacking is told whole', async () => {
    id = await asked(
      'worker',
      'item/minimum-living',
      { way: 'window', asker: 'self' },
      { channel: 'window', caller: { phone: '13900005555', name: '钱伯' } },
    );
    await done('worker', id, 'take-in', { brought: ['family-id'], needed: ['diagnosis'] });
    const seen = await see('worker', id);
    expect(eventOf(seen, 'told-lacking')?.data).toMatchObject({
      lacking: [
        { id: 'household-book' },
        { id: 'income-statement' },
        { id: 'check-consent' },
        { id: 'diagnosis' },
      ],
      brought: [{ id: 'family-id' }],
    });
    // Thirty days to bring it.
    expect(seen.next.dueAt).toBe(Date.parse('2026-12-10T00:00:00+08:00'));
  });

  it('what was not told then cannot be asked for later', async () => {
    await daysPass(3);
    const { offers } = await see('worker', id);
    const { fields } = offers.find(({ name }: { name: string }) => name === 'take-in');
    expect(fields.map(({ name }: { name: string }) => name)).toEqual(['brought', 'note']);
    expect(fields[0].choices.map(({ value }: { value: string }) => value)).toEqual([
      'household-book',
      'income-statement',
      'check-consent',
      'diagnosis',
    ]);
    expect(
      (await act('worker', id, 'take-in', { brought: [], needed: ['agent-letter'] })).json().error.code,
    ).toBe('field-unknown');
  });

  it('who brings a part is told the rest of the same list, with no new time', async () => {
    const before = (await see('worker', id)).next.dueAt;
    await done('worker', id, 'take-in', { brought: ['household-book', 'income-statement'] });
    const seen = await see('worker', id);
    expect(eventOf(seen, 'told-lacking')?.data).toMatchObject({
      lacking: [{ id: 'check-consent' }, { id: 'diagnosis' }],
    });
    expect(seen.next.dueAt).toBe(before);
    await done('worker', id, 'take-in', { brought: ['check-consent', 'diagnosis'] });
    expect((await see('worker', id)).next.title).toBe('转件');
  });

  it('who brings nothing in time has it closed, and hears why', async () => {
    const left = await asked('resident', 'item/elder-allowance', { way: 'phone', asker: 'family' });
    await done('worker', left, 'take-in', { brought: ['own-id'] });
    expect(await told('resident')).toContain('told-lacking');
    await daysPass(31);
    expect(await see('resident', left)).toMatchObject({ status: 'ended', outcome: 'lapsed' });
  });

  it('a window that does not look within five working days is late', async () => {
    const late = await asked('resident', 'item/elder-card', { way: 'window', asker: 'self' });
    await daysPass(8);
    expect((await see('resident', late)).next.late).toBe(true);
    expect(await waits('supervisor')).toContain(late);
    await done('worker', late, 'take-in', { brought: ['own-id', 'photo'] });
  });
});

describe('受理单: whoever holds the link sees where it stands', () => {
  const linkOf = async (role: Role, id: string): Promise<string> =>
    (await see(role, id)).receipt.replace('/r/', '/api/receipts/');
  const look = async (link: string) => street.guest().send('GET', link);
  let id = '';
  let link = '';

  it('without signing in: papers, holder, time; nobody’s name, address, number or decision', async () => {
    const input = { ...atHome, text: '腿脚不便', phone: '13900001234' };
    id = await asked('resident', 'item/disability-allowances', input, { community: undefined });
    link = await linkOf('resident', id);
    expect(await linkOf('grid', id)).toBe(link);
    await done('grid', id, 'take-in', { brought: ['own-id', 'bank-card'], note: '下午再来取' });
    const lacking = await look(link);
    expect(lacking.statusCode, lacking.body).toBe(200);
    expect(lacking.json()).toMatchObject({
      item: '残疾人两项补贴',
      community: '柳荫社区',
      promised: { amount: 15, unit: 'workingDays' },
      papers: {
        whole: false,
        lists: [{ title: '还缺的材料', values: ['残疾人证'] }, { title: '收到的材料' }],
      },
      status: 'open',
      next: { title: '上门接件' },
    });
    await done('grid', id, 'take-in', { brought: ['disability-card'] });
    await done('worker', id, 'assign', { organ: 'street-office' });
    const given = await look(link);
    expect(given.json()).toMatchObject({ holder: '柳荫街道办事处', papers: { whole: true } });
    for (const secret of ['林秀兰', '腿脚不便', '3 号楼', '1234', '下午再来'])
      expect(given.body).not.toContain(secret);
    expect(given.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  });

  it('a wrong mark, another matter’s mark and a matter that is not there are all nothing', async () => {
    const other = await asked('resident', 'item/elder-card', { way: 'window', asker: 'self' });
    const mark = link.split('/').at(-1) ?? '';
    const wrong = `${mark.startsWith('a') ? 'b' : 'a'}${mark.slice(1)}`;
    const tried = [
      `/api/receipts/c1/${id}/${wrong}`,
      `/api/receipts/c1/${other}/${mark}`,
      `/api/receipts/c2/${id}/${mark}`,
    ];
    for (const url of tried) expect((await look(url)).statusCode, url).toBe(404);
    expect((await look(`/api/receipts/c1/${id}/short`)).statusCode).toBe(400);
  });

  it('says that it ended, not how it was decided, and closes half a year afterwards', async () => {
    await done('resident', id, 'withdraw', { reason: '不办了' });
    expect((await look(link)).json()).toMatchObject({ status: 'ended', outcome: 'withdrawn' });
    street.pass({ days: 179 });
    expect((await look(link)).statusCode).toBe(200);
    street.pass({ days: 2 });
    expect((await look(link)).statusCode).toBe(404);
    browsers.clear();
  });

  it('what is not taken in at a window has no receipt', async () => {
    const response = await (await as('resident')).send('POST', '/api/matters', {
      commandId: randomUUID(),
      procedure: 'complaint',
      community: 'c1',
      input: { title: '路灯不亮' },
    });
    expect((await see('resident', response.json().id)).receipt).toBeUndefined();
  });

  it('the catalogue is open to anyone, with what to bring and what the community looks up', async () => {
    const { rows } = (await street.guest().send('GET', '/api/service-items?community=c1')).json();
    expect(rows.find(({ id: item }: { id: string }) => item === 'item/birth-registration')).toMatchObject({
      title: '生育登记',
      group: { title: '生育和儿童' },
      decides: '卫生健康委员会',
      limit: { amount: 1, unit: 'workingDays' },
      lookedUp: ['住在本社区'],
    });
    expect((await street.guest().send('GET', '/api/service-items?community=nowhere')).statusCode).toBe(404);
  });
});

describe('what the catalogue says is kept to', () => {
  const refused = async (...given: Parameters<typeof ask>) => (await ask(...given)).json().error;

  it('an item is asked for by whom and in the way that it admits', async () => {
    const dog = await refused('resident', 'item/dog-registration', { way: 'home', asker: 'self' });
    expect(dog).toMatchObject({ code: 'not-offered', about: 'way' });
    const work = await refused('resident', 'item/unemployment-registration', {
      way: 'window',
      asker: 'agent',
    });
    expect(work).toMatchObject({ code: 'not-offered', about: 'asker' });
  });

  it('a service is about an item, and a complaint is not', async () => {
    const input = { way: 'window', asker: 'self' };
    const wrong = await refused('resident', 'event/exposed-rubbish', input);
    expect(wrong).toMatchObject({ code: 'field-invalid', about: 'affair' });
    const complaint = { procedure: 'complaint' };
    expect(await refused('resident', 'item/elder-card', { title: '老年证' }, complaint)).toMatchObject({
      code: 'field-invalid',
    });
  });

  it('who cannot go hands it to the window', async () => {
    const id = await asked('resident', 'item/elder-card', atHome, { community: undefined });
    await done('grid', id, 'hand-back', { reason: '老人住院了，家里人来窗口' });
    expect(await waits('worker')).toContain(id);
  });

  it('nobody else sees who asked for what; the figures and a replay agree', async () => {
    const id = await asked('resident', 'item/minimum-living', { way: 'window', asker: 'self' });
    const path = `/api/matters/c1/${id}`;
    expect((await street.guest().send('GET', path)).statusCode).toBe(404);
    expect((await (await as('neighbour')).send('GET', path)).statusCode).toBe(404);
    expect((await replayAll(street.wired.deps.shell, { repair: false })).differences).toEqual([]);
  });
});
