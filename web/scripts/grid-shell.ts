import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';

/** Name of the phone app's service worker, as a file at the root. */
export const gridWorker = 'grid-worker';

/** Words of other faces are not for the phone. */
const words = /i18n\/(common|matter|grid|titles)\./;
const isForeign = (id: string): boolean => /\/i18n\/[\w.-]+\.json$/.test(id) && !words.test(id);

const isStyle = (id: string): boolean => /\.css($|\?)/.test(id);

/** Every file that the phone app may ever run: its scripts with those fetched later, their styles, the page. */
export function shellOf(bundle: Rolldown.OutputBundle): readonly string[] {
  const files = new Set<string>(['grid.html', 'mark.svg']);
  const seen = new Set<string>();
  const take = (file: string): void => {
    const chunk = bundle[file];
    if (seen.has(file) || chunk?.type !== 'chunk' || chunk.moduleIds.some(isForeign)) return;
    seen.add(file);
    // Of a script that only brings styles the build keeps the styles and drops the script.
    if (!chunk.moduleIds.every(isStyle)) files.add(file);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    for (const other of [...chunk.imports, ...chunk.dynamicImports]) take(other);
  };
  const start = Object.values(bundle).find(
    (each) => each.type === 'chunk' && each.isEntry && each.name === 'grid',
  );
  if (start !== undefined) take(start.fileName);
  return [...files].sort();
}

/** Writes into the service worker which files to keep, and a name for this very set. */
export const gridShell: Plugin = {
  name: 'liren-grid-shell',
  apply: 'build',
  generateBundle(_, bundle) {
    const worker = bundle[`${gridWorker}.js`];
    if (worker?.type !== 'chunk') return;
    const shell = shellOf(bundle).join(' ');
    // Names of scripts tell what is in them; the page's does not.
    const page = readFileSync(`${import.meta.dirname}/../grid.html`);
    const version = createHash('sha256').update(shell).update(page).digest('hex').slice(0, 12);
    worker.code = worker.code.replace('LIREN_GRID_SHELL', shell).replace('LIREN_GRID_VERSION', version);
  },
};
