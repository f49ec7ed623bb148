import { beforeAll, describe, expect, it } from 'vitest';
import { DeskPage, WallPage } from './pages/meeting-page.ts';
import { StaffMatterPage } from './pages/staff-matter-page.ts';
import { faultsOf } from './street/axe.ts';
import type { Visitor } from './street/chromium.ts';
import { clock, evening, hour, minute, openCouncil, passUntil } from './street/councils.ts';
import { atHome, householdsOf, takeHouseholdsIn } from './street/households.ts';
import { useStage } from './street/stage.ts';

const { street, browsers, pages, open } = useStage();
const homes = householdsOf(
  ['秦桂兰', '赵守成', '钱小美', '孙有福', '李向东', '周长河', '吴敏', '郑海'],
  '139110044',
);
const door = (n: number): number => 101 + n;

beforeAll(async () => {
  await takeHouseholdsIn(await browsers.open(street, 'worker'), street, homes);
});

/** A council that has its notice, and when it begins. */
async function convened(title: string): Promise<{ matter: string; starts: number }> {
  const worker = await open('worker', 'worker');
  const matter = await openCouncil(worker, street, title);
  const starts = evening(street, 12);
  const clerk = new StaffMatterPage(worker.page);
  await clerk.open(matter);
  await clerk.act('发出会议通知', {
    moments: { 什么时候开会: clock(starts) },
    texts: { 在哪里: '院里的凉亭', 议题和要先看的材料: title },
  });
  return { matter, starts };
}
interface Line {
  readonly label: string;
  readonly presentAt?: number;
}
/** Who is there as the server knows it, by when they came: door and minute. */
async function arrivals(
  { context }: Visitor,
  matter: string,
): Promise<readonly (readonly [number, number])[]> {
  const answer = await context.request.get(
    `${street.address}/api/polls${matter.replace('/matters', '')}/roll`,
  );
  const { rows } = (await answer.json()) as { rows: readonly Line[] };
  return rows
    .flatMap(({ label, presentAt }) =>
      presentAt === undefined ? [] : [[Number(label.slice(-3)), presentAt] as const],
    )
    .sort(([, a], [, b]) => a - b);
}
const doors = (all: readonly (readonly [number, number])[]) => all.map(([at]) => at);

