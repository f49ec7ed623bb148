import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

interface Cut {
  readonly find: string;
}
interface Guard extends Cut {
  readonly guard: string;
  readonly file: string;
  readonly also?: readonly Cut[];
}

describe('scripts/guards.json', () => {
  const guards: readonly Guard[] = JSON.parse(read('scripts/guards.json'));

  it.each(guards)('names text that stands exactly once in $file: $guard', ({ file, find, also = [] }) => {
    const source = read(file);
    for (const cut of [{ find }, ...also]) expect(source.split(cut.find)).toHaveLength(2);
  });
});
