import type { Page } from 'playwright-core';

/** 每月一题: topics that the street has taken up. */
export class TopicsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto('/staff/topics');
  }

  /** Takes up a topic for this month; returns its address. */
  async takeUp(title: string, why: string): Promise<string> {
    await this.page.getByRole('button', { name: '提出题目' }).click();
    const form = this.page.getByRole('form', { name: '提出“每月一题”' });
    await form.getByRole('textbox', { name: /^题目/ }).fill(title);
    await form.getByRole('textbox', { name: /^为什么选这个题目/ }).fill(why);
    await form.getByRole('button', { name: '提出“每月一题”' }).click();
    await this.page.getByRole('heading', { name: '办理记录' }).waitFor();
    return new URL(this.page.url()).pathname;
  }
}
