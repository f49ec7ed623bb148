import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { StaffMatterPage } from './pages/staff-matter-page.ts';
import { faultsOf, widthBeyond } from './street/axe.ts';
import { phone, type Visitor } from './street/chromium.ts';
import { atHome, householdsOf, send, takeHouseholdsIn } from './street/households.ts';
import { useStage } from './street/stage.ts';

const { street, browsers, pages, open } = useStage();
const homes = householdsOf(
  ['秦桂兰', '赵守成', '钱小美', '孙有福', '李向东', '周长河', '吴敏', '郑海'],
  '139110030',
);
let matter = '';

/** A household at its telephone, signed in by a code and shown to be who it is. */
async function home(n: number): Promise<Visitor> {
  const visitor = await atHome(browsers, street, homes, n);
  pages.set(`home ${n}`, visitor.page);
  return visitor;
}
/** What somebody's own hand does: every press is counted. */
function countTaps(page: Page) {
  let taps = 0;
  return {
    tap: async (name: string | RegExp, role: 'link' | 'button') => {
      taps += 1;
      await page.getByRole(role, { name }).first().tap();
    },
    taps: () => taps,
  };
}

describe('户代表表决 in the browser', () => {
  it('a community worker publishes the roll and gives notice', async () => {
    const worker = await open('worker', 'worker');
    await takeHouseholdsIn(worker, street, homes);
    const opened = await send(worker, street, '/api/matters', {
      commandId: randomUUID(),
      procedure: 'household-vote',
      community: 'c1',
      input: { title: '一号楼加装电梯', text: '楼里多数是老人。' },
    });
    matter = `/matters/c1/${opened.id}`;
    const page = new StaffMatterPage(worker.page);
    await page.open(matter);
    await page.act('公布名册', {});
    await page.act('发出表决通知', { texts: { 表决事项: '一号楼加装电梯', 说明: '同意就开始请人设计。' } });
    await worker.page.getByText('户代表共 8 票，已投 0 票').waitFor();
    await worker.page.getByText('需要 8 户中的 5 户参加').waitFor();
  });

  it('an elder votes in at most four taps after signing in, in large type at 360 px', async () => {
    await street.pass({ days: 11 });
    const { page } = await home(0);
    await page.addInitScript(() => localStorage.setItem('liren.mode', 'elder'));
    await page.goto('/');
    const { tap, taps } = countTaps(page);
    await tap(/我要投票/, 'link');
    await tap(/一号楼加装电梯/, 'link');
    await page.getByText('你同意吗').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await widthBeyond(page)).toBeLessThanOrEqual(0);
    await tap('同意', 'button');
    await page.getByText('投出以后不能改').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await tap('投出这一票', 'button');
    await page.getByText(/投好了/).waitFor();
    expect(taps()).toBeLessThanOrEqual(4);
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.getByText('回执号').isVisible()).toBe(true);
    await page.reload();
    await page.getByText(/投好了/).waitFor();
    expect(await page.getByRole('button', { name: '同意' }).count()).toBe(0);
  });

  it('whoever is not on the roll is told so, and what to do', async () => {
    const neighbour = await open('neighbour', 'neighbour', phone);
    await neighbour.page.goto(matter.replace('/matters', '/vote'));
    await neighbour.page.getByText('这次表决的名册上没有你').waitFor();
  });

  it('at the desk a worker votes with somebody, takes in papers, and finds who has voted', async () => {
    const worker = await open('worker', 'worker');
    const { page } = worker;
    await new StaffMatterPage(page).open(matter);
    await page.getByRole('button', { name: '看名册' }).click();
    const line = (n: number) => page.getByRole('row', { name: new RegExp(`单元 ${101 + n}`) });
    await line(0)
      .getByText(/投好了/)
      .waitFor();
    expect(await line(0).getByRole('button').count()).toBe(0);
    await line(1).getByRole('button', { name: '窗口代投' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('反对').click();
    await dialog.getByRole('button', { name: '投出这一票' }).click();
    await dialog.getByText('回执号').waitFor();
    await page.keyboard.press('Escape');
    await line(1)
      .getByText(/已在窗口代投/)
      .waitFor();
    for (const n of [2, 3, 4]) {
      await line(n).getByRole('button', { name: '收到纸质票' }).click();
      await line(n)
        .getByText(/已交纸质票/)
        .waitFor();
    }
    expect(await faultsOf(page)).toEqual([]);
  });

  it('whoever was voted with at the desk takes it back and votes alone', async () => {
    const { page } = await home(1);
    await page.goto(matter.replace('/matters', '/vote'));
    await page.getByRole('button', { name: '撤回，重新投' }).tap();
    await page.getByRole('button', { name: '同意' }).tap();
    await page.getByRole('button', { name: '投出这一票' }).tap();
    await page.getByText(/投好了/).waitFor();
  });

  it('papers are entered twice, the votes are counted, and anybody finds their receipt in the list', async () => {
    await street.pass({ days: 8 });
    for (const role of ['worker', 'worker-2'] as const) {
      const reader = await open(role, role);
      const { page } = reader;
      await new StaffMatterPage(page).open(matter);
      for (const [paper, choice] of [
        ['paper-101', '同意'],
        ['paper-102', '同意'],
        ['paper-103', '反对'],
      ] as const) {
        await page.getByLabel('票上的编号').fill(paper);
        await page.getByLabel('票上选的').click();
        await page.locator('.ant-select-item-option').filter({ hasText: choice }).first().click();
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: '录入这一张' }).click();
        const read = role === 'worker' ? '录好第一遍' : '两遍都录好了';
        await page.getByText(`${paper}：${read}`).waitFor();
      }
    }
    const worker = await open('worker', 'worker');
    const page = new StaffMatterPage(worker.page);
    await page.open(matter);
    await page.act('计票并公布结果', {});
    await worker.page
      .getByText(/计票：通过/)
      .first()
      .waitFor();
    const guest = await open('guest', undefined, phone);
    await guest.page.goto(matter);
    await guest.page.getByRole('link', { name: '下载全部票，自己重算' }).waitFor();
    await guest.page.getByText('4 票', { exact: true }).waitFor();
    const list = `/api/polls${matter.replace('/matters', '')}/ballots?step=vote&n=1`;
    const files = [`/api/records${matter.replace('/matters', '')}`, list].map(async (path) => ({
      name: 'file.json',
      mimeType: 'application/json',
      buffer: Buffer.from(await (await guest.context.request.get(`${street.address}${path}`)).body()),
    }));
    const [record, ballots] = await Promise.all(files);
    const verify = await guest.context.newPage();
    pages.set('verify', verify);
    await verify.goto('/verify');
    await verify.getByLabel('案卷文件').setInputFiles(record ?? []);
    await verify.getByLabel('全部票').setInputFiles(ballots ?? []);
    await verify.getByText('重新计过，一致').waitFor();
    await verify.getByText('户代表表决：通过（逐张重算）').waitFor();
    expect(await faultsOf(verify)).toEqual([]);
    expect(await widthBeyond(verify)).toBeLessThanOrEqual(0);
    const forged = JSON.parse(ballots?.buffer.toString() ?? '{}');
    forged.ballots[0].choice = ['abstain'];
    const buffer = Buffer.from(JSON.stringify(forged));
    await verify
      .getByLabel('全部票')
      .setInputFiles({ name: 'forged.json', mimeType: 'application/json', buffer });
    await verify.getByText(/处对不上/).waitFor();
    await guest.page.getByLabel('凭回执号找自己的票').fill('PAPER-103 ');
    await guest.page.getByRole('button', { name: '找一找' }).tap();
    await guest.page.getByText('找到了，算的是：反对').waitFor();
    expect(await faultsOf(guest.page)).toEqual([]);
    expect(await widthBeyond(guest.page)).toBeLessThanOrEqual(0);
  });
});
