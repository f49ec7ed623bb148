import { alwaysActions } from '../engine/always.ts';
import type { Procedure, Says } from '../engine/types.ts';
import { kinds } from '../steps/index.ts';
import { didYouMean, type Problem } from './problem.ts';

type Fault = Omit<Problem, 'file'>;
type Named = { readonly name: string; readonly makes?: string };

function saysFaults(says: Says | undefined, actions: readonly Named[], path: string): Fault[] {
  return Object.entries(says ?? {}).flatMap(([name, { did }]): Fault[] => {
    const known = actions.filter((action) => action.name === name);
    const names = actions.map((action) => action.name);
    if (known.length === 0)
      return [
        { path: `${path}.${name}`, reason: `这里没有 ${name} 这个操作`, help: didYouMean(name, names) },
      ];
    // Its events say of themselves what came of it (granted or not, to whom): one wording would hide that.
    return did !== undefined && known.every(({ makes }) => makes === undefined)
      ? [{ path: `${path}.${name}.did`, reason: `${name} 在案卷里的话不能改`, help: '只写 do:' }]
      : [];
  });
}

/** Words of the procedure's own are for actions that it has. */
export function checkSays({ says, steps }: Procedure): readonly Fault[] {
  const actionsOf = (kind: string): readonly Named[] => kinds[kind]?.actions ?? [];
  const every = [...Object.values(steps).flatMap(({ kind }) => actionsOf(kind)), ...alwaysActions];
  return [
    ...saysFaults(says, every, 'says'),
    ...Object.entries(steps).flatMap(([name, step]) =>
      saysFaults(step.says, [...actionsOf(step.kind), ...alwaysActions], `steps.${name}.says`),
    ),
  ];
}
