import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Problem } from '@liren/core/checker/problem.ts';
import { parseDocument } from 'yaml';

/** A YAML file as plain values. */
export interface PlainFile {
  /** As messages show it: relative to the folder that was read. */
  readonly file: string;
  readonly plain: unknown;
}
export interface PlainFiles {
  readonly files: readonly PlainFile[];
  readonly problems: readonly Problem[];
}

/** Larger than any charter; keeps a wrong file from filling memory. */
const mostBytes = 2_000_000;

/** One file; a syntax error names its line. Aliases are limited, so a small file cannot grow into a huge value. */
export function readYaml(path: string, shown: string): PlainFiles {
  const problem = (reason: string): PlainFiles => ({
    files: [],
    problems: [{ file: shown, path: '', reason }],
  });
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (error) {
    return problem(`读不到这个文件（${error instanceof Error ? error.message : String(error)}）`);
  }
  if (source.length > mostBytes) return problem('文件太大');
  const document = parseDocument(source);
  const [fault] = document.errors;
  if (fault !== undefined) return problem(`YAML 写法有误：${fault.message}`);
  try {
    return {
      files: [{ file: shown, plain: document.toJS({ maxAliasCount: 100 }) as unknown }],
      problems: [],
    };
  } catch (error) {
    return problem(`YAML 写法有误：${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Every YAML file of a folder and its subfolders, in the order of their names; an absent folder is empty. */
export function readFolder(root: string, folder: string): PlainFiles {
  let names: string[];
  try {
    names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  } catch {
    return { files: [], problems: [] };
  }
  const read = names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(root, folder, name))
    .map((path) => readYaml(path, relative(root, path).replaceAll('\\', '/')));
  return { files: read.flatMap(({ files }) => files), problems: read.flatMap(({ problems }) => problems) };
}
