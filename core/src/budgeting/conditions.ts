/** A part of the budget: no more than `most` goes to it, no project of it costs above `cap`, and `least` is kept for it. */
export interface Portion {
  readonly of: 'category' | 'area';
  readonly name: string;
  readonly most?: bigint;
  readonly cap?: bigint;
  /** Only of an area: a project lies in one, so that what is kept for two is never the same money. */
  readonly least?: bigint;
}
/** What an allocation must keep to beyond the budget. Amounts are in the election's smallest unit of money. */
export interface Conditions {
  /** What one project may cost at most. */
  readonly cap?: bigint;
  readonly portions: readonly Portion[];
  /** Of each of these, one project at most. */
  readonly exclusions: readonly (readonly number[])[];
  /** Voters who must support a project. */
  readonly leastVotes: number;
  /** Whether money that was kept for areas and found no use goes to others in the end, by points. */
  readonly isReleased: boolean;
}
export const noConditions: Conditions = { portions: [], exclusions: [], leastVotes: 0, isReleased: false };

/** Why a project can no longer be chosen, whoever would pay. Once true it stays true: money only goes out. */
export type Block =
  | { readonly kind: 'cap'; readonly most: bigint }
  | { readonly kind: 'support'; readonly votes: number; readonly least: number }
  | { readonly kind: 'excluded'; readonly by: number }
  /** What the portion has had; the project would take it above its most by `lacks`. */
  | { readonly kind: 'portion'; readonly portion: Portion; readonly spent: bigint; readonly lacks: bigint }
  /** Money that is neither spent nor kept for other areas. */
  | { readonly kind: 'reserved'; readonly have: bigint; readonly lacks: bigint };
