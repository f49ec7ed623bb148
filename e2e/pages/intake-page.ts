import type { Page } from 'playwright-core';

export interface Call {
  readonly phone?: string;
  readonly name?: string;
  readonly title: string;
  readonly details: string;
  readonly community: string;
  readonly address: string;
}

/** 受理登记: one screen while listening. */
export class IntakePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto('/staff/intake');
  }

  /** Fills the form and registers; returns the number to be read out. */
  async register(call: Call): Promise<string> {
    const { page } = this;
    if (call.phone !== undefined) await page.getByLabel('来电号码').fill(call.phone);
    if (call.name !== undefined) await page.getByLabel('怎么称呼').fill(call.name);
    await page.getByLabel('一句话说清是什么事').fill(call.title);
    await page.getByLabel('详细情况').fill(call.details);
    await this.chooseCommunity(call.community);
    await page.getByLabel('地址').fill(call.address);
    await page.getByRole('button', { name: '登记', exact: true }).click();
    const told = page.getByRole('status').filter({ hasText: '请念给来电人听' });
    return /\d{6}-\w+/.exec(await told.innerText())?.[0] ?? '';
  }

  /** Counts the caller in on the first open matter that seems to tell of the same; returns what is read out. */
  async joinCaller(phone: string, title: string): Promise<string> {
    const { page } = this;
    await page.getByLabel('来电号码').fill(phone);
    await page.getByLabel('一句话说清是什么事').fill(title);
    await page.getByRole('button', { name: '替来电人附议' }).first().click();
    return page.getByRole('status').filter({ hasText: '请念给来电人听' }).innerText();
  }

  private async chooseCommunity(title: string): Promise<void> {
    await this.page.getByRole('combobox', { name: '社区' }).click();
    // The community of a grid worker stands there already, under the same title.
    await this.page
      .locator('.ant-select-item-option')
      .and(this.page.getByTitle(title, { exact: true }))
      .click();
  }

  /** Opens the matter that was just registered; returns its address. */
  async openRegistered(): Promise<string> {
    await this.page.getByRole('link', { name: '打开这件事' }).click();
    await this.page.getByRole('heading', { name: '办理记录' }).waitFor();
    return new URL(this.page.url()).pathname;
  }
}
