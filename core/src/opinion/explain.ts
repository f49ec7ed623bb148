import type { MappedStatement } from './opinion-map.ts';
import { isMost } from './statements.ts';
import { addTallies, type Side } from './statistics.ts';
import { answersOf } from './tallies.ts';

/** So many of those who answered were on one side. */
export interface Portion {
  readonly count: number;
  readonly answers: number;
}
export interface GroupPortion extends Portion {
  readonly group: number;
}
/** The one thing worth saying of a statement; words for each kind stand with the pages. */
export type Explanation =
  | { readonly kind: 'out' }
  | { readonly kind: 'few'; readonly answers: number }
  | { readonly kind: 'unites'; readonly side: Side; readonly groups: readonly GroupPortion[] }
  | {
      readonly kind: 'divides';
      readonly agree: readonly GroupPortion[];
      readonly disagree: readonly GroupPortion[];
    }
  | {
      readonly kind: 'represents';
      readonly side: Side;
      readonly group: GroupPortion;
      readonly others: Portion;
    }
  | { readonly kind: 'most'; readonly side: Side; readonly all: Portion }
  | { readonly kind: 'open'; readonly agree: number; readonly disagree: number; readonly answers: number };

/** With fewer answers nothing is said. */
const fewest = 5;

export function explain(statement: MappedStatement): Explanation {
  const { all, groups, isOut, unites, divides } = statement;
  const answers = answersOf(all);
  const portion = (side: Side) => (group: number) => {
    const tally = groups[group] ?? addTallies([]);
    return { group, count: tally[side], answers: answersOf(tally) };
  };
  if (isOut) return { kind: 'out' };
  if (answers < fewest) return { kind: 'few', answers };
  if (divides !== undefined) {
    const agree = divides.agree.map(portion('agree'));
    return { kind: 'divides', agree, disagree: divides.disagree.map(portion('disagree')) };
  }
  if (unites !== undefined)
    return { kind: 'unites', side: unites, groups: groups.map((_, group) => portion(unites)(group)) };
  return ofOne(statement) ?? ofAll(statement);
}

function ofOne({ groups, represents }: MappedStatement): Explanation | undefined {
  const [first] = represents;
  if (first === undefined || groups.length < 2) return undefined;
  const { group, side } = first;
  const own = groups[group] ?? addTallies([]);
  const rest = addTallies(groups.filter((_, other) => other !== group));
  return {
    kind: 'represents',
    side,
    group: { group, count: own[side], answers: answersOf(own) },
    others: { count: rest[side], answers: answersOf(rest) },
  };
}

function ofAll({ all }: MappedStatement): Explanation {
  const answers = answersOf(all);
  const side = (['agree', 'disagree'] as const).find((one) => isMost(all, one));
  return side === undefined
    ? { kind: 'open', agree: all.agree, disagree: all.disagree, answers }
    : { kind: 'most', side, all: { count: all[side], answers } };
}
