import { leafHash, merkleRoot } from '../record/merkle.ts';
import { byId, type CastVote } from './types.ts';

/**
 * Stands in the record when a conversation closes: nobody can later add, change or drop a vote of the published list, nor
 * take a statement off the map, unseen. A leaf for each vote, by voter and statement; then one for each statement taken out.
 */
export function votesDigest(votes: readonly CastVote[], out: ReadonlySet<string>): string {
  const inListOrder = votes.toSorted((a, b) => byId(a.voter, b.voter) || byId(a.statement, b.statement));
  return merkleRoot([
    ...inListOrder.map(({ voter, statement, vote, at }) => leafHash(`${voter},${statement},${vote},${at}`)),
    ...[...out].toSorted(byId).map((statement) => leafHash(`out,${statement}`)),
  ]);
}
