import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  area,
  compound,
  compoundOwners,
  figuresOf,
  firstSingle,
  heads,
  labelOf,
  ownersCsv,
  sorts,
  unmeasured,
} from '../server/src/stories/owners-table.ts';
import { StaffMatterPage } from './pages/staff-matter-page.ts';
import { faultsOf, widthBeyond } from './street/axe.ts';
import { phone, type Visitor } from './street/chromium.ts';
import { useStage } from './street/stage.ts';

const { street, open, post } = useStage('owners');
let id = '';
const matter = (): string => `/matters/c1/${id}`;

/** The first door that nobody owned at first: not on the roll until it is corrected. */
const missed = sorts.developer + sorts.investor + sorts.unnumbered;
const single = (n: number): number => firstSingle + n;
/** Square metres on the roll as it is corrected: doors that were not measured when it was published count as none. */
const onRoll = area - unmeasured * 60;
const ofThree = (whole: number): number => Math.ceil((whole * 2) / 3);
const figure = (n: number): string => n.toLocaleString('en');
const ownerOf = (unit: number): { name: string; number: string } => {
  const { name = '', number = '' } = compoundOwners(true)[unit]?.owners[0] ?? {};
  return { name, number };
};

interface Line {
  readonly id: string;
  readonly no: number;
  readonly label: string;
  readonly area: number;
  readonly channel?: string;
}
const send = ({ context }: Visitor, path: string, data: object) =>
  context.request.post(`${street.address}${path}`, { data });
async function rollOf({ context }: Visitor): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (;;) {
    const query = `after=${lines.at(-1)?.no ?? 0}&limit=500`;
    const answer = await context.request.get(`${street.address}/api/polls/c1/${id}/roll?${query}`);
    const { rows } = await answer.json();
    if (rows.length === 0) return lines;
    lines.push(...rows);
  }
}
/** Those who come to the desk one after the other, as its page sends them: a thousand dialogs show no more than one. */
async function castAll(keeper: Visitor, lines: readonly Line[], choice: string): Promise<void> {
  const left = [...lines];
  const clerk = async (): Promise<void> => {
    for (let line = left.pop(); line !== undefined; line = left.pop()) {
      const said = { code: randomUUID(), choice: [choice] };
      await post(keeper, `/api/polls/c1/${id}/ballots`, { entry: line.id, channel: 'desk', said });
    }
  };
  await Promise.all(Array.from({ length: 6 }, clerk));
}

