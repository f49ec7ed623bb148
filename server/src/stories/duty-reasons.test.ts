import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dumpOf } from '../testing/dump.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { householdCsv, takeInto } from '../usecases/testing-registry.ts';

const database = testDatabase();
let street: TestStreet;
beforeAll(async () => {
  street = await startStreet(database.pool);
  await takeInto(street.wired.deps, householdCsv('王芳菲,,13977418852,柳荫里3号楼2单元501,柳荫一网格'), 'c1');
});
afterAll(() => street.close());

const send = async (role: Role, method: 'GET' | 'POST', path: string, body?: object) =>
  (await street.as(role)).send(method, `/api/fieldwork/${path}`, body);
const reason = (more: object = {}) => ({
  id: randomUUID(),
  community: 'c1',
  kind: 'called-away',
  from: '2026-11-02',
  until: '2026-11-06',
  words: '去河堤值守，五天没有进网格',
  ...more,
});
const board = async (role: Role) => (await send(role, 'GET', 'board?community=c1')).json().workers[0];
const own = async () => (await send('grid', 'GET', 'reasons')).json().seats[0];
const days = (duties: readonly { id: string }[]) => duties.find(({ id }) => id === 'visit-days');

const given = reason();
it('is given by the worker, once however often it is sent, and seen by them first', async () => {
  const before = await board('worker');
  for (let i = 0; i < 2; i += 1) expect((await send('grid', 'POST', 'reasons', given)).statusCode).toBe(200);
  const { duties, reasons } = await own();
  expect(reasons).toHaveLength(1);
  expect(reasons[0]).toMatchObject({ words: given.words, state: 'waiting' });
  expect(days(duties)).toMatchObject({ explained: 'waiting' });
  // What was done and what is owed stand as they stood.
  const told = await board('worker');
  const figures = ({ duties: all }: { duties: { done: number; least: number }[] }) =>
    all.map(({ done, least }) => [done, least]);
  expect(figures(told)).toEqual(figures(before));
  expect(days(told.duties)).toMatchObject({ explained: 'waiting' });
});

it('keeps its words for the worker and for whoever answers', async () => {
  expect((await board('worker')).reasons[0]).toMatchObject({ words: given.words });
  for (const role of ['leader', 'supervisor', 'dispatcher'] as const) {
    const [seen] = (await board(role)).reasons;
    expect(seen).toMatchObject({ state: 'waiting', from: '2026-11-02' });
    expect(seen).not.toHaveProperty('words');
  }
  const kept = [...(await dumpOf(database.pool)).values()].join('\n');
  expect(kept).toContain(given.id);
  expect(kept).not.toContain('河堤');
});

it('is refused where the charter does not know it or the days cannot be', async () => {
  for (const wrong of [
    { kind: 'bored' },
    { from: '2026-11-06', until: '2026-11-02' },
    { from: '2026-01-01', until: '2026-01-02' },
    { from: '2026-11-01', until: '2027-02-28' },
  ]) {
    const refused = await send('grid', 'POST', 'reasons', reason(wrong));
    expect(refused.json().error, JSON.stringify(wrong)).toMatchObject({ code: 'bad-value', about: 'days' });
  }
});

it('is answered once, by another, with a word that the worker sees; an answered one is not taken back', async () => {
  const path = `reasons/c1/${given.id}`;
  const yes = { accepted: true, words: '防汛值守，属实' };
  expect((await send('leader', 'POST', `${path}/answer`, yes)).statusCode).toBe(403);
  expect((await send('worker', 'POST', `${path}/answer`, yes)).statusCode).toBe(200);
  const twice = await send('worker', 'POST', `${path}/answer`, { accepted: false });
  expect(twice.json().error).toMatchObject({ code: 'answered' });
  const { duties, reasons } = await own();
  expect(reasons[0]).toMatchObject({ state: 'accepted', answer: yes.words });
  expect(days(duties)).toMatchObject({ explained: 'accepted' });
  expect((await send('grid', 'POST', `${path}/withdraw`)).statusCode).toBe(404);
});

it('may be taken back by the worker alone before that', async () => {
  const other = reason({ kind: 'leave', from: '2026-11-20', until: '2026-11-20', words: '' });
  await send('grid', 'POST', 'reasons', other);
  const path = `reasons/c1/${other.id}/withdraw`;
  expect((await send('worker', 'POST', path)).statusCode).toBe(404);
  expect((await send('grid', 'POST', path)).statusCode).toBe(200);
  expect((await own()).reasons).toHaveLength(1);
});
