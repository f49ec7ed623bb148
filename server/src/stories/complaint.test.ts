import { randomUUID } from 'node:crypto';
import { verifyDocument } from '@liren/core/record/export.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, enterByPhone } from '../signin/testing-sign-in.ts';
import { lookPlace } from '../store/own-matters.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
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
interface Key {
  readonly community: string;
  readonly id: string;
}
async function report(role: Role, body: object): Promise<Key> {
  const response = await (await as(role)).send('POST', '/api/matters', {
    commandId: randomUUID(),
    procedure: 'complaint',
    ...body,
  });
  expect(response.statusCode, response.body).toBe(201);
  return response.json();
}
async function act(role: Role, { community, id }: Key, type: string, input: object = {}) {
  return (await as(role)).send('POST', `/api/matters/${community}/${id}/commands`, {
    commandId: randomUUID(),
    type,
    input,
  });
}
async function done(role: Role, key: Key, type: string, input: object = {}): Promise<void> {
  const response = await act(role, key, type, input);
  expect(response.statusCode, response.body).toBe(200);
}
async function see(role: Role, { community, id }: Key) {
  const response = await (await as(role)).send('GET', `/api/matters/${community}/${id}`);
  expect(response.statusCode, response.body).toBe(200);
  return response.json();
}
const photo = async (role: Role, community: string) => {
  const person = street.people.get(role);
  const file = randomUUID();
  const sha256 = 'ab'.repeat(32);
  await database.pool.query(
    `INSERT INTO file (community_id, id, bytes, sha256, media_type, width_pixels, height_pixels, uploaded_by, created_at)
     VALUES ($1, $2, 10, $3, 'image/jpeg', 1, 1, $4, 0)`,
    [community, file, sha256, person],
  );
  return { file, sha256 };
};

