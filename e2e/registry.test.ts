import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RegistryPage } from './pages/registry-page.ts';
import { faultsOf } from './street/axe.ts';
import { type Browsers, launchBrowsers, phone } from './street/chromium.ts';
import { keepEvidence } from './street/keep-evidence.ts';
import { type Street, startStreetServer } from './street/start-street.ts';

let street: Street;
let browsers: Browsers;
const pages = new Map<string, Page>();
beforeAll(async () => {
  [street, browsers] = await Promise.all([startStreetServer(), launchBrowsers()]);
  pages.set('worker', (await browsers.open(street, 'worker')).page);
  pages.set('grid', (await browsers.open(street, 'grid', phone)).page);
});
afterAll(async () => {
  await browsers?.close();
  await street?.stop();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepEvidence(pages);
});

const as = (role: string): RegistryPage => {
  const page = pages.get(role);
  if (page === undefined) throw new Error(`${role} has no window`);
  return new RegistryPage(page);
};

const table = `柳荫社区居民底数,,,,,
姓名,身份证号,联系电话,住址,与户主关系,网格
王芳菲,99009919800215022X,13977418852,柳荫里3号楼2单元501,户主,柳荫一网格
王小明,990099201003010135,,柳荫里三号楼二单元501室,子,柳荫一网格
李长山,,13900001111,柳荫里12号楼301,户主,柳荫二网格
赵抄错,990099198002150221,,柳荫里12号楼302,户主,柳荫二网格
`;

