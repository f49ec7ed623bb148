import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const folder = fileURLToPath(new URL('../../node_modules/.cache/e2e', import.meta.url));

/** After a test that failed: how each window looked and what it said, under node_modules/.cache/e2e. */
export async function keepEvidence(pages: ReadonlyMap<string, Page>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, page] of pages) {
    // Nothing is drawn any more of a window that its story closed.
    if (page.isClosed()) continue;
    const said = await page.locator('body').ariaSnapshot();
    await writeFile(join(folder, `${name}.txt`), `${page.url()}\n${said}\n`);
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
}
