import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The folder of real complaints, where it is present: `LIREN_TEST_DATA`, or beside the project. */
export function findComplaints(): string | undefined {
  const folder = resolve(root, process.env['LIREN_TEST_DATA'] ?? '../shared/data', 'complaints');
  return existsSync(folder) ? folder : undefined;
}
