import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { MatterPage } from './pages/matter-page.ts';
import { StaffMatterPage } from './pages/staff-matter-page.ts';
import { faultsOf, widthBeyond } from './street/axe.ts';
import { phone } from './street/chromium.ts';
import { atHome, householdsOf, send, takeHouseholdsIn } from './street/households.ts';
import { useStage } from './street/stage.ts';

const { street, browsers, pages } = useStage();
const homes = householdsOf(['秦桂兰', '赵守成', '钱小美', '孙有福', '李向东', '周长河'], '139110030');
/** Of the projects those that will be chosen. */
const chosen = ['三号楼下装一排长椅', '东门坡道加扶手'] as const;
const title = '2026 年民生微实事';
let round = '';

/** A household at its telephone; each keeps the one it has. */
async function home(n: number): Promise<Page> {
  const known = pages.get(`home ${n}`);
  if (known !== undefined) return known;
  const { page } = await atHome(browsers, street, homes, n);
  pages.set(`home ${n}`, page);
  return page;
}
/** Sessions end with the days; whoever comes back signs in again. */
async function daysPass(days: number): Promise<void> {
  await street.pass({ days });
  pages.clear();
}
async function atWork(path: string): Promise<StaffMatterPage> {
  const page = pages.get('worker') ?? (await browsers.open(street, 'worker')).page;
  pages.set('worker', page);
  const matter = new StaffMatterPage(page);
  await matter.open(path);
  return matter;
}
/** One project of the round at the workplace, from the page of the round. */
async function projectOf(what: string): Promise<StaffMatterPage> {
  const { page } = await atWork(round);
  await page.getByRole('link', { name: what }).first().click();
  await page.getByRole('heading', { level: 1, name: what }).waitFor();
  return new StaffMatterPage(page);
}
const look = async (page: Page): Promise<void> => {
  expect(await faultsOf(page), page.url()).toEqual([]);
  expect(await widthBeyond(page), page.url()).toBeLessThanOrEqual(0);
};

