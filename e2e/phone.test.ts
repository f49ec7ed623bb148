import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { plainPhoto } from '../server/src/adapters/files/testing-photos.ts';
import { PhonePage } from './pages/phone-page.ts';
import { type Browsers, enter, launchBrowsers, phone, type Visitor } from './street/chromium.ts';
import { keepEvidence } from './street/keep-evidence.ts';
import { type Street, startStreetServer } from './street/start-street.ts';

const pin = '246813';
const table = `姓名,身份证号,联系电话,住址,与户主关系,网格
王芳菲,,13977418852,柳荫里3号楼2单元501,户主,柳荫一网格
王小明,,,柳荫里3号楼2单元501,子,柳荫一网格
李长山,,13900001111,柳荫里12号楼301,户主,柳荫一网格
`;

let street: Street;
let browsers: Browsers;
let visitor: Visitor;
beforeAll(async () => {
  [street, browsers] = await Promise.all([startStreetServer(), launchBrowsers()]);
  const worker = await browsers.open(street, 'worker');
  const file = { name: '底数.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
  const multipart = { community: 'c1', file };
  const taken = await worker.context.request.post(`${street.address}/api/registry/imports`, { multipart });
  expect(taken.ok(), await taken.text()).toBe(true);
  await worker.context.close();
  visitor = await browsers.open(street, 'grid', phone);
});
afterAll(async () => {
  await browsers?.close();
  await street?.stop();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await keepEvidence(new Map(visitor.context.pages().map((page, n) => [`phone-${n}`, page])));
});

/** The app in the window that is open now. */
const app = (): PhonePage => {
  const page = visitor.context.pages().at(-1);
  if (page === undefined) throw new Error('the phone has no window');
  return new PhonePage(page);
};

async function ask<T>(path: string): Promise<T> {
  const answer = await visitor.context.request.get(`${street.address}${path}`);
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
/** The page that tells of it erases once more, and for a moment holds an empty one. */
const nothingKept = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
interface Diary {
  readonly rows: readonly {
    readonly matters: readonly string[];
    readonly answers: { readonly needs?: string };
  }[];
}
const diary = async (): Promise<Diary['rows']> =>
  (await ask<Diary>('/api/grid/diary?from=2026-11-01&until=2026-11-30')).rows;
interface MatterSeen {
  readonly record: readonly {
    readonly said: readonly { readonly name: string; readonly value?: unknown }[];
  }[];
}

/** The network is back, the office takes a batch in, and the app is closed before the answer reaches it. */
async function killBetweenRequestAndAnswer(): Promise<void> {
  const { page } = app();
  const taken = new Promise<void>((resolve) => {
    void page.route('**/api/grid/sync', async (route) => {
      await route.fetch();
      resolve();
    });
  });
  await visitor.context.setOffline(false);
  await app().sync();
  await taken;
  await page.close();
}

describe('a day with the phone', () => {
  it('is set up in the morning, with a PIN and the day on it', async () => {
    await app().setUp(pin);
    await app().waitUntilKept();
    const { page } = app();
    await page.getByText('该走访的（2）').waitFor();
    const href = await page.locator('link[rel=manifest]').getAttribute('href');
    const manifest = await ask<{ start_url: string; icons: { src: string }[] }>(href ?? '');
    expect(manifest.start_url).toBe('/grid');
    for (const { src } of manifest.icons)
      expect((await visitor.context.request.get(`${street.address}${src}`)).ok(), src).toBe(true);
  });

  it('opens behind its PIN while the network is cut and the office is switched off', async () => {
    const comeBack = await street.goAway();
    await visitor.context.setOffline(true);
    await app().page.goto('/grid');
    await app().tryPin('135790');
    await app().page.getByText('密码不对。再错 9 次').waitFor();
    await app().tryPin(pin);
    await app().today.waitFor();
    await app().openHome('王芳菲');
    await app().visit('楼道的灯不亮');
    await app().raiseFromHere('三层楼道的灯不亮', { photo: await plainPhoto('jpeg', 640, 480) });
    await app().go('待交');
    await app().page.getByText('等着交（2）').waitFor();
    await comeBack();
    expect(await diary()).toEqual([]);
  });

  it('keeps nothing of a resident that can be read', async () => {
    const kept = await app().everythingKept();
    expect(kept.length).toBeGreaterThan(2000);
    expect(kept).toContain('/grid.html');
    for (const secret of ['王芳菲', '李长山', '8852', '柳荫里', '楼道的灯', '三层', pin])
      expect(kept).not.toContain(secret);
    expect(kept).not.toMatch(/\/api\//);
  });

  it('goes on where it was killed between request and answer: nothing lost, nothing doubled', async () => {
    await visitor.context.setOffline(false);
    await app()
      .page.getByText(/都交上了|等着交/)
      .waitFor();
    await app().waitUntilSynced();
    await visitor.context.setOffline(true);
    await app().openHome('12-301');
    await app().visit('想装扶手');
    await app().raiseFromHere('十二号楼楼梯没有扶手', { photo: await plainPhoto('jpeg', 320, 240) });
    await killBetweenRequestAndAnswer();
    expect(await diary()).toHaveLength(2);
    await visitor.context.newPage();
    // The phone does not know that the office has it: it still waits, and goes again under the same ids.
    await visitor.context.setOffline(true);
    await app().unlock(pin);
    await app().go('待交');
    await app().page.getByText('等着交（2）').waitFor();
    await visitor.context.setOffline(false);
    await app().waitUntilSynced();
    const rows = await diary();
    expect(rows.map(({ answers }) => answers.needs).sort()).toEqual(['想装扶手', '楼道的灯不亮']);
    for (const { matters } of rows) expect(matters).toHaveLength(1);
  });

  it('has the photo in the record of what was raised, as the office keeps it', async () => {
    const [first] = await diary();
    const matter = await ask<MatterSeen>(`/api/matters/c1/${first?.matters[0]}`);
    const photos = matter.record[0]?.said.find(({ name }) => name === 'photos')?.value;
    expect(photos).toEqual([{ file: expect.any(String), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    await app().go('民情日志');
    await app().page.getByText('走访 2 户 · 巡查记事 0 次 · 上报 2 件').waitFor();
  });

  it('says why something was sent back, and sends it again once it is mended', async () => {
    await app().openHome('12-301');
    await app().visit('再看一次');
    await app().raiseFromHere('电话写错的一件', { phone: '不记得了' });
    await app().go('待交');
    await app().page.getByText('被退回（1）').waitFor();
    await app().page.getByText('要改的是“联系电话”这一栏').waitFor();
    await app().page.getByRole('button', { name: '改一改再交' }).click();
    const form = app().page.getByRole('form');
    await form.getByLabel('联系电话').fill('13900001111');
    await form.getByRole('button', { name: '再交一次' }).click();
    await app().waitUntilSynced();
    expect((await diary()).flatMap(({ matters }) => matters)).toHaveLength(3);
  });

  it('erases everything when the office asks, tells it so, and says so', async () => {
    const { rows } = await ask<{ rows: { id: string }[] }>('/api/grid/devices');
    await visitor.context.request.post(`${street.address}/api/grid/devices/${rows[0]?.id}/wipe`);
    await app().sync();
    await app().page.getByRole('heading', { name: '这台手机上的内容已经抹掉' }).waitFor();
    await expect
      .poll(async () => (await ask<{ rows: { wipedAt?: number }[] }>('/api/grid/devices')).rows[0]?.wipedAt)
      .toBeGreaterThan(0);
    await nothingKept(app().page);
  });
});

describe('a phone in other hands', () => {
  it('makes wrong PINs wait, longer each time, and keeps nothing after the tenth', async () => {
    const other = await browsers.open(street, 'grid', phone);
    const found = new PhonePage(other.page);
    await found.setUp(pin);
    for (let left = 9; left > 0; left -= 1) {
      await found.page.goto('/grid');
      await other.context.clock.fastForward('01:30:00');
      await found.tryPin('975318');
      await found.page.getByText(`再错 ${left} 次`).waitFor();
      if (left <= 6) expect(await found.page.getByLabel('6 位数字').isDisabled()).toBe(true);
    }
    await found.page.goto('/grid');
    // Started anew, it still counts and still waits: also for the right one.
    await found.page.getByText(/秒再试/).waitFor();
    await other.context.clock.fastForward('01:30:00');
    await found.tryPin('975318');
    await found.page.getByText('密码连错了 10 次').waitFor();
    await nothingKept(found.page);
    await other.context.close();
  });

  it('tells what is not sent yet before the worker erases it', async () => {
    const other = await browsers.open(street, 'grid', phone);
    const held = new PhonePage(other.page);
    await held.setUp(pin);
    await other.context.setOffline(true);
    await held.openHome('王芳菲');
    await held.visit('没交上的一次');
    await held.page.getByRole('link', { name: '手机', exact: true }).click();
    await held.page.getByText('还有 1 件没交上').waitFor();
    const erase = held.page.getByRole('button', { name: '抹掉这台手机上的内容' });
    expect(await erase.isDisabled()).toBe(true);
    await held.page.getByLabel('我知道这些会丢，还是要抹掉').check();
    await erase.click();
    await held.page.getByText('是你自己抹掉的').waitFor();
    await other.context.close();
  });

  it('asks for the PIN again after five minutes out of sight', async () => {
    const other = await browsers.open(street, 'grid', phone);
    const held = new PhonePage(other.page);
    await held.setUp(pin);
    const turn = (state: string) =>
      held.page.evaluate((told) => {
        Object.defineProperty(document, 'visibilityState', { value: told, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await turn('hidden');
    await other.context.clock.fastForward('04:00');
    await turn('visible');
    await held.today.waitFor();
    await turn('hidden');
    await other.context.clock.fastForward('05:01');
    await turn('visible');
    await held.page.getByText('输入打开密码').waitFor();
    expect(await held.page.getByText('王芳菲').count()).toBe(0);
    await other.context.close();
  });

  it('sends nothing in the name of somebody else who is signed in', async () => {
    const other = await browsers.open(street, 'grid', phone);
    const held = new PhonePage(other.page);
    await held.setUp(pin);
    await other.context.setOffline(true);
    await held.openHome('王芳菲');
    await held.visit('是吴刚去的');
    await enter(other, street, 'worker');
    await other.context.setOffline(false);
    await held.sync();
    await held.page.getByText('现在登录的是另一个人').waitFor();
    await enter(other, street, 'grid');
    await held.sync();
    await held.waitUntilSynced();
    expect((await diary()).some(({ answers }) => answers.needs === '是吴刚去的')).toBe(true);
    await other.context.close();
  });

  it('says when the phone is full, and loses nothing of what was written', async () => {
    const other = await browsers.open(street, 'grid', phone);
    const held = new PhonePage(other.page);
    await held.setUp(pin);
    await held.openHome('王芳菲');
    await held.page.getByRole('button', { name: '入户走访' }).click();
    // A quota that the browser is told of holds only roughly: so its own refusal is put in its place.
    const setFull = (full: boolean) =>
      held.page.evaluate((isFull) => {
        const { prototype } = IDBObjectStore as unknown as { prototype: { put: unknown; kept?: unknown } };
        prototype.kept ??= prototype.put;
        prototype.put = isFull
          ? () => {
              throw new DOMException('full', 'QuotaExceededError');
            }
          : prototype.kept;
      }, full);
    await setFull(true);
    await held.page.getByLabel('见到了').check();
    await held.page.getByLabel('需要什么帮助').fill('存不下的一次');
    await held.page.getByRole('button', { name: '记下来' }).click();
    await held.page.getByText('手机空间不够，这一条还没存下').waitFor();
    expect(await held.page.getByLabel('需要什么帮助').inputValue()).toBe('存不下的一次');
    await setFull(false);
    await held.page.getByRole('button', { name: '记下来' }).click();
    await held.page.getByText('记下了').waitFor();
    await held.waitUntilSynced();
    expect((await diary()).filter(({ answers }) => answers.needs === '存不下的一次')).toHaveLength(1);
    await other.context.close();
  });
});
