import { readFileSync, statSync } from 'node:fs';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { longestDocumentBytes, type RecordDocument } from '@liren/core/record/document.ts';
import type { Explained } from '@liren/core/record/explained.ts';
import { type VerifiedSummary, verifyDocument } from '@liren/core/record/export.ts';
import { describeFault, type RecordFault } from '@liren/core/record/fault.ts';
import { type BallotList, readBallotList } from '@liren/core/voting/ballot-list.ts';
import { type Recounted, recount } from '@liren/core/voting/recount.ts';
import { describeRecountFault, type RecountFault } from '@liren/core/voting/recount-fault.ts';

/**
 * What came of one file. `unreadable`: there is no such file, it is too long, or it is no JSON. `miscounted`: the record is
 * whole, but what it decided is not what its ballots and its rule come to.
 */
export type FileReport =
  | {
      readonly path: string;
      readonly status: 'whole';
      readonly summary: VerifiedSummary;
      readonly recounted?: readonly Recounted[];
    }
  | { readonly path: string; readonly status: 'miscounted'; readonly faults: readonly RecountFault[] }
  | { readonly path: string; readonly status: 'faulty'; readonly faults: readonly RecordFault[] }
  | { readonly path: string; readonly status: 'unreadable'; readonly why: Explained };

const tooLong: Explained = {
  zh: `文件超过 ${longestDocumentBytes / 1024 / 1024} MB，不像一份案卷。`,
  en: `The file is longer than ${longestDocumentBytes / 1024 / 1024} MB, which no record is.`,
};
const notText: Explained = {
  zh: '不是 UTF-8 编码的 JSON 文件。请用“导出案卷”得到的原文件，不要用表格或文字软件另存。',
  en: 'Not JSON in UTF-8. Use the exported file as it is, not one saved anew by another program.',
};
const noFile = (error: unknown): Explained => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return { zh: `打不开这个文件（${code}）。`, en: `The file cannot be opened (${code}).` };
};

function readJson(path: string): Result<unknown, Explained> {
  let bytes: Buffer;
  try {
    if (statSync(path).size > longestDocumentBytes) return err(tooLong);
    bytes = readFileSync(path);
  } catch (error) {
    return err(noFile(error));
  }
  try {
    // Strict: a byte that is no UTF-8 would otherwise be read as U+FFFD and hashed as such.
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return err(notText);
  }
}

interface Beside {
  readonly published: unknown;
  readonly lists: readonly (readonly [path: string, list: BallotList])[];
  /** Lists that a record was found for. */
  readonly used: Set<string>;
}

/** Whether the record is whole; and, where there are ballots of its matter, whether it says what they come to. */
function verifyFile(path: string, { published, lists, used }: Beside): FileReport {
  const document = readJson(path);
  if (!document.ok) return { path, status: 'unreadable', why: document.error };
  const result = verifyDocument(document.value, published);
  if (!result.ok) return { path, status: 'faulty', faults: result.error };
  const summary = result.value;
  const own = lists.filter(([, { poll }]) => poll.matter === summary.matter);
  for (const [listPath] of own) used.add(listPath);
  const [first] = own;
  if (first === undefined) return { path, status: 'whole', summary };
  const { events } = document.value as RecordDocument;
  const { faults, polls } = recount(
    first[1].procedure,
    events,
    own.map(([, list]) => list),
  );
  return faults.length > 0
    ? { path, status: 'miscounted', faults }
    : { path, status: 'whole', summary, recounted: polls };
}

function readLists(paths: readonly string[]): {
  readonly lists: Beside['lists'];
  readonly wrong: readonly FileReport[];
} {
  const lists: (readonly [string, BallotList])[] = [];
  const wrong: FileReport[] = [];
  for (const path of paths) {
    const json = readJson(path);
    const list = json.ok ? readBallotList(json.value) : undefined;
    if (!json.ok) wrong.push({ path, status: 'unreadable', why: json.error });
    else if (list?.ok === true) lists.push([path, list.value]);
    else if (list !== undefined) wrong.push({ path, status: 'miscounted', faults: [list.error] });
  }
  return { lists, wrong };
}

