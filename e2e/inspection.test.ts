import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PhonePage } from './pages/phone-page.ts';
import { type Browsers, launchBrowsers, phone, type Visitor } from './street/chromium.ts';
import { keepEvidence } from './street/keep-evidence.ts';
import { type Street, startStreetServer } from './street/start-street.ts';

const pin = '246813';
let street: Street;
let browsers: Browsers;
let visitor: Visitor;
let clerk: Visitor;

beforeAll(async () => {
  [street, browsers] = await Promise.all([startStreetServer(), launchBrowsers()]);
  clerk = await browsers.open(street, 'worker');
  visitor = await browsers.open(street, 'grid', phone);
});
afterAll(async () => {
  await browsers?.close();
  await street?.stop();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await keepEvidence(
      new Map([
        ['phone', visitor.page],
        ['clerk', clerk.page],
      ]),
    );
});

describe('a shop is inspected (A5)', () => {
  it('a clerk writes it down, and finds it', async () => {
    const { page } = clerk;
    await page.goto('/staff/organisations/new');
    await page.getByLabel('类型').selectOption({ label: '商户门店' });
    await page.getByLabel('名称').fill('王记小吃');
    await page.getByLabel('地址').fill('柳荫街12号');
    await page.getByLabel('网格').selectOption({ label: '柳荫一网格' });
    await page.getByLabel('电话').fill('13977418852');
    await page.getByRole('button', { name: '登记' }).click();
    await page.getByRole('heading', { level: 1, name: '王记小吃' }).waitFor();
    await page.getByText('139****8852').waitFor();
  });

  it('the phone inspects it without a network: all in order in one tap, then the one that is not', async () => {
    const app = new PhonePage(visitor.page);
    await app.setUp(pin);
    await app.waitUntilKept();
    const { page } = visitor;
    await page.getByText('要检查的单位（1 家）').waitFor();
    await visitor.context.setOffline(true);
    await page.getByRole('link', { name: /王记小吃/ }).click();
    await page.getByRole('button', { name: '门店安全检查' }).click();
    await page.getByRole('button', { name: '全部合格' }).click();
    const gas = page.locator('[data-field="gas"]');
    await gas.getByLabel('不合格，要整改').check();
    await page.locator('[data-field="gas-note"]').getByRole('textbox').fill('软管老化，七日内换掉。');
    await page.getByRole('button', { name: '记下这次检查' }).click();
    await page.getByText('1 项不合格').waitFor();
    await app.go('今天');
    await page.getByText('要检查的单位（0 家）').waitFor();
    await visitor.context.setOffline(false);
    await app.sync();
    await app.waitUntilSynced();
  });

  it('what failed is among today’s tasks: told, and re-inspected on the phone', async () => {
    const app = new PhonePage(visitor.page);
    const { page } = visitor;
    await app.go('今天');
    const task = page.getByRole('link', { name: /王记小吃：燃气软管/ });
    await task.click();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByLabel('当面告知、交了通知单').check();
    await page.getByRole('form').getByRole('button', { name: '提交' }).click();
    await app.waitUntilSynced();
    await app.go('今天');
    await task.click();
    await page.getByRole('button', { name: '复查合格' }).click();
    await page.getByRole('form').getByRole('button', { name: '复查合格' }).click();
    await app.waitUntilSynced();
    await app.go('今天');
    await task.waitFor({ state: 'detached' });
  });

  it('the office sees it done, and opens the figure onto the shop', async () => {
    const { page } = clerk;
    await page.goto('/staff/rounds');
    await page.getByRole('heading', { name: '安全检查' }).waitFor();
    const row = page.getByRole('row', { name: /门店安全检查/ });
    await row.getByRole('link', { name: '1', exact: true }).last().click();
    await page.getByRole('link', { name: '王记小吃' }).waitFor();
    expect(await page.getByText('查过').first().isVisible()).toBe(true);
  });
});
