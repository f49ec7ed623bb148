import { askers, itemWays } from '../catalogue/service-item.ts';
import { holdsPower } from '../engine/powers.ts';
import type { Affairs, Charter, Procedure } from '../engine/types.ts';
import { didYouMean, type Problem } from './problem.ts';

type Fault = Omit<Problem, 'file'>;

/** What a form must ask so that an item can say whom and which ways it admits. */
const asked: Readonly<Record<string, readonly string[]>> = { way: itemWays, asker: askers };

/** A procedure about service items asks for what items speak of, under a charter that has a catalogue of them. */
export function checkAbout({ opens, steps }: Procedure, charter: Charter): readonly Fault[] {
  if (opens.about === undefined) return receivingNothing(steps);
  const without: Fault[] =
    charter.serviceItems === undefined
      ? [
          {
            path: 'opens.about',
            reason: `章程 ${charter.id} 没有办事目录`,
            help: '在章程里加上 service-items: 目录名',
          },
        ]
      : [];
  const unasked = Object.entries(asked).flatMap(([name, values]): Fault[] => {
    const field = opens.form.find((each) => each.name === name);
    const offered = field?.choices?.map(({ value }) => value) ?? [];
    const sound =
      field?.type === 'choice' && field.required && offered.every((each) => values.includes(each));
    return sound
      ? []
      : [
          {
            path: 'opens.form',
            reason: `办事目录里的事项要看 ${name}，表单没有问，或者问得不对`,
            help: `加一个必填的 { name: ${name}, type: choice }，选项只能是 ${values.join('、')}`,
          },
        ];
  });
  return [...without, ...unasked];
}

/** Who takes papers in must know which: only an item of a catalogue names them. */
const receivingNothing = (steps: Procedure['steps']): readonly Fault[] =>
  Object.entries(steps)
    .filter(([, { kind }]) => kind === 'receive')
    .map(([name]) => ({
      path: `steps.${name}.kind`,
      reason: '接件要知道收哪些材料，这个程序办的不是目录里的事项',
      help: '在 opens 里写上 about: service-items，或者改用 form',
    }));

/** Every item of the charter's catalogue has an organ that may decide it, and a procedure that takes it in. */
export function checkServiceItems(
  charter: Charter,
  affairs: Affairs,
  procedures: readonly Procedure[],
): readonly Fault[] {
  if (charter.serviceItems === undefined) return [];
  const path = 'service-items';
  const items = Object.values(affairs).filter(({ service }) => service?.catalogue === charter.serviceItems);
  const idle: Fault[] = procedures.some(({ opens }) => opens.about !== undefined)
    ? []
    : [
        {
          path,
          reason: '有办事目录，却没有办事的程序',
          help: '在 procedures: 里加上一个写了 about: service-items 的程序',
        },
      ];
  return [
    ...idle,
    ...items.flatMap((item): Fault[] => {
      if (charter.organs[item.handler] === undefined)
        return [
          {
            path,
            reason: `${item.id}（${item.title}）由 ${item.handler} 决定，章程里没有这个机构`,
            help: didYouMean(item.handler, Object.keys(charter.organs)),
          },
        ];
      return holdsPower(charter, item.handler, 'execute', item)
        ? []
        : [
            {
              path,
              reason: `${item.handler} 没有办理 ${item.id}（${item.title}）的权责`,
              help: '在 powers: 里给它 execute，on: 可以写事项的分组',
            },
          ];
    }),
  ];
}
