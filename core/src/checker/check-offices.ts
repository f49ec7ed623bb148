import type { Charter, Procedure } from '../engine/types.ts';
import type { OfficeConfig } from '../steps/office/office.ts';
import { didYouMean, type Problem } from './problem.ts';

type Fault = Omit<Problem, 'file'>;

function strangeSeat({ gives, ends, in: organ }: OfficeConfig, path: string, charter: Charter): Fault[] {
  const [at, post] = gives === undefined ? ['ends', ends ?? ''] : ['gives', gives];
  const known = charter.posts[post];
  if (known === undefined)
    return [
      {
        path: `${path}.${at}`,
        reason: `章程 ${charter.id} 里没有岗位 ${post}`,
        help: didYouMean(post, Object.keys(charter.posts)),
      },
    ];
  return known.in.includes(organ)
    ? []
    : [
        {
          path: `${path}.in`,
          reason: `岗位 ${post}（${known.title}）不设在 ${organ}`,
          help: `设有这个岗位的机构：${known.in.join('、')}`,
        },
      ];
}

const elects = ({ steps }: Procedure): boolean =>
  Object.values(steps).some(
    ({ kind, config }) =>
      kind === 'vote' &&
      (config as { readonly question: { readonly kind: string } }).question.kind === 'elect',
  );

/** Whether every office that a procedure gives or ends stands in the charter, and whoever takes it was elected for a term. */
export function checkOffices(procedure: Procedure, charter: Charter): readonly Fault[] {
  return Object.entries(procedure.steps).flatMap(([name, { kind, config }]) => {
    if (kind !== 'office') return [];
    const path = `steps.${name}`;
    const own = config as OfficeConfig;
    const { gives, ends, term } = own;
    if ((gives === undefined) === (ends === undefined))
      return [
        { path, reason: '任职要么写 gives（谁上岗），要么写 ends（谁的职务终止）', help: '两样只写一样' },
      ];
    return [
      ...strangeSeat(own, path, charter),
      ...((gives === undefined) === (term === undefined)
        ? []
        : [{ path: `${path}.term`, reason: '上岗要写任期，职务终止不写', help: 'term: { years: 5 }' }]),
      ...(gives === undefined || elects(procedure)
        ? []
        : [
            {
              path: `${path}.gives`,
              reason: '这个程序里没有选举，没有谁可以上岗',
              help: '前面要有 question: { kind: elect, … } 的表决',
            },
          ]),
    ];
  });
}
