import type { Catalogue } from '../catalogue/affair.ts';
import type { Charter } from '../engine/types.ts';
import { didYouMean, type Problem } from './problem.ts';

/** Everything by which a power may name affairs: an id, a group, a class, the department that usually handles them. */
export function selectorsOf(catalogue: Catalogue): ReadonlySet<string> {
  const affairs = [...catalogue.affairs.values()];
  return new Set([
    'all',
    ...catalogue.departments.map(({ id }) => id),
    ...catalogue.groups.map(({ id }) => id),
    ...affairs.map((affair) => affair.class),
    ...affairs.map((affair) => affair.id),
  ]);
}

/** Two hundred affairs are too many to list: only those of nearly the same shape are worth naming. */
const alike = (name: string, selector: string): boolean =>
  Math.abs(name.length - selector.length) <= 3 && name[0] === selector[0];

/** A selector that reaches nothing in the catalogue is a misspelling: the organ would silently hold no power. */
export function checkSelectors(charter: Charter, selectors: ReadonlySet<string>, file: string): Problem[] {
  const named = [
    ...charter.powers.flatMap(({ on }, i) => on.map((selector) => ({ selector, path: `powers.${i}.on` }))),
    ...charter.separations.flatMap((each, i) =>
      'affairs' in each ? [{ selector: each.affairs, path: `separations.${i}.affairs` }] : [],
    ),
  ];
  return named
    .filter(({ selector }) => !selectors.has(selector))
    .map(({ selector, path }) => {
      const near = [...selectors].filter((name) => alike(name, selector)).slice(0, 12);
      return { file, path, reason: `事务目录里没有 ${selector}`, help: didYouMean(selector, near) };
    });
}
