import type { Locator, Page } from 'playwright-core';

/** 待办: what waits for my posts. */
export class InboxPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(tab?: '今天到期' | '已超期'): Promise<void> {
    await this.page.goto('/staff/');
    if (tab !== undefined) await this.page.getByRole('tab', { name: tab }).click();
  }

  /** The line that shows these words, such as a number. */
  line(words: string): Locator {
    return this.page.getByRole('row').filter({ hasText: words });
  }

  /** Opens that line's matter; returns its address. */
  async follow(words: string): Promise<string> {
    await this.line(words).getByRole('link').first().click();
    await this.page.getByRole('heading', { name: '办理记录' }).waitFor();
    return new URL(this.page.url()).pathname;
  }
}
