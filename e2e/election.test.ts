import { randomUUID } from 'node:crypto';
import { sealBallot } from '@liren/core/voting/envelope.ts';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { identity } from '../server/src/usecases/testing-registry.ts';
import { StaffMatterPage } from './pages/staff-matter-page.ts';
import { faultsOf, widthBeyond } from './street/axe.ts';
import { phone, type Visitor } from './street/chromium.ts';
import { elected } from './street/messages.ts';
import { useStage } from './street/stage.ts';

const { street, open, post } = useStage('election');
const names: readonly string[] = [
  '赵桂兰',
  elected.name,
  '孙小美',
  '李有福',
  '周向东',
  '吴长河',
  '郑敏',
  '王海',
  '冯玉梅',
  '陈大勇',
  '褚建国',
  '卫红',
  '蒋文',
  '沈晓',
];
const nameOf = (n: number): string => names[n] ?? '';
const numberOf = (n: number): string => identity('19540101', 300 + n);
const phoneOf = (n: number): string => `139110021${String(n).padStart(2, '0')}`;
let id = '';
const matter = (): string => `/matters/c1/${id}`;

const get = async ({ context }: Visitor, path: string) =>
  (await context.request.get(`${street.address}${path}`)).json();
async function committee(): Promise<{ visitor: Visitor; desk: StaffMatterPage }> {
  const visitor = await open('committee', 'elections');
  const desk = new StaffMatterPage(visitor.page);
  if (id !== '') await desk.open(matter());
  return { visitor, desk };
}
/** Voter n at a phone in large type, signed in by a code and shown to be who they are. */
async function elder(n: number): Promise<Page> {
  const visitor = await open(`elder ${n}`, undefined, phone);
  const { demoCode: code } = await post(visitor, '/api/auth/phone/code', { phone: phoneOf(n) });
  await post(visitor, '/api/auth/phone/enter', { phone: phoneOf(n), code });
  await post(visitor, '/api/my-registry/c1/prove', { name: names[n], identityEnd: numberOf(n).slice(-6) });
  await visitor.page.addInitScript(() => localStorage.setItem('liren.mode', 'elder'));
  return visitor.page;
}
/** At the desk, through the interface: what each of them says is sealed as a browser seals it. */
async function atDesk(visitor: Visitor, said: ReadonlyMap<number, readonly string[]>): Promise<void> {
  const { polls } = await get(visitor, `/api/polls/c1/${id}`);
  const { rows } = await get(visitor, `/api/polls/c1/${id}/roll`);
  const [poll] = polls;
  for (const [n, choice] of said) {
    const line = rows.find(({ label }: { label: string }) => label.startsWith(nameOf(n)));
    const envelope = await sealBallot(poll.publicKey, poll.id, { code: `code-${randomUUID()}`, choice });
    await post(visitor, `/api/polls/c1/${id}/ballots`, { entry: line.id, channel: 'desk', envelope });
  }
}
const looksWell = async (page: Page): Promise<void> => {
  expect(await faultsOf(page)).toEqual([]);
  expect(await widthBeyond(page)).toBeLessThanOrEqual(0);
};