/**
 * Verify each file by itself, and count again what lists of ballots were given for. When the list of checkpoints cannot be
 * read, that is the only report; a list of ballots that belongs to none of the records is reported as such.
 */
export function verifyFiles(
  paths: readonly string[],
  checkpointsPath?: string,
  ballotsPaths: readonly string[] = [],
): readonly FileReport[] {
  const published = checkpointsPath === undefined ? ok(undefined) : readJson(checkpointsPath);
  if (!published.ok) return [{ path: checkpointsPath ?? '', status: 'unreadable', why: published.error }];
  const { lists, wrong } = readLists(ballotsPaths);
  const used = new Set<string>();
  const reports = paths.map((path) => verifyFile(path, { published: published.value, lists, used }));
  const strangers = lists
    .filter(([path]) => !used.has(path))
    .map(([path]): FileReport => ({ path, status: 'miscounted', faults: [{ code: 'other-matter' }] }));
  return [...reports, ...wrong, ...strangers];
}

const inBoth = (mark: string, { zh, en }: Explained): string => `  ${mark} ${zh}\n    ${en}\n`;

const outcomes: Readonly<Record<string, Explained>> = {
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '没有通过', en: 'did not pass' },
  elected: { zh: '选出', en: 'elected' },
  'run-off': { zh: '另行选举', en: 'to a run-off' },
};
const ways: Readonly<Record<Recounted['by'], Explained>> = {
  ballots: { zh: '照票单逐张重新计过', en: 'counted again, ballot by ballot' },
  figures: { zh: '没有票单，只核对了各个数字', en: 'no ballots given: only its figures agree' },
  held: { zh: '票数按规定没有公布，没有核对', en: 'its count is held back, and was not checked' },
};
const recountedText = ({ step, n, title, outcome, by }: Recounted): string => {
  const end = outcomes[outcome] ?? { zh: outcome, en: outcome };
  const mark = by === 'held' ? '·' : '✓';
  return inBoth(mark, {
    zh: `“${title || step}”第 ${n} 次：${end.zh}。${ways[by].zh}。`,
    en: `${step}, ${n}: ${end.en}. ${ways[by].en}.`,
  });
};

function textOfWhole(
  { checked, notChecked, ...summary }: VerifiedSummary,
  recounted: readonly Recounted[] = [],
): string {
  const days = `${civilDateOf(summary.firstAt)} 至 ${civilDateOf(summary.lastAt)}`;
  return [
    `  事项 ${summary.matter}，程序 ${summary.procedure}，${days}，共 ${summary.length} 条\n`,
    `  最后一条的指纹 ${summary.head}\n`,
    '  查过，相符 / checked:\n',
    ...checked.map((line) => inBoth('✓', line)),
    ...(recounted.length > 0 ? ['  按程序重新计票 / counted again by the rule:\n'] : []),
    ...recounted.map(recountedText),
    '  没有查 / not checked:\n',
    ...notChecked.map((line) => inBoth('·', line)),
  ].join('');
}

const explainedFaults = (report: Extract<FileReport, { faults: unknown }>) =>
  report.status === 'faulty'
    ? report.faults.map((fault) => ({ ...fault, ...describeFault(fault) }))
    : report.faults.map((fault) => ({ ...fault, ...describeRecountFault(fault) }));

function textOf(report: FileReport): string {
  if (report.status === 'whole')
    return `${report.path}：没有被动过 / intact\n${textOfWhole(report.summary, report.recounted)}`;
  if (report.status === 'unreadable')
    return `${report.path}：读不了 / unreadable\n${inBoth('✗', report.why)}`;
  const faults = explainedFaults(report).map((fault) => inBoth('✗', fault));
  return `${report.path}：不相符 / does not verify\n${faults.join('')}`;
}

export const reportAsText = (reports: readonly FileReport[]): string => `${reports.map(textOf).join('\n')}`;

/** One JSON array; each fault carries its code and its explanation. */
export const reportAsJson = (reports: readonly FileReport[]): string => {
  const explained = reports.map((report) =>
    'faults' in report ? { ...report, faults: explainedFaults(report) } : report,
  );
  return `${JSON.stringify(explained, null, 2)}\n`;
};
