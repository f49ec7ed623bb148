import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PersonId, personId } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readMapping } from '../import/mapping.ts';
import { importRoutes } from '../routes/imports/routes.ts';
import { addPerson, givePost } from '../signin/people.ts';
import type { Tables } from '../store/schema.ts';
import { chartersFolder, type ExampleStreet, openExampleStreet } from '../testing/example-street.ts';
import { testDatabase } from '../testing/postgres.ts';
import { system } from './actor.ts';
import { importTickets } from './import-tickets.ts';

const database = testDatabase<Tables>();
const usual = readFileSync(join(chartersFolder, 'imports/hotline-messages.yaml'), 'utf8');
let street: ExampleStreet;
let app: FastifyInstance;
let dispatcher: PersonId;
beforeAll(async () => {
  street = await openExampleStreet(database);
  app = Fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  importRoutes(app.withTypeProvider<ZodTypeProvider>(), street.deps);
  await app.ready();
  dispatcher = await sit('dispatcher', 'o-street');
});

async function sit(post: string, organ: string): Promise<PersonId> {
  const person = unwrap(await addPerson(street.deps.people, { kind: 'staff' }, street.deps.shell.now()));
  await givePost(database.pool, { person, post, organ: organ as never, from: '2026-01-01' as never });
  return person;
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = (titles: string, ...rows: readonly string[]) => [titles, ...rows].join('\n');
const take = async (text: string, mapping = usual, more = {}) =>
  importTickets(street.deps, system, { bytes: bytes(text), mapping: unwrap(readMapping(mapping)), ...more });
const matters = async (): Promise<number> =>
  (await database.pool.query<{ n: number }>('SELECT count(*) AS n FROM matter')).rows[0]?.n ?? -1;
const matterOf = async (title: string) => {
  const { rows } = await database.pool.query('SELECT * FROM matter');
  for (const row of rows) {
    const { rows: sealed } = await database.pool.query(
      `SELECT name, audience, body FROM sealed WHERE matter_id = $1 AND seq = 1`,
      [row.id],
    );
    const open = (name: string): unknown => {
      const found = sealed.find((each) => each.name === name);
      if (found === undefined) return undefined;
      const place = { table: 'sealed', row: `${row.id}/1`, column: name };
      return JSON.parse(unwrap(street.deps.shell.sealer.open(place, found.body))).value;
    };
    if (open('title') === title) return { row, open };
  }
  throw new Error(`no matter ${title}`);
};

describe('taking tickets in', () => {
  it('opens a matter now, keeps when it was first reported, and seals who it was', async () => {
    const report = unwrap(
      await take(
        csv(
          '留言编号,留言用户,留言主题,留言时间,留言详情,联系电话,地址,紧急程度,一级分类,点赞数,备注',
          'A1,小明,一号井盖,2019/2/28 11:25:05,"晚上,很黑",13812345678,西里社区3号楼,紧急,城乡建设,3,无',
        ),
      ),
    );
    expect(report).toMatchObject({ rows: 1, accepted: 1, known: 0, errors: [], unusedColumns: ['备注'] });
    const { row, open } = await matterOf('一号井盖');
    expect(row).toMatchObject({
      community_id: 'c-west',
      place_id: 'west',
      channel: 'hotline',
      urgency: 'urgent',
      affair: null,
      opened_at: street.deps.shell.now(),
      late: false,
    });
    const [opened] = (
      await database.pool.query('SELECT data, actor FROM event WHERE matter_id = $1 AND seq = 1', [row.id])
    ).rows;
    expect(opened.data.origin).toEqual({
      source: 'hotline-messages',
      reportedAt: Date.parse('2019-02-28T11:25:05+08:00'),
    });
    expect(JSON.stringify(opened)).not.toMatch(/小明|1381234|A1/);
    expect([open('ticket'), open('reporter'), open('category'), open('phone'), open('text')]).toEqual([
      'A1',
      '小明',
      '城乡建设',
      '+8613812345678',
      '晚上,很黑',
    ]);
    const { rows } = await database.pool.query(`SELECT role FROM participant WHERE matter_id = $1`, [row.id]);
    expect(rows).toEqual([{ role: 'opener' }]);
  });

  it('takes the same ticket once, whatever file or community it comes with, and goes on where it stopped', async () => {
    const titles = '留言编号,留言主题';
    unwrap(await take(csv(titles, 'B1,甲')));
    const before = await matters();
    const again = unwrap(await take(csv(titles, 'B1,甲', 'B2,乙'), usual, { community: 'c-east' }));
    expect(again).toMatchObject({ rows: 2, accepted: 1, known: 1 });
    expect(await matters()).toBe(before + 1);
    const other = unwrap(
      await take(csv(titles, 'B1,甲'), usual.replace('source: hotline-messages', 'source: other')),
    );
    expect(other.accepted).toBe(1);
  });

  it('doubles nothing when two take in the same file at once', async () => {
    const file = csv('留言编号,留言主题', ...Array.from({ length: 120 }, (_, i) => `T${i},同时${i}`));
    const before = await matters();
    const reports = (await Promise.all([take(file), take(file), take(file)])).map(unwrap);
    expect(await matters()).toBe(before + 120);
    expect(reports.reduce((sum, report) => sum + report.accepted, 0)).toBe(120);
    expect(reports.every((report) => report.accepted + report.known === 120)).toBe(true);
  });

  it('leaves whole batches behind when it is broken off, and finishes when run again', async () => {
    const file = csv('留言编号,留言主题', ...Array.from({ length: 120 }, (_, i) => `K${i},断开${i}`));
    const before = await matters();
    const breaking = take(file, usual, {
      progress: () => {
        throw new Error('the power went');
      },
    });
    await expect(breaking).rejects.toThrow('the power went');
    const left = (await matters()) - before;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(120);
    expect(unwrap(await take(file))).toMatchObject({ accepted: 120 - left, known: left, errors: [] });
    expect(await matters()).toBe(before + 120);
  });

  it('tells tickets without numbers apart by their content', async () => {
    const file = csv(
      '留言主题,留言时间',
      '无编号,2019/1/1 1:1:1',
      '无编号,2019/1/2 1:1:1',
      '无编号,2019/1/2 1:1:1',
    );
    const first = unwrap(await take(file));
    expect(first.accepted).toBe(2);
    expect(first.errors).toEqual([{ row: 4, field: '', message: '内容和第 3 行重复。' }]);
    expect(unwrap(await take(file)).known).toBe(2);
  });

  it('checks everything and writes nothing in a dry run', async () => {
    const before = await matters();
    const people = (await database.pool.query('SELECT count(*) AS n FROM person')).rows[0].n;
    const report = unwrap(
      await take(csv('留言编号,留言主题,联系电话', 'D1,甲,13911112222', ',乙,'), usual, { dryRun: true }),
    );
    expect(report).toMatchObject({ accepted: 1, errors: [{ row: 3 }] });
    expect(await matters()).toBe(before);
    expect((await database.pool.query('SELECT count(*) AS n FROM person')).rows[0].n).toBe(people);
  });

  it('reads XLSX, and a mapping that gives affair, place and consent', async () => {
    const [affair] = street.deps.library.catalogue.affairs.values();
    const mapping = `{mapping: m, title: t, source: xlsx, times: [YYYY-M-D H:m:s],
      columns: {number: 号, title: 事, reportedAt: 时, affair: 类, community: 社区, openText: 公开},
      values: {affair: {井盖: ${affair?.id}}}}`;
    const cell = (value: string | number | Date, format?: string) => ({ value, ...(format && { format }) });
    const sheet = await writeXlsxFile([
      ['号', '事', '时', '类', '社区', '公开'].map((title) => cell(title)),
      [1, '表格来的', new Date('2026-11-01T09:00:00Z'), '井盖', '东里社区', '是'].map((value) =>
        cell(value, value instanceof Date ? 'yyyy-mm-dd' : undefined),
      ),
    ]).toBuffer();
    const report = unwrap(
      await importTickets(street.deps, system, { bytes: sheet, mapping: unwrap(readMapping(mapping)) }),
    );
    expect(report).toMatchObject({ accepted: 1, errors: [] });
    expect((await matterOf('表格来的')).row).toMatchObject({ community_id: 'c-east', affair: affair?.id });
  });
});

describe('rows in error', () => {
  const titles = '留言编号,留言主题,留言详情,留言时间,联系电话,地址,社区,紧急程度';
  const wrong = [
    ['no number', ',主题,,,,,,', '留言编号', '不能为空'],
    ['nothing said', 'E2,,,,,,,', '留言主题', '不能都空着'],
    ['a long title', `E3,${'长'.repeat(101)},,,,,,`, '留言主题', '最多 100 个字'],
    ['a long text', `E4,主题,${'长'.repeat(10_001)},,,,,`, '留言详情', '最多 10000 个字'],
    ['no time', 'E5,主题,,昨天,,,,', '留言时间', '看不懂时间'],
    ['a day that is none', 'E6,主题,,2019/2/30 1:1:1,,,,', '留言时间', '看不懂时间'],
    ['a time to come', 'E7,主题,,2030/1/1 1:1:1,,,,', '留言时间', '在将来'],
    ['no telephone number', 'E8,主题,,,12,,,', '联系电话', '电话'],
    ['a long address', `E9,主题,,,,${'长'.repeat(201)},,`, '地址', '最多 200 个字'],
    ['an unknown community', 'E10,主题,,,,,别处,', '社区', 'values.community'],
    ['an unknown urgency', 'E11,主题,,,,,,火急', '紧急程度', 'values.urgency'],
    ['too many cells', 'E12,主题,,,,,,,多出来的', '', '表头只有 8 栏'],
  ] as const;

  it.each(wrong)('are refused: %s', async (_name, row, field, message) => {
    const before = await matters();
    const report = unwrap(await take(csv(titles, row)));
    expect(report).toMatchObject({ rows: 1, accepted: 0, known: 0 });
    expect(report.errors).toEqual([{ row: 2, field, message: expect.stringContaining(message) }]);
    expect(await matters()).toBe(before);
  });

  it('do not hold up the others, are listed all, and come in once they are mended', async () => {
    const rows = Array.from({ length: 130 }, (_, i) => `F${i},第${i}件,,,${i % 10 === 0 ? 'x' : ''},,,`);
    const first = unwrap(await take(csv(titles, ...rows)));
    expect(first).toMatchObject({ rows: 130, accepted: 117 });
    expect(first.errors.map(({ row }) => row)).toEqual(Array.from({ length: 13 }, (_, i) => i * 10 + 2));
    const mended = (first.errorFile ?? '').replaceAll(',x,', ',,');
    const second = unwrap(await take(mended));
    expect(second).toMatchObject({ rows: 13, accepted: 13, known: 0, errors: [], unusedColumns: [] });
  });

  it('are twice the same number', async () => {
    const report = unwrap(await take(csv('留言编号,留言主题', 'G1,甲', 'G1,乙')));
    expect(report.accepted).toBe(1);
    expect(report.errors).toEqual([{ row: 3, field: '留言编号', message: '编号和第 2 行重复。' }]);
  });

  it('are a whole file without what matters, or for a place that is not there', async () => {
    const message = async (...args: Parameters<typeof take>) => {
      const read = await take(...args);
      return read.ok ? '(read)' : read.error.message;
    };
    expect(await message('编号,颜色\n1,红')).toContain('没有主题栏');
    expect(await message('留言主题\n甲', usual, { community: 'nowhere' })).toContain('没有社区 nowhere');
    expect(
      await message('留言主题\n甲', usual.replace('procedure: complaint', 'procedure: nothing')),
    ).toContain('没有程序 nothing');
  });
});

describe('POST /api/imports', () => {
  const send = (parts: Readonly<Record<string, string>>, file?: string) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(parts)) form.set(name, value);
    if (file !== undefined) form.set('file', new Blob([file], { type: 'text/csv' }), '工单.csv');
    return app.inject({ method: 'POST', url: '/api/imports', payload: form as never });
  };
  const file = '编号,事情\nH1,从网页来\nH2,\n';
  const mapping = '{"number":"编号","title":"事情"}';

  it('is closed to guests and to who lacks the right', async () => {
    street.become({ kind: 'guest' });
    expect((await send({ mapping }, file)).statusCode).toBe(401);
    street.become({ kind: 'person', person: personId(dispatcher), posts: [] });
    expect((await send({ mapping }, file)).statusCode).toBe(403);
    street.become(await street.staff(await sit('hotline-clerk', 'o-hotline')));
    expect((await send({ mapping }, file)).statusCode).toBe(403);
  });

  it('takes a file in from the seat of the dispatcher and lists what is wrong', async () => {
    street.become(await street.staff(dispatcher));
    const dry = await send({ mapping, dryRun: 'true' }, file);
    expect(dry.json()).toMatchObject({ rows: 2, accepted: 1 });
    const before = await matters();
    const response = await send({ mapping }, file);
    expect([response.statusCode, response.body]).toEqual([200, expect.any(String)]);
    expect(response.json()).toMatchObject({
      rows: 2,
      accepted: 1,
      known: 0,
      errorCount: 1,
      errors: [{ row: 3, field: '事情', message: '主题和内容不能都空着。' }],
      errorFile: expect.stringContaining('H2'),
    });
    expect(await matters()).toBe(before + 1);
    const { row } = await matterOf('从网页来');
    const [{ actor }] = (
      await database.pool.query('SELECT actor FROM event WHERE matter_id = $1 AND seq = 1', [row.id])
    ).rows;
    expect(actor).toMatchObject({ post: 'dispatcher', organ: 'o-street' });
  });

  it.each([
    ['no file', { mapping }, undefined],
    ['an unknown column', { mapping: '{"colour":"颜色"}' }, file],
    ['a mapping that is none', { mapping: 'mapping: [' }, file],
    ['an unknown community', { mapping, community: 'nowhere' }, file],
    ['a wish that is none', { mapping, dryRun: 'perhaps' }, file],
    ['an empty file', { mapping }, ''],
  ])('refuses %s and says so', async (_name, parts, content) => {
    street.become(await street.staff(dispatcher));
    const response = await send(parts as unknown as Record<string, string>, content);
    expect([response.statusCode, response.body]).toEqual([400, expect.any(String)]);
    expect(response.json().error.message).toMatch(/。$/);
  });

  it('refuses what is no form', async () => {
    street.become(await street.staff(dispatcher));
    const response = await app.inject({ method: 'POST', url: '/api/imports', payload: { file } });
    expect(response.statusCode).toBe(400);
  });
});
