import type { Locator } from 'playwright-core';

/** Answers by the question, without what it says in brackets; a question that is not told gets one of its kind. */
export type Told = Readonly<Record<string, string | number>>;

export const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One question, answered by its label in the way in which it asks. */
async function answer(field: Locator, label: string, said: string | number | undefined): Promise<void> {
  const name = new RegExp(`^${escaped(label)}`);
  const choices = field.getByRole('radiogroup', { name });
  if ((await choices.count()) > 0)
    return said === undefined
      ? choices.getByRole('radio').first().check()
      : choices.getByRole('radio', { name: String(said), exact: true }).check();
  const list = field.getByRole('combobox', { name });
  if ((await list.count()) > 0) {
    await list.selectOption(said === undefined ? { index: 1 } : { label: String(said) });
    return;
  }
  const number = field.getByRole('spinbutton', { name });
  if ((await number.count()) > 0) return number.fill(String(said ?? 1));
  const ticks = field.getByRole('group', { name }).getByRole('checkbox');
  if ((await ticks.count()) > 0) return ticks.first().check();
  return field.getByLabel(name).fill(String(said ?? '都写清楚了。'));
}

/** Fills a form as somebody does who reads it from the top: whatever it says may be left out is left out, unless told. */
export async function fillAsked(form: Locator, told: Told = {}, photo?: Buffer): Promise<void> {
  await form.waitFor();
  for (const field of await form.locator('[data-field]').all()) {
    const words = await field
      .locator('.field-label')
      .evaluate(({ childNodes }) => childNodes[0]?.textContent);
    const label = words ?? '';
    const said = told[label.replace(/（.*/, '')];
    if (said === undefined && (await field.getByText('可不填').count()) > 0) continue;
    const file = field.locator('input[type=file]');
    if ((await file.count()) === 0) await answer(field, label, said);
    else if (photo === undefined) throw new Error(`${label} wants a photo`);
    else await attachPhoto(form, photo);
  }
}

/** The photo has arrived when the page has read back what the server keeps. */
export async function attachPhoto(form: Locator, photo: Buffer): Promise<void> {
  const readBack = form.page().waitForResponse((answered) => answered.url().includes('size=full'));
  await form.getByLabel('加照片').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
  await form.getByText('已上传').waitFor();
  await (await readBack).finished();
}
