// node scripts/bundle.mjs ENTRY FOLDER: a TypeScript module, with all of ours that it needs, as JavaScript in FOLDER.
// A process of its own, so that the compiler never lives in a server.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { build } from 'esbuild';
import { root } from './install.mjs';

const [entry, folder] = process.argv.slice(2).map((path) => join(root, path));
const around = dirname(folder);
const mostKept = 3;

const unwritten =
  '合成的程序写不下来，这次直接运行源码，多占一些内存。 / The bundle could not be kept: the sources run as they are.';

/** Modules find files of the project by their own address: in the bundle each keeps its own. */
const ownAddresses = {
  name: 'own-addresses',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const place = JSON.stringify(relative(folder, path).replaceAll(sep, '/'));
      const text = readFileSync(path, 'utf8');
      return {
        loader: 'ts',
        contents: text.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`),
      };
    }),
};

const bundleInto = (outdir) =>
  build({
    absWorkingDir: root,
    entryPoints: { main: entry },
    outdir,
    bundle: true,
    // What one command alone needs is loaded with that command.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    alias: { '@liren/core': join(root, 'core/src') },
    plugins: [ownAddresses],
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  });

/** Whole or not at all: another process may be making the same at this moment, and whoever is second changes nothing. */
async function replaceWhole() {
  const unfinished = join(around, `.unfinished-${process.pid}`);
  try {
    await mkdir(unfinished, { recursive: true });
    await bundleInto(unfinished);
    await rename(unfinished, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** The newest stay, for a server that was started before an update may still load from its own. */
async function removeOld() {
  const made = readdirSync(around)
    .filter((name) => !name.startsWith('.'))
    .map((name) => ({ path: join(around, name), at: statSync(join(around, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of made.slice(mostKept)) await rm(path, { recursive: true, force: true });
}

try {
  await replaceWhole();
  await removeOld();
} catch (error) {
  // esbuild tells by itself what is wrong with the sources.
  if (error.errors === undefined) process.stderr.write(`${error.message}\n${unwritten}\n`);
  process.exitCode = 1;
}
