import { err, ok, type Result } from '../basics/result.ts';
import { type Block, buildingKey, type GridKind, type GridRules, type Outside, outsideOf } from './types.ts';

/** A change of grids as somebody wishes it: which open, which close, which buildings or stairwells go where. */
export interface GridDraft {
  /** `key` stands for the new grid within the draft. */
  readonly opens: readonly {
    readonly key: string;
    readonly title: string;
    readonly kind: 'micro' | 'exclusive';
  }[];
  /** Whatever else lies in a grid that closes goes `into` another. */
  readonly closes: readonly { readonly grid: string; readonly into: string }[];
  /** Without a unit: the whole building. */
  readonly moves: readonly {
    readonly compound: string;
    readonly building: string;
    readonly unit?: string;
    readonly to: string;
  }[];
}
/** A grid that stands; a community is the grid of homes that nobody has drawn into one. */
export interface StandingGrid {
  readonly id: string;
  readonly title: string;
  readonly kind: GridKind | 'undrawn';
}
/** A block where it lies now. */
export interface HeldBlock extends Block {
  readonly grid: string;
  readonly residents: number;
  readonly matters: number;
  readonly riskHomes: number;
}

/** Where a home or building of this address lies once the draft has taken effect. */
export function gridAfter(
  draft: GridDraft,
  { compound, building, unit, grid }: Pick<HeldBlock, 'compound' | 'building' | 'unit' | 'grid'>,
): string {
  const own = draft.moves.filter((move) => move.compound === compound && move.building === building);
  const move = own.find((each) => each.unit === unit) ?? own.find((each) => each.unit === undefined);
  return move?.to ?? draft.closes.find((each) => each.grid === grid)?.into ?? grid;
}

export type DraftFault =
  /** Nothing would change. */
  | { readonly code: 'changes-nothing' }
  /** A grid that is not there, was closed, or closes with this very draft. */
  | { readonly code: 'no-such-grid'; readonly about: string }
  /** A general grid holds grids, not homes. */
  | { readonly code: 'holds-no-homes'; readonly about: string }
  | { readonly code: 'no-such-building'; readonly about: string }
  /** Told to go to two grids. */
  | { readonly code: 'told-twice'; readonly about: string }
  | { readonly code: 'title-taken'; readonly about: string }
  /** A new micro grid in which nobody would live. */
  | { readonly code: 'without-homes'; readonly about: string };

/** The first thing that is wrong with a draft, of the grids and blocks of one community. */
export function draftFault(
  draft: GridDraft,
  grids: readonly StandingGrid[],
  blocks: readonly HeldBlock[],
): DraftFault | undefined {
  return targetFault(draft, grids) ?? moveFault(draft, blocks) ?? openingFault(draft, grids, blocks);
}

function targetFault(draft: GridDraft, grids: readonly StandingGrid[]): DraftFault | undefined {
  const kinds = new Map<string, string>([
    ...grids.map(({ id, kind }) => [id, kind] as const),
    ...draft.opens.map(({ key, kind }) => [key, kind] as const),
  ]);
  const closing = new Set(draft.closes.map(({ grid }) => grid));
  for (const { grid } of draft.closes) {
    const kind = grids.find(({ id }) => id === grid)?.kind;
    if (kind === undefined || kind === 'undrawn') return { code: 'no-such-grid', about: grid };
  }
  for (const to of [...draft.closes.map(({ into }) => into), ...draft.moves.map((move) => move.to)]) {
    if (!kinds.has(to) || closing.has(to)) return { code: 'no-such-grid', about: to };
    if (kinds.get(to) === 'general') return { code: 'holds-no-homes', about: to };
  }
  return undefined;
}

function moveFault(draft: GridDraft, blocks: readonly HeldBlock[]): DraftFault | undefined {
  const told = new Set<string>();
  for (const { compound, building, unit } of draft.moves) {
    const about = `${compound} ${building}${unit === undefined ? '' : ` ${unit}`}`.trim();
    const key = `${compound}|${building}|${unit ?? '*'}`;
    if (told.has(key)) return { code: 'told-twice', about };
    told.add(key);
    const here = blocks.some(
      (block) =>
        block.compound === compound &&
        block.building === building &&
        (unit === undefined || block.unit === unit),
    );
    if (!here) return { code: 'no-such-building', about };
  }
  return undefined;
}

