import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  compound,
  compoundOwners,
  firstCouple,
  firstSingle,
  ownersCsv,
  sorts,
} from '../server/src/stories/owners-table.ts';
import { StaffMatterPage } from './pages/staff-matter-page.ts';
import { faultsOf, widthBeyond } from './street/axe.ts';
import { phone, type Visitor } from './street/chromium.ts';
import { useStage } from './street/stage.ts';

const { street, open, post } = useStage('owners');
let id = '';
const matter = (): string => `/matters/c1/${id}`;

/** Of each sort of the large compound a few doors; of one nobody has measured the area at first, one is missing. */
const [unnumbered, missing] = [
  sorts.developer + sorts.investor,
  sorts.developer + sorts.investor + sorts.unnumbered,
];
const single = (n: number): number => firstSingle + n;
const chosen = [
  ...[0, 1, 2],
  ...[sorts.developer, sorts.developer + 1],
  ...[unnumbered, unnumbered + 20],
  missing,
  ...[0, 1, 2].map((n) => firstCouple + n),
  ...[0, 1, 2, 3, 4, 5, 6, 7].map(single),
];
const unitsOf = (complete: boolean) => {
  const all = compoundOwners(complete);
  return chosen.flatMap((unit) => all[unit] ?? []);
};
const ownerOf = (unit: number): { name: string; number: string } => {
  const { name = '', number = '' } = compoundOwners(true)[unit]?.owners[0] ?? {};
  return { name, number };
};
const doorOf = (unit: number): RegExp => {
  const door = unit % 70;
  return new RegExp(
    `${Math.floor(unit / 70) + 1} 号楼 1 单元 ${(Math.floor(door / 2) + 1) * 100 + (door % 2) + 1}(?!\\d)`,
  );
};

const send = ({ context }: Visitor, path: string, data: object) =>
  context.request.post(`${street.address}${path}`, { data });
const get = async ({ context }: Visitor, path: string) =>
  (await context.request.get(`${street.address}${path}`)).json();
async function take(complete: boolean): Promise<void> {
  const worker = await open('worker', 'worker');
  const file = { name: '业主.csv', mimeType: 'text/csv', buffer: Buffer.from(ownersCsv(unitsOf(complete))) };
  const multipart = { community: 'c1', file };
  const answer = await worker.context.request.post(`${street.address}/api/registry/owners/imports`, {
    multipart,
  });
  if (!answer.ok()) throw new Error(await answer.text());
}
async function chair(): Promise<{ visitor: Visitor; desk: StaffMatterPage }> {
  const visitor = await open('chair', 'owners-chair');
  const desk = new StaffMatterPage(visitor.page);
  await desk.open(matter());
  return { visitor, desk };
}
/** Somebody at a telephone, signed in by a code. */
async function somebody(name: string, number: string): Promise<Visitor> {
  const visitor = await open(name, undefined, phone);
  const { demoCode: code } = await post(visitor, '/api/auth/phone/code', { phone: number });
  await post(visitor, '/api/auth/phone/enter', { phone: number, code });
  return visitor;
}
const lineOf = async (visitor: Visitor, unit: number): Promise<string> => {
  const { rows } = await get(visitor, `/api/polls/c1/${id}/roll`);
  return rows.find(({ label }: { label: string }) => doorOf(unit).test(label)).id;
};
const looksWell = async (page: Page): Promise<void> => {
  expect(await faultsOf(page)).toEqual([]);
  expect(await widthBeyond(page)).toBeLessThanOrEqual(0);
};
/** The vote on the page of the matter. */
const voteOn = (page: Page) => page.getByRole('region', { name: '换物业', exact: true });

describe('业主换物业 in the browser', () => {
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
    const { visitor, desk } = await chair();
    await desk.act('汇总意见，结束征求', { texts: { 意见汇总: '多数意见要求更换。' } });
    await visitor.page.getByText('还有 1 套没有面积，面积按零算。').waitFor();
    await visitor.page.getByText('有 2 套的业主没有登记证件号').waitFor();
    await visitor.page.getByRole('button', { name: '看是哪几套' }).click();
    await visitor.page.getByText('没有面积', { exact: false }).last().waitFor();
    await looksWell(visitor.page);
  });

  it('the roll is published by head and by area; who is missing objects, and it is corrected', async () => {
    const { visitor, desk } = await chair();
    await desk.act('公布名册', {});
    await visitor.page.getByText('共 15 票、专有面积 2,100 平方米').waitFor();
    const missed = await somebody('missed', '13711110001');
    await missed.page.goto(matter());
    await missed.page.getByRole('button', { name: '对名册有意见' }).tap();
    await missed.page.getByLabel(/漏了谁，或者谁不该在上面/).fill('我家没有在名册上');
    await missed.page
      .getByRole('form', { name: '对名册有意见' })
      .getByRole('button', { name: '对名册有意见' })
      .tap();
    await missed.page.getByRole('status').first().waitFor();
    await looksWell(missed.page);
    await take(true);
    const { visitor: again, desk: deciding } = await chair();
    await deciding.act('处理名册异议', {
      numbers: { 第几条异议: 1 },
      choices: { 异议成立: '是' },
      texts: { 理由: '确实漏了，已经补登。' },
    });
    await deciding.act('更正名册', { choices: { 怎么改: '补上漏掉的' }, texts: { 为什么: '产权登记补录' } });
    // The door that nobody had measured is measured by now, and stands on the roll as it was published.
    await again.page.getByText('共 16 票、专有面积 2,160 平方米').waitFor();
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
      .getByText('需要全部专有面积 2,160 平方米中的 1,440 平方米参加，还没有人参加')
      .waitFor();
    await voteOn(page).getByText('需要全体业主 16 人中的 11 人参加，还没有人参加').waitFor();
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
    const { visitor } = await chair();
    const { page } = visitor;
    await page.getByRole('button', { name: '看名册' }).click();
    const line = page.getByRole('row', { name: doorOf(single(1)) });
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
    const entry = await lineOf(visitor, single(1));
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
    await page.getByRole('button', { name: '看名册' }).click();
    await line.getByText(/已由受托人代投/).waitFor();
    expect(await line.getByRole('button').count()).toBe(0);
  });

  it('passes by heads and by area, each on its own, and anybody counts it again', async () => {
    const { visitor } = await chair();
    const cast = async (unit: number, choice: string) =>
      post(visitor, `/api/polls/c1/${id}/ballots`, {
        entry: await lineOf(visitor, unit),
        channel: 'desk',
        said: { code: randomUUID(), choice: [choice] },
      });
    await cast(0, 'against');
    for (const unit of [sorts.developer, missing, ...[2, 3, 4, 5, 6, 7].map(single)]) await cast(unit, 'for');
    for (const n of [0, 1, 2]) await cast(firstCouple + n, 'for');
    await street.pass({ days: 16 });
    const { visitor: window, desk } = await chair();
    await desk.act('计票并公布结果', {});
    const guest = await open('guest', undefined, phone);
    await guest.page.goto(matter());
    for (const { page } of [window, guest]) {
      await voteOn(page).getByText('通过', { exact: true }).waitFor();
      await voteOn(page)
        .getByText('需要参与表决的面积 2,100 平方米中的 1,050.01 平方米同意，已有 1,200 平方米，够了。')
        .waitFor();
      await voteOn(page).getByText('需要参与表决的业主 14 人中的 8 人同意，已有 13 人，够了。').waitFor();
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
});
