import type { Locator, Page } from 'playwright-core';

/** Answers of one action, by what the form calls its questions. */
export interface Answers {
  readonly texts?: Readonly<Record<string, string>>;
  /** A day and a time of the wall clock: 2026-12-05T19:30. */
  readonly moments?: Readonly<Record<string, string>>;
  readonly numbers?: Readonly<Record<string, number>>;
  readonly choices?: Readonly<Record<string, string>>;
  readonly checks?: readonly string[];
  /** Several of a list, by the question. */
  readonly ticks?: Readonly<Record<string, readonly string[]>>;
  /** Chosen from a list. */
  readonly selects?: Readonly<Record<string, string>>;
  /** Other matters: what is typed to find each. */
  readonly matters?: readonly string[];
  /** JPEG bytes. */
  readonly photos?: readonly Buffer[];
}

/** One matter at the workplace. */
export class StaffMatterPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path.startsWith('/staff') ? path : `/staff${path}`);
    await this.page.getByRole('heading', { name: '办理记录' }).waitFor();
  }

  private get actions(): Locator {
    return this.page.getByRole('region', { name: '你可以做' });
  }

  /** Waits until the page offers it, or shows it as not possible now. */
  async waitForOffer(title: string, now: 'possible' | 'hindered'): Promise<void> {
    await this.actions
      .getByRole('button', { name: title, exact: true, disabled: now === 'hindered' })
      .first()
      .waitFor();
  }

  /** Opens the action's form, answers it, sends it, and waits until the page says what happened. */
  async act(title: string, answers: Answers = {}): Promise<string> {
    const form = this.page.getByRole('form', { name: title, exact: true });
    if (!(await form.isVisible()))
      await this.actions.getByRole('button', { name: title, exact: true }).first().click();
    await this.write(form, answers);
    for (const [label, choice] of Object.entries(answers.choices ?? {}))
      await form
        .getByRole('radiogroup', { name: new RegExp(`^${label}`) })
        .getByRole('radio', { name: choice, exact: true })
        .check();
    for (const each of answers.checks ?? []) await form.getByRole('checkbox', { name: each }).check();
    await this.tick(form, answers.ticks ?? {});
    for (const [label, option] of Object.entries(answers.selects ?? {}))
      await form.getByRole('combobox', { name: new RegExp(`^${label}`) }).selectOption({ label: option });
    for (const words of answers.matters ?? []) {
      await form.getByRole('searchbox').fill(words);
      await form
        .getByRole('button', { name: new RegExp(words) })
        .first()
        .click();
    }
    for (const photo of answers.photos ?? []) await this.attach(form, photo);
    await form.getByRole('button', { name: title, exact: true }).click();
    return this.actions.getByRole('status').innerText();
  }

  /** What is typed. */
  private async write(form: Locator, answers: Answers): Promise<void> {
    for (const [label, text] of Object.entries(answers.texts ?? {}))
      await form.getByRole('textbox', { name: new RegExp(`^${label}`) }).fill(text);
    for (const [label, at] of Object.entries(answers.moments ?? {}))
      await form.getByLabel(new RegExp(`^${label}`)).fill(at);
    for (const [label, n] of Object.entries(answers.numbers ?? {}))
      await form.getByRole('spinbutton', { name: new RegExp(`^${label}`) }).fill(String(n));
  }

  private async tick(form: Locator, ticks: NonNullable<Answers['ticks']>): Promise<void> {
    for (const [label, names] of Object.entries(ticks))
      for (const name of names)
        await form
          .getByRole('group', { name: new RegExp(`^${label}`) })
          .getByRole('checkbox', { name: new RegExp(`^${name}`) })
          .check();
  }

  /** Dispatches to one of the organs of the place. */
  async assign(organ: string, urgency: string): Promise<string> {
    await this.actions.getByRole('button', { name: '派单', exact: true }).first().click();
    const form = this.page.getByRole('form', { name: '派单' });
    await form.getByRole('combobox', { name: '派给' }).selectOption({ label: organ });
    return this.act('派单', { choices: { 紧急程度: urgency } });
  }

  /** The photo has arrived when the page has read back what the server keeps. */
  private async attach(form: Locator, photo: Buffer): Promise<void> {
    const readBack = this.page.waitForResponse((answer) => answer.url().includes('size=full'));
    await form
      .getByLabel('加照片')
      .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
    await form.getByText('已上传').waitFor();
    await (await readBack).finished();
  }
}
