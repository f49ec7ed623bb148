import type { Page } from 'playwright-core';

/** 网格, as whoever shares a community's ground uses it. */
export class GridsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto('/staff/grids');
    await this.page.getByRole('heading', { level: 1, name: '网格' }).waitFor();
  }

  /** The line of a grid in the table of those that stand. */
  async line(title: string): Promise<string> {
    const table = this.page.getByRole('table', { name: '现在的网格' });
    return table.getByRole('row').filter({ hasText: title }).first().innerText();
  }

  async choose(title: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: `选中 ${title}`, exact: true }).check();
  }

  /** Tries a split and names the new grid; returns what the preview says. */
  async split(title: string): Promise<string> {
    await this.page.getByRole('button', { name: '试着拆分' }).click();
    await this.page.getByRole('textbox', { name: '名字' }).fill(title);
    const result = this.page.getByRole('region', { name: '打算这样调整' });
    await result.getByRole('row').filter({ hasText: title }).waitFor();
    return result.innerText();
  }

  async give(grid: string, worker: string): Promise<void> {
    await this.page.getByRole('combobox', { name: `${grid} 要重新安排网格员` }).click();
    await this.page.locator('.ant-select-item-option').filter({ hasText: worker }).click();
  }

  /** `from` as YYYY-MM-DD, or the day that the page offers. */
  async decide(reason: string, from?: string): Promise<void> {
    if (from !== undefined) await this.page.getByLabel('从哪天起').fill(from);
    await this.page.getByLabel('为什么调整').fill(reason);
    await this.page.getByRole('button', { name: '决定，到那天生效' }).click();
    await this.page
      .getByRole('status')
      .filter({ hasText: /已经(决定|生效)/ })
      .waitFor();
  }

  async withdraw(): Promise<void> {
    await this.page.getByRole('button', { name: '撤回' }).click();
    await this.page.getByText('已撤回').waitFor();
  }
}
