import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../testing/postgres.ts';
import { startStreet, type TestStreet } from '../testing/street.ts';

const database = testDatabase();
let street: TestStreet;
beforeAll(async () => {
  street = await startStreet(database.pool);
});
afterAll(() => street.close());

const report = async (community: string, title: string): Promise<string> => {
  const response = await (await street.as('resident')).send('POST', '/api/matters', {
    commandId: randomUUID(),
    procedure: 'complaint',
    community,
    input: { title, text: title },
  });
  expect(response.statusCode, response.body).toBe(201);
  return response.json().id;
};
const topicsFor = async (role: 'leader' | 'worker', month: string) =>
  (await (await street.as(role)).send('GET', `/api/topics?month=${month}`)).json();
const open = async (matters: readonly string[]) =>
  (await street.as('leader')).send('POST', '/api/matters', {
    commandId: randomUUID(),
    procedure: 'monthly-topic',
    input: { title: '集中治理搅拌站', month: '2026-11', text: '反复有人说。', matters },
  });

it('shows what repeats, how often and where, to whom it is theirs to read', async () => {
  const noisy = [
    await report('c1', '小区旁边的搅拌站夜间施工，噪音扰民'),
    await report('c1', '搅拌站夜间施工噪音太大，扰民'),
    await report('c2', '搅拌站夜间施工噪音扰民，粉尘也大'),
  ];
  await report('c1', '幼儿园学费又涨了');
  const { looked, topics } = await topicsFor('leader', '2026-11');
  expect(looked).toBe(4);
  expect(topics).toHaveLength(1);
  expect(topics[0]).toMatchObject({
    count: 3,
    open: 3,
    places: [
      { title: '柳荫社区', count: 2 },
      { title: '槐树社区', count: 1 },
    ],
  });
  expect(topics[0].words).toContain('搅拌站');
  expect(topics[0].matters.map(({ id }: { id: string }) => id).toSorted()).toEqual(noisy.toSorted());
  expect(topics[0].examples[0].title).toContain('搅拌站');
  // One community alone hears of two only, which are no topic; another month has nothing.
  expect(await topicsFor('worker', '2026-11')).toEqual({ looked: 3, topics: [] });
  expect(await topicsFor('leader', '2026-10')).toEqual({ looked: 0, topics: [] });

  const opened = await open(noisy);
  expect(opened.statusCode, opened.body).toBe(201);
  const { community, id } = opened.json();
  const page = await (await street.as('leader')).send('GET', `/api/matters/${community}/${id}`);
  expect(page.json().record[0].data.matters).toEqual(topics[0] === undefined ? [] : noisy);
});

it('ties in no matter that the street does not have', async () => {
  for (const matters of [[randomUUID()], ['张三的电话']]) {
    const refused = await open(matters);
    expect(refused.statusCode).toBe(400);
    expect(refused.json().error).toMatchObject({ code: 'field-invalid', about: 'matters' });
  }
});
