import type { Page } from 'playwright-core';

/** 底数, as a community worker uses it. */
export class RegistryPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Takes a table in: checked first, then for good. Returns what the check said. */
  async takeIn(name: string, table: string): Promise<string> {
    await this.page.goto('/staff/registry');
    await this.page.getByRole('link', { name: '导入底数' }).click();
    await this.page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(table) });
    await this.page.getByRole('button', { name: '先检查一遍' }).click();
    const checked = await this.page.getByRole('status').filter({ hasText: '可以登记' }).innerText();
    await this.page.getByRole('button', { name: '导入', exact: true }).click();
    await this.page.getByText(/^登记了/).waitFor();
    return checked;
  }

  async find(word: string): Promise<void> {
    await this.page.goto('/staff/registry');
    await this.page.getByRole('textbox', { name: /姓名/ }).fill(word);
    await this.page.keyboard.press('Enter');
  }

  /** Opens the one who was found. */
  async follow(name: string): Promise<void> {
    await this.page.getByRole('link', { name }).click();
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  async show(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: '看完整号码' }).first().click();
    await this.page.getByRole('dialog').getByRole('textbox').fill(reason);
    await this.page.getByRole('dialog').getByRole('button', { name: '看完整号码' }).click();
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  /** Fills one of the forms under a resident and sends it; the words after it tell what was done. */
  async change(open: string, send: string, fields: Readonly<Record<string, string>>): Promise<void> {
    await this.page.getByRole('button', { name: open, exact: true }).click();
    const form = this.page.getByRole('form', { name: send });
    for (const [label, value] of Object.entries(fields)) await form.getByLabel(label).fill(value);
    await form.getByRole('button', { name: send }).click();
  }
}
