import { sealBallot } from '@liren/core/voting/envelope.ts';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { StaffMatterPage } from './pages/staff-matter-page.ts';
import { faultsOf, widthBeyond } from './street/axe.ts';
import { phone } from './street/chromium.ts';
import { atHome, householdsOf, send, takeHouseholdsIn } from './street/households.ts';
import { announceRound } from './street/rounds.ts';
import { useStage } from './street/stage.ts';

const { street, browsers, pages } = useStage('ballots');
const homes = householdsOf(['秦桂兰', '赵守成', '钱小美', '孙有福', '李向东', '周长河', '吴敏'], '139110030');
const rounds = { points: '', ranks: '' };
const [bench, ramp, canteen] = ['三号楼下装一排长椅', '东门坡道加扶手', '社区食堂周末也开'] as const;

beforeAll(async () => {
  const worker = await browsers.open(street, 'worker');
  await takeHouseholdsIn(worker, street, homes);
  await worker.context.close();
  for (const each of ['points', 'ranks'] as const)
    rounds[each] = await announceRound(browsers, street, { procedure: `livelihood-${each}`, title: each });
  await street.pass({ days: 5 });
});

async function home(n: number): Promise<Page> {
  const known = pages.get(`home ${n}`);
  if (known !== undefined) return known;
  const { page } = await atHome(browsers, street, homes, n);
  pages.set(`home ${n}`, page);
  return page;
}
async function atWork(role: string, round: string): Promise<Page> {
  const page = pages.get(role) ?? (await browsers.open(street, role)).page;
  pages.set(role, page);
  await new StaffMatterPage(page).open(`/matters${round}`);
  return page;
}
/** A household that votes without a page being looked at. */
async function cast(n: number, round: string, choice: readonly string[]): Promise<void> {
  const visitor = { page: await home(n), context: (await home(n)).context() };
  const answer = await visitor.context.request.get(`${street.address}/api/polls${round}`);
  const { polls } = (await answer.json()) as {
    polls: readonly { id: string; publicKey: string; mine: readonly { id: string }[] }[];
  };
  const [poll] = polls;
  const envelope = await sealBallot(poll?.publicKey ?? '', poll?.id ?? '', { code: `receipt-${n}`, choice });
  const body = { entry: poll?.mine[0]?.id, channel: 'online', envelope };
  await send(visitor, street, `/api/polls${round}/ballots`, body);
}
const look = async (page: Page): Promise<void> => {
  expect(await faultsOf(page), page.url()).toEqual([]);
  expect(await widthBeyond(page), page.url()).toBeLessThanOrEqual(0);
};
/** In 长者版 a contrast of seven to one, too. */
const lookAsElder = async (page: Page): Promise<void> => {
  await look(page);
  expect(await faultsOf(page, { type: 'rule', values: ['color-contrast-enhanced'] })).toEqual([]);
};

describe('points', () => {
  it('an elder deals out ten of them with large buttons, and no more', async () => {
    const page = await home(0);
    await page.addInitScript(() => localStorage.setItem('liren.mode', 'elder'));
    await page.goto(`/vote${rounds.points}`);
    await page.getByRole('heading', { name: '把分数分给你支持的项目' }).waitFor();
    await page.getByText('已分 0 分，还剩 10 分').waitFor();
    const more = page.getByRole('button', { name: `“${bench}”多 1 分` });
    for (let n = 0; n < 7; n++) await more.tap();
    await page.getByRole('button', { name: `“${bench}”少 1 分` }).tap();
    await page.getByRole('spinbutton', { name: `给“${ramp}”的分数` }).fill('9');
    await page.getByText('已分 10 分，还剩 0 分').waitFor();
    await more.tap({ force: true });
    await page.getByText('已分 10 分，还剩 0 分').waitFor();
    await lookAsElder(page);
    await page.getByRole('button', { name: '选好了' }).tap();
    await page.getByText(`${bench} 6 分，${ramp} 4 分`.replace('，', '、')).waitFor();
    await lookAsElder(page);
    await page.getByRole('button', { name: '投出这一票' }).tap();
    await page.getByText(/投好了/).waitFor();
    await page.getByText(/6 分、.*4 分/).waitFor();
  });

  it('at the desk they are entered as numbers and read back', async () => {
    const page = await atWork('worker', rounds.points);
    await page.getByRole('button', { name: '看名册' }).click();
    await page
      .getByRole('row', { name: /单元 103/ })
      .getByRole('button', { name: '窗口代投' })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(canteen).fill('10');
    await dialog.getByText(`念给本人听，或者对着票看：${canteen} 10 分`).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: '投出这一票' }).click();
    await dialog.getByText('回执号').waitFor();
    await page.keyboard.press('Escape');
    await page
      .getByRole('row', { name: /单元 104/ })
      .getByRole('button', { name: '收到纸质票' })
      .click();
    await page.getByText(/已交纸质票/).waitFor();
  });

  it('a paper has a box for points, and two people enter what stands in them', async () => {
    await (await atWork('worker', rounds.points)).getByRole('link', { name: '打印选票' }).click();
    const papers = pages.get('worker') as Page;
    await papers.getByText('一共 10 分，在方框里写给几分').waitFor();
    await papers.getByLabel('打印几张').fill('2');
    await papers.locator('.paper-ballot').nth(1).waitFor();
    const codes = await papers.locator('.paper-ballot-code code').allInnerTexts();
    expect(new Set(codes).size).toBe(2);
    expect(await papers.locator('.paper-box.is-points').count()).toBe(6);
    await look(papers);
    for (const role of ['worker', 'worker-2']) {
      const page = await atWork(role, rounds.points);
      const form = page.getByRole('region', { name: '录纸质票' });
      await form.getByLabel('票上的编号').fill(codes[0] ?? '');
      await form.getByLabel(bench).fill('3');
      await form.getByLabel(canteen).fill('7');
      await form.getByRole('button', { name: '录入这一张' }).click();
      await form.getByText(role === 'worker' ? /录好第一遍/ : /两遍都录好了/).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    }
  });
});

