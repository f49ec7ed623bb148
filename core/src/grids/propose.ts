import { err, ok, type Result } from '../basics/result.ts';
import { type Cost, costOf, divide, type Piece } from './cut.ts';
import { type Block, blockKey, buildingKey, type Outside, outsideOf, type SizeRange } from './types.ts';

export interface ProposedGroup {
  readonly blocks: readonly Block[];
  readonly households: number;
  readonly points: number;
  /** Its size is not within the range. */
  readonly outside?: Outside;
}
export interface Proposal {
  /** In the order of their first block. */
  readonly groups: readonly ProposedGroup[];
  /** Buildings that lie in more than one group. */
  readonly apart: readonly { readonly compound: string; readonly building: string }[];
}
/** More grids are wanted than there are stairwells. */
export interface TooFewBlocks {
  readonly code: 'too-few-blocks';
  /** As many grids as there may be. */
  readonly most: number;
}

const figures = new Intl.Collator('en', { numeric: true });
const byAddress = (a: Block, b: Block): number =>
  figures.compare(a.compound, b.compound) ||
  figures.compare(a.building, b.building) ||
  figures.compare(a.unit, b.unit) ||
  (blockKey(a) < blockKey(b) ? -1 : Number(blockKey(a) > blockKey(b)));

interface House {
  readonly key: string;
  readonly blocks: readonly Block[];
  readonly households: number;
  /** Its place, or its turn in the row of addresses. */
  readonly along: readonly number[];
}
/** How far off a stairwell stands from the one before it, in the row of addresses: less than from house to house. */
const stair = 1 / 1000;

const total = (blocks: readonly Block[], of: 'households' | 'points'): number =>
  blocks.reduce((all, block) => all + block[of], 0);

/** Buildings in the order of their addresses; a stairwell told twice counts as one. */
function housesOf(blocks: readonly Block[]): readonly House[] {
  const sorted = blocks.toSorted(byAddress);
  const byHouse = new Map<string, Block[]>();
  for (const block of sorted) {
    const key = buildingKey(block);
    const known = byHouse.get(key);
    if (known === undefined) byHouse.set(key, [block]);
    else known.push(block);
  }
  const drawn = [...byHouse.values()].map((all) => all.find(({ at }) => at !== undefined)?.at);
  const isDrawn = drawn.every((at) => at !== undefined);
  return [...byHouse].map(([key, own], turn) => {
    const [long = 0, lat = 0] = drawn[turn] ?? [];
    const along = isDrawn ? [long * Math.cos((lat * Math.PI) / 180), lat] : [turn];
    return { key, blocks: own, households: total(own, 'households'), along };
  });
}

function piecesOf(
  houses: readonly House[],
  apart: ReadonlySet<string>,
): readonly (Piece & { blocks: readonly Block[] })[] {
  return houses.flatMap(({ key, blocks, along }, turn) => {
    const name = (i: number): string => `${String(turn).padStart(6, '0')}/${String(i).padStart(4, '0')}`;
    const piece = (own: readonly Block[], i: number) => ({
      key: name(i),
      households: total(own, 'households'),
      points: total(own, 'points'),
      along: along.length === 1 ? along.map((place) => place + i * stair) : along,
      blocks: own,
    });
    return apart.has(key) ? blocks.map((block, i) => piece([block], i)) : [piece(blocks, 0)];
  });
}

/** Beyond this many buildings taken apart without gain nobody would follow the proposal any more. */
const mostTries = 12;

/**
 * Proposes how the blocks of some ground may be shared among `count` grids: groups that a straight line parts, sizes
 * within the range where any division of this kind can hold it, work shared evenly. A building stays whole unless it
 * alone is larger than a grid may be, there are fewer buildings than grids, or sizes cannot be held otherwise. The
 * same blocks in another order give the same proposal.
 */
export function proposeGrids(
  blocks: readonly Block[],
  count: number,
  range: SizeRange,
): Result<Proposal, TooFewBlocks> {
  if (blocks.length < count) return err({ code: 'too-few-blocks', most: blocks.length });
  const houses = housesOf(blocks);
  const apart = new Set(
    houses
      .filter(({ households, blocks: own }) => households > range.most && own.length > 1)
      .map(({ key }) => key),
  );
  const next = houses
    .filter(({ key, blocks: own }) => own.length > 1 && !apart.has(key))
    .toSorted((a, b) => b.households - a.households || b.blocks.length - a.blocks.length);
  while (piecesOf(houses, apart).length < count) {
    const house = next.shift();
    if (house === undefined) return err({ code: 'too-few-blocks', most: blocks.length });
    apart.add(house.key);
  }
  // So many households are too many, or too few, for so many grids, however they are shared.
  const homes = total(blocks, 'households');
  const unavoidable = Math.max(0, count * range.least - homes, homes - count * range.most);
  let best = attempt(houses, apart, count, range);
  for (const house of next.slice(0, mostTries)) {
    if (best.cost.beyond <= unavoidable) break;
    apart.add(house.key);
    const found = attempt(houses, apart, count, range);
    if (found.cost.beyond < best.cost.beyond) best = found;
  }
  return ok(proposalOf(best.groups, range));
}

interface Attempt {
  readonly groups: readonly (readonly Block[])[];
  readonly cost: Cost;
}
function attempt(
  houses: readonly House[],
  apart: ReadonlySet<string>,
  count: number,
  range: SizeRange,
): Attempt {
  const pieces = piecesOf(houses, apart);
  const blocksOf = new Map(pieces.map(({ key, blocks }) => [key, blocks]));
  const groups = divide(pieces, count, range);
  return {
    cost: costOf(groups, range),
    groups: groups.map((group) => group.flatMap(({ key }) => blocksOf.get(key) ?? [])),
  };
}

function proposalOf(groups: readonly (readonly Block[])[], range: SizeRange): Proposal {
  const sorted = groups.map((group) => group.toSorted(byAddress));
  const houses = sorted.map((group) => new Map(group.map((block) => [buildingKey(block), block])));
  const all = new Map(houses.flatMap((each) => [...each]));
  return {
    groups: sorted
      .toSorted(([a], [b]) => (a === undefined || b === undefined ? 0 : byAddress(a, b)))
      .map((group) => {
        const households = total(group, 'households');
        const outside = outsideOf(households, range);
        return {
          blocks: group,
          households,
          points: total(group, 'points'),
          ...(outside !== undefined && { outside }),
        };
      }),
    apart: [...all]
      .filter(([key]) => houses.filter((each) => each.has(key)).length > 1)
      .map(([, { compound, building }]) => ({ compound, building })),
  };
}
