import { randomUUID } from 'node:crypto';
import { civilDateOf, instantOf } from '@liren/core/calendar/calendar.ts';
import type { LawBook } from '@liren/core/law/law.ts';
import {
  monthsBefore,
  type RetentionRule,
  retentionRules,
  retentionTerms,
} from '@liren/core/law/retention.ts';
import { removeFile } from '../adapters/files/file-records.ts';
import type { FileStore } from '../adapters/files/file-store.ts';
import type { FullDirectory } from '../store/directory.ts';
import { eraseByRule, eraseTrail, findExpiredPhotos, noteRetention } from '../store/retention.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Shell } from './shell.ts';
import { keptWhere } from './transact.ts';

export interface RetentionDeps {
  readonly shell: Shell;
  readonly directory: Pick<FullDirectory, 'communities'>;
  readonly law: LawBook;
  readonly fileStore: FileStore;
}
/** What one rule takes away now. */
export interface Expired {
  readonly rule: RetentionRule;
  readonly months: number;
  readonly erased: number;
}
/**
 * Erases what has outlived its term (PIPL 19, 47): chains keep their commitments and still verify, matters that are open,
 * that stand beside an open one, or that somebody holds are left alone, and each rule leaves a trace of how much it took.
 * With `preview` the very same is done and undone. Broken off, the next run goes on.
 */
export async function keepTerms(deps: RetentionDeps, preview = false): Promise<readonly Expired[]> {
  const { shell, law } = deps;
  const today = civilDateOf(shell.now());
  const terms = retentionTerms(law, today);
  const all: Expired[] = [];
  for (const rule of retentionRules) {
    const months = terms[rule];
    const before = instantOf(monthsBefore(today, months), 0);
    const erased = await eraseEverywhere(deps, rule, { months, before, preview });
    if (erased > 0) all.push({ rule, months, erased });
  }
  return all;
}

interface Term {
  readonly months: number;
  readonly before: number;
  readonly preview: boolean;
}

async function eraseEverywhere(deps: RetentionDeps, rule: RetentionRule, term: Term): Promise<number> {
  const { shell, directory } = deps;
  const { before } = term;
  if (rule === 'signInTrail') return erase(shell, rule, term, (client) => eraseTrail(client, before));
  let erased = 0;
  for (const { id } of directory.communities) {
    // Before the matter forgets them: afterwards nothing would tell that they are to go.
    if (rule === 'matterWords') erased += await erasePhotos(deps, id, term);
    erased += await erase(shell, rule, term, (client) => eraseByRule(client, rule, id, before));
  }
  return erased;
}

/** One transaction with its trace. */
async function erase(
  { pool, now }: Shell,
  rule: RetentionRule,
  { months, preview }: Term,
  work: (client: Queryable) => Promise<number>,
): Promise<number> {
  return keptWhere(pool, async (client) => {
    const erased = await work(client);
    if (erased > 0) await noteRetention(client, randomUUID(), { rule, months, erased, at: now() });
    return { keep: !preview, answer: erased };
  });
}

async function erasePhotos(
  { shell, fileStore }: RetentionDeps,
  community: string,
  { months, before, preview }: Term,
): Promise<number> {
  const { pool, now } = shell;
  const photos = await findExpiredPhotos(pool, community, before);
  if (preview || photos.length === 0) return photos.length;
  for (const id of photos) await removeFile(pool, fileStore, id);
  await noteRetention(pool, randomUUID(), {
    rule: 'matterWords',
    months,
    erased: photos.length,
    at: now(),
  });
  return photos.length;
}
