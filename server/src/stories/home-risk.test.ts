import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dumpOf } from '../testing/dump.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { householdCsv, takeInto } from '../usecases/testing-registry.ts';

const database = testDatabase();
const device = randomUUID();
let street: TestStreet;
let home = '';
beforeAll(async () => {
  street = await startStreet(database.pool);
  await takeInto(street.wired.deps, householdCsv('王芳菲,,13977418852,柳荫里3号楼2单元501,柳荫一网格'), 'c1');
  await (await street.as('grid')).send('POST', '/api/grid/devices', { id: device, title: '小米 13' });
  const day = await (await street.as('grid')).send('GET', `/api/grid/day?device=${device}`);
  home = day.json().seats[0].homes[0].id;
});
afterAll(() => street.close());

const path = () => `/api/fieldwork/homes/c1/${home}`;
const see = async (role: Role) => (await street.as(role)).send('GET', path());
const set = async (role: Role, body: object) => (await street.as(role)).send('POST', `${path()}/risk`, body);
/** Homes of the first grid that are due more often than others: they count as more work. */
const riskHomes = async (): Promise<number> => {
  const grids = await (await street.as('worker')).send('GET', '/api/grids/c1');
  return grids.json().grids.find(({ id }: { id: string }) => id === 'c1g1').load.riskHomes;
};
const visit = async (risk: string, hoursAgo: number) => {
  const item = {
    kind: 'entry',
    id: randomUUID(),
    at: street.now() - hoursAgo * 3_600_000,
    community: 'c1',
    round: 'home-visit',
    grid: 'c1g1',
    home,
    answers: { met: 'someone', people: 'same', risk },
  };
  const sent = await (await street.as('grid')).send('POST', '/api/grid/sync', {
    device,
    sentAt: street.now(),
    items: [item],
  });
  expect(sent.json().results[0]).toMatchObject({ status: 'done' });
};

it('what a visit saw raises the risk; only the post that the charter names sets it otherwise', async () => {
  await visit('ordinary', 30);
  expect(await riskHomes()).toBe(0);
  await visit('high', 24);
  expect(await riskHomes()).toBe(1);
  expect((await see('grid')).json()).toMatchObject({ risk: 'high', maySetRisk: false });
  const wish = { from: 'high', to: 'ordinary', reason: '扶手装好了，女儿搬回来住' };
  expect((await set('grid', wish)).json().error).toMatchObject({ code: 'not-allowed' });
  for (const role of ['leader', 'dispatcher', 'water', 'resident'] as const)
    expect((await set(role, wish)).statusCode, role).toBe(404);
  expect((await see('worker')).json()).toMatchObject({ risk: 'high', maySetRisk: true, changes: [] });
});

it('with a reason that stays in the history, sealed', async () => {
  const wish = { from: 'high', to: 'ordinary', reason: '扶手装好了，女儿搬回来住' };
  expect((await set('worker', { ...wish, reason: ' ' })).statusCode).toBe(400);
  expect((await set('worker', { ...wish, to: 'low' })).json().error).toMatchObject({ about: 'risk' });
  const lowered = await set('worker', wish);
  expect(lowered.statusCode, lowered.body).toBe(200);
  expect(lowered.json()).toMatchObject({
    risk: 'ordinary',
    visits: [
      { met: true, risk: 'high' },
      { met: true, risk: 'ordinary' },
    ],
    changes: [{ before: 'high', after: 'ordinary', reason: wish.reason, at: street.now() }],
  });
  expect(lowered.json().changes[0].by).not.toBe('');
  const kept = [...(await dumpOf(database.pool)).values()].join('\n');
  expect(kept).toContain(home);
  expect(kept).not.toContain('扶手装好了');
  expect(await riskHomes()).toBe(0);
});

it('decided on what is no longer so is refused, and a later visit raises it again', async () => {
  const stale = await set('worker', { from: 'high', to: 'key', reason: '没有看到已经改过' });
  expect(stale.json().error).toMatchObject({ code: 'moved-on' });
  const same = await set('worker', { from: 'ordinary', to: 'ordinary', reason: '没有改动' });
  expect(same.json().error).toMatchObject({ code: 'no-change' });
  await visit('key', 2);
  expect((await see('worker')).json()).toMatchObject({ risk: 'key', changes: [{ after: 'ordinary' }] });
});
