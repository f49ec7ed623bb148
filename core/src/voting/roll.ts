import { canonical } from '../basics/canonical.ts';
import { leafHash, merkleRoot } from '../record/merkle.ts';
import { ownersKey } from '../registry/ownership.ts';
import { nothing, plus, type Sum } from './types.ts';

/** One line of a frozen roll. The public sees its number and weight; whose it is, only those who keep the roll. */
export interface RollEntry {
  readonly id: string;
  /** From 1, in the order of the roll. */
  readonly no: number;
  readonly weight: Sum;
  /** 回避: stands aside, and does not count in the base. */
  readonly recused: boolean;
}
/** What the record says of a roll. */
export interface RollSum extends Sum {
  readonly entries: number;
  readonly recused: number;
  /** Of all its lines, in order: a changed roll is another roll. */
  readonly digest: string;
}

export function rollSum(entries: readonly RollEntry[]): RollSum {
  const counting = entries.filter(({ recused }) => !recused);
  const { heads, area } = counting.reduce((sum, { weight }) => plus(sum, weight), nothing);
  const lines = [...entries]
    .sort((a, b) => a.no - b.no)
    .map(({ id, no, weight, recused }) =>
      leafHash(canonical({ id, no, heads: weight.heads, area: weight.area, recused })),
    );
  return {
    entries: entries.length,
    recused: entries.length - counting.length,
    heads,
    area,
    digest: merkleRoot(lines),
  };
}

/** A home as owners are counted from it. Area in square centimetres. */
export interface OwnedHome {
  readonly home: string;
  readonly area: number;
  /** Marks of those who own it, each once; the developer's mark for what is unsold or undelivered. */
  readonly owners: readonly string[];
}
/**
 * 业主的票: one for each group of owners, with the area of all their homes. One home is one head however many own it; who
 * has several homes is one, and so is the developer with all that is unsold (区分所有权解释 9). Homes that nobody is known to
 * own belong to no ballot: they are told apart, for whoever keeps the roll to settle before it is frozen.
 */
export function ownerBallots(homes: readonly OwnedHome[]): {
  readonly ballots: readonly {
    readonly owners: readonly string[];
    readonly homes: readonly string[];
    readonly weight: Sum;
  }[];
  readonly unowned: readonly string[];
} {
  const groups = new Map<string, { owners: readonly string[]; homes: string[]; area: number }>();
  const unowned: string[] = [];
  for (const { home, area, owners } of homes) {
    if (owners.length === 0) {
      unowned.push(home);
      continue;
    }
    const key = ownersKey(owners);
    const group = groups.get(key) ?? { owners: [...new Set(owners)].sort(), homes: [], area: 0 };
    group.homes.push(home);
    group.area += area;
    groups.set(key, group);
  }
  const ballots = [...groups.values()].map(({ owners, homes: own, area }) => ({
    owners,
    homes: own,
    weight: { heads: 1, area },
  }));
  return { ballots, unowned };
}