describe('ranks', () => {
  it('whoever has only a keyboard puts projects in order, and moves them', async () => {
    const page = await home(1);
    await page.addInitScript(() => localStorage.setItem('liren.mode', 'elder'));
    await page.goto(`/vote${rounds.ranks}`);
    const row = (what: string) => page.getByRole('button', { name: what });
    for (const what of [canteen, bench, ramp]) {
      await row(what).focus();
      await page.keyboard.press('Enter');
    }
    await page.getByRole('button', { name: /第 2.*长椅/ }).waitFor();
    await page.getByText('已排 3 个').waitFor();
    await lookAsElder(page);
    await page.getByRole('button', { name: '选好了' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '你排的先后' }).waitFor();
    await page.getByRole('button', { name: `把“${ramp}”往前排一位` }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    // The button goes along with its row, and what happened is spoken.
    await page
      .getByRole('status')
      .filter({ hasText: `第 1：${ramp}` })
      .waitFor({ state: 'attached' });
    expect(await page.getByRole('listitem').filter({ hasText: '往前' }).allInnerTexts()).toMatchObject([
      expect.stringContaining(ramp),
      expect.stringContaining(canteen),
      expect.stringContaining(bench),
    ]);
    await lookAsElder(page);
    await page.getByRole('button', { name: '投出这一票' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(`第 1：${ramp}、第 2：${canteen}、第 3：${bench}`, { exact: false }).waitFor();
  });

  it('at the desk and on paper places are numbers; two the same are no order', async () => {
    const page = await atWork('worker', rounds.ranks);
    await page.getByRole('button', { name: '看名册' }).click();
    await page
      .getByRole('row', { name: /单元 103/ })
      .getByRole('button', { name: '窗口代投' })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(ramp).fill('1');
    await dialog.getByLabel(canteen).fill('1');
    await dialog.getByText('有两个项目写了同一个名次').waitFor();
    expect(await dialog.getByRole('button', { name: '投出这一票' }).isDisabled()).toBe(true);
    await dialog.getByLabel(canteen).fill('2');
    await dialog.getByText(`第 1：${ramp}、第 2：${canteen}`).waitFor();
    await dialog.getByRole('button', { name: '投出这一票' }).click();
    await dialog.getByText('回执号').waitFor();
    await page.goto(`/staff/matters${rounds.ranks}/ballots`);
    await page.getByText('最想要的写 1').waitFor();
    expect(await page.locator('.paper-box.is-rank').count()).toBe(3);
    await look(page);
  });
});

describe('the counts', () => {
  it('are of what was marked, by whichever way it came', async () => {
    for (const n of [4, 5, 6]) {
      await cast(n, rounds.points, n === 6 ? ['p1:1', 'p2:9'] : ['p2:10']);
      await cast(n, rounds.ranks, n === 6 ? ['p3'] : ['p2', 'p1']);
    }
    await street.pass({ days: 8 });
    // Sessions end with the days; whoever comes back signs in again.
    pages.clear();
    const guest = await browsers.open(street, undefined, phone);
    pages.set('guest', guest.page);
    const texts: string[] = [];
    for (const round of [rounds.points, rounds.ranks]) {
      const page = await atWork('worker', round);
      await new StaffMatterPage(page).act('计票并公布结果');
      await guest.page.goto(`/matters${round}`);
      await guest.page.getByRole('link', { name: '下载全部选票' }).waitFor();
      await look(guest.page);
      texts.push(
        await (await guest.context.request.get(`${street.address}/api/polls${round}/ballots.pb`)).text(),
      );
    }
    expect(texts[0]).toContain('vote_type;cumulative');
    // Of the telephone, the desk, the paper and the three others.
    const points = (texts[0] ?? '').split('VOTES\n')[1]?.trim().split('\n').slice(1);
    expect(points?.map((line) => line.split(';').slice(1).join(';')).sort()).toEqual(
      ['p1,p2;6,4', 'p3;10', 'p1,p3;3,7', 'p2;10', 'p2;10', 'p1,p2;1,9'].sort(),
    );
    expect(texts[1]).toContain('vote_type;ordinal');
    const ranks = (texts[1] ?? '').split('VOTES\n')[1]?.trim().split('\n').slice(1);
    expect(ranks?.map((line) => line.split(';')[1]).sort()).toEqual(
      ['p2,p3,p1', 'p2,p3', 'p2,p1', 'p2,p1', 'p3'].sort(),
    );
  });
});
