import { csvRow } from '../../import/error-file.ts';
import { findDiscussion } from '../../store/discussions/discussions.ts';
import { openWords, readStatements } from '../../store/discussions/statements.ts';
import { readVotes } from '../../store/discussions/votes.ts';
import type { Asker } from '../actor.ts';
import { findTalk, type TalkDeps, type TalkKey } from './find-talk.ts';

/** The closed discussion; before its end nothing is published, for its votes still have their voters. */
async function findClosed(deps: TalkDeps, asker: Asker, key: TalkKey) {
  const talk = await findTalk(deps, asker, key);
  const row = talk && (await findDiscussion(deps.shell.pool, key.community, talk.step.id));
  return row === undefined || row.closed_at === null ? undefined : row;
}
const fileOf = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${csvRow(row.map(String))}\r\n`).join('');

/** votes.csv as Polis exports it. Its time is the order of first answers: when somebody voted nobody wrote down. */
export async function votesCsv(deps: TalkDeps, asker: Asker, key: TalkKey): Promise<string | undefined> {
  const row = await findClosed(deps, asker, key);
  if (row === undefined) return undefined;
  const votes = await readVotes(deps.shell.pool, key.community, row.id, 0);
  return fileOf([
    ['timestamp', 'comment-id', 'voter-id', 'vote'],
    ...votes.map(({ at, statement, voter, vote }) => [at, statement, voter, vote]),
  ]);
}

/** comments.csv beside it; the words of a statement that was taken out, or erased by its writer, are not in it. */
export async function commentsCsv(deps: TalkDeps, asker: Asker, key: TalkKey): Promise<string | undefined> {
  const row = await findClosed(deps, asker, key);
  if (row === undefined) return undefined;
  const { pool, sealer } = deps.shell;
  const statements = await readStatements(pool, key.community, row.id);
  return fileOf([
    ['timestamp', 'comment-id', 'moderated', 'comment-body'],
    ...statements.map(({ n, written_at, status, words_sealed }) => [
      written_at,
      n,
      status === 'shown' ? 1 : -1,
      status === 'shown' ? (openWords(sealer, row.id, n, 'words_sealed', words_sealed) ?? '') : '',
    ]),
  ]);
}
