import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PhonePage } from './pages/phone-page.ts';
import { faultsOf, widthBeyond } from './street/axe.ts';
import { type Browsers, desktop, launchBrowsers, phone, type Visitor } from './street/chromium.ts';
import { openMatters, type Told } from './street/open-matters.ts';
import { type Street, startStreetServer } from './street/start-street.ts';

let street: Street;
let browsers: Browsers;
let told: Told;
beforeAll(async () => {
  [street, browsers] = await Promise.all([startStreetServer(), launchBrowsers()]);
  told = await openMatters(browsers, street);
});
afterAll(async () => {
  await browsers?.close();
  await street?.stop();
});

interface Look {
  readonly who: string | undefined;
  readonly path: () => string;
  /** Words of the page when it stands. */
  readonly shows: RegExp;
}
const checkIn = (query: string): string => `${told.meeting.replace('/matters', '/m')}/check-in${query}`;
const papers = (kind: string): string => `${told.meeting.replace('/matters', '/m')}/documents/${kind}`;
const looks: Readonly<Record<string, Look>> = {
  'front page of a guest': { who: undefined, path: () => '/', shows: /我要反映/ },
  'front page of a resident': { who: 'resident', path: () => '/', shows: /我的事项/ },
  report: { who: 'resident', path: () => '/report', shows: /发生了什么/ },
  'call for help': { who: 'resident', path: () => '/help', shows: /按这里求助/ },
  services: { who: undefined, path: () => '/services', shows: /生育登记/ },
  'one service': { who: undefined, path: () => '/services/birth-registration', shows: /请人上门办/ },
  receipt: { who: undefined, path: () => told.receipt, shows: /一次说全/ },
  'no such receipt': { who: undefined, path: () => '/r/c1/x/y', shows: /打不开/ },
  'own matter': { who: 'resident', path: () => told.handled, shows: /办理记录/ },
  rating: { who: 'resident', path: () => told.done, shows: /你说了算/ },
  'own matters': { who: 'resident', path: () => '/mine', shows: /我的事项/ },
  messages: { who: 'resident', path: () => '/messages', shows: /消息/ },
  'own data': { who: 'resident', path: () => '/me', shows: /谁看过我的信息/ },
  'sign-in': { who: undefined, path: () => '/sign-in', shows: /手机号/ },
  discussions: { who: undefined, path: () => '/discuss', shows: /我来议/ },
  discussion: { who: 'resident', path: () => told.talk, shows: /这一条你同意吗/ },
  'discussion at work': {
    who: 'worker',
    path: () => `/staff${told.talk.replace('/discuss', '/matters')}`,
    shows: /写一条给大家表态/,
  },
  votes: { who: undefined, path: () => '/vote', shows: /我要投票/ },
  'matter of a meeting': { who: 'resident', path: () => told.meeting, shows: /大门几点锁/ },
  'check-in': { who: 'resident', path: () => checkIn('?code=aaaaaaaa'), shows: /我到了，签到/ },
  'check-in of a guest': { who: undefined, path: () => checkIn('?code=aaaaaaaa'), shows: /先登录，再签到/ },
  'check-in without a code': { who: 'resident', path: () => checkIn(''), shows: /请扫会场大屏幕/ },
  'wall of a hall': { who: undefined, path: () => told.wall, shows: /应到/ },
  'no such wall': {
    who: undefined,
    path: () => `${told.wall.slice(0, -26)}${'a'.repeat(26)}`,
    shows: /打不开/,
  },
  'notice of a meeting': { who: undefined, path: () => papers('notice'), shows: /请按时参加/ },
  'attendance sheet': { who: 'worker', path: () => papers('roll-sheet'), shows: /签名/ },
  'meeting at work': { who: 'worker', path: () => `/staff${told.meeting}`, shows: /打开会场大屏/ },
  'desk of a hall': {
    who: 'worker',
    path: () => `/staff${told.meeting.replace('/matters', '/meetings')}`,
    shows: /还没到/,
  },
  'begin something': { who: 'resident', path: () => '/begin', shows: /联名要求开居民会议/ },
  'begin something at work': { who: 'worker', path: () => '/staff/begin', shows: /户代表表决/ },
  'one meeting for several': { who: 'worker', path: () => '/staff/meetings/c1', shows: /一次会，几个议题/ },
  'who is elected': { who: 'worker', path: () => '/staff/elected', shows: /选出来还没有上岗的人/ },
  public: { who: undefined, path: () => '/public', shows: /查一件事/ },
  'public matter': { who: undefined, path: () => told.handled, shows: /办理记录/ },
  notice: { who: undefined, path: () => told.notice, shows: /三率/ },
  verify: { who: undefined, path: () => '/verify', shows: /离线核验/ },
  'no such page': { who: undefined, path: () => '/nowhere', shows: /没有这个页面/ },
  'staff sign-in': { who: undefined, path: () => '/staff/sign-in', shows: /工作人员登录/ },
  inbox: { who: 'dispatcher', path: () => '/staff/', shows: /261109-/ },
  intake: { who: 'clerk', path: () => '/staff/intake', shows: /来电号码/ },
  window: { who: 'worker', path: () => '/staff/window', shows: /办什么事/ },
  matters: { who: 'dispatcher', path: () => '/staff/matters', shows: /261109-/ },
  'matter at work': { who: 'leader', path: () => `/staff${told.handled}`, shows: /办理记录/ },
  'printed matter': { who: 'leader', path: () => `/staff${told.handled}/print`, shows: /事项办理单/ },
  map: { who: 'dispatcher', path: () => '/staff/map', shows: /网格/ },
  'community map': { who: 'worker', path: () => '/staff/community', shows: /底数里的户数/ },
  'community map of a leader': { who: 'leader', path: () => '/staff/community', shows: /底数里的户数/ },
  overview: { who: 'leader', path: () => '/staff/overview', shows: /最近 14 天/ },
  rates: { who: 'leader', path: () => '/staff/rates', shows: /综合得分/ },
  figure: { who: 'leader', path: () => '/staff/figures?month=2026-11&figure=opened', shows: /261109-/ },
  topics: { who: 'leader', path: () => '/staff/topics', shows: /每月一题/ },
  import: { who: 'dispatcher', path: () => '/staff/import', shows: /导入热线工单/ },
  registry: { who: 'worker', path: () => '/staff/registry', shows: /从一个名字/ },
  'registry import': { who: 'worker', path: () => '/staff/registry/import', shows: /哪个社区的底数/ },
  'registry exports': { who: 'worker', path: () => '/staff/registry/exports', shows: /申请导出/ },
  duplicates: { who: 'worker', path: () => '/staff/registry/duplicates', shows: /疑似重复/ },
  people: { who: 'worker', path: () => '/staff/people', shows: /全部居民/ },
  'people behind a figure': {
    who: 'worker',
    path: () => '/staff/people/c1?group=volunteers',
    shows: /回到人口概况/,
  },
  buildings: { who: 'worker', path: () => '/staff/registry/buildings', shows: /登记新楼/ },
  rounds: { who: 'worker', path: () => '/staff/rounds', shows: /网格员履职/ },
  week: { who: 'grid', path: () => '/staff/week', shows: /民情日志/ },
  'rounds homes': {
    who: 'worker',
    path: () => '/staff/rounds/homes?community=c1&figure=homes',
    shows: /回到走访进展/,
  },
  'rounds of a home': { who: 'worker', path: () => told.home, shows: /风险怎么变的/ },
  'somebody new': { who: 'worker', path: () => '/staff/registry/new', shows: /登记一个人/ },
  grids: { who: 'worker', path: () => '/staff/grids', shows: /调整记录/ },
  resident: { who: 'worker', path: () => told.person, shows: /谁看过号码/ },
  'rounds places': {
    who: 'worker',
    path: () => '/staff/rounds/places?community=c1&figure=owed',
    shows: /王记小吃/,
  },
  organisations: { who: 'worker', path: () => '/staff/organisations', shows: /王记小吃/ },
  organisation: { who: 'worker', path: () => told.organisation, shows: /谁看过联系人/ },
  'new organisation': { who: 'worker', path: () => '/staff/organisations/new', shows: /怎么知道的/ },
  'owners import': { who: 'worker', path: () => '/staff/registry/owners/import', shows: /哪个社区的业主/ },
  'organisations import': { who: 'worker', path: () => '/staff/organisations/import', shows: /先检查一遍/ },
  'phone app of a guest': { who: undefined, path: () => '/grid', shows: /去登录/ },
  'phone app to be set up': { who: 'grid', path: () => '/grid', shows: /设好/ },
  'own posts': { who: 'grid', path: () => '/staff/me', shows: /带着网格的手机/ },
};