function openingFault(
  draft: GridDraft,
  grids: readonly StandingGrid[],
  blocks: readonly HeldBlock[],
): DraftFault | undefined {
  const closing = new Set(draft.closes.map(({ grid }) => grid));
  const titles = new Set(grids.filter(({ id }) => !closing.has(id)).map(({ title }) => title));
  for (const { key, title, kind } of draft.opens) {
    if (titles.has(title)) return { code: 'title-taken', about: title };
    titles.add(title);
    const homes = blocks
      .filter((block) => gridAfter(draft, block) === key)
      .reduce((all, { households }) => all + households, 0);
    if (kind === 'micro' && homes === 0) return { code: 'without-homes', about: title };
  }
  const moves = blocks.some((block) => gridAfter(draft, block) !== block.grid);
  return moves || draft.opens.length > 0 || draft.closes.length > 0 ? undefined : { code: 'changes-nothing' };
}

export interface GridLoad {
  readonly buildings: number;
  readonly households: number;
  readonly residents: number;
  readonly matters: number;
  readonly riskHomes: number;
  readonly points: number;
}
export function loadOf(blocks: readonly HeldBlock[]): GridLoad {
  const sum = (of: 'households' | 'residents' | 'matters' | 'riskHomes' | 'points'): number =>
    blocks.reduce((all, block) => all + block[of], 0);
  return {
    buildings: new Set(blocks.map(buildingKey)).size,
    households: sum('households'),
    residents: sum('residents'),
    matters: sum('matters'),
    riskHomes: sum('riskHomes'),
    points: sum('points'),
  };
}

/** Only micro grids are held to a size; an exclusive grid is as large as its unit. */
export const gridOutside = (
  kind: StandingGrid['kind'],
  households: number,
  rules: GridRules | undefined,
): Outside | undefined => {
  if (rules === undefined) return undefined;
  if (kind === 'micro') return outsideOf(households, rules.micro);
  return kind === 'general' ? outsideOf(households, rules.general) : undefined;
};

export interface PreviewRow {
  /** Id, or key of a grid that the draft opens. */
  readonly id: string;
  readonly title: string;
  readonly kind: StandingGrid['kind'];
  readonly change: 'opens' | 'closes' | 'changes';
  readonly before: GridLoad;
  readonly after: GridLoad;
  readonly outside?: Outside;
  readonly blocks: readonly HeldBlock[];
}
export interface GridPreview {
  /** Every grid that is not afterwards what it was. */
  readonly rows: readonly PreviewRow[];
  /** Buildings that would lie in more than one grid. */
  readonly apart: readonly { readonly compound: string; readonly building: string }[];
}

/** What each grid would hold, before and after; nothing is written. */
export function previewDraft(
  draft: GridDraft,
  grids: readonly StandingGrid[],
  blocks: readonly HeldBlock[],
  rules: GridRules | undefined,
): Result<GridPreview, DraftFault> {
  const fault = draftFault(draft, grids, blocks);
  if (fault !== undefined) return err(fault);
  const after = blocks.map((block) => ({ ...block, grid: gridAfter(draft, block) }));
  const changed = new Set(
    blocks.flatMap((block, i) => (after[i]?.grid === block.grid ? [] : [block.grid, after[i]?.grid])),
  );
  const closing = new Set(draft.closes.map(({ grid }) => grid));
  const rowOf = ({ id, title, kind }: StandingGrid, change: PreviewRow['change']): PreviewRow => {
    const held = after.filter(({ grid }) => grid === id);
    const load = loadOf(held);
    const outside = change === 'closes' ? undefined : gridOutside(kind, load.households, rules);
    return {
      id,
      title,
      kind,
      change,
      before: loadOf(blocks.filter(({ grid }) => grid === id)),
      after: load,
      ...(outside !== undefined && { outside }),
      blocks: held,
    };
  };
  const standing = grids.filter(({ id }) => changed.has(id) || closing.has(id));
  return ok({
    rows: [
      ...standing.map((grid) => rowOf(grid, closing.has(grid.id) ? 'closes' : 'changes')),
      ...draft.opens.map(({ key, title, kind }) => rowOf({ id: key, title, kind }, 'opens')),
    ],
    apart: apartOf(after),
  });
}

/** Buildings that lie in more than one grid. */
export function apartOf(
  blocks: readonly HeldBlock[],
): readonly { readonly compound: string; readonly building: string }[] {
  const gridsOf = new Map<string, { readonly block: HeldBlock; readonly grids: Set<string> }>();
  for (const block of blocks) {
    const known = gridsOf.get(buildingKey(block));
    if (known === undefined) gridsOf.set(buildingKey(block), { block, grids: new Set([block.grid]) });
    else known.grids.add(block.grid);
  }
  return [...gridsOf.values()]
    .filter(({ grids }) => grids.size > 1)
    .map(({ block: { compound, building } }) => ({ compound, building }));
}