describe('the network of a hall is cut', () => {
  let matter = '';
  let starts = 0;
  let door0: Visitor;
  let desk: DeskPage;
  let wall: WallPage;
  let hall: Visitor;

  it('the desk goes on by itself, and the wall says that its figures are old', async () => {
    ({ matter, starts } = await convened('大门几点锁'));
    await passUntil(street, starts - hour / 2);
    door0 = await open('desk', 'worker');
    desk = new DeskPage(door0.page);
    await desk.open(matter);
    hall = await open('wall');
    wall = new WallPage(hall.page);
    await wall.open(await desk.wall());
    await desk.arrive(door(0));
    await wall.shows('实到 1 户，还差 4 户');
    const code = await wall.code();

    await Promise.all([door0.context.setOffline(true), hall.context.setOffline(true)]);
    await wall.shows('网络断了：人数停在');
    expect(await hall.page.getByRole('img', { name: '扫码签到' }).count()).toBe(0);
    for (const n of [1, 2, 3]) await desk.arrive(door(n));
    await door0.page.getByText('3 人的签到先记在这台电脑上').waitFor();
    await desk.line(door(1)).getByText('等着补交').waitFor();
    expect(await faultsOf(door0.page)).toEqual([]);
    // Somebody whom the desk has noted scanned the code with a telephone of its own network before it was gone.
    const resident = await atHome(browsers, street, homes, 2);
    await resident.page.goto(code);
    await resident.page.getByRole('button', { name: '我到了，签到' }).tap();
    await resident.page.getByText(/签到了：名册第 3 号/).waitFor();
    expect(doors(await arrivals(await open('worker', 'worker'), matter))).toEqual([101, 103]);
  });

  it('with the network everything is sent in its order: nothing lost, nothing twice, nobody troubled', async () => {
    const backAt = await door0.page.evaluate(() => Date.now());
    await Promise.all([door0.context.setOffline(false), hall.context.setOffline(false)]);
    await wall.shows('实到 4 户，还差 1 户');
    await door0.page.getByText('先记在这台电脑上').waitFor({ state: 'detached' });
    expect(await door0.page.getByText('没有补交上').count()).toBe(0);
    const there = await arrivals(await open('worker', 'worker'), matter);
    expect(doors(there).filter((at) => at !== 103)).toEqual([101, 102, 104]);
    // Each with the time at which they came, not that at which the network did.
    for (const [at, came] of there) if (at !== 103) expect(came, String(at)).toBeLessThanOrEqual(backAt);
    expect(there).toHaveLength(4);
  });

  it('the server is gone and the computer is switched off: whoever opens the matter next sends what it kept', async () => {
    await street.pass({ hours: 0 });
    const comeBack = await street.goAway();
    for (const n of [4, 5]) await desk.arrive(door(n));
    await door0.page.getByText('2 人的签到先记在这台电脑上').waitFor();
    await door0.page.close();
    await comeBack();
    const page = await door0.context.newPage();
    pages.set('desk', page);
    const clerk = new StaffMatterPage(page);
    await clerk.open(matter);
    await page.getByText('应到 8 户，实到 6 户，够了').waitFor();
    expect(doors(await arrivals(door0, matter)).slice(-2)).toEqual([105, 106]);
  });

  it('whatever cannot be done without the server is refused in words, and its answers stay', async () => {
    await passUntil(street, starts + minute);
    const { page, context } = await open('clerk', 'worker');
    const clerk = new StaffMatterPage(page);
    await clerk.open(matter);
    await page.getByRole('button', { name: '宣布开会' }).click();
    const form = page.getByRole('form', { name: '宣布开会' });
    await context.setOffline(true);
    await form.getByRole('button', { name: '宣布开会' }).click();
    await form.getByText('网络不通').waitFor();
    await context.setOffline(false);
    await form.getByRole('button', { name: '宣布开会' }).click();
    await page.getByText('宣布开会，应到 8 户，实到 6 户').first().waitFor();
  });
});

describe('a hall that never had a network', () => {
  it('is entered from paper the next morning: each with their own time, in whatever order the sheets come', async () => {
    const { matter, starts } = await convened('凉亭修不修');
    await passUntil(street, starts + 14 * hour);
    const worker = await open('worker', 'worker');
    const desk = new DeskPage(worker.page);
    await desk.open(matter);
    // The late ones lie on top.
    for (const [n, minutes] of [
      [6, 25],
      [4, 8],
      [0, -20],
      [1, -15],
      [3, -2],
      [2, -10],
    ] as const)
      await desk.fromPaper(door(n), clock(starts + minutes * minute));
    const there = await arrivals(worker, matter);
    expect(there).toEqual(
      (
        [
          [101, -20],
          [102, -15],
          [103, -10],
          [104, -2],
          [105, 8],
          [107, 25],
        ] as const
      ).map(([at, minutes]) => [at, starts + minutes * minute]),
    );
    const clerk = new StaffMatterPage(worker.page);
    await clerk.open(matter);
    await clerk.act('宣布开会', { moments: { 实际几点开始: clock(starts + 10 * minute) } });
    // Of six who came in the end, five were there by then.
    await worker.page.getByText('宣布开会，应到 8 户，实到 5 户').first().waitFor();
    await clerk.act('登记发言', { choices: { 哪一方: '赞成的' }, texts: { 说了什么: '漏雨三年了。' } });
    await clerk.act('登记发言', { choices: { 哪一方: '反对的' }, texts: { 说了什么: '先修路灯。' } });
    await clerk.act('宣布表决结果', {
      numbers: { 同意几人: 4, 反对几人: 2, 弃权几人: 0 },
      texts: { '两名监票、计票人': '周长河、吴敏' },
    });
    await worker.page.getByRole('button', { name: '写会议记录' }).click();
    const skeleton = await worker.page.getByRole('textbox', { name: /^会议记录/ }).inputValue();
    expect(skeleton).toContain('19:40');
    expect(skeleton).toContain('同意 4 票，反对 2 票，弃权 0 票。');
  });
});
