import { describe, expect, it } from 'vitest';
import { votesDigest } from './published.ts';
import type { CastVote } from './types.ts';

const votes: readonly CastVote[] = [
  { voter: '1', statement: '1', vote: 1, at: 1 },
  { voter: '1', statement: '2', vote: -1, at: 2 },
  { voter: '10', statement: '1', vote: 0, at: 3 },
];
const digest = votesDigest(votes, new Set(['2']));

describe('the digest of a conversation', () => {
  it('is the same in whatever order the list is read', () => {
    expect(votesDigest(votes.toReversed(), new Set(['2']))).toBe(digest);
  });

  it('is another as soon as a vote or a removal is', () => {
    const others = [
      votesDigest(votes.slice(1), new Set(['2'])),
      votesDigest([...votes, { voter: '2', statement: '1', vote: 1, at: 4 }], new Set(['2'])),
      votesDigest(votes.with(0, { voter: '1', statement: '1', vote: -1, at: 1 }), new Set(['2'])),
      votesDigest(votes, new Set()),
      votesDigest(votes, new Set(['1'])),
    ];
    expect(new Set([digest, ...others]).size).toBe(others.length + 1);
  });
});
