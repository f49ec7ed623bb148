import { allocate, type Rule } from '@liren/core/budgeting/allocate.ts';
import type { Conditions } from '@liren/core/budgeting/conditions.ts';
import {
  type AllocationConfig,
  type ConditionsConfig,
  conditionsOf,
  ruleOf,
} from '@liren/core/budgeting/config.ts';
import { findConfig, withConfig } from '@liren/core/budgeting/config-in-file.ts';
import type { PabulibElection } from '@liren/core/budgeting/pabulib.ts';
import { readAllocationConfig } from '@liren/core/budgeting/read-config.ts';
import {
  addingRules,
  arbitraryElection,
  conditionsFor,
  rules,
} from '@liren/core/budgeting/testing-budgeting.ts';
import type { Election } from '@liren/core/budgeting/types.ts';
import { writePabulib } from '@liren/core/budgeting/write-pabulib.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPabulibText } from './read-pabulib-file.ts';

const bounds = ({ least, most }: { readonly least?: bigint; readonly most?: bigint }) => ({
  ...(least !== undefined && { least: Number(least) }),
  ...(most !== undefined && { most: Number(most) }),
});
const filled = <T extends object>(all: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(all).filter(([, each]) => Object.keys(each).length > 0));

/** The same conditions as somebody writes them, of what the election has. */
function written({ portions, ...all }: Conditions, { projects }: Election): ConditionsConfig {
  const named = (of: 'category' | 'area') => portions.filter((portion) => portion.of === of);
  const categories = filled(
    Object.fromEntries(
      named('category')
        .filter(({ name }) => projects.some((project) => project.categories?.includes(name) === true))
        .map(({ name, cap, ...rest }) => [
          name,
          { ...bounds(rest), ...(cap !== undefined && { cap: Number(cap) }) },
        ]),
    ),
  );
  const areas = filled(
    Object.fromEntries(
      named('area')
        .filter(({ name }) => projects.some(({ area }) => area === name))
        .map(({ name, least = 0n, most }) => {
          const enough = most !== undefined && most < least ? least : most;
          return [name, bounds({ least, ...(enough !== undefined && { most: enough }) })];
        }),
    ),
  );
  const exclusions = all.exclusions
    .map((ids) => ids.map((at) => projects[at]?.id ?? ''))
    .filter((ids) => ids.length > 1);
  return {
    ...(all.cap !== undefined && { cap: Number(all.cap) }),
    ...(Object.keys(categories).length > 0 && { categories }),
    ...(Object.keys(areas).length > 0 && { areas }),
    ...(exclusions.length > 0 && { exclusions }),
    ...(all.isReleased && Object.keys(areas).length > 0 && { unused: 'release' as const }),
    support: { votes: all.leastVotes },
  };
}

const configOf = (
  { method, satisfaction, completion }: Rule,
  conditions: ConditionsConfig,
): AllocationConfig => ({
  rule: `${method === 'shares' ? 'mes' : 'greedy'}-${satisfaction === 'cost' ? 'cost' : 'card'}`,
  ...(completion !== undefined && { complete: completion }),
  ties: 'id',
  conditions,
});

const asFile = (election: Election): PabulibElection => ({
  election,
  form: { kind: 'scoring' },
  decimals: 0,
  meta: new Map(),
  voterIds: election.ballots.map(({ voters }, at) => Array.from({ length: voters }, (_, n) => `v${at}-${n}`)),
});

const winners = (election: Election, config: AllocationConfig): readonly string[] => {
  const conditions = conditionsOf(config.conditions ?? {}, election, 0);
  if (!conditions.ok) throw new Error(conditions.error);
  const { chosen } = allocate(election, ruleOf(config, 0), conditions.value);
  return chosen.map((at) => election.projects[at]?.id ?? '');
};

describe('a file that carries how it is counted', () => {
  it('whatever the rule and the conditions: counted again from the file alone, the same are chosen', () => {
    const seen = { blocked: 0, chosen: 0 };
    const all = arbitraryElection(5).chain((election) =>
      fc.record({
        election: fc.constant(election),
        rule: fc.oneof(rules, addingRules),
        conditions: conditionsFor(election),
      }),
    );
    fc.assert(
      fc.property(all, ({ election, rule, conditions }) => {
        const config = configOf(rule, written(conditions, election));
        expect(readAllocationConfig(config).ok).toBe(true);
        const read = readPabulibText(writePabulib(withConfig(asFile(election), config)));
        if (!read.ok) throw new Error(read.error);
        const own = findConfig(read.value);
        if (!own.ok || own.value === undefined) throw new Error('the file does not say how it is counted');
        const before = winners(election, config);
        expect(winners(read.value.election, own.value)).toEqual(before);
        const free = winners(election, { ...config, conditions: {} });
        if (free.join() !== before.join()) seen.blocked += 1;
        if (before.length > 0) seen.chosen += 1;
      }),
      { numRuns: 300 },
    );
    expect(seen.blocked).toBeGreaterThan(20);
    expect(seen.chosen).toBeGreaterThan(20);
  });

  it('says in Pabulib’s own words what these have words for', () => {
    const [file] = fc.sample(arbitraryElection(1), 1);
    if (file === undefined) throw new Error('no election');
    const approval = { ...asFile(file), form: { kind: 'approval' as const } };
    const meta = (config: AllocationConfig) => withConfig(approval, config).meta;
    expect(meta({ rule: 'greedy-cost' }).get('rule')).toBe('greedy');
    expect(meta({ rule: 'mes-card' }).get('rule')).toBe('equalshares');
    const added = meta({ rule: 'mes-cost', complete: 'add1', conditions: { support: { votes: 3 } } });
    expect([added.get('rule'), added.get('min_project_score_threshold')]).toEqual(['equalshares/add1', '3']);
  });

  it('is refused in words where it says nonsense', () => {
    const [file] = fc.sample(arbitraryElection(1), 1);
    if (file === undefined) throw new Error('no election');
    const broken = (text: string) =>
      findConfig({ ...asFile(file), meta: new Map([['liren_allocation', text]]) });
    expect(broken('{')).toMatchObject({ ok: false, error: expect.stringContaining('不是 JSON') });
    expect(broken('{"rule":"lottery"}')).toMatchObject({ ok: false, error: expect.stringContaining('rule') });
    expect(findConfig(asFile(file))).toEqual({ ok: true, value: undefined });
  });
});
