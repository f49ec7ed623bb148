import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { CastVote, Vote } from '@liren/core/opinion/types.ts';
import { readColumns } from '../text/read-columns.ts';

/** More than any conversation yet held; a file with more is a mistake. */
const mostVotes = 5_000_000;

export async function readVotes(file: string): Promise<Result<readonly CastVote[], string>> {
  const rows = await readColumns(file, ['voter-id', 'comment-id', 'vote'], ['timestamp']);
  if (!rows.ok) return rows;
  if (rows.value.length > mostVotes) return err(`${file} 有 ${rows.value.length} 行，最多 ${mostVotes} 行。`);
  const votes: CastVote[] = [];
  for (const [i, [voter = '', statement = '', cast = '', time = '']] of rows.value.entries()) {
    const vote = readVote(cast);
    const at = Number(time);
    const told = voter === '' || statement === '' ? '缺投票人或观点的编号' : undefined;
    const wrong =
      told ??
      (vote === undefined ? `vote 是“${cast}”，应是 1（同意）、-1（反对）或 0（跳过）` : undefined) ??
      (Number.isFinite(at) ? undefined : `timestamp 是“${time}”，应是毫秒数`);
    if (wrong !== undefined || vote === undefined) return err(`${file} 第 ${i + 2} 行：${wrong}。`);
    votes.push({ voter, statement, vote, at });
  }
  return ok(votes);
}

function readVote(text: string): Vote | undefined {
  const cast = text.trim();
  return cast === '1' ? 1 : cast === '-1' ? -1 : cast === '0' ? 0 : undefined;
}

export interface ExportedStatements {
  /** 主持人撤下的. */
  readonly out: ReadonlySet<string>;
  readonly texts: ReadonlyMap<string, string>;
}

/** The statements' file: the one that is named, else `comments.csv` beside the votes, where it lies there. */
export async function readStatements(
  votesFile: string,
  named: string | undefined,
): Promise<Result<ExportedStatements, string>> {
  const beside = join(dirname(resolve(votesFile)), 'comments.csv');
  const file = named ?? ((await isThere(beside)) ? beside : undefined);
  if (file === undefined) return ok({ out: new Set(), texts: new Map() });
  const rows = await readColumns(file, ['comment-id', 'moderated', 'comment-body']);
  if (!rows.ok) return rows;
  return ok({
    out: new Set(rows.value.flatMap(([id = '', moderated]) => (moderated?.trim() === '-1' ? [id] : []))),
    texts: new Map(rows.value.map(([id = '', , text = '']) => [id, text])),
  });
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
