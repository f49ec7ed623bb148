import type { Locator, Page } from 'playwright-core';

/** 三率: the ranking and what stands behind each figure. */
export class RatesPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto('/staff/rates');
    await this.page.getByRole('cell', { name: '合计' }).waitFor();
  }

  private cells(organ: string): Locator {
    const title = this.page.getByText(organ, { exact: true });
    return this.page.getByRole('row').filter({ has: title }).getByRole('cell');
  }

  private async columns(): Promise<readonly string[]> {
    const names = await this.page.getByRole('columnheader').allInnerTexts();
    return names.map((name) => name.trim());
  }

  /** Figures of one organ, under the names of their columns. */
  async figuresOf(organ: string): Promise<Readonly<Record<string, string>>> {
    const values = await this.cells(organ).allInnerTexts();
    return Object.fromEntries((await this.columns()).map((name, i) => [name, values[i]?.trim() ?? '']));
  }

  /** Opens what one figure of an organ is made of. */
  async openFigure(organ: string, figure: string): Promise<void> {
    const at = (await this.columns()).indexOf(figure);
    await this.cells(organ).nth(at).getByRole('link').click();
  }

  /** Publishes the month's ranking by organ, as the page fills it in. */
  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: '发布排名' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: '去填写公示' }).click();
    await this.page.getByRole('region', { name: '你可以做' }).waitFor();
  }
}
