import type { Page } from 'playwright-core';

/** 离线核验案卷: a file is checked in the browser alone. */
export class VerifyPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto('/verify');
    await this.page.getByRole('heading', { name: '离线核验案卷' }).waitFor();
  }

  /** Puts the record in and waits until the page says this of it. */
  async check(record: string, verdict: '核验通过' | '核验没有通过'): Promise<void> {
    await this.page.getByLabel('案卷文件').setInputFiles({
      name: 'record.json',
      mimeType: 'application/json',
      buffer: Buffer.from(record),
    });
    await this.page.getByText(verdict).first().waitFor();
  }
}
