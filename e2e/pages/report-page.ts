import type { Page } from 'playwright-core';

/** 我要反映, as a resident meets it on a phone. */
export class ReportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto('/');
    const wishes = this.page.getByRole('navigation', { name: '你想做什么' });
    await wishes.getByRole('link', { name: /^我要反映/ }).click();
  }

  async tell(text: string): Promise<void> {
    await this.page.getByRole('region', { name: '发生了什么' }).getByRole('textbox').fill(text);
  }

  /** Takes one of the offered kinds, known by its name. */
  async chooseKind(title: string): Promise<void> {
    const kinds = this.page.getByRole('group', { name: '大概是这一类吗' });
    await kinds.getByRole('button', { name: title }).click();
  }

  async say(where: { readonly community: string; readonly address: string }): Promise<void> {
    await this.page.getByLabel('地址').fill(where.address);
    await this.page.getByLabel('哪个社区').selectOption({ label: where.community });
  }

  /** Sends; returns the number that the resident is told to keep. */
  async send(): Promise<string> {
    await this.page.getByRole('button', { name: '提交反映' }).click();
    await this.page.getByRole('heading', { name: '收到了' }).waitFor();
    return (await this.page.getByText(/^\d{6}-\w+$/).innerText()).trim();
  }

  async seeIt(): Promise<void> {
    await this.page.getByRole('link', { name: '看这件事' }).click();
  }
}
