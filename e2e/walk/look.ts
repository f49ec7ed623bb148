import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { faultsOf, widthBeyond } from '../street/axe.ts';
import type { Key, Town } from './town.ts';

/** The matter's page for whoever is not signed in. */
async function asGuest(town: Town, { id }: Key): Promise<Page> {
  const { page } = await town.as('guest');
  await page.goto(`/matters/c1/${id}`);
  await page.getByRole('heading', { name: '办理记录' }).waitFor();
  return page;
}

/** Everybody reads these words on the page of the matter. */
export async function everybodyReads(town: Town, matter: Key, ...words: readonly string[]): Promise<void> {
  const page = await asGuest(town, matter);
  for (const each of words) await page.getByRole('main').getByText(each).first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await widthBeyond(page)).toBeLessThanOrEqual(0);
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
