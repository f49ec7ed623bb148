import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../basics/result.ts';
import { proposeGrids } from './propose.ts';
import { type Block, blockKey, buildingKey, outsideOf } from './types.ts';

const range = { least: 30, most: 100 };

interface House {
  readonly stairs: readonly number[];
  readonly at: readonly [number, number];
  readonly matters: number;
}
const house: fc.Arbitrary<House> = fc.record({
  stairs: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }),
  at: fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })),
  matters: fc.nat(5),
});
const blocksOf = (houses: readonly House[], drawn: boolean): readonly Block[] =>
  houses.flatMap(({ stairs, at: [x, y], matters }, n) =>
    stairs.map((households, i) => ({
      compound: '柳荫里',
      building: String(n + 1),
      unit: String(i + 1),
      households,
      points: households + matters * 5,
      ...(drawn && { at: [116 + x / 1000, 40 + y / 1000] as const }),
    })),
  );
const ground = fc.record({
  houses: fc.array(house, { minLength: 1, maxLength: 9 }),
  drawn: fc.boolean(),
  count: fc.integer({ min: 1, max: 5 }),
});

/** Every way to cut a row of whole buildings into runs whose sizes all lie in the range. */
function canStayWhole(sizes: readonly number[], count: number): boolean {
  if (count === 0) return sizes.length === 0;
  return sizes.some((_, i) => {
    const run = sizes.slice(0, i + 1).reduce((a, b) => a + b, 0);
    return outsideOf(run, range) === undefined && canStayWhole(sizes.slice(i + 1), count - 1);
  });
}

describe('a proposal of grids', () => {
  it('holds every home once, in as many groups as were asked for, and says which are outside the range', () => {
    let outside = 0;
    let apart = 0;
    fc.assert(
      fc.property(ground, ({ houses, drawn, count }) => {
        const blocks = blocksOf(houses, drawn);
        const proposal = proposeGrids(blocks, count, range);
        if (!proposal.ok) {
          expect(blocks.length).toBeLessThan(count);
          expect(proposal.error).toEqual({ code: 'too-few-blocks', most: blocks.length });
          return;
        }
        const { groups, apart: split } = proposal.value;
        expect(groups).toHaveLength(count);
        const held = groups.flatMap((group) => group.blocks.map(blockKey));
        expect(held.toSorted()).toEqual(blocks.map(blockKey).toSorted());
        for (const group of groups) {
          expect(group.blocks.length).toBeGreaterThan(0);
          expect(group.households).toBe(group.blocks.reduce((all, block) => all + block.households, 0));
          expect(group.outside).toBe(outsideOf(group.households, range));
          outside += Number(group.outside !== undefined);
        }
        const inGroups = (key: string): number =>
          groups.filter((group) => group.blocks.some((block) => buildingKey(block) === key)).length;
        const torn = [...new Set(blocks.map(buildingKey))].filter((key) => inGroups(key) > 1);
        expect(split.map(buildingKey).toSorted()).toEqual(torn.toSorted());
        apart += torn.length;
      }),
    );
    expect(outside).toBeGreaterThan(10);
    expect(apart).toBeGreaterThan(10);
  });

  it('takes no building apart without need', () => {
    let whole = 0;
    fc.assert(
      fc.property(ground, ({ houses, count }) => {
        const blocks = blocksOf(houses, false);
        const sizes = houses.map(({ stairs }) => stairs.reduce((a, b) => a + b, 0));
        fc.pre(canStayWhole(sizes, count));
        whole += 1;
        const { groups, apart } = unwrap(proposeGrids(blocks, count, range));
        expect(apart).toEqual([]);
        expect(groups.filter((group) => group.outside !== undefined)).toEqual([]);
      }),
    );
    expect(whole).toBeGreaterThan(50);
  });

  it('is the same in whatever order homes are told', () => {
    const shuffled = ground.chain(({ houses, drawn, count }) => {
      const blocks = blocksOf(houses, drawn);
      const other = fc.shuffledSubarray([...blocks], { minLength: blocks.length });
      return fc.tuple(fc.constant(blocks), other, fc.constant(count));
    });
    fc.assert(
      fc.property(shuffled, ([blocks, other, count]) => {
        expect(proposeGrids(other, count, range)).toEqual(proposeGrids(blocks, count, range));
      }),
    );
  });

  it('gives ground in one piece: a straight line parts any two groups', () => {
    const near = (block: Block): readonly number[] =>
      block.at === undefined ? [] : [block.at[0] * Math.cos((block.at[1] * Math.PI) / 180), block.at[1]];
    fc.assert(
      fc.property(ground, ({ houses, count }) => {
        const proposal = proposeGrids(blocksOf(houses, true), count, range);
        fc.pre(proposal.ok);
        const { groups } = unwrap(proposal);
        const span = (i: number, axis: number) => {
          const places = (groups[i]?.blocks ?? []).map((block) => near(block)[axis] ?? 0);
          return [Math.min(...places), Math.max(...places)] as const;
        };
        for (let a = 0; a < groups.length; a++)
          for (let b = 0; b < a; b++)
            expect(
              [0, 1].some((axis) => {
                const [[lowA, highA], [lowB, highB]] = [span(a, axis), span(b, axis)];
                return highA <= lowB || highB <= lowA;
              }),
            ).toBe(true);
      }),
    );
  });

  it('shares the work evenly: a building with many matters weighs more than its doors', () => {
    const busy = (building: string, points: number): Block => ({
      compound: '',
      building,
      unit: '',
      households: 40,
      points,
    });
    const blocks = [busy('1', 200), busy('2', 40), busy('3', 40), busy('4', 40), busy('5', 40)];
    const { groups } = unwrap(proposeGrids(blocks, 2, { least: 30, most: 200 }));
    expect(groups.map((group) => group.blocks.map(({ building }) => building))).toEqual([
      ['1'],
      ['2', '3', '4', '5'],
    ]);
  });
});
