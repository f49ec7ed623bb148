import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communityId } from '../basics/ids.ts';
import {
  type Checkpoint,
  findInclusionProof,
  makeCheckpoint,
  rootOfLeaves,
  verifyCheckpoints,
  verifyInclusion,
} from './checkpoint.ts';
import { club, hour, otherLeaves } from './example-record.ts';
import { findRootOfPath, leafHash, merklePath, merkleRoot } from './merkle.ts';

describe('the tree', () => {
  it('has the roots that Certificate Transparency publishes', () => {
    // The first leaves of the reference vectors: '' and the byte 0; RFC 6962 2.1.
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(leafHash('')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    expect(merkleRoot([leafHash(''), leafHash('\u0000')])).toBe(
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    );
    expect(merkleRoot([leafHash(''), leafHash('\u0000'), leafHash('\u0010')])).toBe(
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    );
  });

  it('is reached from every leaf of every size, and from no other place, leaf or size', () => {
    for (let size = 1; size <= 20; size += 1) {
      const hashes = Array.from({ length: size }, (_, n) => leafHash(`${size}/${n}`));
      const root = merkleRoot(hashes);
      for (const [index, hash] of hashes.entries()) {
        const path = merklePath(hashes, index);
        expect(findRootOfPath(hash, index, size, path)).toBe(root);
        expect(findRootOfPath(leafHash('x'), index, size, path)).not.toBe(root);
        expect(findRootOfPath(hash, index, size, [...path, hash])).toBeUndefined();
        if (size > 1) expect(findRootOfPath(hash, index, size, path.slice(0, -1))).toBeUndefined();
        expect(findRootOfPath(hash, size, size, path)).toBeUndefined();
        if (size > 1) expect(findRootOfPath(hash, (index + 1) % size, size, path)).not.toBe(root);
      }
    }
  });
});

const series = (count: number): readonly Checkpoint[] => {
  const made: Checkpoint[] = [];
  for (let n = 0; n < count; n += 1) {
    made.push(makeCheckpoint(made.at(-1), { community: club, at: hour(n), leaves: otherLeaves(n) }));
  }
  return made;
};

const fields = ['community', 'n', 'at', 'prev', 'root', 'leaves', 'hash'] as const;

function withAnother(checkpoint: Checkpoint, field: (typeof fields)[number]): Checkpoint {
  const value = checkpoint[field];
  const other = typeof value === 'number' ? value + 1 : value.replace(/^./, (c) => (c === '0' ? '1' : '0'));
  return { ...checkpoint, [field]: other };
}

describe('checkpoints', () => {
  it('prove every record among their leaves, and no other', () => {
    const leaves = otherLeaves(7);
    const checkpoint = makeCheckpoint(undefined, { community: club, at: hour(0), leaves });
    for (const leaf of leaves) {
      const proof = findInclusionProof(1, leaves, leaf.matter);
      if (proof === undefined) throw new Error('the matter is among the leaves');
      expect(verifyInclusion(checkpoint, proof)).toBe(true);
      expect(verifyInclusion(checkpoint, { ...proof, leaf: { ...leaf, seq: leaf.seq + 1 } })).toBe(false);
      expect(verifyInclusion(checkpoint, { ...proof, checkpoint: 2 })).toBe(false);
    }
  });

  it('do not depend on the order in which records are given, and hold each once', () => {
    const leaves = otherLeaves(6);
    expect(rootOfLeaves([...leaves].reverse())).toBe(rootOfLeaves(leaves));
    expect(() => rootOfLeaves([...leaves, ...leaves.slice(0, 1)])).toThrow(/two leaves/);
  });

  it('follow one another, from the first or from later on', () => {
    const all = series(5);
    expect(verifyCheckpoints(all)).toEqual({ ok: true, value: { head: all[4]?.hash, length: 5 } });
    expect(verifyCheckpoints(all.slice(2)).ok).toBe(true);
    expect(verifyCheckpoints([])).toEqual({ ok: true, value: { head: undefined, length: 0 } });
  });

  it.each(fields)('show that %s was changed in any of them', (field) => {
    for (const [index, checkpoint] of series(4).entries()) {
      const list = [...series(4)];
      list[index] = withAnother(checkpoint, field);
      expect(verifyCheckpoints(list).ok, `checkpoint ${index + 1}`).toBe(false);
    }
  });

  it('show any drop inside and any swap', () => {
    const codes = new Set<string>();
    fc.assert(
      fc.property(fc.nat(4), fc.nat(5), (at, other) => {
        const dropped = series(6).filter((_, index) => index !== Math.max(at, 1));
        const swapped = series(6).map((checkpoint, index, all) =>
          index === at ? (all[other] ?? checkpoint) : index === other ? (all[at] ?? checkpoint) : checkpoint,
        );
        for (const list of at === other ? [dropped] : [dropped, swapped]) {
          const result = verifyCheckpoints(list);
          codes.add(result.ok ? 'nothing' : result.error.code);
        }
      }),
    );
    expect([...codes]).toEqual(['checkpoint-order']);
  });

  it('show one that was made anew, hash and all', () => {
    const [first, second, third] = series(3);
    const forged = makeCheckpoint(first, { community: club, at: hour(1), leaves: otherLeaves(5) });
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('three were made');
    const result = verifyCheckpoints([first, forged, third]);
    expect(result).toEqual({ ok: false, error: { code: 'checkpoint-broken-link', checkpoint: 3 } });
    const stranger = communityId('x');
    const joined = makeCheckpoint(
      { ...first, community: stranger },
      { community: stranger, at: hour(1), leaves: [] },
    );
    const mixed = verifyCheckpoints([first, joined]);
    expect(mixed).toEqual({ ok: false, error: { code: 'checkpoint-foreign', checkpoint: 2 } });
    const elsewhere = makeCheckpoint(undefined, { community: communityId('x'), at: hour(0), leaves: [] });
    expect(() => makeCheckpoint(elsewhere, { community: club, at: hour(1), leaves: [] })).toThrow(
      /continued/,
    );
  });
});
