import { readFileSync, statSync } from 'node:fs';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { longestDocumentBytes } from '@liren/core/record/document.ts';
import type { Explained } from '@liren/core/record/explained.ts';
import { type VerifiedSummary, verifyDocument } from '@liren/core/record/export.ts';
import { describeFault, type RecordFault } from '@liren/core/record/fault.ts';

/** What came of one file. `unreadable`: there is no such file, it is too long, or it is no JSON. */
export type FileReport =
  | { readonly path: string; readonly status: 'whole'; readonly summary: VerifiedSummary }
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

function verifyFile(path: string, published: unknown): FileReport {
  const document = readJson(path);
  if (!document.ok) return { path, status: 'unreadable', why: document.error };
  const result = verifyDocument(document.value, published);
  return result.ok
    ? { path, status: 'whole', summary: result.value }
    : { path, status: 'faulty', faults: result.error };
}

/** Verify each file by itself. When the list of checkpoints cannot be read, that is the only report. */
export function verifyFiles(paths: readonly string[], checkpointsPath?: string): readonly FileReport[] {
  if (checkpointsPath === undefined) return paths.map((path) => verifyFile(path, undefined));
  const published = readJson(checkpointsPath);
  if (!published.ok) return [{ path: checkpointsPath, status: 'unreadable', why: published.error }];
  return paths.map((path) => verifyFile(path, published.value));
}

const inBoth = (mark: string, { zh, en }: Explained): string => `  ${mark} ${zh}\n    ${en}\n`;

function textOfWhole({ checked, notChecked, ...summary }: VerifiedSummary): string {
  const days = `${civilDateOf(summary.firstAt)} 至 ${civilDateOf(summary.lastAt)}`;
  return [
    `  事项 ${summary.matter}，程序 ${summary.procedure}，${days}，共 ${summary.length} 条\n`,
    `  最后一条的指纹 ${summary.head}\n`,
    '  查过，相符 / checked:\n',
    ...checked.map((line) => inBoth('✓', line)),
    '  没有查 / not checked:\n',
    ...notChecked.map((line) => inBoth('·', line)),
  ].join('');
}

function textOf(report: FileReport): string {
  if (report.status === 'whole') return `${report.path}：没有被动过 / intact\n${textOfWhole(report.summary)}`;
  if (report.status === 'unreadable')
    return `${report.path}：读不了 / unreadable\n${inBoth('✗', report.why)}`;
  const faults = report.faults.map((fault) => inBoth('✗', describeFault(fault)));
  return `${report.path}：不相符 / does not verify\n${faults.join('')}`;
}

export const reportAsText = (reports: readonly FileReport[]): string => `${reports.map(textOf).join('\n')}`;

/** One JSON array; each fault carries its code and its explanation. */
export const reportAsJson = (reports: readonly FileReport[]): string => {
  const explained = reports.map((report) =>
    report.status === 'faulty'
      ? { ...report, faults: report.faults.map((fault) => ({ ...fault, ...describeFault(fault) })) }
      : report,
  );
  return `${JSON.stringify(explained, null, 2)}\n`;
};
