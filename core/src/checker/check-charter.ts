import { covers } from '../engine/powers.ts';
import type { AffairRef, Affairs, Charter, Verb } from '../engine/types.ts';
import { didYouMean, type Problem } from './problem.ts';

type Fault = Omit<Problem, 'file'>;

/** Everything by which a power may name affairs: an id, a group, a class, the department that usually handles them. */
const selectorsOf = (affairs: Affairs): ReadonlySet<string> =>
  new Set([
    'all',
    ...Object.values(affairs).flatMap((affair) => [affair.id, affair.group, affair.class, affair.handler]),
  ]);

/** Two hundred affairs are too many to list: only those of nearly the same shape are worth naming. */
const alike = (name: string, selector: string): boolean =>
  Math.abs(name.length - selector.length) <= 3 && name[0] === selector[0];

/** A selector that reaches nothing is a misspelling: the organ would silently hold no power. */
function selectors(charter: Charter, affairs: Affairs): Fault[] {
  const known = selectorsOf(affairs);
  const named = [
    ...charter.powers.flatMap(({ on }, i) => on.map((selector) => ({ selector, path: `powers.${i}.on` }))),
    ...charter.separations.flatMap((each, i) =>
      'affairs' in each ? [{ selector: each.affairs, path: `separations.${i}.affairs` }] : [],
    ),
  ];
  return named
    .filter(({ selector }) => !known.has(selector))
    .map(({ selector, path }) => {
      const near = [...known].filter((name) => alike(name, selector)).slice(0, 12);
      return { path, reason: `事务目录里没有 ${selector}`, help: didYouMean(selector, near) };
    });
}

function names(charter: Charter): Fault[] {
  const organs = Object.keys(charter.organs);
  const named = [
    ...Object.entries(charter.posts).flatMap(([post, { in: kinds }]) =>
      kinds.map((organ) => ({ organ, path: `posts.${post}.in` })),
    ),
    ...charter.powers.map(({ organ }, i) => ({ organ, path: `powers.${i}.organ` })),
    ...charter.separations.flatMap((each, i) =>
      'affairs' in each ? [{ organ: each.neverAssignedTo, path: `separations.${i}.never-assigned-to` }] : [],
    ),
  ];
  return named
    .filter(({ organ }) => !organs.includes(organ))
    .map(({ organ, path }) => ({ path, reason: `没有机构 ${organ}`, help: didYouMean(organ, organs) }));
}

/** Affairs over which the organ kind holds the verb. */
const reach = (
  charter: Charter,
  organ: string,
  verb: Verb,
  affairs: readonly AffairRef[],
): readonly AffairRef[] =>
  affairs.filter((affair) =>
    charter.powers.some(
      (power) =>
        power.organ === organ && power.may.includes(verb) && power.on.some((each) => covers(each, affair)),
    ),
  );

/** Powers that the charter itself keeps apart stay apart. */
function separations(charter: Charter, affairs: Affairs): Fault[] {
  const all = Object.values(affairs);
  return charter.separations.flatMap((each, i): Fault[] => {
    const path = `separations.${i}`;
    if ('affairs' in each) {
      const kept = reach(charter, each.neverAssignedTo, 'execute', all).find((affair) =>
        covers(each.affairs, affair),
      );
      if (kept === undefined) return [];
      const reason = `${each.neverAssignedTo} 不得承办 ${each.affairs}（${each.because}），但 powers: 给了它`;
      return [{ path, reason, help: `从 ${each.neverAssignedTo} 的 execute 里去掉 ${each.affairs}` }];
    }
    return Object.entries(charter.organs).flatMap(([organ, { title }]): Fault[] => {
      const held = each.these.filter((verb) => reach(charter, organ, verb, all).length > 0);
      const [first, ...others] = held.map((verb) => new Set(reach(charter, organ, verb, all)));
      const shared = [...(first ?? [])].some((affair) => others.some((other) => other.has(affair)));
      if (!shared) return [];
      const reason = `${organ}（${title}）对同样的事务既 ${held.join(' 又 ')}，章程要求分设：${each.because}`;
      return [{ path, reason, help: '把其中一项给另一个机构' }];
    });
  });
}

/** Whether the charter holds together: names exist, powers reach something, what is to be apart is apart. */
export const checkCharter = (
  charter: Charter,
  affairs: Affairs,
  procedures: ReadonlySet<string>,
): readonly Fault[] => [
  ...names(charter),
  ...selectors(charter, affairs),
  ...separations(charter, affairs),
  ...charter.procedures
    .filter((id) => !procedures.has(id))
    .map((id) => ({ path: 'procedures', reason: `没有程序 ${id}`, help: didYouMean(id, procedures) })),
];
