import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GridsPage } from './pages/grids-page.ts';
import { RegistryPage } from './pages/registry-page.ts';
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
const pageOf = (role: string): Page => {
  const page = pages.get(role);
  if (page === undefined) throw new Error(`${role} has no window`);
  return page;
};

/** Four buildings of thirty homes, two stairwells each, all in one grid: twenty too many. */
const homes = [1, 2, 3, 4].flatMap((house) =>
  Array.from(
    { length: 30 },
    (_, n) => `住户${house}之${n},,,柳荫里${house}号楼${1 + (n % 2)}单元${1 + (n >> 1)}01,户主,柳荫一网格`,
  ),
);
const table = `姓名,身份证号,联系电话,住址,与户主关系,网格\n${homes.join('\n')}\n`;

describe('A4: an overloaded grid, through the browser', () => {
  it('is marked in words, and a split is shown before anything is decided', async () => {
    await new RegistryPage(pageOf('worker')).takeIn('底数.csv', table);
    const grids = new GridsPage(pageOf('worker'));
    await grids.open();
    expect(await grids.line('柳荫一网格')).toMatch(/120\s+户数偏多/);
    await grids.choose('柳荫一网格');
    const shown = await grids.split('柳荫三网格');
    expect(shown).toContain('120 → 60');
    expect(shown).toContain('0 → 60');
    expect(shown).toContain('户数都合适');
  });

  it('decided for tomorrow it waits, and is taken back', async () => {
    const grids = new GridsPage(pageOf('worker'));
    await grids.decide('一网格户数太多');
    await grids.page.getByText('等那天到').waitFor();
    expect(await grids.line('柳荫一网格')).toContain('120');
    await grids.withdraw();
  });

  it('from today, it is two grids, each with its worker, who finds the homes of both', async () => {
    const grids = new GridsPage(pageOf('worker'));
    await grids.open();
    await grids.choose('柳荫一网格');
    await grids.split('柳荫三网格');
    await grids.give('柳荫三网格', '吴刚');
    const today = await grids.page.getByLabel('从哪天起').getAttribute('min');
    await grids.decide('一网格户数太多', today ?? '');
    expect(await grids.line('柳荫三网格')).toMatch(/60.*吴刚/s);
    expect(await grids.line('柳荫一网格')).not.toContain('户数偏多');
    const registry = new RegistryPage(pageOf('grid'));
    await registry.find('柳荫里4号楼');
    await registry.page.getByText('住户4之0').first().waitFor();
  });
});
