import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { civilDate } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadLibrary } from '../adapters/charters/library.ts';
import { loadDirectory } from '../store/directory.ts';
import { layStreet } from '../store/lay-street.ts';
import { testDatabase } from '../testing/postgres.ts';
import { chartersFolder } from '../wiring.ts';
import { readStreet } from './read-street.ts';

const charters = new Map(
  [...unwrap(loadLibrary(chartersFolder)).charters].map(([id, loaded]) => [id, loaded.charter]),
);
const example = (): Record<string, never> =>
  parse(
    readFileSync(
      fileURLToPath(new URL('../../../docs/operator/street.example.yaml', import.meta.url)),
      'utf8',
    ),
  );
const database = testDatabase();

describe("an operator's own street", () => {
  it('is laid from the example that the guide shows, and may be laid again', async () => {
    const plan = unwrap(readStreet(example(), charters));
    await layStreet(database.pool, plan);
    const renamed = {
      ...plan,
      communities: plan.communities.map((each) => ({ ...each, title: `${each.title}！` })),
    };
    await layStreet(database.pool, renamed);
    const directory = await loadDirectory(database.pool, charters, civilDate('2026-11-16'));
    expect(directory.communities).toHaveLength(plan.communities.length);
    expect(directory.communities.every((each) => each.title.endsWith('！'))).toBe(true);
    const [drawn] = plan.places.filter((place) => place.level === 'grid' && place.shape !== undefined);
    const corners = drawn?.shape?.type === 'Polygon' ? (drawn.shape.coordinates[0] ?? []) : [];
    const middle = (i: 0 | 1) =>
      corners.slice(0, -1).reduce((sum, corner) => sum + corner[i], 0) / (corners.length - 1);
    expect(directory.findPlaceAt(middle(1), middle(0))).toBe(drawn?.id);
  });

  it.each([
    ['charter', '没有“nowhere”这个章程', { charter: 'nowhere' }],
    [
      'organ kind',
      '没有“wizards”这类机构',
      { organs: [{ id: 'a', kind: 'wizards', title: '甲', area: 'example-street' }] },
    ],
    [
      'area',
      '没有 moon 这个地点',
      { organs: [{ id: 'a', kind: 'street-office', title: '甲', area: 'moon' }] },
    ],
    ['id', '编号只用小写字母', { district: { id: '东城', title: '东城' } }],
    ['twice', '用了不止一次', { communities: [1, 2].map(() => ({ id: 'same', title: '同名社区' })) }],
  ])('says what is wrong with a %s', (_, words, change) => {
    const read = readStreet({ ...example(), ...change }, charters);
    expect(read.ok ? '' : read.error.join()).toContain(words);
  });

  it('carries official codes of twelve digits, each inside the one above, or says which is wrong', () => {
    const coded = (district: string, street: string, community: string) => {
      const source = example() as unknown as Record<string, object> & { communities: object[] };
      const [first, ...others] = source.communities;
      return readStreet(
        {
          ...source,
          district: { ...source['district'], code: district },
          street: { ...source['street'], code: street },
          communities: [{ ...first, code: community }, ...others],
        },
        charters,
      );
    };
    const plan = unwrap(coded('110101', '110101001000', '110101001002'));
    expect(plan.places.flatMap(({ code }) => code ?? [])).toEqual([
      '110101000000',
      '110101001000',
      '110101001002',
    ]);
    expect(coded('110101', '110102001000', '11010')).toMatchObject({
      ok: false,
      error: [expect.stringContaining('不在上一级'), expect.stringContaining('不是区划代码')],
    });
    expect(coded('110101', '110101', '110101001')).toMatchObject({
      ok: false,
      error: [expect.stringContaining('另一级'), expect.stringContaining('另一级')],
    });
  });
});
