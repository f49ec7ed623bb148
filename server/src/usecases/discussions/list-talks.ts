import { findDiscussion, openMattersOf } from '../../store/discussions/discussions.ts';
import { readStatements } from '../../store/discussions/statements.ts';
import { readOwnVotes } from '../../store/discussions/votes.ts';
import type { Asker } from '../actor.ts';
import { readWhole } from '../read-whole.ts';
import { voterHandle } from './discuss-step.ts';
import { findTalk, type TalkDeps } from './find-talk.ts';

/** Every step of any procedure in which people are asked what they think. */
function discussSteps({
  library,
}: TalkDeps): readonly { readonly procedure: string; readonly step: string }[] {
  return [...library.charters.values()].flatMap(({ procedures }) =>
    [...procedures.values()].flat().flatMap(({ procedure }) =>
      Object.entries(procedure.steps)
        .filter(([, { kind }]) => kind === 'discuss')
        .map(([step]) => ({ procedure: procedure.id, step })),
    ),
  );
}

/** 我来议: what can be discussed now, as the asker may see it; the first to close first. */
export async function openTalks(deps: TalkDeps, asker: Asker) {
  const { shell, directory } = deps;
  const communities = directory.communities.map(({ id }) => id);
  const open = await openMattersOf(shell.pool, communities, discussSteps(deps));
  const rows = [];
  for (const { community_id: community, id: matter } of open) {
    const talk = await findTalk(deps, asker, { community, matter });
    if (talk === undefined || !talk.open || talk.step.until === undefined) continue;
    const { title } = await readWhole(deps, talk.seen);
    rows.push({
      community,
      communityTitle: directory.findCommunity(community)?.title ?? '',
      matter,
      title,
      procedure: { id: talk.seen.definition.procedure.id, title: talk.seen.definition.procedure.title },
      closesAt: talk.step.until,
      ...(await progressIn(deps, asker, community, talk.step.id)),
    });
  }
  return { rows: rows.toSorted((a, b) => a.closesAt - b.closesAt) };
}

async function progressIn({ shell }: TalkDeps, asker: Asker, community: string, id: string) {
  const row = await findDiscussion(shell.pool, community, id);
  if (row === undefined) return { shown: 0, answered: 0 };
  const statements = await readStatements(shell.pool, community, id);
  const shown = statements
    .filter(({ status, words_sealed }) => status === 'shown' && words_sealed !== null)
    .map(({ n }) => n);
  const own =
    asker.kind === 'person'
      ? await readOwnVotes(shell.pool, community, id, voterHandle(shell, id, asker.person))
      : new Map<number, unknown>();
  return { shown: shown.length, answered: shown.filter((n) => own.has(n)).length };
}
