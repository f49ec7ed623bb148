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
async function call(role: Role, body: object = {}): Promise<string> {
  const response = await (await as(role)).send('POST', '/api/matters', {
    commandId: randomUUID(),
    procedure: 'help-call',
    community: 'c1',
    input: { text: '摔倒了，起不来', location: { address: '柳荫里 3 号楼 2 单元 101' } },
    ...body,
  });
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
async function minutesPass(minutes: number): Promise<void> {
  street.pass({ hours: minutes / 60 });
  await wakeDueMatters(street.wired.deps.shell, (error) => {
    throw error;
  });
}
const share = async (role: Role) => {
  const { timely } = (await (await as(role)).send('GET', '/api/overview')).json();
  return timely.find(({ procedure }: { procedure: string }) => procedure === 'help-call');
};

describe('平安求助: an elder who lives alone presses the button', () => {
  let answered = '';
  it('reaches the neighbours who agreed first, and nobody else', async () => {
    answered = await call('resident');
    expect(await waits('helper')).toContain(answered);
    expect(await waits('property')).not.toContain(answered);
    // It is not even theirs to read yet.
    expect((await act('property', answered, 'take')).json().error.code).toBe('not-found');
    const messages = (await (await as('helper')).send('GET', '/api/messages')).json();
    expect(messages.rows[0]).toMatchObject({ key: 'asked-in-turn' });
  });

  it('a neighbour comes: the elder sees who, with what word and when; arriving and helping are on record', async () => {
    await minutesPass(2);
    await done('helper', answered, 'take', { callMe: '老罗', text: '两分钟就到' });
    const seen = await see('resident', answered);
    const taken = seen.record.find(({ type }: { type: string }) => type === 'assigned');
    expect(taken).toMatchObject({
      by: { organ: '柳荫社区邻里互助队', post: '互助邻居' },
      at: street.now(),
    });
    const words = taken.said.map(({ value }: { value: string }) => value);
    expect([...words].sort()).toEqual(['两分钟就到', '老罗']);
    await minutesPass(2);
    await done('helper', answered, 'done', { text: '到了' });
    await minutesPass(30);
    await done('helper', answered, 'done', { text: '扶起来了，联系了女儿' });
    const over = await see('resident', answered);
    expect(over).toMatchObject({ status: 'ended', outcome: 'helped' });
    // A call has words of its own: nobody “reports” it done.
    expect(over.record.flatMap(({ did }: { did?: string }) => did ?? [])).toEqual(['到了', '帮完了']);
    expect(await share('worker')).toMatchObject({ timed: 1, timely: 1, share: '100.0' });
  });

  let unanswered = '';
  it('what nobody answers passes on by the clock, and is marked at fifteen minutes', async () => {
    unanswered = await call('resident');
    await minutesPass(3.1);
    expect(await waits('property')).toContain(unanswered);
    expect(await waits('community')).not.toContain(unanswered);
    await minutesPass(4);
    expect(await waits('community')).toContain(unanswered);
    await minutesPass(4);
    expect(await waits('duty')).toContain(unanswered);
    const { who } = (await see('resident', unanswered)).next;
    expect(who.map(({ organ, titles }: { organ?: string; titles: string[] }) => organ ?? titles[0])).toEqual([
      '柳荫社区邻里互助队',
      '柳荫物业',
      '柳荫社区居委会',
      '街道应急值班室',
    ]);
    // Whoever was asked first may still come.
    expect(await waits('helper')).toContain(unanswered);
    expect((await see('resident', unanswered)).next.late).toBe(false);
    await minutesPass(4.1);
    expect((await see('resident', unanswered)).next.late).toBe(true);
    expect(await waits('supervisor')).toContain(unanswered);
    await done('duty', unanswered, 'take');
    expect(await share('worker')).toMatchObject({ timed: 2, timely: 1, share: '50.0' });
  });

  it('whose turn it is may come although nobody has looked at the clock yet', async () => {
    const urgent = await call('resident');
    street.pass({ hours: 0.1 });
    await done('property', urgent, 'take');
    await done('property', urgent, 'done');
  });

  it('one pressed by mistake is taken back by the elder alone, and counts for nobody', async () => {
    const mistaken = await call('resident');
    expect((await act('helper', mistaken, 'withdraw')).json().error.code).toBe('not-yours');
    const { offers } = await see('resident', mistaken);
    expect(offers).toContainEqual(expect.objectContaining({ name: 'withdraw', title: '取消求助' }));
    await done('resident', mistaken, 'withdraw', { reason: '按错了' });
    expect(await see('resident', mistaken)).toMatchObject({ status: 'ended', outcome: 'cancelled' });
    expect(await share('worker')).toMatchObject({ timed: 3, timely: 2 });
  });

  it('the desk takes a call in for somebody, who finds it as theirs', async () => {
    const taken = await call('worker', {
      channel: 'window',
      caller: { phone: '13900004444', name: '孙奶奶' },
    });
    expect(await waits('helper')).toContain(taken);
    await done('helper', taken, 'take');
  });

  it('nobody outside sees who called for help, and the community worker opens the share onto its calls', async () => {
    const path = `/api/matters/c1/${answered}`;
    expect((await street.guest().send('GET', path)).statusCode).toBe(404);
    expect((await (await as('neighbour')).send('GET', path)).statusCode).toBe(404);
    const open = async (figure: string) => {
      const query = `?month=2026-11&procedure=help-call&figure=${figure}`;
      const { rows } = (await (await as('worker')).send('GET', `/api/measures/matters${query}`)).json();
      return rows.map(({ id }: { id: string }) => id);
    };
    expect(await open('timely')).toContain(answered);
    expect(await open('timely')).not.toContain(unanswered);
    expect(await open('timed')).toEqual(expect.arrayContaining([answered, unanswered]));
    expect(await open('timed')).toHaveLength((await share('worker')).timed);
    expect(await open('timely')).toHaveLength((await share('worker')).timely);
  });

  it('leaves the three rates alone, and a replay gives the same figures', async () => {
    const rates = (await (await as('leader')).send('GET', '/api/measures?month=2026-11')).json();
    expect(rates.total).toMatchObject({ opened: 0, late: 0, calls: 0 });
    const { differences } = await replayAll(street.wired.deps.shell, { repair: false });
    expect(differences).toEqual([]);
  });
});
