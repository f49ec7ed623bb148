import type { Affairs, Charter, Procedure } from '../engine/types.ts';
import type { Fieldwork } from '../fieldwork/types.ts';
import { didYouMean, type Problem } from './problem.ts';

type Fault = Omit<Problem, 'file'>;

/** What an inspection can say when it opens a matter. */
const told = ['title', 'text', 'photos'];

/** Inspections under a charter: of kinds that it has, about affairs that exist, opening what its inspectors may open. */
export function checkInspections(
  { rounds, by }: Fieldwork,
  charter: Charter,
  affairs: Affairs,
  procedures: ReadonlyMap<string, { readonly procedure: Procedure }>,
): readonly Fault[] {
  const kinds = charter.organisations.map(({ id }) => id);
  return Object.entries(rounds).flatMap(([id, { inspects, checklist }]): readonly Fault[] => {
    const at = `fieldwork › rounds.${id}`;
    const strange = (inspects?.kinds ?? []).filter((kind) => !kinds.includes(kind));
    const unknown = (checklist?.items ?? []).filter((item) => !Object.hasOwn(affairs, item.affair));
    return [
      ...strange.map((kind) => ({
        path: `${at}.inspects`,
        reason: `章程的 organisations 里没有 ${kind} 这类单位`,
        help: didYouMean(kind, kinds),
      })),
      ...unknown.map(({ id: item, affair }) => ({
        path: `${at}.checklist.${item}.affair`,
        reason: `事务目录里没有 ${affair}`,
      })),
      ...(checklist === undefined ? [] : opening(`${at}.opens`, checklist.opens, by, procedures)),
    ];
  });
}

function opening(
  path: string,
  opens: string,
  by: string,
  procedures: ReadonlyMap<string, { readonly procedure: Procedure }>,
): readonly Fault[] {
  const found = procedures.get(opens)?.procedure;
  if (found === undefined)
    return [{ path, reason: `章程里没有程序 ${opens}`, help: didYouMean(opens, procedures.keys()) }];
  const { by: rule, form } = found.opens;
  const rules = rule.who === 'any' ? rule.of : [rule];
  const may = rules.some((each) => each.who === 'post' && each.post === by);
  const lacking = told.slice(0, 2).filter((field) => !form.some(({ name }) => name === field));
  const asking = form.filter(({ name, required }) => required && !told.includes(name));
  return [
    ...(may ? [] : [{ path, reason: `${by} 不能发起 ${opens}，检查的人开不了整改` }]),
    ...lacking.map((field) => ({ path, reason: `程序 ${opens} 的表单没有 ${field}，检查时写的没有地方放` })),
    ...asking.map(({ name, title }) => ({
      path,
      reason: `程序 ${opens} 发起时必须填 ${name}（${title}），由检查发起时没有人填`,
      help: '在表单里写 required: false',
    })),
  ];
}
