import { fileURLToPath } from 'node:url';
import { civilDate } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { type Station, stationLineSvg } from '@liren/core/drawing/station-line.ts';
import type { ActorRule, Definition, Limit, Step } from '@liren/core/engine/types.ts';
import { citation, findRule, type LawBook } from '@liren/core/law/law.ts';
import { stopsOf, whoActs } from '@liren/core/projections/stations.ts';
import { definitionFor, type Library, loadLibrary } from '../server/src/adapters/charters/library.ts';
import { type LimitUnit, limitOf } from '../server/src/usecases/limit-of.ts';
import { stepRule } from './step-rules.ts';

/** The reading that is drawn; later readings of the same files have their own parameters. */
const day = civilDate('2026-11-01');

/** What an outcome is called on the way that it leads. */
const outcomeWords: Readonly<Record<string, string>> = {
  assigned: '已派单',
  rejected: '不予受理',
  done: '已办完',
  returned: '退回派单',
  pleased: '满意',
  displeased: '不满意',
  silent: '到期没有评价',
  accepted: '通过',
  'sent-back': '退回重办',
  gathered: '全部完成',
  clear: '公示期满',
  discussed: '意见都答复了',
  withdrawn: '自己撤回',
  held: '开完了',
  passed: '通过',
  failed: '没有通过',
  elected: '选出来了',
  'run-off': '没有选满',
  allocated: '选出来了',
  none: '一个也没有选上',
  chosen: '选上了',
  'passed-over': '没有选上',
};
const outcome = (name: string): string => outcomeWords[name] ?? name;
const kindWords: Readonly<Record<string, string>> = {
  form: '填写',
  receive: '接件',
  assign: '派单',
  work: '办理',
  check: '审核',
  rate: '评价',
  publish: '公示',
  discuss: '征求意见',
  gather: '汇总',
  meet: '开会',
  vote: '表决',
  allocate: '选项目',
  wait: '等候',
  office: '任职',
  end: '结束',
};

const unitWords: Readonly<Record<LimitUnit, string>> = {
  minutes: '分钟',
  hours: '小时',
  days: '天',
  workingMinutes: '个工作分钟',
  workingHours: '个工作小时',
  workingDays: '个工作日',
};

/** '7 天', '30 个工作分钟'. */
function limitWords(limit: Limit, urgency: string): string | undefined {
  const found = limitOf(limit, { urgency });
  return found && `${found.amount} ${unitWords[found.unit]}`;
}

/** '一般 7 天；紧急 24 小时', or one limit for all. */
function limitsOf(definition: Definition, step: Step | undefined): string | undefined {
  const { limit, kind } = step ?? {};
  if (limit === undefined) return undefined;
  if (!('by' in limit)) {
    const words = limitWords(limit, 'normal');
    return kind === 'meet' || kind === 'vote' || kind === 'allocate' ? `${words}内发通知` : words;
  }
  if (limit.by === 'affair') return '按办事目录承诺的时限';
  return definition.procedure.grades
    .flatMap(({ value, title }) => {
      const words = limitWords(limit, value);
      return words === undefined ? [] : [`${title} ${words}`];
    })
    .join('；');
}

const who = (definition: Definition, rule: ActorRule | undefined): string =>
  whoActs(rule, definition, undefined, []).join('、');

function stationsOf(definition: Definition, law: LawBook): readonly Station[] {
  const { steps } = definition.procedure;
  return stopsOf(definition, undefined, { organs: [] }).map((stop) => {
    const step = steps[stop.id];
    const limit = limitsOf(definition, step);
    const rules = (step?.law ?? []).map((id) => findRule(law, id, day)?.title ?? id).join('、');
    return {
      id: stop.id,
      title: stop.title,
      kind: stop.kind,
      state: 'to-come' as const,
      backTo: stop.backTo.map((back) => ({ id: back.id, label: outcome(back.outcome) })),
      ...(stop.who.length > 0 && { who: stop.who.join('、') }),
      ...(limit !== undefined && { dueText: limit }),
      ...(rules !== '' && { rule: rules }),
    };
  });
}

/** Ways out of one step, each with what it is called and where it leads. */
function waysOf({ procedure }: Definition, step: Step): string {
  return Object.entries(step.then)
    .map(([name, way]) => {
      const to = procedure.steps[way.to]?.title ?? way.to;
      const after = way.after === undefined ? undefined : (procedure.steps[way.after]?.title ?? way.after);
      const again = after === undefined ? '' : `（${way.times ?? 1} 次以后：${after}）`;
      return `${outcome(name)} → ${to}${again}`;
    })
    .join('<br>');
}

function rulesOf(step: Step, law: LawBook): string {
  return step.law
    .map((id) => {
      const rule = findRule(law, id, day);
      return rule === undefined ? id : `${rule.title}（${citation(rule.source)}）`;
    })
    .join('<br>');
}

