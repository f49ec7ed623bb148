import type { Locator, Page } from 'playwright-core';
import { scan } from '../street/scan.ts';

/** 签到台: whoever sits at the door of the hall. */
export class DeskPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** @param matter /matters/… of the matter on the agenda */
  async open(matter: string): Promise<void> {
    await this.page.goto(`/staff${matter.replace('/matters', '/meetings')}`);
    await this.page.getByRole('heading', { name: /签到台/ }).waitFor();
    await this.lines.nth(1).waitFor();
  }

  /** Address of the wall, as the button leads to it. */
  async wall(): Promise<string> {
    return (await this.page.getByRole('link', { name: '打开会场大屏' }).getAttribute('href')) ?? '';
  }

  private get lines(): Locator {
    return this.page.getByRole('row');
  }
  line(door: number): Locator {
    return this.page.getByRole('row', { name: new RegExp(`单元 ${door}`) });
  }

  /** Finds a home by its door, as a tired clerk does, and checks it in. */
  async arrive(door: number): Promise<void> {
    await this.page.getByRole('searchbox').fill(String(door));
    await this.line(door).getByRole('button', { name: '签到' }).click();
    await this.line(door)
      .getByText(/\d\d:\d\d 到/)
      .waitFor();
    await this.page.getByRole('searchbox').fill('');
  }

  /** Finds whoever has a name of their own on the roll, and checks them in. */
  async arriveNamed(label: string): Promise<void> {
    const line = this.page.getByRole('row').filter({ hasText: label });
    await this.page.getByRole('searchbox').fill(label);
    await line.getByRole('button', { name: '签到' }).click();
    await line.getByText(/\d\d:\d\d 到/).waitFor();
    await this.page.getByRole('searchbox').fill('');
  }

  /** From a sheet of paper, with the time that stands on it: 2026-11-20T19:05. */
  async fromPaper(door: number, at: string): Promise<void> {
    const paper = this.page.getByRole('checkbox', { name: '补录纸质签到表' });
    if (!(await paper.isChecked())) await paper.check();
    await this.page.getByLabel('到会时间').fill(at);
    await this.arrive(door);
  }

  async standAside(door: number, reason: string): Promise<void> {
    await this.line(door).getByRole('button', { name: '回避' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(reason);
    await dialog.getByRole('button', { name: '回避' }).click();
    await this.line(door).getByText('回避', { exact: true }).waitFor();
  }
}

/** 会场大屏 */
export class WallPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  async shows(words: string | RegExp): Promise<void> {
    // Figures stay with their units by a space that does not break.
    const said = typeof words === 'string' ? new RegExp(words.replaceAll(' ', '\\s')) : words;
    await this.page.getByText(said).first().waitFor();
  }

  /** Where the code on the wall leads. */
  code(): Promise<string> {
    return scan(this.page.getByRole('img', { name: '扫码签到' }));
  }
}
