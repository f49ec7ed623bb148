import { civilDate } from '@liren/core/basics/ids.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { drawHomes } from '../store/grids.ts';
import type { Tables } from '../store/schema.ts';
import { type ExampleStreet, openExampleStreet } from '../testing/example-street.ts';
import { testDatabase } from '../testing/postgres.ts';
import { system } from './actor.ts';
import { importResidents } from './import-residents.ts';
import { emptyRegistry, householdCsv, identity, registryOf, takeInto } from './testing-registry.ts';
import { inTransaction } from './transact.ts';

const database = testDatabase<Tables>();
let street: ExampleStreet;
beforeAll(async () => {
  street = await openExampleStreet(database);
});

const wang = identity('19800215', 22);
const csv = householdCsv;
const take = (bytes: Uint8Array, community?: string, more?: object) =>
  takeInto(street.deps, bytes, community, more);
const registry = () => registryOf(street);
const empty = () => emptyRegistry(database.pool);
const count = async (table: string): Promise<number> =>
  (await database.pool.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n ?? -1;
const messages = (report: {
  readonly errors: readonly { readonly row: number; readonly field: string; readonly message: string }[];
}) => report.errors.map(({ row, field, message }) => `${row} ${field}：${message}`);

describe('a household table as communities keep it', () => {
  it('is read through its headings, two rows of titles, full width, and what spreadsheets spoil', async () => {
    await empty();
    const head = (value: string, more = {}) => ({ value, ...more });
    const cell = (value: string | number) => ({ value });
    const ming = identity('20100301', 13);
    const wide = Array.from(ming, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join(
      '',
    );
    const sheet = await writeXlsxFile([
      [head('东里社区居民底数表（2026 年 11 月）', { columnSpan: 7 }), null, null, null, null, null, null],
      [
        head('姓名', { rowSpan: 2 }),
        head('身份证号', { rowSpan: 2 }),
        head('住址', { columnSpan: 3 }),
        null,
        null,
        head('联系电话', { rowSpan: 2 }),
        head('与户主关系', { rowSpan: 2 }),
      ],
      [null, null, head('楼号'), head('单元'), head('室号'), null, null],
      [cell('王 芳'), cell(wang), cell(3), cell(2), cell(501), cell(13800001234), cell('户主')],
      [cell('王小明'), cell(wide), cell('三号楼'), cell('二'), cell('０５０１'), null, cell('子')],
      [cell('李四'), cell(Number(identity('19800215', 21))), cell('3'), cell('2'), cell('502'), null, null],
      [cell('赵六'), cell('990099800215021'), cell('3'), null, cell('101'), cell('12345'), null],
      [cell(''), null, cell('3'), null, null, null, null],
    ]).toBuffer();
    const report = await take(sheet);
    expect(report).toMatchObject({ rows: 5, accepted: 2 });
    expect(messages(report)).toEqual([
      '6 身份证号：表格软件把号码当成数字，后几位已经丢了。请把这一栏设成“文本”，从原表重新粘贴。',
      '7 身份证号：这是 15 位的旧号码，请改成 18 位的。',
      '7 联系电话：不是有效的电话号码。一格写一个，座机带区号。',
      '8 姓名：没有姓名。',
      '8 楼号：没有写全住址：要有楼号和房号。',
    ]);
    expect((await registry()).map((row) => JSON.parse(row))).toContainEqual(
      expect.objectContaining({
        name: '王芳',
        identity: wang,
        phone: '+8613800001234',
        key: '|3|2|501',
        relation: 'head',
        born_year: 1980,
        sex: 'female',
        from_date: '2026-11-16',
        until_date: null,
        grid_id: 'east',
      }),
    );
    expect(await registry()).toContainEqual(expect.stringContaining(`"name":"王小明","identity":"${ming}"`));
    expect(report.errorFile).toContain('赵六');
  });

  it('knows one home under all its spellings, and which grid it lies in', async () => {
    await empty();
    const spellings = [
      '柳荫里3号楼2单元501',
      '试验区试验街道东里社区柳荫里三号楼二单元501室',
      '柳荫里３－２－５０１',
      '柳荫里3栋2门501号',
    ];
    const report = await take(
      csv(
        ...spellings.map(
          (address, i) => `某人${'甲乙丙丁'[i]},,,${address},${i === 2 ? '东里第一网格' : ''}`,
        ),
      ),
    );
    expect(report).toMatchObject({ accepted: 4, errors: [] });
    const { rows } = await database.pool.query('SELECT key, grid_id FROM home');
    expect(rows).toEqual([{ key: '柳荫里|3|2|501', grid_id: 'east-1' }]);
  });

  it('tells the earlier row of what it says twice, and keeps that one', async () => {
    await empty();
    const report = await take(
      csv(
        `王芳,${wang},,东里3号楼501,东里第一网格`,
        `王芳,${wang},,东里4号楼101,`,
        '李强,,,东里5号楼1,',
        '李 强,,,东里5-1,',
        '李强,,,东里3号楼501,没有的网格',
      ),
    );
    expect(messages(report)).toEqual([
      '3 身份证号：身份证号和第 2 行重复。',
      '5 姓名：同一户的同一个姓名，和第 4 行重复。',
      '6 网格：本社区没有“没有的网格”这个网格。',
    ]);
    expect(report.accepted).toBe(2);
  });

  it('says what the table lacks, and which community there is not', async () => {
    const lacking = await importResidents(street.deps, system, {
      bytes: new TextEncoder().encode('姓名,备注\n王芳,无'),
      fileName: '表.csv',
      community: 'c-east',
    });
    expect(lacking).toEqual({
      ok: false,
      error: { message: '表里没有住址栏，也没有楼号栏。表头是：姓名、备注。' },
    });
    const nowhere = await importResidents(street.deps, system, {
      bytes: csv(),
      fileName: '',
      community: 'nowhere',
    });
    expect(nowhere.ok).toBe(false);
  });
});

describe('taking in again', () => {
  const li = identity('19900607', 12);
  const file = csv(
    `王芳,${wang},13800001234,东里3号楼501,`,
    `李强,${li},,东里3号楼501,`,
    '孙平,,,东里3号楼502,',
  );

  it('adds nothing, and a dry run never adds anything', async () => {
    await empty();
    expect(await take(file, 'c-east', { dryRun: true })).toMatchObject({ accepted: 3, known: 0, moved: 0 });
    expect(await count('home')).toBe(0);
    expect(await take(file)).toMatchObject({ accepted: 3, known: 0, moved: 0 });
    const before = await registry();
    expect(await take(file)).toMatchObject({ accepted: 0, known: 3, moved: 0, errors: [] });
    expect(await registry()).toEqual(before);
    const { rows } = await database.pool.query('SELECT field, source, person_id FROM registry_change');
    expect(rows).toEqual(
      Array.from({ length: 3 }, () => ({ field: 'added', source: '底数.xlsx', person_id: null })),
    );
  });

  it('moves whoever is now in another home, and keeps where they were', async () => {
    await empty();
    await take(file);
    street.pass(10 * 86_400_000);
    expect(await take(csv(`王芳,${wang},,东里9号楼901,`))).toMatchObject({ accepted: 0, known: 0, moved: 1 });
    const stays = await database.pool.query(
      `SELECT h.key, l.from_date, l.until_date FROM residence l JOIN home h ON h.id = l.home_id
       JOIN resident r ON r.id = l.resident_id WHERE r.identity_index = $1 ORDER BY l.from_date`,
      [street.deps.registry.identityIndex('c-east', wang)],
    );
    expect(stays.rows).toEqual([
      { key: '东里|3||501', from_date: '2026-11-16', until_date: '2026-11-25' },
      { key: '东里|9||901', from_date: '2026-11-26', until_date: null },
    ]);
    // There and back on one day: the first stay goes on.
    await take(csv(`王芳,${wang},,东里3号楼501,`));
    expect(await take(csv(`王芳,${wang},,东里9号楼901,`))).toMatchObject({ moved: 1 });
    expect(await take(csv(`王芳,${wang},,东里9号楼901,`))).toMatchObject({ known: 1 });
    street.pass(-10 * 86_400_000);
  });

  it('adds the number of somebody who was known without, and doubts one number with two names', async () => {
    await empty();
    await take(csv('孙平,,13800001234,东里3号楼502,'));
    const sun = identity('19700101', 33);
    expect(await take(csv(`孙平,${sun},,东里3号楼502,`))).toMatchObject({ accepted: 0, known: 1 });
    expect(await take(csv(`孙平,${sun},,东里3号楼502,`))).toMatchObject({ accepted: 0, known: 1 });
    expect(await count('resident')).toBe(1);
    const row = JSON.parse((await registry())[0] ?? '');
    expect(row).toMatchObject({ identity: sun, born_year: 1970 });
    expect(row.tokens).toEqual(
      [...street.deps.registry.of('c-east', { name: '孙平', identity: sun, phone: '+8613800001234' })].sort(),
    );
    const doubted = await take(csv(`孙萍,${sun},,东里3号楼502,`));
    expect(messages(doubted)).toEqual(['2 身份证号：底数里这个身份证号是另一个姓名。请核对号码和姓名。']);
  });

  it('draws a home into its grid once, and doubts a second one', async () => {
    await empty();
    await take(csv('孙平,,,东里3号楼502,'));
    await take(csv('孙平,,,东里3号楼502,东里第一网格'));
    expect((await database.pool.query('SELECT grid_id FROM home')).rows).toEqual([{ grid_id: 'east-1' }]);
    const { rows } = await database.pool.query<{ id: string }>('SELECT id FROM home');
    await inTransaction(database.pool, (client) =>
      drawHomes(
        client,
        'c-east',
        civilDate('2026-11-17'),
        rows.map(({ id }) => ({ id, grid_id: 'east-2' })),
      ),
    );
    const doubted = await take(csv('孙平,,,东里3号楼502,东里第一网格'));
    expect(messages(doubted)).toEqual(['2 网格：底数里这一户在另一个网格。请先核对是哪一个。']);
  });

  it('keeps the communities apart', async () => {
    await empty();
    await take(file, 'c-east');
    expect(await take(file, 'c-west')).toMatchObject({ accepted: 3, known: 0 });
    const { rows } = await database.pool.query<{ n: number }>(
      `SELECT count(*) AS n FROM resident a JOIN resident b ON a.tokens && b.tokens AND a.community_id < b.community_id`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});
