import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { plainPhoto } from '../server/src/adapters/files/testing-photos.ts';
import { InboxPage } from './pages/inbox-page.ts';
import { IntakePage } from './pages/intake-page.ts';
import { MatterPage } from './pages/matter-page.ts';
import { RatesPage } from './pages/rates-page.ts';
import { ReportPage } from './pages/report-page.ts';
import { StaffMatterPage } from './pages/staff-matter-page.ts';
import { VerifyPage } from './pages/verify-page.ts';
import { type Browsers, enter, launchBrowsers, phone, type Visitor } from './street/chromium.ts';
import { keepEvidence } from './street/keep-evidence.ts';
import { type Street, startStreetServer } from './street/start-street.ts';

let street: Street;
let browsers: Browsers;
let photo: Buffer;
const visitors = new Map<string, Visitor>();
beforeAll(async () => {
  [street, browsers, photo] = await Promise.all([
    startStreetServer(),
    launchBrowsers(),
    plainPhoto('jpeg', 320, 240),
  ]);
});
afterAll(async () => {
  await browsers?.close();
  await street?.stop();
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await keepEvidence(new Map([...visitors].map(([role, { page }]) => [role, page])));
});

/** The window in which this role is signed in; the same for the whole story. */
async function windowOf(role: string): Promise<Visitor> {
  const known = visitors.get(role);
  if (known !== undefined) return known;
  const opened = await browsers.open(street, role, role === 'resident' ? phone : undefined);
  visitors.set(role, opened);
  return opened;
}
const pageOf = async (role: string) => (await windowOf(role)).page;
const staffMatter = async (role: string, path: string): Promise<StaffMatterPage> => {
  const matter = new StaffMatterPage(await pageOf(role));
  await matter.open(path);
  return matter;
};

/** Two days later everybody signs in anew: no office stays signed in over night. */
async function passTwoDays(): Promise<void> {
  await street.pass({ days: 2 });
  for (const [role, visitor] of visitors) {
    await visitor.context.clock.setSystemTime(street.now());
    await enter(visitor, street, role);
  }
}

