import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unwrap } from '@liren/core/basics/result.ts';
import type { Completion } from '@liren/core/budgeting/allocate.ts';
import type { RuleName } from '@liren/core/budgeting/config.ts';
import { writePabulib } from '@liren/core/budgeting/write-pabulib.ts';
import { describe, expect, it } from 'vitest';
import { readPabulibFile, readPabulibText } from './read-pabulib-file.ts';
import { runAllocate } from './run-allocate.ts';

const folder = resolve(
  import.meta.dirname,
  '../../..',
  process.env['LIREN_TEST_DATA'] ?? '../shared/data',
  'budgeting',
);
const listIn = (name: string): readonly string[] => {
  try {
    return readdirSync(name).filter((file) => file.endsWith('.pb'));
  } catch {
    return [];
  }
};
const files = listIn(folder);
if (files.length === 0) console.info(`No elections in ${folder}: reference outcomes are left out.`);

interface Reference {
  readonly results: Readonly<
    Record<string, { readonly selected: readonly string[]; readonly total_cost: string }>
  >;
}
const completions = { greedy: 'greedy', add1: 'add1-exhaustive' } as const;

async function selected(file: string, rule: string, complete?: Completion) {
  const config = { rule: rule as RuleName, ...(complete !== undefined && { complete }) };
  const text = unwrap(await runAllocate(resolve(folder, file), { config, json: true }));
  return JSON.parse(text) as { selected: readonly string[]; totalCost: string };
}

describe.skipIf(files.length === 0)(
  'real elections come out as an independent implementation has them',
  () => {
    it.each(files)(
      '%s',
      async (file) => {
        const reference = JSON.parse(
          readFileSync(resolve(folder, 'reference', file.replace(/\.pb$/, '.json')), 'utf8'),
        ) as Reference;
        for (const [name, expected] of Object.entries(reference.results)) {
          const [rule = '', satisfaction = '', complete] = name.split('_');
          const done = await selected(file, `${rule}-${satisfaction}`, completions[complete as 'greedy']);
          expect({ name, selected: done.selected }).toEqual({ name, selected: expected.selected.toSorted() });
          expect(Number(done.totalCost)).toBe(Number(expected.total_cost));
        }
      },
      120_000,
    );

    it.each(files)('%s is written as it was read', async (file) => {
      const read = unwrap(await readPabulibFile(resolve(folder, file)));
      const again = unwrap(readPabulibText(writePabulib(read)));
      expect(again.election).toEqual(read.election);
      expect(again.voterIds).toEqual(read.voterIds);
      expect(again.form).toEqual(read.form);
    });

    it.each([
      ['Netherlands_Assen_2024.pb', 'add1'],
      ['Poland_Swiecie_2023.pb', 'add1'],
      ['Poland_Wieliczka_2023_Green_Budget.pb', 'add1'],
    ] as const)('%s as it was really decided', async (file, complete) => {
      const lines = readFileSync(resolve(folder, file), 'utf8').replaceAll('\r', '').split('\n');
      const start = lines.findIndex((line) => line.startsWith('project_id'));
      const at = (lines[start] ?? '').split(';').indexOf('selected');
      const end = lines.indexOf('VOTES');
      const really = lines
        .slice(start + 1, end)
        .map((line) => line.split(';'))
        .filter((cells) => Number(cells[at]) > 0)
        .map(([id = '']) => id);
      expect((await selected(file, 'mes-cost', complete)).selected).toEqual(really.toSorted());
    });
  },
);