describe('民生微实事 B5 from the call to the last rating, in the browser', () => {
  it('the committee opens a round with its money', async () => {
    const worker = await browsers.open(street, 'worker');
    pages.set('worker', worker.page);
    await takeHouseholdsIn(worker, street, homes);
    const opened = await send(worker, street, '/api/matters', {
      commandId: randomUUID(),
      procedure: 'livelihood-vote',
      community: 'c1',
      input: { title, budget: 60_000, text: '用在大家都用得上的小事上，年底前做完。' },
    });
    round = `/matters/c1/${opened.id}`;
  });

  it.each([
    [0, '三号楼下装一排长椅', '工程', '18000', '接孩子的老人没有地方坐'],
    [1, '东门坡道加扶手', '工程', '26000', '坡陡，轮椅上不去'],
    [2, '社区食堂周末也开', '服务', '40000', '独居老人周末吃饭没有着落'],
    [3, '我家换防盗门', '货物', '3000', '门锁坏了'],
  ])('household %i finds the round on the telephone and proposes: %s', async (n, what, kind, cost, why) => {
    const page = await home(n);
    await page.goto('/public');
    await page.getByRole('link', { name: title }).first().tap();
    await page.getByRole('button', { name: '提一个项目' }).tap();
    const form = page.getByRole('form', { name: '提一个项目' });
    await form.getByRole('textbox', { name: /^做什么/ }).fill(what);
    await form.getByRole('radio', { name: kind }).check();
    await form.getByRole('spinbutton', { name: /^大约要多少钱/ }).fill(cost);
    await form.getByRole('textbox', { name: /^为什么要做/ }).fill(why);
    await look(page);
    await form.getByRole('button', { name: '提一个项目' }).tap();
    await page.getByRole('status').first().waitFor();
    await look(page);
  });

  it('the clerk checks each: three stand on the ballot, the private door does not, with the reason', async () => {
    const { page } = await atWork(round);
    for (const [what, cost] of [
      ['三号楼下装一排长椅', '18000'],
      ['东门坡道加扶手', '26000'],
      ['社区食堂周末也开', '40000'],
    ] as const) {
      const project = await projectOf(what);
      await page.getByRole('button', { name: '通过初审' }).click();
      await page.getByRole('textbox', { name: /^公布用的名称/ }).fill(what);
      await page.getByRole('spinbutton', { name: /^核定的金额/ }).fill(cost);
      await project.act('通过初审');
    }
    await (await projectOf('我家换防盗门')).act('不列入', {
      choices: { 为什么: '属于私人的费用' },
      texts: { 退回的原因: '自家的门由自家修。' },
    });
    const own = await home(3);
    await own.goto(round);
    await own.getByRole('link', { name: '我家换防盗门' }).tap();
    await own.getByText('属于私人的费用').first().waitFor();
    await own.getByText('自家的门由自家修。').waitFor();
    await look(own);
  });

  it('the call ends, the roll is published and the vote is announced', async () => {
    const worker = await atWork(round);
    await worker.act('征集结束，开始选', { texts: { 办理结果: '四个项目，三个通过初审。' } });
    await worker.act('公布名册');
    await worker.act('发出表决通知', { texts: { 表决事项: title, 说明: '六万元怎么用，大家定。' } });
    await worker.page.getByText('十八周岁以上居民共 6 票，已投 0 票').waitFor();
    await daysPass(5);
  });

  const codes: string[] = [];
  it.each([
    [0, ['三号楼下装一排长椅', '东门坡道加扶手']],
    [1, ['三号楼下装一排长椅', '东门坡道加扶手']],
    [2, ['社区食堂周末也开']],
    [3, ['三号楼下装一排长椅']],
    [4, ['东门坡道加扶手']],
    [5, ['三号楼下装一排长椅', '社区食堂周末也开']],
  ])('household %i ticks what it wants within the money and keeps its receipt', async (n, wanted) => {
    const page = await home(n);
    await page.goto('/vote');
    await page.getByRole('link', { name: title }).tap();
    for (const each of wanted) await page.getByRole('button', { name: each }).tap();
    await page.getByText(`已选 ${wanted.length} 个`).waitFor();
    await page.getByRole('button', { name: '选好了' }).tap();
    await page.getByRole('button', { name: '投出这一票' }).tap();
    await page.getByText(/投好了/).waitFor();
    codes.push((await page.getByRole('region', { name: '回执号' }).locator('code').innerText()).trim());
  });

  it('the count tells what became of each project and why, to anybody', async () => {
    await (await atWork(round)).act('计票并公布结果');
    const guest = await browsers.open(street, undefined, phone);
    pages.set('guest', guest.page);
    await guest.page.goto(round);
    await guest.page.getByText('选上 2 个，共 4.4 万元，预算 6 万元').waitFor();
    const fate = (what: string) => guest.page.getByRole('listitem').filter({ hasText: what }).first();
    await fate('长椅')
      .getByText(/第 \d 个选上/)
      .waitFor();
    await fate('食堂')
      .getByText('选它的人一共还剩', { exact: false })
      .or(fate('食堂').getByText(/轮到它时还剩/))
      .waitFor();
    await look(guest.page);
  });

  it('each receipt tells what its vote did', async () => {
    const page = pages.get('guest') as Page;
    const explain = async (code: string, words: RegExp) => {
      await page.getByLabel('我的票起了什么作用').fill(code);
      await page.getByRole('button', { name: '找一找' }).tap();
      await page.getByText(words).first().waitFor();
    };
    await explain(codes[0] ?? '', /你选的 2 个里选上了 2 个/);
    await explain(codes[2] ?? '', /社区食堂周末也开：没有选上/);
    await look(page);
  });

  it('the result is posted, each chosen project is posted, done, rated, and the round ends', async () => {
    await (await atWork(round)).act('发布公示', {
      texts: { 公示标题: '民生微实事结果', 公示内容: '见每个项目的页面。' },
    });
    for (const what of chosen)
      await (await projectOf(what)).act('发布公示', { texts: { 公示标题: what, 公示内容: '公示七天。' } });
    await daysPass(9);
    for (const what of chosen)
      await (await projectOf(what)).act('报告办结', { texts: { 办理情况: '做好了。' } });
    for (const [n, what] of chosen.entries()) {
      const own = await home(n);
      await own.goto(round);
      await own.getByRole('link', { name: what }).first().tap();
      await new MatterPage(own).rate({ contacted: '有人联系', solved: '已解决', satisfied: '满意' });
    }
    await (await atWork(round)).act('全部做完，结束这一轮', { texts: { 办理结果: '两个项目都做好了。' } });
    const guest = await browsers.open(street, undefined, phone);
    pages.set('guest', guest.page);
    await guest.page.goto(round);
    await guest.page.getByText('两个项目都做好了。').waitFor();
    await look(guest.page);
  });
});