describe('接诉即办: a complaint from first word to verified settlement', () => {
  let matter: Key;

  it('finds its community by the place on the map and tells what comes next', async () => {
    matter = await report('resident', {
      affair: 'event/exposed-rubbish',
      input: {
        title: '楼下的垃圾三天没人收',
        text: '柳荫里 3 号楼北侧，垃圾桶满了三天。我的电话是 13900001111。',
        location: { lat: 39.905, long: 116.405, address: '柳荫里 3 号楼' },
      },
    });
    expect(matter.community).toBe('c1');
    const page = await see('resident', matter);
    expect(page.title).toBe('楼下的垃圾三天没人收');
    expect(page.next).toMatchObject({ title: '派单', late: false });
    expect(page.stations[0]).toMatchObject({ id: 'dispatch', state: 'here' });
    expect(page.places.map((place: { id: string }) => place.id)).toEqual(['d', 's', 'c1', 'c1g1']);
    // Not RES-2: rules are told by what they say.
    expect(page.stations[1]).toMatchObject({
      id: 'handle',
      rules: [{ law: '北京市接诉即办工作条例', article: '第二章' }],
    });
  });

  it('shows the public no personal word', async () => {
    const response = await street.guest().send('GET', `/api/matters/${matter.community}/${matter.id}`);
    expect(response.statusCode).toBe(200);
    expect(response.body).not.toContain('柳荫里 3 号楼');
    expect(response.body).not.toContain('垃圾三天');
  });

  it('lets a neighbour join once', async () => {
    await done('neighbour', matter, 'join');
    expect((await act('neighbour', matter, 'join')).json().error.code).toBe('already-joined');
  });

  it('goes to who holds the power, and to nobody else', async () => {
    const refused = await act('dispatcher', matter, 'assign', { organ: 'water' });
    expect(refused.statusCode).toBe(409);
    expect(refused.json().error).toMatchObject({ code: 'lacks-power' });
    expect((await act('resident', matter, 'assign', { organ: 'urban' })).json().error.code).toBe('not-yours');
    const page = await see('dispatcher', matter);
    expect(page.suggestedOrgans.length).toBeGreaterThan(0);
    await done('dispatcher', matter, 'assign', { organ: 'street-office', urgency: 'urgent' });
    expect((await see('resident', matter)).assignee.title).toBe('柳荫街道办事处');
  });

  it('whistles three departments and waits for their answers', async () => {
    await done('leader', matter, 'whistle', {
      organs: ['urban', 'water', 'drain'],
      reason: 'joint-enforcement',
      text: '请到现场一起清运、冲洗、疏通。',
    });
    const page = await see('leader', matter);
    expect(page.children).toHaveLength(3);
    const proof = await photo('leader', matter.community);
    const early = await act('leader', matter, 'done', { text: '清完了', photos: [proof] });
    expect(early.json().error.code).toBe('waiting-for-others');
    for (const [i, role] of (['urban', 'water', 'drain'] as const).entries()) {
      const child = { community: matter.community, id: page.children[i].id };
      await done(role, child, 'done', { text: '已到现场' });
      await done(role, child, 'done', { text: `${role} 的活已经干完` });
      await done('leader', child, 'accept');
    }
    const joined = await see('leader', matter);
    expect(joined.children.map((child: { status: string }) => child.status)).toEqual([
      'ended',
      'ended',
      'ended',
    ]);
    expect(joined.children[0].answer).toBe('urban 的活已经干完');
    // Who asked reads the answers too; a stranger does not.
    expect((await see('resident', matter)).children[0].answer).toBe('urban 的活已经干完');
    expect((await see('neighbour', matter)).children[0].answer).toBeUndefined();
  });

  it('tells the resident who looked at what they said', async () => {
    const { rows } = (await (await as('resident')).send('GET', '/api/looks')).json();
    expect(rows.map((row: { post: string }) => row.post)).toContain('派单员');
    expect(rows[0].matter.id).toBe(matter.id);
    expect((await (await as('neighbour')).send('GET', '/api/looks')).json().rows).toEqual([]);
  });

  it('is late when its time runs out while nobody looks, and says so', async () => {
    street.pass({ days: 2 });
    // Nobody stays signed in that long at an office.
    browsers.clear();
    await wakeDueMatters(street.wired.deps.shell, (error) => {
      throw error;
    });
    const page = await see('supervisor', matter);
    expect(page.next.late).toBe(true);
    const inbox = await (await as('supervisor')).send('GET', '/api/inbox?tab=late');
    expect(inbox.statusCode, inbox.body).toBe(200);
    expect(inbox.json().rows.map((row: Key) => row.id)).toContain(matter.id);
  });

  it('comes back after a bad rating and is settled after the second', async () => {
    const proof = await photo('leader', matter.community);
    await done('leader', matter, 'done', { text: '垃圾已经清走，地面冲洗干净。', photos: [proof] });
    await done('resident', matter, 'rate', { contacted: true, solved: false, satisfied: 'dissatisfied' });
    expect((await see('resident', matter)).next.title).toBe('办理');
    const again = await photo('leader', matter.community);
    await done('leader', matter, 'done', { text: '改为每天收两次。', photos: [again] });
    await done('resident', matter, 'rate', {
      contacted: true,
      solved: true,
      satisfied: 'satisfied',
      comment: '谢谢',
    });
    const page = await see('resident', matter);
    expect(page).toMatchObject({ status: 'ended', outcome: 'settled', rating: { satisfied: 'satisfied' } });
  });

  it('counts in the three rates, and the figure opens onto it', async () => {
    const leader = await as('leader');
    const answer = await leader.send('GET', '/api/measures?month=2026-11&by=organ');
    expect(answer.statusCode, answer.body).toBe(200);
    const rates = answer.json();
    expect(rates.rows[0]).toMatchObject({
      key: 'street-office',
      calls: 1,
      solved: 1,
      late: 1,
      rank: 1,
      score: '100.00',
    });
    const behind = await leader.send(
      'GET',
      '/api/measures/matters?month=2026-11&by=organ&key=street-office&figure=late',
    );
    expect(behind.json().rows.map((row: Key) => row.id)).toEqual([matter.id]);
    const sheet = await leader.send('GET', '/api/measures/export?month=2026-11&by=organ');
    expect(sheet.statusCode).toBe(200);
    expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it('is published as a notice whose figures nobody can write themselves', async () => {
    const opened = await (await as('leader')).send('POST', '/api/matters', {
      commandId: randomUUID(),
      procedure: 'monthly-ranking',
      input: { month: '2026-11' },
    });
    const ranking: Key = opened.json();
    await done('leader', ranking, 'publish', {
      title: '十一月三率排名',
      text: '见下表。',
      figures: { rows: [{ title: '柳荫街道办事处', score: '1.00' }] },
    });
    const notices = (await street.guest().send('GET', '/api/notices')).json().rows;
    expect(notices[0]).toMatchObject({ title: '十一月三率排名', inForce: true });
    const { community, matter: id, seq } = notices[0];
    const notice = (await street.guest().send('GET', `/api/notices/${community}/${id}/${seq}`)).json();
    expect(notice.figures.rows[0]).toMatchObject({ rank: 1, score: '100.00', calls: 1 });
    await done('resident', ranking, 'object', { text: '请核对一下' });
    const page = (await street.guest().send('GET', `/api/notices/${community}/${id}/${seq}`)).json();
    expect(page.objections).toMatchObject([{ n: 1, answered: false }]);
  });

  it('can be verified by anyone, without the server and without a personal word', async () => {
    const response = await street.guest().send('GET', `/api/records/${matter.community}/${matter.id}`);
    expect(response.body).not.toContain('垃圾三天');
    const document = response.json();
    expect(verifyDocument(document)).toMatchObject({ ok: true });
    document.events[2].data.organ = 'water';
    expect(verifyDocument(document)).toMatchObject({ ok: false });
  });

  it('keeps verifying after the resident erased what they said', async () => {
    const erased = await (await as('resident')).send('POST', '/api/my-data/erase', { confirm: '删除' });
    expect(erased.json().erased).toBeGreaterThan(2);
    const response = await street.guest().send('GET', `/api/records/${matter.community}/${matter.id}`);
    expect(verifyDocument(response.json())).toMatchObject({ ok: true });
    const words = await database.pool.query('SELECT 1 FROM matter_words WHERE matter_id = $1', [matter.id]);
    expect(words.rowCount).toBe(0);
  });
});

describe('a caller whose matter is open already', () => {
  let matter: Key;
  const caller = { phone: '138 0013 8111', name: '蒋梅' };
  const joinFor = async (role: Role, commandId: string, who: object = caller) =>
    (await as(role)).send('POST', `/api/matters/${matter.community}/${matter.id}/join-for`, {
      commandId,
      caller: who,
    });

  it('is counted in once by the clerk, whatever is repeated, and the clerk answers for it', async () => {
    matter = await report('resident', { community: 'c1', input: { title: '电梯又停了' } });
    const commandId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => joinFor('clerk', commandId)));
    for (const answer of answers) expect(answer.json(), answer.body).toEqual({ joined: true });
    expect((await joinFor('dispatcher', randomUUID())).json()).toEqual({ joined: false });
    const page = await see('clerk', matter);
    expect(page.joined).toBe(1);
    const event = page.record.find(({ type }: { type: string }) => type === 'joined');
    expect(event.by).toMatchObject({ post: '话务员', organ: '12345 热线中心' });
    expect(event.data.joined).not.toBe('');
    expect(JSON.stringify(event)).not.toContain('8111');
    expect((await joinFor('clerk', randomUUID(), { phone: '12' })).statusCode).toBe(400);
    expect((await joinFor('neighbour', randomUUID())).statusCode).toBe(403);
  });

  it('finds it among their own matters and hears how it ends', async () => {
    const browser = street.guest();
    const entered = await enterByPhone(browser, '13800138111');
    expect(entered.statusCode, entered.body).toBe(200);
    const own = async (): Promise<readonly Key[]> => (await browser.send('GET', '/api/mine')).json().rows;
    const told = async () => (await browser.send('GET', '/api/messages')).json().rows;
    expect((await own()).map(({ id }) => id)).toEqual([matter.id]);
    expect(await told()).toEqual([]);
    await done('resident', matter, 'withdraw');
    expect(await told()).toMatchObject([{ matter: matter.id, key: 'ended' }]);
    // What is over takes nobody in any more, and says so.
    const late = await joinFor('clerk', randomUUID(), { phone: '13800138222' });
    expect(late.json().error.code).toBe('matter-ended');
  });
});

