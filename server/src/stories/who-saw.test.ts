import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvRow } from '../import/error-file.ts';
import { testDatabase } from '../testing/postgres.ts';
import { startStreet, type TestStreet } from '../testing/street.ts';
import { householdCsv, takeInto } from '../usecases/testing-registry.ts';
import { type SeenLine, whoSaw } from '../usecases/who-saw.ts';

const database = testDatabase();
let street: TestStreet;
let looked: string;

beforeAll(async () => {
  street = await startStreet(database.pool);
  const worker = await street.as('worker');
  await takeInto(street.wired.deps, householdCsv('王芳菲,,13977418852,柳荫里3号楼2单元501,'), 'c1');
  looked = (await worker.send('POST', '/api/registry/search', { word: '王芳菲' })).json().rows[0].id;
  for (let i = 0; i < 3; i++)
    await worker.send('POST', `/api/registry/residents/c1/${looked}/reveal`, {
      field: 'phone',
      reason: `第 ${i} 次回访`,
    });
  await database.pool.query(
    `INSERT INTO field_day_taken (community_id, id, device_id, person_id, grids, homes, residents, at)
     SELECT 'c1', gen_random_uuid(), gen_random_uuid(), person_id, '{}', 2, 600, at FROM registry_look, generate_series(1, 300)`,
  );
});
afterAll(() => street.close());

const seen = async (community: string, since: number, until: number): Promise<readonly SeenLine[]> => {
  const lines: SeenLine[] = [];
  for await (const line of whoSaw(street.wired.deps, community, { since, until })) lines.push(line);
  return lines;
};

describe('who saw what, on the day on which something got out', () => {
  it('names who, in which seat, what and why; no resident; every row once over several pages', async () => {
    const now = street.wired.deps.shell.now();
    const lines = await seen('c1', now, now + 1);
    expect(lines).toHaveLength(903);
    const numbers = lines.filter(({ kind }) => kind === 'resident');
    expect(numbers.map(({ reason }) => reason).sort()).toEqual(['第 0 次回访', '第 1 次回访', '第 2 次回访']);
    expect(numbers[0]).toMatchObject({
      name: '冯雪',
      organ: '柳荫社区居委会',
      post: '社区工作者',
      what: 'phone',
      about: looked,
    });
    expect(lines.find(({ kind }) => kind === 'phone')).toMatchObject({
      what: 'day',
      residents: 600,
      name: '冯雪',
    });
    expect(JSON.stringify(lines)).not.toContain('王芳菲');
  });

  it('keeps to the span, its end left out, and to the community', async () => {
    const now = street.wired.deps.shell.now();
    expect(await seen('c1', now - 1, now)).toEqual([]);
    expect(await seen('c1', now + 1, now + 2)).toEqual([]);
    expect(await seen('c2', 0, now + 1)).toEqual([]);
  });

  it('lets no reason become a formula of a spreadsheet', () => {
    expect(csvRow(['=1+1', 'a,b', '说"好"'])).toBe(`'=1+1,"a,b","说""好"""`);
  });
});