/** The table of owners is handed in at its page, checked, and taken. */
async function take(complete: boolean): Promise<void> {
  const { page } = await open('worker', 'worker');
  const buffer = Buffer.from(ownersCsv(compoundOwners(complete)));
  await page.goto('/staff/registry/owners/import');
  await page.locator('input[type=file]').setInputFiles({ name: '业主.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: '先检查一遍' }).click();
  await page.getByText(/^可以登记 [\d,]+ 行.*，0 处有错/).waitFor();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByText(/^登记了 [\d,]+ 行/).waitFor();
}
async function staff(role: string): Promise<{ visitor: Visitor; page: Page; desk: StaffMatterPage }> {
  const visitor = await open(role, role);
  const desk = new StaffMatterPage(visitor.page);
  await desk.open(matter());
  return { visitor, page: visitor.page, desk };
}
const chair = () => staff('owners-chair');
/** Somebody at a telephone, signed in by a code. */
async function somebody(name: string, number: string): Promise<Visitor> {
  const visitor = await open(name, undefined, phone);
  const { demoCode: code } = await post(visitor, '/api/auth/phone/code', { phone: number });
  await post(visitor, '/api/auth/phone/enter', { phone: number, code });
  return visitor;
}
/** This door among all of them, as a clerk finds it who has its owner before them. */
async function lineAt(page: Page, unit: number): Promise<Locator> {
  const shown = page.getByRole('button', { name: '看名册' });
  const search = page.getByRole('searchbox', { name: '找人：姓名、门牌或者名册号' });
  await shown.or(search).first().waitFor();
  if (await shown.isVisible()) await shown.click();
  await search.fill(figuresOf(unit));
  await search.press('Enter');
  const line = page.getByRole('row').filter({ hasText: new RegExp(`${labelOf(unit)}(?!\\d)`) });
  await line.waitFor();
  // All the others are out of the way.
  await expect.poll(() => page.getByRole('row').filter({ hasText: compound }).count()).toBe(1);
  return line;
}
const looksWell = async (page: Page): Promise<void> => {
  expect(await faultsOf(page)).toEqual([]);
  expect(await widthBeyond(page)).toBeLessThanOrEqual(0);
};
/** The vote on the page of the matter. */
const voteOn = (page: Page) => page.getByRole('region', { name: '换物业', exact: true });

describe('1,890 units change their property company, in the browser', () => {
  it('what the roll would lack is told before it is published', async () => {
    await take(false);
    const opening = await open('chair', 'owners-chair');
    const opened = await post(opening, '/api/matters', {
      commandId: randomUUID(),
      procedure: 'property-change',
      community: 'c1',
      input: { title: '解聘柳荫物业，选聘新物业', text: '合同到期不再续签', compound },
    });
    id = opened.id;
    await street.pass({ days: 16 });
    const { page, desk } = await chair();
    await desk.act('汇总意见，结束征求', { texts: { 意见汇总: '多数意见要求更换。' } });
    await page.getByText(`还有 ${unmeasured} 套没有面积，面积按零算。`).waitFor();
    await page.getByText(`有 ${sorts.unnumbered} 套的业主没有登记证件号`).waitFor();
    await page.getByRole('button', { name: '看是哪几套' }).click();
    await page.getByText('没有面积', { exact: false }).last().waitFor();
    await looksWell(page);
  });

  it('the roll is published by head and by area; who is missing objects, and it is corrected', async () => {
    const { page, desk } = await chair();
    await desk.act('公布名册', {});
    const [before, measured] = [heads - sorts.unowned, onRoll - sorts.unowned * 60];
    await page.getByText(`共 ${figure(before)} 票、专有面积 ${figure(measured)} 平方米`).waitFor();
    const owner = await somebody('missed', '13711110001');
    await owner.page.goto(matter());
    await owner.page.getByRole('button', { name: '对名册有意见' }).tap();
    await owner.page.getByLabel(/漏了谁，或者谁不该在上面/).fill('我家没有在名册上');
    await owner.page
      .getByRole('form', { name: '对名册有意见' })
      .getByRole('button', { name: '对名册有意见' })
      .tap();
    await owner.page.getByRole('status').first().waitFor();
    await looksWell(owner.page);
    await take(true);
    const { page: again, desk: deciding } = await chair();
    await deciding.act('处理名册异议', {
      numbers: { 第几条异议: 1 },
      choices: { 异议成立: '是' },
      texts: { 理由: '确实漏了，已经补登。' },
    });
    await deciding.act('更正名册', { choices: { 怎么改: '补上漏掉的' }, texts: { 为什么: '产权登记补录' } });
    // Doors that nobody had measured are measured by now, and stand on the roll as it was published.
    await again.getByText(`共 ${figure(heads)} 票、专有面积 ${figure(onRoll)} 平方米`).waitFor();
    await lineAt(again, missed);
  });

  it('an owner who lives elsewhere shows who they are and votes, at 360 px; each leg is told in a sentence', async () => {
    await street.pass({ days: 8 });
    const { desk } = await chair();
    await desk.act('发出表决通知', {
      texts: { 表决事项: '换物业', 说明: '同意就解聘柳荫物业，选聘新物业。' },
    });
    await street.pass({ days: 16 });
    const { page } = await somebody('owner', '13711110002');
    await page.goto(matter());
    await voteOn(page)
      .getByText(
        `需要全部专有面积 ${figure(onRoll)} 平方米中的 ${figure(ofThree(onRoll))} 平方米参加，还没有人参加`,
      )
      .waitFor();
    await voteOn(page)
      .getByText(`需要全体业主 ${figure(heads)} 人中的 ${figure(ofThree(heads))} 人参加，还没有人参加`)
      .waitFor();
    await voteOn(page).getByText('参与表决的面积过半数同意').waitFor();
    await looksWell(page);
    await voteOn(page).getByRole('link', { name: '去投票' }).tap();
    const { name, number } = ownerOf(single(0));
    await page.getByLabel('登记的业主姓名').fill(name);
    await page.getByLabel(/后六位/).fill(number.slice(-6));
    await looksWell(page);
    await page.getByRole('button', { name: '核对' }).tap();
    await page.getByRole('button', { name: '同意', exact: true }).tap();
    await page.getByRole('button', { name: '投出这一票' }).tap();
    await page.getByText(/投好了/).waitFor();
    await page.goto(matter());
    await voteOn(page).getByText('参与表决的面积 60 平方米中须有 30.01 平方米同意').waitFor();
    await voteOn(page).getByText('参与表决的业主 1 人中须有 1 人同意').waitFor();
  });

  it('a written authority is kept at the desk; its holder votes, and nobody votes again for the same line', async () => {
    const principal = await somebody('principal', '13711110003');
    const { name, number } = ownerOf(single(1));
    await post(principal, '/api/my-registry/c1/prove-owner', { name, numberEnd: number.slice(-6) });
    await principal.page.goto(matter().replace('/matters', '/vote'));
    await principal.page.getByRole('button', { name: '反对', exact: true }).tap();
    const { visitor, page } = await chair();
    const line = await lineAt(page, single(1));
    await line.getByRole('button', { name: '登记委托' }).click();
    const form = page.getByRole('dialog');
    await form.getByText('一个人最多代 3 票').waitFor();
    await form.getByText('只对这一次表决有效').waitFor();
    await form.getByLabel('受托人姓名').fill('刘代理');
    await form.getByLabel('受托人手机号').fill('13711112222');
    await looksWell(page);
    await form.getByRole('button', { name: '登记委托' }).click();
    await line.getByText('已委托 刘代理（共代 1 票）').waitFor();
    await looksWell(page);

    const holder = await somebody('holder', '13711112222');
    await holder.page.goto('/vote');
    await holder.page.getByRole('link', { name: /换物业/ }).tap();
    await holder.page.getByRole('heading', { name: /你受委托代投/ }).waitFor();
    await holder.page.getByRole('button', { name: '同意', exact: true }).tap();
    await holder.page.getByRole('button', { name: '投出这一票' }).tap();
    await holder.page.getByText('已由受托人代投').waitFor();
    await looksWell(holder.page);

    await principal.page.getByRole('button', { name: '投出这一票' }).tap();
    await principal.page.getByRole('alert').getByText('这一票已经投过了，一票只能投一次。').waitFor();
    await principal.page.reload();
    await principal.page.getByText('已由受托人代投').waitFor();
    const entry = (await rollOf(visitor)).find(({ label }) => label === labelOf(single(1)))?.id;
    const said = { code: randomUUID(), choice: ['against'] };
    const again = [
      await send(visitor, `/api/polls/c1/${id}/ballots`, { entry, channel: 'desk', said }),
      await send(visitor, `/api/polls/c1/${id}/papers`, {
        entry,
        code: 'paper-again-1',
        choice: ['against'],
      }),
    ];
    for (const answer of again) expect((await answer.json()).error.code).toBe('already-voted');
    await page.reload();
    const voted = await lineAt(page, single(1));
    await voted.getByText(/已由受托人代投/).waitFor();
    expect(await voted.getByRole('button').count()).toBe(0);
  });

  it('the developer votes once for 37 units at the desk, a paper is read by two people', async () => {
    const { page } = await chair();
    const unsold = await lineAt(page, 0);
    await unsold.getByRole('button', { name: '窗口代投' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('反对', { exact: true }).click();
    await dialog.getByRole('button', { name: '投出这一票' }).click();
    await dialog.getByText('回执号').waitFor();
    await page.keyboard.press('Escape');
    await unsold.getByText(/已在窗口代投/).waitFor();
    const no = await (await lineAt(page, single(2))).getByRole('cell').first().innerText();
    for (const [role, reading] of [
      ['owners-chair', '录好第一遍'],
      ['owners-member', '两遍都录好了'],
    ] as const) {
      const { page: reader } = await staff(role);
      const paper = reader.getByRole('region', { name: '录纸质票' });
      await paper.getByLabel('票上的编号').fill('paper-0001');
      await paper.getByLabel('名册第几号').fill(no);
      await paper.getByLabel('票上选的').click();
      await reader.locator('.ant-select-item-option').filter({ hasText: '同意' }).first().click();
      await reader.keyboard.press('Escape');
      await paper.getByRole('button', { name: '录入这一张' }).click();
      await paper.getByText(`paper-0001：${reading}`).waitFor();
    }
  });

  it('heads are enough and area is not: each on its own, told in a sentence, until enough have come', async () => {
    const { visitor, page } = await chair();
    const free = (await rollOf(visitor)).filter(({ channel }) => channel === undefined);
    const small = free.filter((line) => line.area === 60 * 10_000);
    const large = free.filter((line) => line.area === 120 * 10_000);
    const cast = { heads: 4, area: sorts.developer * 300 + 3 * 60 };
    const few = small.slice(0, ofThree(heads) - cast.heads - 100);
    await castAll(visitor, few, 'for');
    await castAll(visitor, large.slice(0, 100), 'for');
    await page.reload();
    const taken = cast.area + few.length * 60 + 100 * 120;
    await voteOn(page)
      .getByText(
        `需要全部专有面积 ${figure(onRoll)} 平方米中的 ${figure(ofThree(onRoll))} 平方米参加，已有 ${figure(taken)} 平方米，还差 ${figure(ofThree(onRoll) - taken)} 平方米`,
      )
      .waitFor();
    await voteOn(page)
      .getByText(`已有 ${figure(ofThree(heads))} 人，够了`)
      .waitFor();
    await looksWell(page);
    await castAll(visitor, large.slice(100, 500), 'for');
    await castAll(visitor, large.slice(500), 'against');
    const guest = await open('guest', undefined, phone);
    await guest.page.goto(matter());
    await voteOn(guest.page)
      .getByText(`已有 ${figure(ofThree(heads) + 500)} 人，够了`)
      .waitFor();
  });

  it('passes by heads and by area, each on its own, and anybody counts it again', async () => {
    await street.pass({ days: 16 });
    const { page: window, desk } = await chair();
    await desk.act('计票并公布结果', {});
    const guest = await open('guest', undefined, phone);
    await guest.page.goto(matter());
    for (const page of [window, guest.page]) {
      await voteOn(page).getByText('通过', { exact: true }).waitFor();
      await looksWell(page);
    }
    const path = `/api/polls/c1/${id}/ballots?step=vote&n=1`;
    const files = [`/api/records/c1/${id}`, path].map(async (from) => ({
      name: 'file.json',
      mimeType: 'application/json',
      buffer: Buffer.from(await (await guest.context.request.get(`${street.address}${from}`)).body()),
    }));
    const [record, ballots] = await Promise.all(files);
    await guest.page.goto('/verify');
    await guest.page.getByLabel('案卷文件').setInputFiles(record ?? []);
    await guest.page.getByLabel('全部票').setInputFiles(ballots ?? []);
    await guest.page.getByText('重新计过，一致').waitFor();
    await guest.page.getByText('业主表决：通过（逐张重算）').waitFor();
    await looksWell(guest.page);
  });

  it('is published; the old company has sixty days, hands over, and the owners confirm it', async () => {
    const { desk } = await chair();
    await desk.act('发布公示', { texts: { 公示标题: '业主大会决定', 公示内容: '同意更换物业。' } });
    await street.pass({ days: 16 });
    const { desk: telling } = await chair();
    await telling.act('发布公示', { texts: { 公示标题: '书面通知', 公示内容: '请于六十日后交接。' } });
    await street.pass({ days: 59 });
    const company = () => staff('property-manager');
    expect(await (await company()).page.getByRole('button', { name: '报告办结' }).count()).toBe(0);
    await street.pass({ days: 2 });
    await (await company()).desk.act('报告办结', { texts: { 办理情况: '图纸、钥匙、账册交清。' } });
    const { desk: confirming } = await chair();
    await confirming.act('通过', {});
    const guest = await open('guest', undefined, phone);
    await guest.page.goto(matter());
    await guest.page.getByText('已经交接').first().waitFor();
    await looksWell(guest.page);
  });
});
