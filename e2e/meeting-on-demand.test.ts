import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { identity } from '../server/src/usecases/testing-registry.ts';
import { StaffMatterPage } from './pages/staff-matter-page.ts';
import { faultsOf, widthBeyond } from './street/axe.ts';
import type { Visitor } from './street/chromium.ts';
import { clock, evening } from './street/councils.ts';
import { atHome, type Households, householdsOf, takeHouseholdsIn } from './street/households.ts';
import { useStage } from './street/stage.ts';

const { street, browsers, pages, open } = useStage();
/** Twenty-one grown-ups: a tenth of them are three. */
const given = ['守成', '小美', '有福'];
const homes = householdsOf(
  [...'赵钱孙李周吴郑'].flatMap((family) => given.map((name) => `${family}${name}`)),
  '139110040',
);
const child: Households = {
  names: ['赵苗苗'],
  identityOf: () => identity('20150601', 301),
  phoneOf: () => '13911009901',
};
let matter = '';
const ballot = (): string => matter.replace('/matters', '/vote');

const as = (role: string): Promise<Visitor> => open(role, role);
async function home(n: number, of = homes): Promise<Visitor> {
  const visitor = await atHome(browsers, street, of, n);
  pages.set(`${of === child ? 'child' : 'home'} ${n}`, visitor.page);
  return visitor;
}
async function expectSound(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  expect(await widthBeyond(page)).toBeLessThanOrEqual(0);
}
async function sign({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: '联名', exact: true }).tap();
  await page.getByText('签了以后不能收回').waitFor();
  await page.getByRole('button', { name: '签上名字' }).tap();
  await page.getByText(/签好了/).waitFor();
}
/** A sheet that somebody signed, read by one of two. */
async function readPaper(page: Page, code: string, no: number): Promise<void> {
  await page.getByLabel('签名单上的编号').fill(code);
  await page.getByLabel('名册第几号').fill(String(no));
  await page.getByRole('button', { name: '录入这个签名' }).click();
}

