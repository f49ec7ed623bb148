import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, widthBeyond } from './street/axe.ts';
import { type Browsers, desktop, launchBrowsers, phone } from './street/chromium.ts';
import { type Street, startStreetServer } from './street/start-street.ts';

let street: Street;
let browsers: Browsers;
beforeAll(async () => {
  [street, browsers] = await Promise.all([startStreetServer(), launchBrowsers()]);
});
afterAll(async () => {
  await browsers?.close();
  await street?.stop();
});

describe('发起', () => {
  it('a clerk begins a vote of households from the menu, knowing what will happen', async () => {
    const { page } = await browsers.open(street, 'worker', desktop);
    await page.goto('/staff');
    await page.getByRole('link', { name: '发起', exact: true }).click();
    const vote = page.getByRole('button', { name: /户代表表决/ });
    await vote.click();
    await page.getByText(/要走这几步：/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '发起“户代表表决”' }).click();
    // Nothing is sent half-filled.
    expect(page.url()).toContain('/staff/begin');
    const form = page.locator('.begin-form form');
    await form.locator('input').first().fill('装电梯');
    await form.locator('textarea').first().fill('四号楼的老人上不去楼。');
    await page.getByRole('button', { name: '发起“户代表表决”' }).click();
    await page.waitForURL(/\/staff\/matters\/c1\//);
    await page.getByRole('heading', { name: /装电梯/ }).waitFor();
  });

  it('a resident finds what is theirs to begin by right, where somebody would take it up', async () => {
    const { page } = await browsers.open(street, 'resident', phone);
    await page.goto('/mine');
    await page.getByRole('link', { name: /发起/ }).tap();
    await page.getByRole('button', { name: '联名要求开居民会议' }).tap();
    await page.getByRole('option', { name: '柳荫社区' }).waitFor({ state: 'attached' });
    expect(await page.getByRole('option', { name: '柳荫街道' }).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    expect(await widthBeyond(page)).toBeLessThanOrEqual(0);
  });
});