describe.each([
  ['360 px', phone],
  ['1440 px', desktop],
])('every page at %s', (_, size) => {
  const windows = new Map<string | undefined, Visitor>();
  afterAll(async () => {
    for (const { context } of windows.values()) await context.close();
  });
  async function windowOf(who: string | undefined): Promise<Visitor> {
    const opened = windows.get(who) ?? (await browsers.open(street, who, size));
    windows.set(who, opened);
    return opened;
  }

  it.each(Object.entries(looks))(
    '%s: readable by everybody, nothing to scroll sideways',
    async (__, look) => {
      const { page } = await windowOf(look.who);
      await page.goto(look.path());
      await page.getByText(look.shows).filter({ visible: true }).first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
      expect(await widthBeyond(page)).toBeLessThanOrEqual(0);
    },
  );
});

describe.each([
  ['360 px', phone],
  ['1440 px', desktop],
])('the phone app behind its PIN at %s', (_, size) => {
  it('is readable by everybody on every page, with nothing to scroll sideways', async () => {
    const { page, context } = await browsers.open(street, 'grid', size);
    const app = new PhonePage(page);
    const look = async (shows: RegExp) => {
      await page.getByText(shows).filter({ visible: true }).first().waitFor();
      expect(await faultsOf(page), String(shows)).toEqual([]);
      expect(await widthBeyond(page), String(shows)).toBeLessThanOrEqual(0);
    };
    await app.setUp('246813');
    await look(/我的履职/);
    await page.getByRole('link', { name: '巡查' }).click();
    await look(/走了哪里/);
    await app.openHome('王芳菲');
    await look(/139\*\*\*\*8852/);
    await page.getByRole('button', { name: '入户走访' }).click();
    await look(/见到人了吗/);
    await page.getByRole('button', { name: '记下来' }).click();
    await look(/这一项还没有填/);
    await context.setOffline(true);
    await page.getByLabel('见到了').check();
    await page.getByRole('button', { name: '记下来' }).click();
    await look(/记下了/);
    await page.getByRole('link', { name: '从这里上报一件事' }).click();
    await look(/一句话说清/);
    await app.go('待交');
    await look(/等着交（1）/);
    await app.go('民情日志');
    await look(/走访 1 户/);
    await page.getByRole('link', { name: '手机', exact: true }).click();
    await look(/还有 1 件没交上/);
    await page.getByRole('button', { name: '现在锁上' }).click();
    await look(/输入打开密码/);
    await context.close();
  });
});

describe('长者版 on a phone', () => {
  it('keeps a contrast of seven to one, larger words, and nothing to scroll sideways', async () => {
    const { page, context } = await browsers.open(street, 'resident', phone);
    await page.goto('/');
    await page.getByRole('button', { name: '长者版' }).click();
    for (const path of [
      '/',
      '/report',
      told.handled,
      told.meeting,
      checkIn('?code=aaaaaaaa'),
      '/mine',
      '/me',
    ]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      const rules = { type: 'rule', values: ['color-contrast-enhanced'] };
      expect(await faultsOf(page, rules), path).toEqual([]);
      expect(await widthBeyond(page), path).toBeLessThanOrEqual(0);
      const size = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
      expect(size).toBeGreaterThanOrEqual(20);
    }
    await context.close();
  });
});
