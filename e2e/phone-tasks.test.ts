import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PhonePage } from './pages/phone-page.ts';
import { type Browsers, launchBrowsers, phone, type Visitor } from './street/chromium.ts';
import { keepEvidence } from './street/keep-evidence.ts';
import { type Street, startStreetServer } from './street/start-street.ts';

let street: Street;
let browsers: Browsers;
let walker: Visitor;
let resident: Visitor;
beforeAll(async () => {
  [street, browsers] = await Promise.all([startStreetServer(), launchBrowsers()]);
  resident = await browsers.open(street, 'resident');
  walker = await browsers.open(street, 'grid', phone);
});
afterAll(async () => {
  await browsers?.close();
  await street?.stop();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepEvidence(new Map([['phone', walker.page]]));
});

const post = async <T>(path: string, body: object): Promise<T> => {
  const sent = await resident.context.request.post(`${street.address}${path}`, {
    data: { commandId: randomUUID(), ...body },
  });
  expect(sent.ok(), await sent.text()).toBe(true);
  return (await sent.json()) as T;
};
/** A resident who cannot come asks that somebody comes: a task of the grid worker. */
const askHome = async (): Promise<{ readonly id: string; readonly number: string }> =>
  post('/api/matters', {
    procedure: 'service-item',
    affair: 'item/birth-registration',
    input: {
      way: 'home',
      asker: 'self',
      location: { address: '柳荫里 3 号楼 2 单元 101', lat: 39.905, long: 116.405 },
    },
  });
const stepOf = async (id: string): Promise<string | undefined> => {
  const seen = await resident.context.request.get(`${street.address}/api/matters/c1/${id}`);
  return ((await seen.json()) as { visit?: { step: string } }).visit?.step;
};
const app = (): PhonePage => new PhonePage(walker.page);

/** Written at the open task: somebody else is to take it in, and why. */
async function handBack(number: string, why: string): Promise<void> {
  const { page } = app();
  await app().go('今天');
  await page.getByRole('link', { name: new RegExp(number) }).click();
  await page.getByRole('button', { name: '改由窗口接件' }).first().click();
  const form = page.getByRole('form');
  await form.getByLabel('为什么').fill(why);
  await form.getByRole('button', { name: '改由窗口接件' }).click();
  await page.getByText('这件事上有一步还没交上').waitFor();
}

describe('tasks on the phone', () => {
  it('are acted on without a network, and the office takes the act in once there is one', async () => {
    const first = await askHome();
    await app().setUp('246813');
    await app().waitUntilKept();
    await walker.context.setOffline(true);
    await handBack(first.number, '家里没人应门，约好明天来窗口');
    expect(await stepOf(first.id)).toBe('at-home');
    await walker.context.setOffline(false);
    await app().waitUntilSynced();
    expect(await stepOf(first.id)).toBe('take-in');
  });

  it('that moved on meanwhile send the act back, say why, and lose nothing that was written', async () => {
    const second = await askHome();
    await app().sync();
    await app().go('今天');
    await app()
      .page.getByRole('link', { name: new RegExp(second.number) })
      .waitFor();
    await walker.context.setOffline(true);
    await handBack(second.number, '电梯停了上不去');
    await post(`/api/matters/c1/${second.id}/commands`, { type: 'withdraw', input: { reason: '不办了' } });
    await walker.context.setOffline(false);
    await app().go('待交');
    const { page } = app();
    await page.getByText('被退回（1）').waitFor();
    await page.getByText('这件事已经走到下一步').waitFor();
    await page.getByText('为什么：电梯停了上不去').waitFor();
    await page.getByRole('button', { name: '不交了' }).click();
    await page.getByLabel('为什么不交了').fill('本人撤回了');
    await page.getByRole('button', { name: '放下这一条' }).click();
    await app().waitUntilSynced();
  });

  it('anything that the worker may begin is begun without a network, each with its own form', async () => {
    await walker.context.setOffline(true);
    await app().go('今天');
    const { page } = app();
    await page.getByRole('link', { name: '上报一件事' }).click();
    await page.getByText('现在没有网络，连上以后才送到').waitFor();
    await page.getByLabel('个案分析').check();
    const form = page.getByRole('form');
    for (const field of await form.getByRole('textbox').all()) await field.fill('楼道堆物，三次劝说没有用');
    await form.getByRole('button', { name: '上报', exact: true }).click();
    await page.getByText('已经存下').waitFor();
    await walker.context.setOffline(false);
    await app().waitUntilSynced();
    const mine = await walker.context.request.get(`${street.address}/api/matters?procedure=case-analysis`);
    expect(((await mine.json()) as { rows: readonly object[] }).rows).toHaveLength(1);
  });
});