describe('居民联名要求开会', () => {
  it('a resident finds under 发起 how to demand a meeting, and what will follow', async () => {
    const worker = await as('worker');
    await takeHouseholdsIn(worker, street, homes);
    await takeHouseholdsIn(worker, street, child);
    const { page } = await home(0);
    await page.goto('/mine');
    await page.getByRole('link', { name: /发起/ }).tap();
    await page.getByRole('button', { name: '联名要求开居民会议' }).tap();
    const where = page.getByRole('combobox', { name: '在哪里办' });
    // The street has no residents' committee that could convene: nothing of the kind is offered there.
    expect(await where.getByRole('option', { name: '柳荫街道' }).count()).toBe(0);
    await where.selectOption({ label: '柳荫社区' });
    await page.getByText(/要走这几步：联名 → 居民会议 → 公布决定/).waitFor();
    await expectSound(page);
    const form = page.locator('.begin-form form');
    await form.getByRole('textbox', { name: /^为什么事要开会/ }).fill('物业费涨价要大家定');
    await form.getByRole('textbox', { name: /^理由/ }).fill('涨价没有问过住户。');
    await page.getByRole('button', { name: '发起“联名要求开居民会议”' }).tap();
    await page.getByRole('heading', { name: /物业费涨价要大家定/ }).waitFor();
    matter = `/matters${new URL(page.url()).pathname.replace(/^\/(?:m|matters)/, '')}`;
  });

  it('a community worker opens the signing, and the page says how many are missing', async () => {
    const { page } = await as('worker');
    const clerk = new StaffMatterPage(page);
    await clerk.open(matter);
    await clerk.act('公布联名名册');
    await clerk.act('开始联名', {
      texts: { 要求的事项: '要求开居民会议，定物业费', 说明: '三十天内签名。够了，社区就要开会。' },
    });
    await page.getByText('需要十八周岁以上的 21 人中的 3 人联名，还没有人联名，还差 3 人。').waitFor();
    await clerk.waitForOffer('清点联名', 'hindered');
    await page.getByText('联名还没有截止，人数也还不够').waitFor();
    await expectSound(page);
  });

  it('whoever is on the roll signs at their own telephone, once; a child is told why not', async () => {
    await street.pass({ hours: 2 });
    const visitor = await home(1);
    const { page, context } = visitor;
    await page.goto('/vote');
    await page.getByRole('link', { name: /要求开居民会议/ }).tap();
    await sign(visitor);
    await page.getByText('已有 1 人，还差 2 人').waitFor();
    await expectSound(page);

    // The same person at another telephone: signed already, and a second name is refused.
    await street.pass({ hours: 1 });
    const again = await home(1);
    await again.page.goto(ballot());
    await again.page.getByText(/签好了/).waitFor();
    expect(await again.page.getByRole('button', { name: '联名', exact: true }).count()).toBe(0);
    const path = `${street.address}/api/polls${matter.replace('/matters', '')}`;
    const [poll] = (await (await context.request.get(path)).json()).polls;
    const entry = poll.mine[0].id;
    const said = { code: randomUUID().slice(0, 23), choice: ['for'] };
    const second = await context.request.post(`${path}/ballots`, {
      data: { entry, channel: 'online', said },
    });
    expect((await second.json()).error.code).toBe('already-voted');

    const young = await home(0, child);
    await young.page.goto(ballot());
    await young.page.getByText('这次联名的名册上没有你').waitFor();
    await young.page.getByText('十八周岁以上居民可以联名').waitFor();
    await expectSound(young.page);
  });

  it('a name on paper counts on the same roll, once, when two have read it', async () => {
    const { page: first } = await as('worker');
    await new StaffMatterPage(first).open(matter);
    await first.getByText('联名开始', { exact: true }).waitFor();
    await first.getByRole('link', { name: '联名的通知' }).waitFor();
    // Nothing has been voted on: no part of the page speaks of it.
    expect(await first.getByRole('main').innerText()).not.toMatch(/投票|表决|计票/);
    await readPaper(first, 'sheet-0002', 2);
    await first.getByText('这个人已经签过名了').waitFor();
    await readPaper(first, 'sheet-0003', 3);
    await first.getByText('sheet-0003：录好第一遍').waitFor();
    await first.getByText('已有 2 人，还差 1 人').waitFor();
    await first.getByText('还有 1 个纸质签名没有录完两遍').waitFor();
    await expectSound(first);
    const { page: second } = await as('worker-2');
    await new StaffMatterPage(second).open(matter);
    await readPaper(second, 'sheet-0003', 3);
    await second.getByText('sheet-0003：两遍都录好了').waitFor();
    const { page } = await home(2);
    await page.goto(ballot());
    await page.getByText(/已交纸质签名/).waitFor();
    expect(await page.getByRole('button', { name: '联名', exact: true }).count()).toBe(0);
  });

  it('the third name is enough, in large type at 360 px; from then on the committee’s clock runs', async () => {
    const elder = await home(3);
    await elder.page.addInitScript(() => localStorage.setItem('liren.mode', 'elder'));
    await elder.page.goto(ballot());
    await elder.page.getByText('已有 2 人，还差 1 人').waitFor();
    await elder.page.getByText('你愿意联名吗').waitFor();
    await expectSound(elder.page);
    await sign(elder);
    await elder.page.getByText('已有 3 人，够了').waitFor();
    await expectSound(elder.page);

    const { page } = await as('worker');
    const clerk = new StaffMatterPage(page);
    await clerk.open(matter);
    await page.getByText('现在就可以清点，不用等到截止').waitFor();
    await clerk.act('清点联名');
    await page.getByText('联名够了').first().waitFor();

    const resident = await home(0);
    await resident.page.goto(matter);
    await resident.page.getByText('联名够了').first().waitFor();
    // Twenty days from the ninth of November; whoever looks sees who must act, and by when.
    const next = resident.page.locator('.matter-next');
    await next.getByText(/由.*社区工作者.*办理/).waitFor();
    await next.getByText('11月29日(周日)前').waitFor();
    await expectSound(resident.page);
  });

  it('the meeting is convened with ten days’ notice, and every household reads it', async () => {
    const { page } = await as('worker');
    const clerk = new StaffMatterPage(page);
    await clerk.open(matter);
    const notice = { 在哪里: '社区礼堂', 议题和要先看的材料: '物业费涨不涨，账本在门口。' };
    await clerk.act('发出会议通知', {
      moments: { 什么时候开会: clock(evening(street, 12)) },
      texts: notice,
    });
    await page.getByText('应到 21 户，实到 0 户，还差 11 户').waitFor();
    await page.getByText('会议通知已经发出，11月21日 19:30 开会').waitFor();
    const resident = await home(4);
    await resident.page.goto(matter);
    await resident.page.getByText('社区礼堂').first().waitFor();
    const [paper] = await Promise.all([
      resident.context.waitForEvent('page'),
      resident.page
        .getByRole('listitem')
        .filter({ hasText: '居民会议' })
        .getByRole('link', { name: '会议或者表决的通知' })
        .tap(),
    ]);
    pages.set('notice', paper);
    await paper.getByText('物业费涨不涨').waitFor();
  });
});