describe('底数 through the browser', () => {
  it('a community worker checks a table, sees which row is wrong, and takes the others in', async () => {
    const registry = as('worker');
    const checked = await registry.takeIn('底数.csv', table);
    expect(checked).toContain('可以登记 3 人');
    expect(checked).toContain('校验位不对');
    await registry.page.getByRole('button', { name: /下载|错/ }).waitFor();
  });

  it('takes in a table whose columns are named otherwise, and remembers for the next what they are', async () => {
    const registry = as('worker');
    const { page } = registry;
    await page.goto('/staff/registry/import');
    const choose = (rows: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: '老表.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
    await choose('柳荫社区老底子,,\n当家的,门牌,手机\n周老三,柳荫里7号楼101,13900003333\n');
    await page.getByText('栏目名不在这一行？').click();
    await page.getByText('当家的 · 门牌 · 手机').click();
    await page.getByText('还没有一栏是姓名').waitFor();
    expect(await page.getByRole('button', { name: '先检查一遍' }).isDisabled()).toBe(true);
    await page.getByLabel('“当家的”是什么').selectOption({ label: '姓名' });
    await page.getByLabel('“门牌”是什么').selectOption({ label: '住址（写在一格里）' });
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '先检查一遍' }).click();
    await page.getByText('可以登记 1 人').waitFor();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByText(/^登记了/).waitFor();
    await page.goto('/staff/registry/import');
    await choose('柳荫社区老底子,,\n当家的,门牌,手机\n周老四,柳荫里7号楼102,\n');
    await page.getByText('认得 2 栏，1 栏不导入：手机').waitFor();
    expect(await page.getByRole('button', { name: '先检查一遍' }).isEnabled()).toBe(true);
  });

  it('finds a resident by door, and sees a number whole only for a reason that stays on the page', async () => {
    const registry = as('worker');
    await registry.find('3-2-501');
    await registry.page.getByText('一共 2 人').waitFor();
    await registry.follow('王芳菲');
    await registry.page.getByText('139****8852').waitFor();
    await registry.show('入户前核对');
    await registry.page.getByText('99009919800215022X').waitFor();
    await registry.page.getByText('理由：入户前核对').waitFor();
    await registry.page.goBack();
    await registry.page.getByText('一共 2 人').waitFor();
    expect(registry.page.url()).not.toContain('501');
  });

  it('a community worker puts a phone right, is told when a colleague was faster, and loses nothing', async () => {
    const registry = as('worker');
    const { page } = registry;
    await registry.find('李长山');
    await registry.follow('李长山');
    const colleague = new RegistryPage(await page.context().newPage());
    pages.set('colleague', colleague.page);
    await colleague.page.goto(page.url());
    await colleague.change('更正', '保存更正', { 电话: '13900002222' });
    await colleague.page.getByText('改好了').waitFor();
    await registry.change('更正', '保存更正', { 姓名: '李长杉' });
    await page.getByText('别人改过这个人的登记').waitFor();
    expect(await page.getByRole('textbox', { name: '姓名' }).inputValue()).toBe('李长杉');
    await page.getByText('139****2222').first().waitFor();
    await page.getByRole('button', { name: '保存更正' }).click();
    await page.getByRole('heading', { level: 1, name: '李长杉' }).waitFor();
    await page.getByText('改了姓名 （原来是 李长山）').waitFor();
    await page.getByText('改了电话 （原来是 139****1111）').waitFor();
  });

  it('writes down somebody new, who then moves away', async () => {
    const registry = as('worker');
    const { page } = registry;
    await page.getByRole('link', { name: '同一户再登记一个人' }).click();
    await page.getByRole('heading', { level: 1, name: '登记一个人' }).waitFor();
    await page.getByLabel('姓名').fill('孙新来');
    expect(await page.getByLabel('新住处').inputValue()).toContain('柳荫里 12 号楼 301');
    await page.getByLabel('从哪天起住').fill('2026-11-02');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '孙新来' }).waitFor();
    await registry.change('搬走', '登记搬走', { 在这里住的最后一天: '2026-11-08' });
    await page.getByText('2026-11-02 到 2026-11-08').waitFor();
  });

  it('a resident sees their own record by the telephone and the end of the identity number, and what they ask for is answered at the desk', async () => {
    const { page, context } = await browsers.open(street, undefined, phone);
    pages.set('王芳菲', page);
    const post = async (path: string, data: object) => {
      const answer = await context.request.post(`${street.address}${path}`, { data });
      expect(answer.ok(), await answer.text()).toBe(true);
      return answer.json();
    };
    const number = '13977418852';
    const { demoCode } = await post('/api/auth/phone/code', { phone: number });
    await post('/api/auth/phone/enter', { phone: number, code: demoCode });
    await page.goto('/me');
    await page.getByLabel('登记的姓名').fill('王芳菲');
    await page.getByLabel('身份证号的后六位').fill('50220X');
    await page.getByRole('button', { name: '核对并打开' }).click();
    await page.getByText('和登记的对不上').waitFor();
    await page.getByLabel('身份证号的后六位').fill('15022x');
    await page.getByRole('button', { name: '核对并打开' }).click();
    await page.getByText('底数里你的身份证号').waitFor();
    await page.getByRole('button', { name: '哪里不对，要求更正' }).click();
    await page.getByLabel('应该是').fill('王芳霏');
    await page.getByRole('button', { name: '提交更正要求' }).click();
    await page.getByText('等社区答复').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const registry = as('worker');
    await registry.page.goto('/staff/registry');
    await registry.follow('王芳菲');
    await registry.page.getByText('姓名应该是 王芳霏').waitFor();
    expect(await faultsOf(registry.page)).toEqual([]);
    await registry.page.getByRole('button', { name: '同意，改过来' }).click();
    await registry.page.getByRole('heading', { level: 1, name: '王芳霏' }).waitFor();
    await page.reload();
    await page.getByText('已经更正').waitFor();
    await registry.change('按本人要求删除', '删除个人信息', { 为什么删除: '本人到窗口要求' });
    await registry.page.getByRole('heading', { level: 1, name: '已删除的居民' }).waitFor();
    await page.reload();
    await page.getByText('没有对得上的登记').waitFor();
  });

  it('a building gets another number, is found by both, is torn down by mistake and stands again', async () => {
    const registry = as('worker');
    const { page } = registry;
    await page.goto('/staff/registry/buildings');
    await page.getByRole('link', { name: '12 号楼' }).click();
    await page.getByRole('button', { name: /^301/ }).click();
    await page.getByRole('link', { name: '李长杉' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '改楼号' }).click();
    await page.getByLabel('现在的楼号').fill('15');
    await page.getByRole('button', { name: '先看看会怎样' }).click();
    await page.getByText('1 栋、1 户、1 人改到这个名字下面').waitFor();
    await page.getByRole('button', { name: '改成这个名字' }).click();
    await page.getByText('柳荫里 12 号楼 改叫 柳荫里 15 号楼').waitFor();
    await registry.find('柳荫里12号楼301');
    await page.getByRole('cell', { name: '柳荫里 15 号楼 301' }).waitFor();
    await page.goto('/staff/registry/buildings');
    await page.getByRole('link', { name: '15 号楼' }).click();
    await page.getByRole('button', { name: '登记拆除' }).click();
    await page.getByRole('button', { name: '先看看会怎样' }).click();
    await page.getByText('住着的 1 人记为那天搬走').waitFor();
    await page.getByRole('button', { name: '登记拆除' }).click();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByText('已撤销').waitFor();
    await registry.find('李长杉');
    await page.getByRole('cell', { name: '柳荫里 15 号楼 301' }).waitFor();
  });

  it('a grid’s worker finds who lives in the grid, masked, and may import nothing', async () => {
    const registry = as('grid');
    await registry.find('柳荫里');
    await registry.page.getByText('一共 2 人').waitFor();
    expect(await registry.page.getByRole('link', { name: '导入底数' }).count()).toBe(0);
    await registry.follow('王小明');
    expect(await registry.page.getByRole('button', { name: '看完整号码' }).count()).toBe(0);
    expect(await registry.page.getByRole('button', { name: '更正', exact: true }).count()).toBe(0);
    await registry.page.getByRole('button', { name: '提出更正' }).click();
    await registry.page.getByLabel('应该是').fill('王晓明');
    await registry.page
      .getByRole('form', { name: '提出更正' })
      .getByRole('button', { name: '提出更正' })
      .click();
    await registry.page.getByText('已经交给社区工作者').waitFor();
  });
});
