import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { proceduresAsDocs } from './procedure-docs.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readJson = (path: string): Record<string, Record<string, string> | undefined> => JSON.parse(read(path));

describe('docs/procedures', () => {
  it('says what the files under charters/ say now', () => {
    const files = proceduresAsDocs();
    expect(files.size).toBeGreaterThan(5);
    expect(readdirSync(join(root, 'docs/procedures')).sort()).toEqual([...files.keys()].sort());
    for (const [name, text] of files)
      expect(read(`docs/procedures/${name}`) === text, `${name}: run node scripts/docs.mjs`).toBe(true);
  });
});

function pages(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? pages(`${folder}/${entry.name}`)
      : entry.name.endsWith('.md')
        ? [`${folder}/${entry.name}`]
        : [],
  );
}
const written = ['README.md', ...pages('docs')];

describe('what is written for people', () => {
  it('links only to what is there', () => {
    const broken = written.flatMap((page) =>
      [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, to = '']) => to)
        .filter((to) => !/^[a-z]+:/.test(to))
        .map((to) => relative(root, join(root, dirname(page), to)))
        .filter((to) => !exists(to))
        .map((to) => `${page} → ${to}`),
    );
    expect(broken).toEqual([]);
  });

  it('names only npm scripts and script files that exist', () => {
    const own = Object.keys(readJson('package.json')['scripts'] ?? {});
    const all = written.flatMap((page) => [
      ...[...read(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => ({ page, name })),
    ]);
    const inWorkspaces = ['web', 'charters'].flatMap((each) =>
      Object.keys(readJson(`${each}/package.json`)['scripts'] ?? {}),
    );
    expect(all.filter(({ name }) => ![...own, ...inWorkspaces].includes(name))).toEqual([]);
    const scripts = written.flatMap((page) =>
      [...read(page).matchAll(/scripts\/[\w-]+\.mjs/g)].map(([path]) => path).filter((path) => !exists(path)),
    );
    expect(scripts).toEqual([]);
  });

  it('lists every direct dependency with its reason', () => {
    const listed = new Set(
      [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name),
    );
    const direct = ['.', 'core', 'charters', 'server', 'web', 'e2e', 'bench'].flatMap((folder) => {
      const described = readJson(`${folder}/package.json`);
      return ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
        Object.keys(described[kind] ?? {}),
      );
    });
    const wanted = [...new Set(direct)].filter((name) => !name.startsWith('@liren/')).sort();
    expect(wanted.filter((name) => !listed.has(name))).toEqual([]);
    expect([...listed].filter((name) => name !== undefined && !wanted.includes(name))).toEqual([]);
  });

  it('names every variable of the configuration', () => {
    const known = [...read('server/src/platform/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+): \{/gm)];
    expect(known.length).toBeGreaterThan(10);
    const page = read('docs/operator/configuration.md');
    expect(known.map(([, name = '']) => name).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});

function exists(path: string): boolean {
  try {
    readFileSync(join(root, path));
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EISDIR';
  }
}
