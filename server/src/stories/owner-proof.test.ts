import { unwrap } from '@liren/core/basics/result.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, enterByPhone } from '../signin/testing-sign-in.ts';
import { dumpOf } from '../testing/dump.ts';
import { testDatabase } from '../testing/postgres.ts';
import { startStreet, type TestStreet } from '../testing/street.ts';
import { system } from '../usecases/actor.ts';
import { importOwners } from '../usecases/import-owners.ts';
import { creditCode } from '../usecases/testing-organisations.ts';
import { householdCsv, identity, takeInto } from '../usecases/testing-registry.ts';

const database = testDatabase();
let street: TestStreet;
const [wang, zhou, qian] = [identity('19800215', 22), identity('19560606', 31), identity('19710707', 12)];

beforeAll(async () => {
  street = await startStreet(database.pool);
  await takeInto(
    street.wired.deps,
    householdCsv(`王芳菲,${wang},13977418852,柳荫里3号楼2单元501,柳荫一网格`),
    'c1',
  );
  const csv = [
    '业主姓名,身份证号,统一社会信用代码,住址,专有部分面积,面积依据,共有份额',
    `王芳菲,${wang},,柳荫里3号楼2单元501,80,产权登记,1/2`,
    `周守仁,${zhou},,柳荫里3号楼2单元501,80,产权登记,1/2`,
    `周守仁,${zhou},,柳荫里3号楼2单元502,60,产权登记,`,
    `钱有余,${qian},,柳荫里3号楼2单元601,60,产权登记,`,
    `永兴置业,,${creditCode(7)},柳荫里3号楼2单元602,70,合同,`,
    '孙大力,,,柳荫里3号楼2单元603,70,合同,',
  ].join('\n');
  const table = { bytes: new TextEncoder().encode(csv), fileName: '业主.csv', community: 'c1' };
  expect(unwrap(await importOwners(street.wired.deps, system, table))).toMatchObject({
    accepted: 6,
    errors: [],
  });
});
afterAll(() => street.close());

let phones = 0;
async function enter(phone = `1390022${String(++phones).padStart(4, '0')}`): Promise<Browser> {
  const browser = street.guest();
  expect((await enterByPhone(browser, phone)).statusCode).toBe(200);
  return browser;
}
const prove = (browser: Browser, name: string, number: string) =>
  browser.send('POST', '/api/my-registry/c1/prove-owner', { name, numberEnd: number.slice(-6) });
const owned = async (browser: Browser): Promise<readonly (readonly [string, number])[]> =>
  (await browser.send('GET', '/api/my-registry'))
    .json()
    .owned.map(({ address, others }: { address: string; others: number }) => [address, others]);

describe('an owner who lives elsewhere', () => {
  it('shows by name and the end of the identity number who they are, in that session alone', async () => {
    const browser = await enter('13900221111');
    expect(await owned(browser)).toEqual([]);
    for (const [name, number] of [
      ['周守仁', qian],
      ['周守信', zhou],
    ] as const)
      expect((await prove(browser, name, number)).json().error.code).toBe('owner-not-proven');
    expect((await prove(browser, ' 周守仁', zhou.toLowerCase())).statusCode).toBe(200);
    expect(await owned(browser)).toEqual([
      ['柳荫里 3 号楼 2 单元 501', 1],
      ['柳荫里 3 号楼 2 单元 502', 0],
    ]);
    expect(await owned(await enter())).toEqual([]);
    const elsewhere = await browser.send('POST', '/api/my-registry/c2/prove-owner', {
      name: '周守仁',
      numberEnd: zhou.slice(-6),
    });
    expect(elsewhere.json().error.code).toBe('owner-not-proven');
  });

  it('who lives here is known as an owner by the record shown to be theirs', async () => {
    const browser = await enter('13977418852');
    const own = { name: '王芳菲', identityEnd: wang.slice(-6) };
    expect((await browser.send('POST', '/api/my-registry/c1/prove', own)).statusCode).toBe(200);
    expect(await owned(browser)).toEqual([['柳荫里 3 号楼 2 单元 501', 1]]);
  });

  it('an organisation is told to send whom it names to the desk, and so is who has no number', async () => {
    const browser = await enter();
    const answer = (await prove(browser, '永兴置业', creditCode(7))).json().error;
    expect(answer.code).toBe('owner-at-desk');
    expect(answer.message).toContain('请单位指定的人带授权书和证件到窗口投票');
    expect((await prove(browser, '孙大力', zhou)).json().error.message).toContain('请带证件到窗口投票');
    expect(await owned(browser)).toEqual([]);
  });
});

describe('nobody gathers owners', () => {
  it('a session is one owner of a community', async () => {
    const browser = await enter();
    expect((await prove(browser, '周守仁', zhou)).statusCode).toBe(200);
    expect((await prove(browser, '钱有余', qian)).json().error.code).toBe('other-owner');
    expect((await prove(browser, '周守仁', zhou)).statusCode).toBe(200);
  });

  it('an account tries five times a day, also with success, in however many sessions', async () => {
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 6; n += 1) {
      street.pass({ hours: 1 });
      const next = await enter('13900223333');
      codes.push((await prove(next, '周守仁', zhou)).json().error?.code);
    }
    expect(codes).toEqual([...Array(5).fill(undefined), 'owner-proved-too-often']);
  });

  it('a name is tried five times a day, by however many accounts, and then also the right one waits', async () => {
    street.pass({ days: 1 });
    for (let n = 0; n < 5; n += 1)
      expect((await prove(await enter(), '钱有余', zhou)).json().error.code).toBe('owner-not-proven');
    expect((await prove(await enter(), '钱有余', qian)).statusCode).toBe(429);
    street.pass({ days: 1, hours: 1 });
    expect((await prove(await enter(), '钱有余', qian)).statusCode).toBe(200);
  });

  it('the database tells nobody who has shown what', async () => {
    const dump = [...(await dumpOf(database.pool)).values()].join('\n');
    for (const secret of ['周守仁', zhou, '钱有余', qian]) expect(dump).not.toContain(secret);
  });
});
