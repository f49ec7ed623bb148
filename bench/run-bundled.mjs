// node bench/run-bundled.mjs MODULE: runs a module of this folder as bin/liren.mjs runs the server.
import { basename } from 'node:path';
import { ensureBundle, serverSources } from '../scripts/install.mjs';

const module = process.argv[2];
const built = ensureBundle(
  `bench/${module}`,
  [...serverSources, 'bench'],
  `bench/dist/${basename(module, '.ts')}`,
);
process.setSourceMapsEnabled(true);
await import(built);
