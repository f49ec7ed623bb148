import type { Locator, Page } from 'playwright-core';

/** One matter, as its resident or anybody sees it. */
export class MatterPage {
  readonly page: Page;
  readonly stations: Locator;

  constructor(page: Page) {
    this.page = page;
    this.stations = page.getByRole('figure', { name: '走到哪一步' });
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.stations.waitFor();
  }

  async waitForWords(words: string): Promise<void> {
    await this.page.getByRole('main').getByText(words).first().waitFor();
  }

  async rate(answers: {
    readonly contacted: string;
    readonly solved: string;
    readonly satisfied: string;
  }): Promise<void> {
    const panel = this.page.getByRole('region', { name: '办得怎么样，你说了算' });
    const choose = (question: string, answer: string): Promise<void> =>
      panel.getByRole('group', { name: question }).getByText(answer, { exact: true }).click();
    await choose('有人联系过你吗', answers.contacted);
    await choose('问题解决了吗', answers.solved);
    await choose('对办理满意吗', answers.satisfied);
    await panel.getByRole('button', { name: '提交评价' }).click();
    await this.waitForWords('评价收到了');
  }

  /** Checks the record in this browser; returns what the page says of it. */
  async verify(): Promise<string> {
    await this.page.getByRole('button', { name: '现在核验' }).click();
    const verdict = this.page.getByText(/核验通过|核验没有通过/).first();
    return verdict.innerText();
  }

  /** The record file, as the page hands it out. */
  async download(): Promise<string> {
    const coming = this.page.waitForEvent('download');
    await this.page.getByRole('link', { name: '下载案卷文件' }).click();
    const stream = await (await coming).createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    return Buffer.concat(parts).toString('utf8');
  }
}
