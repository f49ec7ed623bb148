import type { ProjectOption } from '../steps/allocate/config.ts';
import type { Block, OfficialDocument, PaperEvent, PaperSource } from './types.ts';
import { dayOn, lines, note, numbered, organIn } from './words.ts';

const yuan = (amount: unknown): string => `${Number(amount).toLocaleString('en')} 元`;
const projectsIn = ({ data }: PaperEvent, name: string): readonly ProjectOption[] =>
  (data[name] ?? []) as unknown as readonly ProjectOption[];

/** What is voted on under a budget, with what each costs; undefined of a vote that has no budget. */
export function findProjects(announced: PaperEvent): readonly Block[] | undefined {
  const { budget } = announced.data;
  if (budget === undefined) return undefined;
  return [
    ...lines(`一共 ${yuan(budget)}，在下面的项目里选：`),
    {
      kind: 'table',
      head: ['项目', '在哪里', '多少钱'],
      rows: projectsIn(announced, 'options').map(({ title, area = '', cost }) => [title, area, yuan(cost)]),
      widths: [54, 22, 24],
    },
  ];
}

/** 选项目的结果, as it hangs on the notice board. Why each was chosen or not stands on the page that the code leads to. */
export function allocationOf(source: PaperSource, anchor: PaperEvent): OfficialDocument {
  const { budget, spent, ballots, selected, enough, digest } = anchor.data;
  const chosen = new Set(selected as readonly string[]);
  const cast = ballots === undefined ? '' : `共 ${String(ballots)} 张票。`;
  const sum =
    chosen.size > 0
      ? `选上 ${chosen.size} 个项目，共 ${yuan(spent)}，预算 ${yuan(budget)}。`
      : enough === true
        ? '一个项目也没有选上。'
        : '参加的人不够，这一轮没有选。';
  return {
    kind: 'result',
    title: `“${source.title}”选项目结果公告`,
    number: source.number,
    blocks: [
      ...lines(`${cast}${sum}`),
      ...numbered([
        {
          title: '每个项目',
          blocks: [
            {
              kind: 'table',
              head: ['项目', '多少钱', '结果'],
              rows: projectsIn(anchor, 'projects').map(({ id, title, cost }) => [
                title,
                yuan(cost),
                chosen.has(id) ? '选上' : '没有选上',
              ]),
              widths: [54, 24, 22],
            },
          ],
        },
        {
          title: '为什么',
          blocks: lines('每个项目选上或者没有选上的原因，扫右下的码就能看到；全部选票可以下载，谁都能重算。'),
        },
      ]),
      ...(typeof digest === 'string' ? [note(`选票清单的校验值：${digest}`)] : []),
    ],
    signed: { by: organIn(anchor, source.community), on: dayOn(anchor.at) },
  };
}
