import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { DeskPage, WallPage } from './pages/meeting-page.ts';
import { StaffMatterPage } from './pages/staff-matter-page.ts';
import { faultsOf, widthBeyond } from './street/axe.ts';
import type { Visitor } from './street/chromium.ts';
import { clock, evening, hour, openCouncil, passUntil } from './street/councils.ts';
import { atHome, householdsOf, takeHouseholdsIn } from './street/households.ts';
import { useStage } from './street/stage.ts';

const { street, browsers, pages, open } = useStage();
const homes = householdsOf(
  ['秦桂兰', '赵守成', '钱小美', '孙有福', '李向东', '周长河', '吴敏', '郑海'],
  '139110033',
);
const door = (n: number): number => 101 + n;

beforeAll(async () => {
  await takeHouseholdsIn(await browsers.open(street, 'worker'), street, homes);
});

async function home(n: number): Promise<Visitor> {
  const visitor = await atHome(browsers, street, homes, n);
  pages.set(`home ${n}`, visitor.page);
  return visitor;
}
describe('小院议事厅 in the browser', () => {
  let matter = '';
  let starts = 0;
  let wall: WallPage;

  it('a clerk gives notice, and residents read the time, the place and the papers ahead', async () => {
    const worker = await open('worker', 'worker');
    const { page } = worker;
    matter = await openCouncil(worker, street, '车棚里装不装充电桩');
    starts = evening(street, 12);
    const clerk = new StaffMatterPage(page);
    await clerk.open(matter);
    await clerk.act('发出会议通知', {
      moments: { 什么时候开会: clock(starts) },
      texts: { 在哪里: '社区活动室', 议题和要先看的材料: '装六个充电桩，一共 9000 元，从公益金里出。' },
    });
    await page.getByText('应到 8 户，实到 0 户，还差 5 户').waitFor();
    const resident = await home(0);
    await resident.page.goto(matter);
    const [notice] = await Promise.all([
      resident.context.waitForEvent('page'),
      resident.page.getByRole('link', { name: '会议或者表决的通知' }).tap(),
    ]);
    pages.set('notice', notice);
    await notice.getByText('请按时参加').waitFor();
    await notice.getByText('装六个充电桩，一共 9000 元').waitFor();
  });

  it('the wall of the hall shows who is missing, and a telephone checks in by the code on it', async () => {
    await passUntil(street, starts - hour / 2);
    const { page } = await open('worker', 'worker');
    const desk = new DeskPage(page);
    await desk.open(matter);
    wall = new WallPage((await open('wall')).page);
    await wall.open(await desk.wall());
    await wall.shows('应到 8 户，实到 0 户，还差 5 户');
    const resident = await home(0);
    await resident.page.goto(await wall.code());
    await resident.page.getByRole('button', { name: '我到了，签到' }).tap();
    await resident.page.getByText(/签到了：名册第 1 号/).waitFor();
    await wall.shows('实到 1 户，还差 4 户');
    await desk.arrive(door(1));
    await desk.fromPaper(door(2), clock(starts - 0.75 * hour));
    await wall.shows('实到 3 户，还差 2 户');
  });
  it('whoever stands aside leaves the base, and five of seven are enough', async () => {
    const { page } = await open('worker', 'worker');
    const desk = new DeskPage(page);
    await desk.open(matter);
    await desk.standAside(door(6), '桩装在他家窗下');
    await wall.shows('应到 7 户，实到 3 户，还差 1 户');
    await wall.shows('1 户回避，不计入应到');
    expect(await desk.line(door(6)).getByRole('button').count()).toBe(0);
    for (const n of [3, 4]) await desk.arrive(door(n));
    await wall.shows('应到 7 户，实到 5 户，够了');
    expect(await faultsOf(page)).toEqual([]);
    expect(await widthBeyond(page)).toBeLessThanOrEqual(0);
  });

  it('both sides speak, hands are counted, and the wall tells what was decided', async () => {
    await passUntil(street, starts + hour / 20);
    const { page } = await open('worker', 'worker');
    const clerk = new StaffMatterPage(page);
    await clerk.open(matter);
    await clerk.act('宣布开会');
    await wall.shows('正在议');
    await clerk.act('登记发言', { choices: { 哪一方: '赞成的' }, texts: { 说了什么: '楼道里不能再充了。' } });
    await clerk.act('登记发言', { choices: { 哪一方: '反对的' }, texts: { 说了什么: '占了四个车位。' } });
    await wall.shows('赞成的 发言 1 次');
    // The record tells which side each of them spoke for.
    const spoken = page.getByRole('listitem').filter({ hasText: '登记了一次发言' });
    await spoken.filter({ hasText: '占了四个车位。' }).getByText('反对的', { exact: true }).waitFor();
    await clerk.act('宣布表决结果', {
      numbers: { 同意几人: 4, 反对几人: 1, 弃权几人: 0 },
      texts: { '两名监票、计票人': '周长河、吴敏' },
    });
    await wall.shows('表决通过。');
    expect(await wall.page.getByRole('img', { name: '扫码签到' }).count()).toBe(0);
    expect(await faultsOf(wall.page)).toEqual([]);
  });

  it('minutes write their skeleton themselves; somebody else reads and signs them', async () => {
    const { page } = await open('worker', 'worker');
    const clerk = new StaffMatterPage(page);
    await clerk.open(matter);
    await page.getByRole('button', { name: '写会议记录' }).click();
    const minutes = page.getByRole('textbox', { name: /^会议记录/ });
    const skeleton = await minutes.inputValue();
    for (const known of [
      '地点：社区活动室',
      '主持：冯（社区工作者）',
      '应到 7 户，实到 5 户，够了。另有 1 户回避，不计入应到。',
      '赞成的：楼道里不能再充了。',
      '同意 4 票，反对 1 票，弃权 0 票。',
    ])
      expect(skeleton).toContain(known);
    // In words of the clerk's own, which leave out who it was that said so.
    const own = skeleton
      .replace('记录：', '记录：冯秋')
      .replace('赞成的：楼道里不能再充了。', '有人说楼道里不能再充。');
    await clerk.act('写会议记录', { texts: { 会议记录: `${own}\n20:40 散会。` } });
    await clerk.waitForOffer('确认会议记录', 'hindered');
    const other = new StaffMatterPage((await open('worker-2', 'worker-2')).page);
    await other.open(matter);
    await other.act('确认会议记录', { choices: { 记录属实: '是' } });
  });

  it('the minutes are a Word file that opens, and a page of A4', async () => {
    const { page, context } = await open('worker', 'worker');
    await new StaffMatterPage(page).open(matter);
    const [sheet] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: '会议记录' }).click(),
    ]);
    pages.set('minutes', sheet);
    await sheet.getByText('20:40 散会。').waitFor();
    await sheet.getByText('赞成的：楼道里不能再充了。', { exact: true }).waitFor();
    expect(await faultsOf(sheet)).toEqual([]);
    const [file] = await Promise.all([
      sheet.waitForEvent('download'),
      sheet.getByRole('link', { name: '下载 Word 文件' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/会议记录|议事会记录.*\.docx$/);
    const parts = unzipSync(new Uint8Array(await readFile(await file.path())));
    const words = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    for (const told of [
      '柳荫社区户代表议事会记录',
      '附：案卷里的发言',
      '20:40 散会。',
      '周长河、吴敏',
      '确认属实',
    ])
      expect(words.includes(told), told).toBe(true);
    // A4 in twentieths of a point, and the printed page in points.
    expect(words.includes('<w:pgSz w:w="11906" w:h="16838"')).toBe(true);
    const printed = (await sheet.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(/\/MediaBox ?\[[^\]]+\]/.exec(printed)?.[0]).toMatch(/0 0 59[45](\.\d+)? 84[12]/);
  });
});