function tableOf(definition: Definition, law: LawBook): readonly string[] {
  const rows = Object.values(definition.procedure.steps).map((step) => {
    const cells = [
      step.title,
      kindWords[step.kind] ?? step.kind,
      who(definition, step.by),
      limitsOf(definition, step) ?? '',
      waysOf(definition, step),
      step.late.map((rule) => who(definition, rule)).join('、'),
      rulesOf(step, law),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| 环节 | 做什么 | 谁来做 | 期限 | 之后 | 超期告诉谁 | 依据 |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ];
}

function alwaysOf(definition: Definition): readonly string[] {
  const { join, withdraw, supervise, exclude } = definition.procedure.always;
  const line = (title: string, rule: ActorRule | undefined): readonly string[] =>
    rule === undefined ? [] : [`- ${title}：${who(definition, rule)}`];
  const lines = [
    ...line('我也遇到了', join?.by),
    ...line('撤回', withdraw?.by),
    ...line('督办', supervise?.by),
    ...line('申请剔除', exclude?.ask),
    ...line('审批剔除（不能是申请人）', exclude?.decide),
  ];
  return lines.length === 0 ? [] : ['## 任何环节都可以', '', ...lines, ''];
}

function rulesPart(definition: Definition): readonly string[] {
  const lines = Object.values(definition.procedure.steps).flatMap((step) => {
    const rule = stepRule(step, (each) => who(definition, each));
    return rule === undefined ? [] : [`- **${step.title}**：${rule}`];
  });
  return lines.length === 0 ? [] : ['## 每一步的规矩', '', ...lines, ''];
}

/** @param charters that use it; posts and organs are named as the first of them names them. */
function pageOf(definition: Definition, charters: readonly string[], law: LawBook): string {
  const { procedure } = definition;
  const fields = procedure.opens.form.map(({ title, required }) => (required ? title : `${title}（可不填）`));
  return `${[
    '<!-- 由 node scripts/docs.mjs 生成，不要手改。 -->',
    `# ${procedure.title}`,
    '',
    `![${procedure.title}的流程](${procedure.id}.svg)`,
    '',
    `- 章程：${charters.join('；')}`,
    `- 文件：\`charters/procedures/${procedure.id}.yaml\``,
    `- 谁可以发起：${who(definition, procedure.opens.by)}`,
    `- 发起时填写：${fields.join('、')}`,
    `- 谁看得到：${procedure.publicity === 'public' ? '所有人（个人信息和原话除外）' : '有关的人'}`,
    '',
    '## 环节',
    '',
    ...tableOf(definition, law),
    '',
    ...rulesPart(definition),
    ...alwaysOf(definition),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

/** A procedure as the first charter that uses it names its people, with the titles of all that do. */
interface Drawn {
  readonly definition: Definition;
  readonly charters: readonly string[];
}

function indexOf(drawn: readonly Drawn[]): string {
  const rows = drawn.map(
    ({ definition: { procedure }, charters }) =>
      `| [${procedure.title}](${procedure.id}.md) | ${charters.join('；')} | \`${procedure.id}\` |`,
  );
  return [
    '<!-- 由 node scripts/docs.mjs 生成，不要手改。 -->',
    '# 程序图',
    '',
    '每个程序一张图、一张表，由 `charters/` 里的文件画出来。改了程序，运行 `node scripts/docs.mjs` 重新生成。',
    '',
    '| 程序 | 章程 | 编号 |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function drawnFrom(library: Library): readonly Drawn[] {
  const found = new Map<string, Drawn>();
  for (const [id, loaded] of library.charters)
    for (const procedure of [...loaded.procedures.keys()].sort()) {
      const known = found.get(procedure);
      const definition = known?.definition ?? definitionFor(library, id, procedure, day);
      found.set(procedure, {
        definition,
        charters: [...(known?.charters ?? []), loaded.charter.title],
      });
    }
  return [...found.values()];
}

/** Every file of docs/procedures by its name: a drawing and a page for each procedure, and the page that lists them. */
export function proceduresAsDocs(): ReadonlyMap<string, string> {
  const library = unwrap(loadLibrary(fileURLToPath(new URL('../charters', import.meta.url))));
  const drawn = drawnFrom(library);
  const files = new Map([['README.md', indexOf(drawn)]]);
  for (const { definition, charters } of drawn) {
    const { id, title } = definition.procedure;
    const stations = stationsOf(definition, library.law);
    const drawing = stationLineSvg(stations, {
      // A row with room for the words of each stop, and none left over at its end.
      width: Math.max(760, stations.length * 230),
      title: `${title}的流程`,
      background: true,
    });
    files.set(`${id}.svg`, drawing);
    files.set(`${id}.md`, pageOf(definition, charters, library.law));
  }
  return files;
}
