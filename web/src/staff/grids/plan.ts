import type { GridBlock, GridDraftBody, GridProposal, GridsBody } from '../../shared/api/bodies.ts';

/** A change that somebody is about to make, as the page holds it. */
export interface Plan {
  readonly grids: readonly string[];
  readonly opens: readonly {
    readonly key: string;
    readonly title: string;
    readonly kind: 'micro' | 'exclusive';
  }[];
  /** Where each stairwell goes; absent: it stays. */
  readonly to: ReadonlyMap<string, string>;
  readonly closes: readonly { readonly grid: string; readonly into: string }[];
}
type Address = Pick<GridBlock, 'compound' | 'building' | 'unit'>;
export const stairs = ({ compound, building, unit }: Address): string => `${compound}|${building}|${unit}`;
export const house = ({ compound, building }: Omit<Address, 'unit'>): string => `${compound}|${building}`;

/** Blocks of a building, one building after another. */
export function housesOf(blocks: readonly GridBlock[]): readonly (readonly GridBlock[])[] {
  const houses = new Map<string, GridBlock[]>();
  for (const block of blocks) {
    const known = houses.get(house(block));
    if (known === undefined) houses.set(house(block), [block]);
    else known.push(block);
  }
  const order = new Intl.Collator('zh-CN', { numeric: true });
  return [...houses].toSorted(([a], [b]) => order.compare(a, b)).map(([, own]) => own);
}

export const targetOf = (plan: Plan, block: GridBlock): string =>
  plan.to.get(stairs(block)) ?? plan.closes.find(({ grid }) => grid === block.grid)?.into ?? block.grid;

/** The first group stays the grid that was; the others open. */
export function splitPlan(
  grid: string,
  { groups }: GridProposal,
  titleOf: (n: number) => string,
  known: ReadonlySet<string>,
): Plan {
  let n = 0;
  const fresh = (): string => {
    do n += 1;
    while (known.has(titleOf(n)));
    return titleOf(n);
  };
  const opens = groups
    .slice(1)
    .map((_, i) => ({ key: `new-${i + 1}`, title: fresh(), kind: 'micro' as const }));
  const to = groups
    .slice(1)
    .flatMap(({ blocks }, i) => blocks.map((block) => [stairs(block), `new-${i + 1}`] as const));
  return { grids: [grid], opens, to: new Map(to), closes: [] };
}

/** All go into the one with the most homes. */
export function mergePlan({ grids }: GridsBody, chosen: readonly string[]): Plan {
  const own = grids.filter(({ id }) => chosen.includes(id));
  const [into] = own.toSorted((a, b) => b.load.households - a.load.households);
  const closes = own.flatMap(({ id, kind }) =>
    into === undefined || id === into.id || kind === 'undrawn' ? [] : [{ grid: id, into: into.id }],
  );
  return { grids: chosen, opens: [], to: new Map(), closes };
}

export const movePlan = (grid: string): Plan => ({ grids: [grid], opens: [], to: new Map(), closes: [] });

export const exclusivePlan = (grid: string, title: string): Plan => ({
  grids: [grid],
  opens: [{ key: 'new-1', title, kind: 'exclusive' }],
  to: new Map(),
  closes: [],
});

/** Sends stairwells to a grid. */
export const sent = (plan: Plan, blocks: readonly GridBlock[], grid: string): Plan => ({
  ...plan,
  to: new Map([...plan.to, ...blocks.map((block) => [stairs(block), grid] as const)]),
});

/** The plan as the server reads it: whole buildings where all their stairwells go the same way. */
export function draftOf(plan: Plan, blocks: readonly GridBlock[]): GridDraftBody {
  const moves = housesOf(blocks).flatMap((own) => {
    const targets = new Set(own.map((block) => targetOf(plan, block)));
    const [only] = targets;
    const [first] = own;
    if (first === undefined || only === undefined) return [];
    const { compound, building } = first;
    const moved = own.filter((block) => plan.to.has(stairs(block)) && targetOf(plan, block) !== block.grid);
    if (moved.length === 0) return [];
    if (targets.size === 1 && moved.length === own.length) return [{ compound, building, to: only }];
    return moved.map((block) => ({ compound, building, unit: block.unit, to: targetOf(plan, block) }));
  });
  return { opens: [...plan.opens], closes: [...plan.closes], moves };
}
