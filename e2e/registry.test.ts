import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RegistryPage } from './pages/registry-page.ts';
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

  it('a grid’s worker finds who lives in the grid, masked, and may import nothing', async () => {
    const registry = as('grid');
    await registry.find('柳荫里');
    await registry.page.getByText('一共 2 人').waitFor();
    expect(await registry.page.getByRole('link', { name: '导入底数' }).count()).toBe(0);
    await registry.follow('王小明');
    expect(await registry.page.getByRole('button', { name: '看完整号码' }).count()).toBe(0);
  });
});
