import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { appeal, decideAppeal, moderate, type RemovalReason } from '@liren/core/opinion/moderation.ts';
import {
  findStatement,
  moderatedOf,
  type StatementRow,
  setAppeal,
  setAppealDecision,
  setDecision,
  wordsPlace,
} from '../../store/discussions/statements.ts';
import type { Queryable } from '../../store/write-record.ts';
import type { Shell } from '../shell.ts';
import { inTransaction } from '../transact.ts';
import { voterHandle } from './discuss-step.ts';
import {
  findTalk,
  type Person,
  type TalkDeps,
  type TalkKey,
  type TalkRefusal,
  talkToKeep,
} from './find-talk.ts';

type StatementKey = TalkKey & { readonly n: number };
type Done = Result<undefined, TalkRefusal>;

/** Nobody else decides on the same statement in between. */
const held = (
  { pool }: Shell,
  { community, n }: StatementKey,
  discussion: string,
  work: (client: Queryable, row: StatementRow) => Promise<Done>,
): Promise<Done> =>
  inTransaction(pool, async (client) => {
    const row = await findStatement(client, community, discussion, n, true);
    return row === undefined ? err('not-found') : work(client, row);
  });

/** Shows a statement, or takes it out for one of the reasons there are. */
export async function moderateStatement(
  deps: TalkDeps,
  asker: Person,
  wish: StatementKey & { readonly removeFor?: RemovalReason | undefined },
): Promise<Done> {
  const found = await talkToKeep(deps, asker, wish);
  if (!found.ok) return found;
  const discussion = found.value.step.id;
  return held(deps.shell, wish, discussion, async (client, row) => {
    const next = moderate(moderatedOf(row), wish.removeFor, asker.person);
    if (!next.ok) return next;
    const by = { person: asker.person, at: deps.shell.now() };
    await setDecision(client, { ...wish, discussion }, next.value, by);
    return ok(undefined);
  });
}

/** 申诉: the writer asks for a second look, once. */
export async function appealRemoval(
  deps: TalkDeps,
  asker: Person,
  wish: StatementKey & { readonly text: string },
): Promise<Done> {
  const { shell } = deps;
  const talk = await findTalk(deps, asker, wish);
  if (talk === undefined || talk.step.config.statements !== true) return err('not-found');
  if (talk.step.until === undefined) return err('talk-over');
  const discussion = talk.step.id;
  return held(shell, wish, discussion, async (client, row) => {
    if (row.handle !== voterHandle(shell, discussion, asker.person)) return err('not-yours');
    const next = appeal(moderatedOf(row));
    if (!next.ok) return next;
    const sealed = shell.sealer.seal(wordsPlace(discussion, wish.n, 'appeal_sealed'), wish.text.trim());
    await setAppeal(client, { ...wish, discussion }, sealed, shell.now());
    return ok(undefined);
  });
}

/** Somebody else than who took it out looks again. */
export async function judgeAppeal(
  deps: TalkDeps,
  asker: Person,
  wish: StatementKey & { readonly upheld: boolean },
): Promise<Done> {
  const found = await talkToKeep(deps, asker, wish);
  if (!found.ok) return found;
  const discussion = found.value.step.id;
  return held(deps.shell, wish, discussion, async (client, row) => {
    const next = decideAppeal(moderatedOf(row), wish.upheld, asker.person);
    if (!next.ok) return next;
    const by = { person: asker.person, at: deps.shell.now() };
    await setAppealDecision(client, { ...wish, discussion }, wish.upheld, by);
    return ok(undefined);
  });
}