describe('接诉即办 through the browser: three channels, one whistle, one displeased, one late, ranked and verified', () => {
  const numbers = { resident: '', caller: '', grid: '' };
  const paths = { resident: '', caller: '', grid: '' };

  it('a resident reports from a phone in one page', async () => {
    const report = new ReportPage(await pageOf('resident'));
    await report.open();
    await report.tell('3 号楼北侧垃圾桶满了三天没人收，夏天味道很大。');
    await report.chooseKind('暴露垃圾');
    await report.say({ community: '柳荫社区', address: '柳荫里 3 号楼' });
    numbers.resident = await report.send();
    expect(numbers.resident).toMatch(/^261109-/);
    await report.seeIt();
    const matter = new MatterPage(report.page);
    await matter.waitForWords('由柳荫街道办事处 · 派单员办理');
    paths.resident = new URL(report.page.url()).pathname;
  });

  it('a hotline clerk takes a call, and a grid worker reports from the grid', async () => {
    const call = new IntakePage(await pageOf('clerk'));
    await call.open();
    numbers.caller = await call.register({
      phone: '13800138000',
      name: '刘洋',
      title: '马路中间的井盖塌了，往外冒水',
      details: '早上八点发现的，自行车已经摔了一个人。',
      community: '柳荫社区',
      address: '柳荫路 12 号门口',
    });
    paths.caller = await call.openRegistered();
    const seen = new IntakePage(await pageOf('grid'));
    await seen.open();
    numbers.grid = await seen.register({
      title: '小广场的路灯三盏不亮',
      details: '夜里巡查时看到的。',
      community: '柳荫社区',
      address: '柳荫里小广场',
    });
    paths.grid = await seen.openRegistered();
    expect(new Set(Object.values(numbers)).size).toBe(3);
  });

  it('a second call about the same is counted in, not registered anew', async () => {
    const call = new IntakePage(await pageOf('clerk'));
    await call.open();
    const told = await call.joinCaller('13800138009', '3 号楼的垃圾桶满了，没人收');
    expect(told).toContain(numbers.resident);
    const matter = await staffMatter('clerk', paths.resident);
    await matter.page.getByText('替来电人附议').waitFor();
  });

  it('the dispatcher finds all three and sends each to who answers for it', async () => {
    const inbox = new InboxPage(await pageOf('dispatcher'));
    const matter = new StaffMatterPage(inbox.page);
    for (const [number, organ, urgency] of [
      [numbers.resident, '柳荫街道办事处', '一般'],
      [numbers.caller, '柳荫街道办事处', '紧急'],
      [numbers.grid, '柳荫街道办事处', '紧急'],
    ] as const) {
      await inbox.open();
      await inbox.follow(number);
      expect(await matter.assign(organ, urgency)).toContain('已经派出去了');
    }
    await inbox.open();
    // What the page remembers of the inbox stands until the office has answered anew.
    await inbox.line(numbers.resident).waitFor({ state: 'detached' });
  });

  it('the leader whistles three departments; nothing is done before all have answered', async () => {
    const matter = await staffMatter('leader', paths.caller);
    const said = await matter.act('吹哨', {
      checks: ['城管执法队', '自来水公司', '排水管理所'],
      choices: { 吹哨的情形: '需要联合执法' },
      texts: { 需要做什么: '请马上到现场：围挡、关阀、疏通。' },
    });
    expect(said).toContain('哨已经吹响');
    await matter.waitForOffer('报告办结', 'hindered');
  });

  it('each department reports in, acts and answers; the leader takes each answer', async () => {
    for (const [role, organ] of [
      ['urban', '城管执法队'],
      ['water', '自来水公司'],
      ['drain', '排水管理所'],
    ] as const) {
      const inbox = new InboxPage(await pageOf(role));
      await inbox.open();
      const path = await inbox.follow('报到');
      const child = new StaffMatterPage(inbox.page);
      await child.act('报告办结', { texts: { 办理情况: '已到现场。' } });
      await child.open(path);
      await child.act('报告办结', { texts: { 办理情况: `${organ}的活已经干完。` } });
      const confirming = await staffMatter('leader', path);
      await confirming.act('通过');
    }
    const matter = await staffMatter('leader', paths.caller);
    await matter.page.getByText('排水管理所的活已经干完。').first().waitFor();
    await matter.waitForOffer('报告办结', 'possible');
  });

  it('work is done with a photo, and the clerk calls back', async () => {
    const matter = await staffMatter('leader', paths.caller);
    await matter.act('报告办结', { texts: { 办理情况: '井盖换了新的，积水已经排空。' }, photos: [photo] });
    const call = await staffMatter('clerk', paths.caller);
    await call.act('登记电话回访', {
      choices: { 有人联系过你吗: '是', 问题解决了吗: '是', 对办理满意吗: '满意' },
    });
    await new MatterPage(call.page).waitForWords('已办结');
  });

  it('a displeased resident sends it back, a pleased one settles it', async () => {
    const work = await staffMatter('leader', paths.resident);
    await work.act('报告办结', { texts: { 办理情况: '垃圾已经清走。' }, photos: [photo] });
    const matter = new MatterPage(await pageOf('resident'));
    await matter.open(paths.resident);
    await matter.rate({ contacted: '有人联系', solved: '没解决', satisfied: '不满意' });
    await matter.waitForWords('由柳荫街道办事处办理');
    const again = await staffMatter('leader', paths.resident);
    await again.act('报告办结', { texts: { 办理情况: '改为每天收两次，桶也换了大的。' }, photos: [photo] });
    await matter.open(paths.resident);
    await matter.rate({ contacted: '有人联系', solved: '已解决', satisfied: '满意' });
    await matter.waitForWords('已办结');
  });

  it('what nobody did in time is late: told to the supervisor, marked, and counted', async () => {
    await passTwoDays();
    const inbox = new InboxPage(await pageOf('supervisor'));
    await inbox.open('已超期');
    await inbox.follow(numbers.grid);
    await inbox.page.getByText(/已超/).first().waitFor();
    const work = await staffMatter('leader', paths.grid);
    await work.act('报告办结', { texts: { 办理情况: '三盏灯都换好了。' }, photos: [photo] });
    const call = await staffMatter('clerk', paths.grid);
    await call.act('登记电话回访', {
      choices: { 有人联系过你吗: '是', 问题解决了吗: '是', 对办理满意吗: '基本满意' },
    });
  });

  it('the three rates count it all, and a figure opens onto its matters', async () => {
    const rates = new RatesPage(await pageOf('leader'));
    await rates.open();
    const figures = await rates.figuresOf('柳荫街道办事处');
    expect(figures).toMatchObject({ 名次: '1', 有效回访: '3', 办结: '3', 超期: '1' });
    await rates.openFigure('柳荫街道办事处', '超期');
    await rates.page.getByText(numbers.grid).waitFor();
  });

  it('the ranking is published as a notice, and everybody can read it', async () => {
    const rates = new RatesPage(await pageOf('leader'));
    await rates.open();
    await rates.publish();
    await new StaffMatterPage(rates.page).act('发布公示');
    const guest = await browsers.open(street, undefined, phone);
    await guest.page.goto('/public');
    await guest.page
      .getByRole('link', { name: /三率排名（按单位）/ })
      .first()
      .click();
    await guest.page.getByRole('article').getByRole('row').filter({ hasText: '柳荫街道办事处' }).waitFor();
    await guest.context.close();
  });

  it('anyone verifies the record in the browser; an altered one is refused', async () => {
    const guest = await browsers.open(street);
    const matter = new MatterPage(guest.page);
    await matter.open(paths.resident);
    expect(await guest.page.getByRole('main').innerText()).not.toContain('味道很大');
    expect(await matter.verify()).toContain('核验通过');
    const record = await matter.download();
    const verify = new VerifyPage(guest.page);
    await verify.open();
    await guest.context.setOffline(true);
    await verify.check(record, '核验通过');
    const altered = record.replace('"street-office"', '"water"');
    expect(altered).not.toBe(record);
    await verify.check(altered, '核验没有通过');
    await guest.context.close();
  });
});
