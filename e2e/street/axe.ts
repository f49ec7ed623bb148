import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Serious and critical faults, each with where it is. */
export async function faultsOf(page: Page, rules: object = standards): Promise<readonly string[]> {
  await page.addScriptTag({ content: axe }).catch(() => page.evaluate(axe));
  const results = await page.evaluate(
    (runOnly): Promise<AxeResults> =>
      // The page was given axe by `addScriptTag`; it knows no types.
      (window as unknown as { axe: { run: (...args: unknown[]) => Promise<AxeResults> } }).axe.run(document, {
        runOnly,
      }),
    rules,
  );
  if (results.passes.length === 0) throw new Error('axe looked at nothing');
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} — ${node.failureSummary}`),
    );
}

/** What reaches beyond the right edge of the window. */
export const widthBeyond = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
