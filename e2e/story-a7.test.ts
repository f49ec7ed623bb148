import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Browsers, launchBrowsers, phone } from './street/chromium.ts';
import { keepEvidence } from './street/keep-evidence.ts';
import { type Street, startStreetServer } from './street/start-street.ts';

let street: Street;
let browsers: Browsers;
const pages = new Map<string, Page>();
beforeAll(async () => {
  [street, browsers] = await Promise.all([startStreetServer(), launchBrowsers()]);
});
afterAll(async () => {
  await browsers?.close();
  await street?.stop();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepEvidence(pages);
});

async function pageOf(role: string): Promise<Page> {
  const page = pages.get(role) ?? (await browsers.open(street, role, phone)).page;
  pages.set(role, page);
  return page;
}
async function press(): Promise<Page> {
  const page = await pageOf('resident');
  await page.goto(`${street.address}/help`);
  await page.getByLabel('柳荫社区').check();
  await page.getByLabel(/几号楼/).fill('3 号楼 2 单元 101');
  await page.getByRole('button', { name: /按这里求助/ }).click();
  await page.getByText('正在替你找人').waitFor();
  return page;
}
/** Opens the call that waits on the front page of this person's phone. */
async function openWaiting(role: string): Promise<Page> {
  const page = await pageOf(role);
  await page.goto(street.address);
  await page
    .getByRole('link', { name: /平安求助/ })
    .first()
    .click();
  await page.getByRole('button', { name: '我来', exact: true }).waitFor();
  return page;
}

describe('平安求助 on the phone of an elder who lives alone', () => {
  it('one press reaches the neighbours; who comes, and since when, shows without a reload', async () => {
    const elder = await press();
    await elder.getByText(/已经通知：.*邻里互助队/).waitFor();
    const helper = await openWaiting('helper');
    await helper.getByRole('button', { name: '我来', exact: true }).click();
    await helper.getByLabel(/怎么称呼你/).fill('老罗');
    await helper.getByLabel(/捎一句话/).fill('两分钟就到');
    await helper.locator('form').getByRole('button', { name: '我来', exact: true }).click();
    await elder.getByText('有人正在赶来').waitFor();
    await elder.getByText(/互助邻居.*老罗/).waitFor();
    await elder.getByText('“两分钟就到”').waitFor();
    await elder.getByText(/应的$/).waitFor();
  });

  it('a slip of the finger calls nobody off; cancelling does', async () => {
    const elder = await pageOf('resident');
    await elder.getByRole('button', { name: '按错了，取消求助' }).click();
    await elder.getByRole('button', { name: '不取消，我要人来' }).click();
    await elder.getByRole('button', { name: '按错了，取消求助' }).click();
    await elder.getByRole('button', { name: '取消求助', exact: true }).click();
    await elder.getByRole('button', { name: /按这里求助/ }).waitFor();
  });

  it('what nobody answers passes on to the property staff, the community and the duty office, and is late', async () => {
    const elder = await press();
    await street.pass({ hours: 0.2 });
    await elder.getByText(/已经通知：.*物业.*居委会.*应急值班室/).waitFor();
    await street.pass({ hours: 0.1 });
    const duty = await openWaiting('duty');
    expect(await duty.locator('.matter-next-late').count()).toBe(1);
  });

  it('the community opens its share of calls answered in time onto the calls themselves', async () => {
    const page = await pageOf('worker');
    await page.goto(`${street.address}/staff/overview`);
    await page.getByRole('link', { name: /15 分钟应答率/ }).click();
    await page
      .getByText(/261109-/)
      .first()
      .waitFor();
  });
});
