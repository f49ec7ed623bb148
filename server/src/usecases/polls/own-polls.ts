import { openPollsWith } from '../../store/polls/polls.ts';
import type { Asker } from '../actor.ts';
import { findSeen } from '../seen.ts';
import { noticesOf } from './announced.ts';
import { type VoterDeps, voterIn } from './own-entries.ts';

/** 我要投票: the votes that are open now and have a line of the asker's or of somebody who authorised them, the first to close first. */
export async function ownPolls(deps: VoterDeps, asker: Extract<Asker, { kind: 'person' }>) {
  const { shell, directory } = deps;
  const voter = await voterIn(deps, asker);
  const keys = directory.communities.flatMap(({ id: community }) =>
    voter(community).keys.map((key) => ({ community, key })),
  );
  const holders = directory.communities.flatMap(({ id: community }) => {
    const key = voter(community).holder;
    return key === undefined ? [] : [{ community, key }];
  });
  const rows = [];
  for (const { community_id: community, ...poll } of await openPollsWith(
    shell.pool,
    { keys, holders },
    shell.now(),
  )) {
    const seen = await findSeen(deps, asker, community, poll.matter_id);
    if (seen === undefined) continue;
    rows.push({
      community,
      communityTitle: directory.findCommunity(community)?.title ?? '',
      matter: poll.matter_id,
      title: (await noticesOf(deps, seen))().title,
      procedure: { id: seen.definition.procedure.id, title: seen.definition.procedure.title },
      closesAt: poll.closes_at,
      voted: poll.voted >= poll.entries,
    });
  }
  return { rows, needsProof: directory.communities.some(({ id }) => voter(id).needsProof) };
}
