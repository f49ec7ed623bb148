import { randomUUID } from 'node:crypto';
import { unwrap } from '@liren/core/basics/result.ts';
import type { Matter } from '@liren/core/engine/types.ts';
import type { RollRule } from '@liren/core/voting/types.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadLibrary } from '../../adapters/charters/library.ts';
import { homeCount, startCharterStreet } from '../../testing/charter-street.ts';
import { testDatabase } from '../../testing/postgres.ts';
import type { Served } from '../../testing/street.ts';
import { chartersFolder } from '../../wiring.ts';
import { identity, takeInto } from '../testing-registry.ts';
import { newRoll } from './new-roll.ts';

const library = unwrap(loadLibrary(chartersFolder));
const ruleOf = (name: string): RollRule => {
  const rule = library.rolls[name];
  if (rule === undefined) throw new Error(`no roll ${name}`);
  return rule;
};
const database = testDatabase();
let street: Served;
beforeAll(async () => {
  const charter = library.charters.get('yidu-village')?.charter;
  if (charter === undefined) throw new Error('no village');
  street = await startCharterStreet(database.pool, charter, []);
  // Beside a dozen members: a child of one, somebody who only rents, and one who works elsewhere.
  const table = [
    '姓名,身份证号,住址,与户主关系,网格,人群',
    `小芽,${identity('20150101', 1)},柳荫里1号楼1单元101,子,柳荫一网格,集体成员`,
    `房客,${identity('19800101', 3)},柳荫里1号楼1单元102,租客,柳荫一网格,`,
    `远行,${identity('19800101', 5)},柳荫里1号楼1单元103,外出,柳荫一网格,集体成员`,
  ].join('\n');
  const report = await takeInto(street.wired.deps, new TextEncoder().encode(table), 'c1');
  expect(report.errors).toEqual([]);
});
afterAll(() => street.close());

const c1 = { id: 'c1', level: 'community', title: '柳荫社区' };
const grid = { id: 'c1g1', level: 'grid', title: '柳荫一网格' };
const rollIn = (name: string, ...placePath: readonly object[]) => {
  const matter = { community: 'c1', id: randomUUID(), placePath } as unknown as Matter;
  return newRoll(street.wired.deps.shell, ruleOf(name), matter);
};

describe('the roll of a rural collective', () => {
  it('has every grown member of the registry, also who is away, and nobody who only lives there', async () => {
    const names = (await rollIn('collective-members', c1)).map(({ label }) => label.split(' ')[0]);
    expect(names).toHaveLength(homeCount + 1);
    expect(names).toContain('远行');
    expect(names).not.toContain('房客');
    expect(names).not.toContain('小芽');
  });
});

describe('the roll of a village group', () => {
  it('has a line for each home of the grid', async () => {
    expect(await rollIn('group-households', c1, grid)).toHaveLength(homeCount);
  });
  it('is empty for what is not of one grid: a village is no group', async () => {
    expect(await rollIn('group-households', c1)).toEqual([]);
    expect(await rollIn('group-households', c1, { ...grid, id: 'elsewhere' })).toEqual([]);
  });
});