describe('three channels reach the right street', () => {
  it('a caller is looked up by number, and the look is kept', async () => {
    const key = await report('clerk', {
      channel: 'hotline',
      caller: { phone: '13800138000', name: '刘洋' },
      place: 'c2g1',
      input: { title: '下水道堵了' },
    });
    expect(key.community).toBe('c2');
    const found = await (await as('clerk')).send('POST', '/api/callers', { phone: '138 0013 8000' });
    expect(found.json().person).toMatchObject({ masked: '138****8000', name: '刘*' });
    expect(found.json().person.earlier[0].id).toBe(key.id);
    const page = await see('clerk', key);
    const phone = page.record[0].said.find((said: { name: string }) => said.name === 'phone');
    expect(phone).toMatchObject({ masked: '138****8000' });
    expect(phone.value).toBeUndefined();
    const url = `/api/matters/${key.community}/${key.id}/reveal`;
    const revealed = await (await as('clerk')).send('POST', url, { seq: 1, name: 'phone', reason: '回访' });
    expect(revealed.json().value).toBe('+8613800138000');
    const looks = await database.pool.query(
      `SELECT id, reason FROM look WHERE matter_id = $1 AND what = 'phone'`,
      [key.id],
    );
    const { sealer } = street.wired.deps.shell;
    const reasons = looks.rows.map((row) => sealer.open(lookPlace(row.id), row.reason));
    expect(reasons).toEqual([{ ok: true, value: '回访' }]);
  });

  it('a grid worker reports from the grid', async () => {
    const key = await report('grid', { channel: 'grid', place: 'c1g1', input: { title: '井盖翘起来了' } });
    expect(key.community).toBe('c1');
  });

  it('whoever works in one community or grid is told so, and nobody else', async () => {
    const groundOf = async (role: Role) =>
      (await (await as(role)).send('GET', '/api/me')).json().posts[0].ground;
    expect(await groundOf('grid')).toEqual({ community: 'c1', grid: 'c1g1' });
    expect(await groundOf('worker')).toEqual({ community: 'c1' });
    expect(await groundOf('dispatcher')).toBeUndefined();
    expect(await groundOf('clerk')).toBeUndefined();
  });

  it('a grid worker who names no place inside the community means the own grid', async () => {
    const key = await report('grid', { channel: 'grid', community: 'c1', input: { title: '路灯不亮' } });
    const page = await see('grid', key);
    expect(page.places.map((place: { id: string }) => place.id)).toEqual(['d', 's', 'c1', 'c1g1']);
  });

  it('narrows the inbox by what people ask for', async () => {
    const dispatcher = await as('dispatcher');
    const found = async (query: string): Promise<readonly string[]> =>
      (await dispatcher.send('GET', `/api/inbox?${query}`))
        .json()
        .rows.map((row: { title: string }) => row.title);
    expect(await found('q=井盖')).toEqual(['井盖翘起来了']);
    expect(await found('step=dispatch&q=下水道')).toEqual(['下水道堵了']);
    expect(await found('step=handle')).toEqual([]);
  });

  it('repeating a command acts once', async () => {
    const commandId = randomUUID();
    const body = { commandId, procedure: 'complaint', community: 'c1', input: { title: '路灯不亮' } };
    const browser = await as('neighbour');
    const answers = await Promise.all([1, 2, 3].map(() => browser.send('POST', '/api/matters', body)));
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
  });
});
