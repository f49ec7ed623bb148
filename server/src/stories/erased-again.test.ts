import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../signin/testing-sign-in.ts';
import { dumpOf } from '../testing/dump.ts';
import { testDatabase } from '../testing/postgres.ts';
import { startStreet, type TestStreet } from '../testing/street.ts';
import { householdCsv, identity, takeInto } from '../usecases/testing-registry.ts';

const database = testDatabase();
let street: TestStreet;
let worker: Browser;
const wang = identity('19800215', 22);
const rows = [
  `王芳菲,${wang},13977418852,柳荫里3号楼2单元501,柳荫一网格`,
  '钱有余,,,柳荫里3号楼2单元502,柳荫一网格',
  '孙大力,,,柳荫里3号楼2单元503,柳荫一网格',
  '孙小力,,,柳荫里3号楼2单元503,柳荫一网格',
];

beforeAll(async () => {
  street = await startStreet(database.pool);
  worker = await street.as('worker');
  await takeInto(street.wired.deps, householdCsv(...rows), 'c1');
});
afterAll(() => street.close());

const find = async (word: string) =>
  (await worker.send('POST', '/api/registry/search', { word })).json().rows[0];
async function erase(word: string): Promise<void> {
  const url = `/api/registry/residents/c1/${(await find(word)).id}`;
  const { version } = (await worker.send('GET', url)).json();
  const done = await worker.send('POST', `${url}/erase`, { version, source: 'told', reason: '本人要求' });
  expect(done.statusCode, done.body).toBe(200);
}
const again = (reason: string) =>
  new TextEncoder().encode(
    `姓名,身份证号,住址,网格,重新登记理由\n王芳菲,${wang},柳荫里4号楼1单元101,柳荫一网格,${reason}\n`,
  );

/** An entry of a walk at the home, with words. */
async function write(door: string): Promise<string> {
  const id = randomUUID();
  await database.pool.query(
    `INSERT INTO field_entry SELECT community_id, $2, 'visit', grid_id, id, $3, 'grid-worker', 'grid1', true, 1,
       '2026-10-01', 1, NULL, '{}', 's1.x' FROM home WHERE number = $1`,
    [door, id, street.people.get('grid')],
  );
  await database.pool.query(
    `INSERT INTO home_risk_change SELECT community_id, gen_random_uuid(), id, 'ordinary', 'high', 's1.x', $2,
       'community-worker', 'c1', 1 FROM home WHERE number = $1`,
    [door, street.people.get('worker')],
  );
  return id;
}
/** Why the office set the risk of a door. */
const reasonsOf = async (door: string) =>
  (
    await database.pool.query<{ reason: string }>(
      `SELECT c.reason_sealed AS reason FROM home_risk_change c
       JOIN home h ON h.community_id = c.community_id AND h.id = c.home_id WHERE h.number = $1`,
      [door],
    )
  ).rows.map(({ reason }) => reason);
const wordsOf = async (id: string) =>
  (await database.pool.query('SELECT words_sealed AS words FROM field_entry WHERE id = $1', [id])).rows[0]
    .words;

describe('somebody who was erased', () => {
  it('is not registered anew by the next table; the row says when, and why not', async () => {
    await erase('王芳菲');
    await erase('钱有余');
    const report = await takeInto(street.wired.deps, householdCsv(...rows), 'c1');
    expect(report).toMatchObject({ accepted: 0, known: 2 });
    expect(report.errors.map(({ row }) => row)).toEqual([2, 3]);
    for (const { message } of report.errors) expect(message).toContain('2026-11-09 按要求删除过');
    expect(await find('王芳菲')).toBeUndefined();
    // The number is known again wherever its owner lives; a name only behind its own door.
    expect((await takeInto(street.wired.deps, again(''), 'c1')).errors).toHaveLength(1);
    const namesake = householdCsv('钱有余,,,柳荫里5号楼1单元101,柳荫一网格');
    expect(await takeInto(street.wired.deps, namesake, 'c1')).toMatchObject({ accepted: 1, errors: [] });
  });

  it('is no secret of another community, and leaves nothing that can be read', async () => {
    const elsewhere = householdCsv(`王芳菲,${wang},,槐树里3号楼2单元501,`);
    expect(await takeInto(street.wired.deps, elsewhere, 'c2')).toMatchObject({ accepted: 1 });
    const dump = (await dumpOf(database.pool)).get('erased_mark') ?? '';
    expect(dump).not.toBe('');
    for (const word of ['王芳菲', wang, '501']) expect(dump).not.toContain(word);
  });

  it('comes back with a reason that stays in the history, by a table or by hand', async () => {
    expect(await takeInto(street.wired.deps, again('本人要求恢复'), 'c1')).toMatchObject({ accepted: 1 });
    const { id } = await find('王芳菲');
    const page = (await worker.send('GET', `/api/registry/residents/c1/${id}`)).json();
    expect(page.changes[0]).toMatchObject({ field: 'added', reason: '本人要求恢复' });
    expect(await takeInto(street.wired.deps, again(''), 'c1')).toMatchObject({ known: 1, errors: [] });
    const byHand = {
      source: 'told',
      name: '钱有余',
      address: '柳荫里3号楼2单元502',
      relation: 'head',
      day: '2026-11-01',
    };
    const refused = await worker.send('POST', '/api/registry/residents/c1', byHand);
    expect(refused.json().error).toMatchObject({ code: 'asked-erased', about: 'again' });
    const done = await worker.send('POST', '/api/registry/residents/c1', {
      ...byHand,
      again: '本人到窗口要求',
    });
    expect(done.statusCode, done.body).toBe(200);
  });

  it('loses what was written at the door behind which nobody else lived, and only that', async () => {
    const [alone, shared] = [await write('502'), await write('503')];
    await erase('柳荫里3号楼2单元502');
    await erase('孙大力');
    expect(await wordsOf(alone)).toBeNull();
    expect(await wordsOf(shared)).toBe('s1.x');
    expect(await reasonsOf('502')).toEqual(['']);
    expect(await reasonsOf('503')).toEqual(['s1.x']);
    await erase('孙小力');
    expect(await wordsOf(shared)).toBeNull();
    expect(await reasonsOf('503')).toEqual(['']);
  });
});
