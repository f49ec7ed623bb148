import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { faultsOf, widthBeyond } from '../street/axe.ts';
import type { Key, Town } from './town.ts';

async function expectSound(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  expect(await widthBeyond(page)).toBeLessThanOrEqual(0);
}

/** Somebody reads these words on the page of the matter. */
export async function reads(town: Town, role: string, { id }: Key, words: readonly string[]): Promise<void> {
  const { page } = await town.as(role);
  await page.goto(`/matters/c1/${id}`);
  await page.getByRole('heading', { name: '办理记录' }).waitFor();
  for (const each of words) await page.getByRole('main').getByText(each).first().waitFor();
  await expectSound(page);
}
/** Everybody reads these words on it, without signing in. */
export const everybodyReads = (town: Town, matter: Key, ...words: readonly string[]): Promise<void> =>
  reads(town, 'guest', matter, words);

/** Neither a guest nor a neighbour is shown it. */
export async function nobodyElseReads(town: Town, { id }: Key): Promise<void> {
  for (const role of ['guest', 'resident-1']) {
    const { page } = await town.as(role);
    await page.goto(`/matters/c1/${id}`);
    await page.getByRole('heading', { name: '看不到这件事' }).waitFor();
    await expectSound(page);
  }
}

/** This act is not offered to somebody whose turn has not come, or is over. */
export async function mayNot(town: Town, role: string, { id }: Key, title: string): Promise<void> {
  const { page } = await town.as(role);
  await page.goto(`/staff/matters/c1/${id}`);
  await page.getByRole('heading', { name: '办理记录' }).waitFor();
  expect(await page.getByRole('button', { name: title, exact: true }).count(), `${role}: ${title}`).toBe(0);
}

/** 看公开: the notices under these titles are found and read by whoever is not signed in. */
export async function everybodyFinds(town: Town, titles: readonly string[]): Promise<void> {
  const { page } = await town.as('guest');
  for (const title of titles) {
    await page.goto('/public');
    await page.getByRole('link', { name: title }).first().click();
    await page.getByRole('heading', { name: title }).waitFor();
  }
}
