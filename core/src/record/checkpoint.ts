import { asJson, canonical } from '../basics/canonical.ts';
import { sha256Hex } from '../basics/hash.ts';
import type { CommunityId, Instant, MatterId } from '../basics/ids.ts';
import type { Json } from '../basics/json.ts';
import { err, ok, type Result } from '../basics/result.ts';
import type { RecordFault } from './fault.ts';
import { findRootOfPath, leafHash, merklePath, merkleRoot } from './merkle.ts';

/** How long a record was, and its last hash, when a checkpoint was made. */
export interface Leaf {
  readonly matter: MatterId;
  readonly seq: number;
  readonly head: string;
}

/**
 * What a community publishes from time to time, outside its own machines, so that no record can later be shortened
 * or rewritten unseen. It names no matter; only the root of them all.
 */
export interface Checkpoint {
  readonly community: CommunityId;
  /** 1-based, without gaps. */
  readonly n: number;
  readonly at: Instant;
  /** Hash of checkpoint n − 1; of the first one, `checkpointGenesis(community)`. */
  readonly prev: string;
  /** Merkle root over all records of the community, ended ones too, sorted by matter. */
  readonly root: string;
  /** How many records the root covers. */
  readonly leaves: number;
  readonly hash: string;
}

/** Leads from one record to the root of checkpoint `checkpoint`. */
export interface InclusionProof {
  readonly checkpoint: number;
  readonly leaf: Leaf;
  readonly index: number;
  readonly siblings: readonly string[];
}

export const checkpointGenesis = (community: CommunityId): string =>
  sha256Hex(canonical(['liren-checkpoints/1', community]));

const hashOfLeaf = ({ matter, seq, head }: Leaf): string => leafHash(canonical({ matter, seq, head }));

const compareMatters = (a: Leaf, b: Leaf): number => (a.matter < b.matter ? -1 : a.matter > b.matter ? 1 : 0);

/** Sorted by matter in UTF-16 order. Throws when a matter stands twice. */
function sorted(leaves: readonly Leaf[]): readonly Leaf[] {
  const inOrder = [...leaves].sort(compareMatters);
  for (const [index, leaf] of inOrder.entries()) {
    if (leaf.matter === inOrder[index + 1]?.matter) throw new Error(`two leaves of matter ${leaf.matter}`);
  }
  return inOrder;
}

const hashOf = (checkpoint: Omit<Checkpoint, 'hash'>): string =>
  sha256Hex(canonical(checkpoint as unknown as Json));

/** The root of the leaves in whatever order. Throws when a matter stands twice. */
export const rootOfLeaves = (leaves: readonly Leaf[]): string => merkleRoot(sorted(leaves).map(hashOfLeaf));

/** The next checkpoint after `previous`, or the community's first. Throws when a matter stands twice. */
export function makeCheckpoint(
  previous: Checkpoint | undefined,
  now: { readonly community: CommunityId; readonly at: Instant; readonly leaves: readonly Leaf[] },
): Checkpoint {
  const { community, at, leaves } = now;
  if (previous !== undefined && previous.community !== community) {
    throw new Error(`checkpoint of ${previous.community} continued for ${community}`);
  }
  const body = {
    community,
    n: (previous?.n ?? 0) + 1,
    at,
    prev: previous?.hash ?? checkpointGenesis(community),
    root: rootOfLeaves(leaves),
    leaves: leaves.length,
  };
  return { ...body, hash: hashOf(body) };
}

/** Undefined when the matter was not among the leaves. `leaves` must be those of checkpoint `n`. */
export function findInclusionProof(
  n: number,
  leaves: readonly Leaf[],
  matter: MatterId,
): InclusionProof | undefined {
  const inOrder = sorted(leaves);
  const index = inOrder.findIndex((leaf) => leaf.matter === matter);
  const leaf = inOrder[index];
  if (leaf === undefined) return undefined;
  return { checkpoint: n, leaf, index, siblings: merklePath(inOrder.map(hashOfLeaf), index) };
}

/** Does the proof lead to this checkpoint's root? */
export const verifyInclusion = (checkpoint: Checkpoint, proof: InclusionProof): boolean =>
  proof.checkpoint === checkpoint.n &&
  findRootOfPath(hashOfLeaf(proof.leaf), proof.index, checkpoint.leaves, proof.siblings) === checkpoint.root;

/**
 * Does each checkpoint follow the one before it, unchanged? A list may begin later than the first checkpoint;
 * what its first one points to is then not checked. An empty list has nothing wrong with it.
 */
export function verifyCheckpoints(
  checkpoints: readonly Checkpoint[],
): Result<{ readonly head: string | undefined; readonly length: number }, RecordFault> {
  let before: Checkpoint | undefined;
  for (const checkpoint of checkpoints) {
    const { n, community, prev } = checkpoint;
    const fault = (code: RecordFault['code']) => err({ code, checkpoint: n });
    if (before !== undefined && community !== before.community) return fault('checkpoint-foreign');
    if (before !== undefined && n !== before.n + 1) return fault('checkpoint-order');
    const { hash, ...body } = checkpoint;
    if (!asJson(body).ok || hash !== hashOf(body)) return fault('checkpoint-altered');
    const expected = before?.hash ?? (n === 1 ? checkpointGenesis(community) : prev);
    if (prev !== expected) return fault('checkpoint-broken-link');
    before = checkpoint;
  }
  return ok({ head: before?.hash, length: checkpoints.length });
}
