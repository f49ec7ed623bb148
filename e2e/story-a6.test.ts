import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MatterPage } from './pages/matter-page.ts';
import { StaffMatterPage } from './pages/staff-matter-page.ts';
import { type Browsers, desktop, launchBrowsers, phone } from './street/chromium.ts';
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

async function pageOf(role: string, size = desktop as { width: number; height: number }): Promise<Page> {
  const page = pages.get(role) ?? (await browsers.open(street, role, size)).page;
  pages.set(role, page);
  return page;
}
async function guestPage(): Promise<Page> {
  const page = pages.get('guest') ?? (await browsers.open(street, undefined, phone)).page;
  pages.set('guest', page);
  return page;
}
let path = '';
async function atWork(role: string): Promise<StaffMatterPage> {
  const matter = new StaffMatterPage(await pageOf(role));
  await matter.open(path);
  return matter;
}

describe('综合窗口 A6: a birth registration that is done at home', () => {
  let receipt = '';

  it('somebody finds it by what people call it, sees what to bring, and asks for somebody to come', async () => {
    const page = await pageOf('resident', phone);
    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation({ latitude: 39.905, longitude: 116.405 });
    await page.goto(street.address);
    await page.getByRole('link', { name: /^办事/ }).click();
    await page.getByRole('searchbox').fill('我要办准生证');
    await page.getByRole('link', { name: '生育登记' }).click();
    await page.getByText('夫妻双方居民身份证').waitFor();
    await page.getByText('材料齐了，1 个工作日内办好').waitFor();
    await page.getByRole('button', { name: '请人上门办' }).click();
    await page.getByLabel('本人').check();
    await page.getByRole('button', { name: '用我现在的位置' }).click();
    await page
      .getByText(/柳荫一网格/)
      .first()
      .waitFor();
    await page.getByLabel('地址').fill('柳荫里 3 号楼 2 单元 101');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText(/网格员会来/).waitFor();
    await page.getByText(/上门接件/).waitFor();
    await page.getByRole('link', { name: '看办到哪一步' }).click();
    await page.getByRole('heading', { name: '办理记录' }).waitFor();
    path = new URL(page.url()).pathname;
    receipt = (await page.getByRole('link', { name: '打开受理单' }).getAttribute('href')) ?? '';
    expect(receipt).toMatch(/^\/r\/c1\/[0-9a-f-]{36}\/[a-z2-7]{26}$/);
  });

  it('before anything is taken in, the link says so, to whoever holds it', async () => {
    const page = await guestPage();
    await page.goto(`${street.address}${receipt}`);
    await page.getByRole('heading', { name: '办事登记单' }).waitFor();
    await page.getByText(/还没有接件/).waitFor();
  });

  it('the grid worker takes the papers in at the door', async () => {
    const page = await pageOf('grid', phone);
    await page.goto(`${street.address}/staff/`);
    await page
      .getByRole('link', { name: /生育登记/ })
      .first()
      .waitFor();
    const matter = await atWork('grid');
    await matter.act('上门接件', {
      ticks: { 收到的材料: ['夫妻双方居民身份证', '户口簿', '结婚证'] },
    });
    const guest = await guestPage();
    await guest.reload();
    await guest.getByRole('heading', { name: '受理单' }).waitFor();
    await guest.getByRole('listitem').filter({ hasText: '户口簿' }).waitFor();
  });

  it('the window passes it on; who decides does so within the time that was promised', async () => {
    const window_ = await atWork('worker');
    await window_.act('转件', { selects: { 派给: '卫生健康委' } });
    const office = await atWork('health');
    await office.act('报告办结', {
      choices: { 办理结果: '准予，已经办好' },
      texts: { 办理情况: '已经登记，证明已出' },
    });
    const guest = await guestPage();
    await guest.reload();
    await guest.getByText('卫生健康委').first().waitFor();
    // How it was decided is nobody's business who merely holds the link.
    expect(await guest.getByText('准予').count()).toBe(0);
  });

  it('the result comes back, is brought home against a signature, and is rated', async () => {
    await (await atWork('worker')).act('结果到窗口了', {
      choices: { 收到了什么: '证件或者证明' },
      texts: { 怎么领: '网格员下午送去' },
    });
    await (await atWork('grid')).act('登记送达', {
      choices: { 谁领的: '本人', 怎么给的: '送到家' },
      texts: { 领取人签名: '林秀兰' },
    });
    const own = new MatterPage(await pageOf('resident', phone));
    await own.open(path);
    await own.rate({ contacted: '有人联系', solved: '已解决', satisfied: '满意' });
    const guest = await guestPage();
    await guest.reload();
    await guest.getByText('已经办好送到').waitFor();
    expect(await guest.getByText('林秀兰').count()).toBe(0);
  });
});

describe('综合窗口 A6: at the window with papers missing', () => {
  it('the clerk ticks, and the list of what is lacking prints, whole', async () => {
    const page = await pageOf('worker');
    await page.goto(`${street.address}/staff/window`);
    await page.getByLabel('办什么事').fill('低保');
    await page.getByRole('button', { name: /最低生活保障申请/ }).click();
    await page.getByText('本人', { exact: true }).click();
    await page.getByLabel('手机号').fill('13900005555');
    await page.getByLabel('称呼').fill('钱伯');
    await page.getByRole('checkbox', { name: /全家人的居民身份证/ }).check();
    await page.getByText('还缺 3 样，会一次列全。').waitFor();
    await page.getByRole('listitem').filter({ hasText: '医院诊断证明' }).getByText('这次也要').click();
    await page.getByText('还缺 4 样，会一次列全。').waitFor();
    await page.getByRole('button', { name: '一次告知，开告知单' }).click();
    await page.getByRole('heading', { name: '已经一次告知' }).waitFor();
    const paper = page.waitForEvent('popup');
    await page.getByRole('link', { name: '打开单子，打印' }).click();
    const sheet = await paper;
    pages.set('paper', sheet);
    await sheet.getByRole('heading', { name: '材料补正告知单' }).waitFor();
    for (const title of ['户口簿', '家庭收入和财产申报', '家庭经济状况核对授权书', '医院诊断证明'])
      await sheet.getByRole('listitem').filter({ hasText: title }).waitFor();
    await sheet.getByText(/一次说全/).waitFor();
    expect(await sheet.getByText('钱伯').count()).toBe(0);
  });

  it('a link that was changed opens nothing', async () => {
    const page = await guestPage();
    const address = pages.get('paper')?.url() ?? '';
    const last = address.at(-1) === 'a' ? 'b' : 'a';
    await page.goto(`${address.slice(0, -1)}${last}`);
    await page.getByText('这张单子打不开').waitFor();
  });
});