describe('居委会换届 in the browser', () => {
  it('begins with a roll and with nominations, of the organiser and of ten voters', async () => {
    const worker = await open('worker', 'worker');
    const rows = names.map(
      (name, n) => `${name},${numberOf(n)},${phoneOf(n)},柳荫里1号楼1单元${101 + n},柳荫一网格`,
    );
    const buffer = Buffer.from(['姓名,身份证号,联系电话,住址,网格', ...rows].join('\n'));
    const multipart = { community: 'c1', file: { name: '底数.csv', mimeType: 'text/csv', buffer } };
    await worker.context.request.post(`${street.address}/api/registry/imports`, { multipart });
    const { visitor } = await committee();
    const opened = await post(visitor, '/api/matters', {
      commandId: randomUUID(),
      procedure: 'committee-election',
      community: 'c1',
      input: { title: '第十二届居民委员会换届选举', text: '选委员五人。' },
    });
    id = opened.id;
    const { visitor: window, desk } = await committee();
    await desk.act('公布名册', {});
    await window.page.getByText('共 14 票，已投 0 票').waitFor();
    await desk.act('登记候选人', {
      texts: {
        '候选人(?!自|手)': nameOf(0),
        住在哪里: '柳荫里 1 号楼',
        候选人自我介绍: '当了十年楼门长，想把加装电梯的事办成。',
        候选人手机号: phoneOf(0),
      },
      choices: { 由谁提名: '党组织或选举委员会' },
    });
    await desk.act('登记候选人', {
      texts: { '候选人(?!自|手)': nameOf(1), 候选人手机号: phoneOf(1) },
      numbers: { 联名的人数: 12 },
      choices: { 由谁提名: '选民联名' },
    });
    for (const n of [2, 3, 4, 5, 6])
      await post(window, `/api/matters/c1/${id}/commands`, {
        commandId: randomUUID(),
        type: 'nominate',
        // The third leaves no number.
        input: { name: names[n], nominatedBy: 'organiser', ...(n !== 2 && { phone: phoneOf(n) }) },
      });
  });

  it('anybody reads who stands, in the order of the ballot', async () => {
    const { page } = await open('guest', undefined, phone);
    await page.goto(matter());
    await page.getByRole('link', { name: '看候选人（7 人）' }).click();
    await page.getByText('名单还没有定').waitFor();
    expect(await page.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(names.slice(0, 7));
    const [first, second] = await page.getByRole('listitem').allInnerTexts();
    expect(first).toContain('柳荫里 1 号楼 · 党组织或选举委员会提名');
    expect(first).toContain('当了十年楼门长');
    expect(second).toContain('12 名选民联名提名');
    expect(await page.content()).not.toContain(phoneOf(0));
    await looksWell(page);
  });

  it('an elder chooses four of the seven, in secret, in large type at 360 px', async () => {
    await street.pass({ days: 6 });
    const { desk } = await committee();
    await desk.act('发出表决通知', {
      texts: { 表决事项: '第十二届居民委员会换届选举投票', 说明: '每张票最多选五人。' },
    });
    await street.pass({ days: 15 });
    const page = await elder(7);
    await page.goto('/');
    await page
      .getByRole('link', { name: /我要投票/ })
      .first()
      .tap();
    await page.getByRole('link', { name: /换届选举投票/ }).tap();
    await page.getByRole('link', { name: '看候选人（7 人）' }).tap();
    await page.getByText('和选票上的次序一样').waitFor();
    await looksWell(page);
    await page.goBack();
    await page.getByText('不记名：谁也看不到你投了什么').waitFor();
    for (const n of [0, 1, 2, 3]) await page.getByRole('button', { name: nameOf(n) }).tap();
    await page.getByText('已选 4 人，最多 5 人').waitFor();
    await looksWell(page);
    await page.getByRole('button', { name: '选好了' }).tap();
    await page.getByText(names.slice(0, 4).join('、')).waitFor();
    await page.getByRole('button', { name: '投出这一票' }).tap();
    await page.getByText(/投好了/).waitFor();
    await looksWell(page);
  });

  it('three are elected by more than half; for the two seats left the first losers stand again', async () => {
    const { visitor } = await committee();
    const three = ['c1', 'c2', 'c3'];
    await atDesk(
      visitor,
      new Map([
        ...[8, 9, 10].map((n): [number, string[]] => [n, [...three, 'c4', 'c5']]),
        ...[11, 12].map((n): [number, string[]] => [n, [...three, 'c5', 'c6']]),
        [13, [...three, 'c6', 'c7']],
        [3, three],
        [4, ['c1', 'c2']],
        [5, three],
      ]),
    );
    await street.pass({ days: 2 });
    const { visitor: window, desk } = await committee();
    await desk.act('计票并公布结果', {});
    const guest = await open('guest', undefined, phone);
    for (const page of [window.page, guest.page]) {
      if (page === guest.page) await page.goto(matter());
      const result = page.getByRole('region', { name: '第十二届居民委员会换届选举投票' });
      await result.getByText(`当选：${names.slice(0, 3).join('、')}。`).waitFor();
      await result.getByText(`${names.slice(3, 6).join('、')}另行选举`).waitFor();
      await result.getByText('得到投出的 10 票中过半数的当选').waitFor();
      await result.getByText('10 票', { exact: true }).first().waitFor();
      await looksWell(page);
    }
  });

  it('the run-off fills both seats', async () => {
    const { desk } = await committee();
    await desk.act('公布名册', {});
    await desk.act('发出表决通知', { texts: { 表决事项: '另行选举', 说明: '每张票最多选两人。' } });
    await street.pass({ days: 4 });
    const page = await elder(7);
    await page.goto(matter().replace('/matters', '/vote'));
    await page.getByRole('link', { name: '看候选人（3 人）' }).tap();
    const [now, before] = [page.getByRole('list').first(), page.getByRole('list').nth(1)];
    await before.waitFor();
    expect(await now.getByRole('heading').allInnerTexts()).toEqual([names[3], names[4], names[5]]);
    expect(await before.getByRole('heading').allInnerTexts()).toEqual(names.slice(0, 7));
    await page.goBack();
    for (const n of [3, 4]) await page.getByRole('button', { name: nameOf(n) }).tap();
    expect(await page.getByRole('button', { name: nameOf(5) }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '选好了' }).tap();
    await page.getByRole('button', { name: '投出这一票' }).tap();
    await page.getByText(/投好了/).waitFor();
    const { visitor } = await committee();
    const both = [8, 9, 10, 11].map((n): [number, string[]] => [n, ['c4', 'c5']]);
    await atDesk(visitor, new Map([...both, ...[12, 13, 3].map((n): [number, string[]] => [n, ['c6']])]));
    await street.pass({ days: 2 });
    const { visitor: window, desk: counting } = await committee();
    await counting.act('计票并公布结果', {});
    await window.page
      .getByRole('region', { name: '另行选举' })
      .getByText(`当选：${names[3]}、${names[4]}。`)
      .waitFor();
  });

  it('from the hand-over on the elected hold the post, and those before them hold it no more', async () => {
    const posts = async (role: string): Promise<Page> => {
      const { page } = await open(role, role);
      await page.goto('/staff/me');
      await page.getByRole('heading', { name: '我的岗位' }).waitFor();
      return page;
    };
    const held = (page: Page) => page.getByText('居委会委员', { exact: true });
    const takesCalls = (page: Page) => page.getByRole('link', { name: '受理登记' });
    await (await posts('elected-member')).getByText('还没有岗位').waitFor();
    const former = await posts('former-member');
    await held(former).waitFor();
    await takesCalls(former).waitFor();
    const { visitor, desk } = await committee();
    await desk.act('交接完毕，新任上岗', { texts: { 交接情况: '印章、账目、档案已经移交。' } });
    await visitor.page.getByText(/就任，任期/).waitFor();
    await street.pass({ hours: 1 });
    const now = await posts('elected-member');
    await held(now).waitFor();
    await takesCalls(now).waitFor();
    const gone = await posts('former-member');
    await gone.getByText('还没有岗位').waitFor();
    expect((await held(gone).count()) + (await takesCalls(gone).count())).toBe(0);
  });

  it('each of them is handed a certificate, on paper and as a Word file', async () => {
    const { visitor } = await committee();
    for (const name of [nameOf(0), nameOf(1), nameOf(2), nameOf(3), nameOf(4)])
      await visitor.page.getByRole('link', { name: `当选证书：${name}` }).waitFor();
    const path = await visitor.page
      .getByRole('link', { name: `当选证书：${elected.name}` })
      .getAttribute('href');
    const paper = await open('certificate');
    await paper.page.goto(path ?? '');
    await paper.page.getByRole('heading', { name: '当选证书' }).waitFor();
    await paper.page.getByText(`${elected.name}：`, { exact: true }).waitFor();
    await paper.page.getByText(/你当选为柳荫社区居委会委员，任期自2026年\d+月\d+日至2031年/).waitFor();
    await looksWell(paper.page);
    const word = await paper.page.getByRole('link', { name: '下载 Word 文件' }).getAttribute('href');
    const file = await paper.context.request.get(`${street.address}${word}`);
    expect(file.headers()['content-type']).toContain('wordprocessingml');
  });

  it('who left no number is not at work yet, and the committee seats them when it has one', async () => {
    const { visitor } = await committee();
    const { page } = visitor;
    await page.getByRole('link', { name: '选出来还没有上岗的人' }).click();
    const waiting = (n: number) => page.getByRole('listitem').filter({ hasText: nameOf(n) });
    await waiting(2).getByText('没有留手机号').waitFor();
    await waiting(0).getByText('还没有工作账号').waitFor();
    expect(await waiting(1).count()).toBe(0);
    await looksWell(page);
    await waiting(2)
      .getByLabel(`${nameOf(2)} 的手机号`)
      .fill(phoneOf(2));
    await waiting(2).getByRole('button', { name: '补上，上岗' }).click();
    await waiting(2).getByText('还没有工作账号').waitFor();
    await page.setViewportSize(phone);
    await looksWell(page);
  });
});
