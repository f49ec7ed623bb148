import { contradictionsOf } from '../budgeting/read-config.ts';
import type { Field, Procedure } from '../engine/types.ts';
import type { AllocateConfig } from '../steps/allocate/config.ts';
import { fieldsOfStep } from '../steps/fields-of-step.ts';
import type { GatherConfig } from '../steps/gather/gather.ts';
import type { WaitConfig } from '../steps/wait/wait.ts';
import type { Fault } from './deciding.ts';
import { didYouMean } from './problem.ts';

/** Child matters that are proposed, wait, and are chosen: whether the parent and the child speak of the same. */
type Find = (id: string) => Procedure | undefined;
interface Gathering {
  readonly name: string;
  readonly path: string;
  readonly config: GatherConfig;
}

const gatherings = ({ steps }: Procedure): readonly Gathering[] =>
  Object.entries(steps).flatMap(([name, { kind, config }]) =>
    kind === 'gather' ? [{ name, path: `steps.${name}`, config: config as GatherConfig }] : [],
  );
const allocations = ({ steps }: Procedure) =>
  Object.entries(steps).flatMap(([name, { kind, config }]) =>
    kind === 'allocate' ? [{ path: `steps.${name}`, config: config as AllocateConfig }] : [],
  );
const waits = ({ steps }: Procedure) =>
  Object.entries(steps).flatMap(([name, { kind, config }]) =>
    kind === 'wait' ? [{ path: `steps.${name}`, tells: (config as WaitConfig).tells }] : [],
  );

/** The steps of this procedure that open child matters, by name. */
const opening = (procedure: Procedure): ReadonlyMap<string, string> =>
  new Map(
    gatherings(procedure).flatMap(({ name, config: { opens } }) =>
      opens === undefined ? [] : [[name, opens]],
    ),
  );

const lost = (path: string, from: string, known: Iterable<string>): Fault => ({
  path: `${path}.from`,
  reason: `${from} 不是这个程序里发起下级事项的 gather 环节`,
  help: didYouMean(from, [...known]),
});

function ofGathering({ path, config }: Gathering, procedure: Procedure, find: Find): Fault[] {
  const { opens, from, proposedBy, fields } = config;
  if ((opens === undefined) === (from === undefined))
    return [
      {
        path,
        reason: 'opens 和 from 要写一个，也只能写一个',
        help: 'opens: 下级程序，或者 from: 前面的环节',
      },
    ];
  if (from !== undefined) {
    const known = opening(procedure);
    return known.has(from) ? [] : [lost(path, from, known.keys())];
  }
  if ((proposedBy === undefined) !== (fields === undefined))
    return [{ path, reason: 'proposed-by 和 form 要一起写：谁可以提，要填什么' }];
  const asked = find(opens ?? '')?.opens.form ?? [];
  const waiting = find(opens ?? '') !== undefined && waits(find(opens ?? '') as Procedure).length > 0;
  const unchosen: Fault[] =
    waiting && allocations(procedure).every(({ config: own }) => opening(procedure).get(own.from) !== opens)
      ? [{ path: `${path}.opens`, reason: `程序 ${opens} 要等上级来选，这个程序里没有 allocate 环节选它` }]
      : [];
  return [...unchosen, ...(fields === undefined ? [] : unlike(`${path}.form`, fields, asked))];
}

/** What is asked of whoever proposes is what the child matter begins with. */
function unlike(path: string, fields: readonly Field[], asked: readonly Field[]): Fault[] {
  const same = (a: Field, b: Field): boolean =>
    a.type === b.type && a.sealed === b.sealed && a.most <= b.most;
  const strange = fields
    .filter((field) => !asked.some((each) => each.name === field.name && same(field, each)))
    .map(({ name }) => ({ path, reason: `下级程序的表单里没有一样的 ${name}`, help: '两边用同一个表单' }));
  const missing = asked
    .filter(
      ({ name, required }) => required && !fields.some((field) => field.name === name && field.required),
    )
    .map(({ name, title }) => ({
      path,
      reason: `下级程序发起时必须填 ${name}（${title}）`,
      help: '两边用同一个表单',
    }));
  return [...strange, ...missing];
}

function ofAllocation(
  { path, config }: ReturnType<typeof allocations>[number],
  procedure: Procedure,
  find: Find,
): Fault[] {
  const known = opening(procedure);
  const opens = known.get(config.from);
  if (opens === undefined) return [lost(path, config.from, known.keys())];
  const budget = procedure.opens.form.find(({ name }) => name === config.budget);
  const numbers = procedure.opens.form.filter(({ type }) => type === 'number').map(({ name }) => name);
  const child = find(opens);
  const told = child === undefined ? [] : waits(child).flatMap(({ tells }) => tells);
  return [
    ...(budget?.type === 'number' && budget.required && !budget.sealed
      ? []
      : [
          {
            path: `${path}.budget`,
            reason: `发起时的表单里没有必填、公开的数 ${config.budget}`,
            help: didYouMean(config.budget, numbers),
          },
        ]),
    ...contradictionsOf(config.allocation).map((reason) => ({ path: `${path}.allocation`, reason })),
    ...(child === undefined
      ? []
      : ['title', 'cost']
          .filter((name) => !told.includes(name))
          .map((name) => ({
            path: `${path}.from`,
            reason: `程序 ${opens} 等候的时候没有把 ${name} 告诉上级`,
            help: '在它的 wait 环节写 tells: [title, cost]',
          }))),
  ];
}

/** What is told stands in the child's own record in plain: a number where money is meant. */
function ofWaits(procedure: Procedure, isChosen: boolean): Fault[] {
  const fields = [...procedure.opens.form, ...Object.values(procedure.steps).flatMap(fieldsOfStep)];
  const plain = new Map(fields.filter(({ sealed }) => !sealed).map(({ name, type }) => [name, type]));
  return waits(procedure).flatMap(({ path, tells }): Fault[] => [
    ...(isChosen ? [] : [{ path, reason: '没有哪个程序会来选它，会一直等下去' }]),
    ...tells
      .filter((name) => !plain.has(name) || (name === 'cost' && plain.get(name) !== 'number'))
      .map((name) => ({
        path: `${path}.tells`,
        reason: name === 'cost' ? 'cost 要是一个公开的数' : `没有公开的字段 ${name}`,
        help: didYouMean(name, [...plain.keys()]),
      })),
  ]);
}

/** @param all the charter's procedures */
export function checkAllocations(procedure: Procedure, all: readonly Procedure[]): readonly Fault[] {
  const find: Find = (id) => all.find((each) => each.id === id);
  const isChosen = all.some((each) =>
    allocations(each).some(({ config }) => opening(each).get(config.from) === procedure.id),
  );
  return [
    ...gatherings(procedure).flatMap((each) => ofGathering(each, procedure, find)),
    ...allocations(procedure).flatMap((each) => ofAllocation(each, procedure, find)),
    ...ofWaits(procedure, isChosen),
  ];
}

/** Whether somebody who proposes may open it, so that no organ has been called. */
export const isProposed = (procedure: Procedure, all: readonly Procedure[]): boolean =>
  all.some((each) =>
    gatherings(each).some(({ config }) => config.opens === procedure.id && config.proposedBy !== undefined),
  );
