import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Browsers, launchBrowsers } from './street/chromium.ts';
import { keepEvidence } from './street/keep-evidence.ts';
import { type Street, startStreetServer } from './street/start-street.ts';

let street: Street;
let browsers: Browsers;
const pages = new Map<string, Page>();
beforeAll(async () => {
  [street, browsers] = await Promise.all([startStreetServer(), launchBrowsers()]);
  pages.set('worker', (await browsers.open(street, 'worker')).page);
  pages.set('grid', (await browsers.open(street, 'grid')).page);
});
afterAll(async () => {
  await browsers?.close();
  await street?.stop();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepEvidence(pages);
});

const as = (role: string): Page => {
  const page = pages.get(role);
  if (page === undefined) throw new Error(`${role} has no window`);
  return page;
};
/** As the phone app does it. */
async function writeDown(text: string): Promise<void> {
  const headers = { origin: new URL(as('grid').url()).origin };
  const device = randomUUID();
  const post = (path: string, data: object) => as('grid').request.post(path, { data, headers });
  await post('/api/grid/devices', { id: device, title: '手机' });
  const entry = { kind: 'entry', id: randomUUID(), at: Date.now(), community: 'c1', grid: 'c1g1' };
  const sent = await post('/api/grid/sync', {
    device,
    sentAt: Date.now(),
    items: [{ ...entry, round: 'diary-note', answers: { text } }],
  });
  expect(await sent.text()).toContain('"done"');
}

describe('a week of rounds through the browser', () => {
  it('writes its own diary, becomes a report, and is read in the community', async () => {
    await as('grid').goto('/staff/week');
    await as('grid').getByText('这一周还没有记录').waitFor();
    await writeDown('三号楼的老人想要一根扶手。');
    await as('grid').reload();
    await as('grid').getByText('三号楼的老人想要一根扶手。').waitFor();
    await as('grid').getByRole('button', { name: '写例行报告' }).click();
    const text = as('grid').getByLabel('这一周做了什么、听到什么');
    expect(await text.inputValue()).toContain('三号楼的老人想要一根扶手。');
    await as('grid').getByRole('button', { name: '提出“例行报告”' }).click();
    await as('grid').waitForURL(/\/staff\/matters\/c1\//);

    await as('worker').goto('/staff');
    await as('worker')
      .getByRole('link', { name: /例行报告/ })
      .first()
      .click();
    await as('worker').getByText('三号楼的老人想要一根扶手。').waitFor();
    await as('worker').getByRole('button', { name: '提交' }).first().click();
    await as('worker').getByLabel('怎么答复').fill('扶手这周去量尺寸。');
    await as('worker').locator('form').getByRole('button', { name: '提交' }).click();
    await as('worker').getByText('社区已阅').first().waitFor();

    await as('grid').reload();
    await as('grid').getByText('扶手这周去量尺寸。').waitFor();
  });
});
