import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { StaffMatterPage } from './pages/staff-matter-page.ts';
import { faultsOf, widthBeyond } from './street/axe.ts';
import { phone } from './street/chromium.ts';
import { useStage } from './street/stage.ts';

const { open, post } = useStage();
let matter = '';
const talk = (): string => matter.replace('/matters', '/discuss');
const seeds = ['空地种树给人乘凉', '空地划停车位', '先修好路灯'];

async function comeAndVote(n: number): Promise<void> {
  const visitor = await open(`voter ${n}`, undefined, phone);
  const number = `139110040${String(n).padStart(2, '0')}`;
  const { demoCode: code } = await post(visitor, '/api/auth/phone/code', { phone: number });
  await post(visitor, '/api/auth/phone/enter', { phone: number, code });
  for (const [i] of seeds.entries())
    await post(visitor, `/api${talk().replace('/discuss', '/discussions')}/votes`, {
      n: i + 1,
      vote: i === 2 || (n % 2 === 0) === (i === 0) ? 1 : -1,
    });
  await visitor.context.close();
}

describe('议事 in the browser', () => {
  it('a community worker sets out what people are to vote on', async () => {
    const worker = await open('worker', 'worker');
    const opened = await post(worker, '/api/matters', {
      commandId: randomUUID(),
      procedure: 'consultation',
      community: 'c1',
      input: { title: '空地拿来做什么', text: '三号楼后面有一块空地。' },
    });
    matter = `/matters/c1/${opened.id}`;
    const { page } = worker;
    await new StaffMatterPage(page).open(matter);
    for (const text of seeds) {
      await page.getByLabel('写一条给大家表态').fill(text);
      await page.getByRole('button', { name: '放上去' }).click();
      await page.getByText(`展示中的观点 · ${seeds.indexOf(text) + 1}`).waitFor();
    }
    expect(await faultsOf(page)).toEqual([]);
  });

  it('an elder says what they think of everything in a tap each, in large type at 360 px', async () => {
    const { page } = await open('resident', 'resident', phone);
    await page.addInitScript(() => localStorage.setItem('liren.mode', 'elder'));
    await page.goto('/');
    await page
      .getByRole('link', { name: /我来议/ })
      .first()
      .tap();
    await page.getByText('还有 3 条等你表态').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: /空地拿来做什么/ }).tap();
    await page.getByText('看了 0 条，还有 3 条').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await widthBeyond(page)).toBeLessThanOrEqual(0);
    // As half of the neighbours will say below: with an answer of one's own one would be a group of one, and told nothing.
    const answers = ['同意', '不同意', '同意'];
    for (const [i, answer] of answers.entries()) {
      await page.getByRole('button', { name: answer, exact: true }).tap();
      const left = answers.length - i - 1;
      await page.getByText(left === 0 ? '你都看过了' : `看了 ${i + 1} 条，还有 ${left} 条`).waitFor();
    }
    await page.reload();
    await page.getByText('你都看过了').waitFor();
    await page.getByRole('button', { name: '看大家怎么想' }).tap();
    await page.getByText('已经有 1 人表态；满 10 人就画出地图').waitFor();
  });

  it('who adds words of their own learns what becomes of them, and may have a second person look', async () => {
    const { page } = await open('neighbour', 'neighbour', phone);
    await page.goto(talk());
    await page.getByRole('button', { name: '我也说一句，请大家表态' }).tap();
    await page.getByLabel('你想说的').fill('物业的人太懒');
    await page.getByRole('button', { name: '放出去' }).tap();
    await page.getByText('等工作人员看').waitFor();

    const worker = await open('worker', 'worker');
    await new StaffMatterPage(worker.page).open(matter);
    await worker.page.getByText('物业的人太懒').waitFor();
    await worker.page.getByRole('button', { name: '撤下' }).first().click();
    await worker.page.getByRole('radio', { name: '骂人' }).check();
    await worker.page.getByRole('dialog').getByRole('button', { name: '撤下' }).click();
    await worker.page.getByText(/第 4 条.*骂人/).waitFor();

    await page.reload();
    await page.getByText('没有放出来：骂人').waitFor();
    await page.getByRole('button', { name: '我要申诉' }).tap();
    await page.getByLabel('为什么不该撤下').fill('说的是事实，没有骂人。');
    await page.getByRole('button', { name: '提交申诉' }).tap();
    await page.getByText('等另一位工作人员复核').waitFor();
    expect(await faultsOf(page)).toEqual([]);

    await worker.page.reload();
    await worker.page.getByText('是你撤下的，要由另一位同事复核。').waitFor();
    const second = await open('worker-2', 'worker-2');
    await new StaffMatterPage(second.page).open(matter);
    await second.page.getByRole('button', { name: '放回去' }).click();
    await second.page.getByText('展示中的观点 · 4').waitFor();
    await page.reload();
    await page.getByText('申诉成功，又放出来了').waitFor();
  });

  it('an opinion gets its answer where everybody reads it', async () => {
    const { page } = await open('neighbour', 'neighbour', phone);
    await page.goto(talk());
    await page.getByRole('button', { name: '提一条意见，要答复' }).tap();
    await page.getByLabel('你的意见').fill('请先查清地下的水管。');
    await page.getByRole('button', { name: '提交意见' }).tap();
    await page.getByText('等答复', { exact: true }).waitFor();
    const worker = await open('worker', 'worker');
    const desk = new StaffMatterPage(worker.page);
    await desk.open(matter);
    await desk.act('答复意见', { texts: { 理由: '下周就来查。' }, choices: { 采纳: '是' } });
    await page.reload();
    await page.getByText('下周就来查。').waitFor();
    expect(await page.getByText('采纳', { exact: true }).isVisible()).toBe(true);
  });

  it('the map shows everybody where they stand, as a picture and in words', async () => {
    for (let n = 0; n < 24; n++) await comeAndVote(n);
    const { page } = await open('resident', 'resident', phone);
    await page.goto(talk());
    await page.getByRole('button', { name: '看大家怎么想' }).tap();
    await page.getByRole('img', { name: /人分成 2 组/ }).waitFor();
    await page.getByRole('heading', { name: '大家想法一致的' }).waitFor();
    await page
      .getByText(/你在.组。/)
      .first()
      .waitFor();
    await page.getByText('每一条的票数').tap();
    await page.getByRole('row', { name: /先修好路灯/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await widthBeyond(page)).toBeLessThanOrEqual(0);
  });
});
